"""What commands share: options, results on standard output, all else on standard error, progress where watched."""

import contextlib
import io
import json
import math
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any
from unicodedata import category

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from core.errors import UserError
from core.progress import described

REFRESH_S = 1 / 15  # between two looks of a live line; a thread of its own would do no better
TABLE_WIDTH = 400  # characters; tables are for scripts, too, and never wrapped
# Unicode's categories of characters that move the cursor, and those that turn the direction of what follows
CONTROLS, TURNS = {"Cc", "Zl", "Zp"}, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LOGGED_PARTS = 10  # lines that a whole run leaves where nobody watches
DataOption = Annotated[Path | None, typer.Option("--data", metavar="PATH", help="Folder of the digits.")]
AsItIsOption = Annotated[
    bool, typer.Option("--as-it-is", help="Turn and swap no images of --data, and shift no labels.")
]
ModelOption = Annotated[
    Path | None, typer.Option("--model", metavar="FILE", help="Weights (.npz) or a model; else the app's own.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, to standard output.")]


class ReaderGoneError(Exception):
    """Whatever read our standard output has closed it, as `head` does."""


def prepare() -> None:
    """Have closed streams lead nowhere, and standard output spell out what its encoding lacks rather than fail."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115  for the process's life
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def out(lines: Iterable[str]) -> None:
    """Print lines to standard output and flush it; raises ReaderGoneError, or UserError where it cannot be written."""
    try:
        sys.stdout.writelines(one_line(line) + "\n" for line in lines)
        sys.stdout.flush()
    except OSError as error:
        drop_output()
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError from None
        raise UserError(f"standard output cannot be written: {error.strerror or error}.") from None


def drop_output() -> None:
    """Let what is still buffered go nowhere: Python would try to write it again at its exit, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def one_line(text: str) -> str:
    """Return a text with what is no letter but a command to the terminal, as names of files may hold, spelt out."""
    if text.isprintable():
        return text
    return "".join(repr(each)[1:-1] if category(each) in CONTROLS or each in TURNS else each for each in text)


def json_line(value: dict[str, Any]) -> str:
    """Return an object as one line of JSON; numbers that JSON does not know become null."""
    return json.dumps(_known(value), allow_nan=False)


def _known(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items()}
    return [_known(item) for item in value] if isinstance(value, (list, tuple)) else value


def note(*sentences: str) -> None:
    """Print sentences for the user on standard error, but for empty ones; that nobody can receive them is no fault."""
    with contextlib.suppress(OSError):
        for sentence in filter(None, sentences):
            print(one_line(sentence), file=sys.stderr, flush=True)


def agreed(question: str, otherwise: str) -> bool:
    """Return whether the answer is yes; raises UserError that says what to do `otherwise` where nobody can answer."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(f"nobody can be asked here: {otherwise}")
    with contextlib.suppress(OSError):
        print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def percent(share: float | None) -> str:
    """Return a share, 0..1, as the user reads it, such as 92.6 %; a dash where there is none, or no number."""
    return "-" if share is None or math.isnan(share) else f"{100 * share:.1f} %"


def table_lines(head: list[str], rows: list[list[str]], texts: int = 1) -> list[str]:
    """Return a table as lines of plain text; its first `texts` columns stand at the left, the numbers at the right."""
    table = Table(header_style="", box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for number, name in enumerate(head):
        table.add_column(name, justify="left" if number < texts else "right", no_wrap=True)
    for row in rows:
        table.add_row(*map(escape, map(one_line, row)))
    console = Console(file=io.StringIO(), width=TABLE_WIDTH, color_system=None)
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines()]


class Live:
    """One line of progress on standard error: it moves on a terminal; elsewhere a few plain lines are left."""

    def __init__(self, what: str, plain: bool = True) -> None:
        """Begin with what is being done; `plain` says whether lines are left where nobody watches."""
        console = Console(stderr=True)
        self._watched = console.is_terminal
        self._plain = plain
        self._logged = 0
        self._seen_s = 0.0
        columns = (TextColumn("{task.description}"), BarColumn())
        self._bar = Progress(*columns, console=console, transient=True, auto_refresh=False, disable=not self._watched)
        self._task = self._bar.add_task(what, total=None)

    def __enter__(self) -> "Live":
        if self._watched:  # elsewhere an older rich would end with an empty line
            self._bar.start()
            self._bar.refresh()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._watched:
            self._bar.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """Say what is being done and how far it is."""
        part = done * LOGGED_PARTS // max(total, 1)
        if self._watched and (time.monotonic() - self._seen_s >= REFRESH_S or done >= total):
            self._seen_s = time.monotonic()
            self._bar.update(self._task, description=what, completed=done, total=total, refresh=True)
        elif not self._watched and self._plain and part > self._logged:
            self._logged = part
            note(what)

    def report(self, what: str, done: int, total: int) -> None:
        """Show a report of a search or a download."""
        self.show(described(what, done, total), done, total)
