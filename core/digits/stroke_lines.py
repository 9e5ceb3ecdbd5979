"""Strokes as JSON lines, one drawing a line: {"label": 7, "writer": "w01", "strokes": [[[x, y], ...], ...]}, y down.

The label of a whole number is a text, "42". A picture of a digit has, in place of strokes, its 28 x 28 bytes in
base64: {"label": 7, "picture": "..."}.

Files may be compressed with gzip. A fault names its line, and nothing is taken from a file that has one.
"""

import base64
import gzip
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from core.digits.dataset import CLASSES, PIXELS, SIDE, scaled
from core.digits.drawing import Drawing
from core.errors import UserError, instead_of
from core.files import packed
from core.files.whole import new_file

LONGEST_LINE = 4_000_000  # characters; 100,000 points of 40 each
MOST_LINES = 1_000_000
LONGEST_NUMBER = 200  # digits
LONGEST_WRITER = 200  # characters


@dataclass(frozen=True, slots=True)
class LabelledDrawing:
    """A drawing, its label or, of several digits, number, and who drew it, as far as these are known."""

    drawing: Drawing
    label: int | None = None
    writer: str = ""
    number: str = ""

    @property
    def text(self) -> str:
        """What it is meant to say, "" where that is not known."""
        return self.number if self.label is None else str(self.label)


def read(source: Path | TextIO) -> list[LabelledDrawing]:
    """Return the digits of a file or stream, in order; raises UserError as `parsed`, and for what cannot be read."""
    if not isinstance(source, Path):
        return list(parsed(source, "standard input"))
    with packed.opened(source) as (file, _), io.TextIOWrapper(file, encoding="utf-8-sig") as text:
        return list(parsed(text, str(source)))


def parsed(text: TextIO, name: str) -> Iterator[LabelledDrawing]:
    """Yield a text's digits; raises UserError for a line that is none, by the text's name and its number, or none."""
    digits = number = 0
    try:
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            if number > MOST_LINES:
                raise UserError("{name} has more than {most:,} lines: divide it.", name=name, most=MOST_LINES)
            if len(line) > LONGEST_LINE:
                values = {"number": number, "name": name, "longest_line": LONGEST_LINE}
                raise UserError("line {number} of {name} is longer than {longest_line:,} characters.", **values)
            if line.strip():
                digits += 1
                try:
                    yield _digit(line)
                except UserError as error:
                    raise UserError("line {number} of {name}: {error}", number=number, name=name, error=error) from None
    except UnicodeDecodeError:
        raise UserError("{name} is not text in UTF-8, from line {number} on.", name=name, number=number + 1) from None
    if not digits:
        raise UserError("{name} is empty: it holds no digit.", name=name)


def write(digits: Iterable[LabelledDrawing], target: Path) -> None:
    """Write digits as JSON lines to a file, whole, compressed where it ends in .gz; raises UserError."""
    lines = (line_of(digit).encode() for digit in digits)
    with new_file(target) as part, part.open("wb") as raw:
        if target.suffix == ".gz":
            with gzip.GzipFile(filename=target.name, fileobj=raw, mode="wb", mtime=0) as file:
                file.writelines(lines)
        else:
            raw.writelines(lines)


def line_of(digit: LabelledDrawing) -> str:
    """Return a digit as its line of JSON, with the end of the line."""
    entry: dict[str, Any] = {} if not digit.text else {"label": digit.number or digit.label}
    if digit.writer:
        entry["writer"] = digit.writer
    entry |= entry_of(digit.drawing)
    return json.dumps(entry, separators=(",", ":")) + "\n"


def entry_of(drawing: Drawing) -> dict[str, Any]:
    """Return a drawing as its part of a line: strokes, or a picture."""
    if drawing.picture is None:
        return {"strokes": [stroke.tolist() for stroke in drawing.strokes]}
    return {"picture": base64.b64encode(np.rint(drawing.picture * 255).astype(np.uint8).tobytes()).decode()}


def drawing_of(entry: dict[str, Any]) -> Drawing:
    """Return what `entry_of` returned, from a line that anybody may have written; raises UserError."""
    if "picture" in entry:
        try:
            plain = base64.b64decode(str(entry["picture"]), validate=True)
        except ValueError:
            plain = b""
        if len(plain) != PIXELS:
            raise UserError("its picture is not {pixels} bytes in base64.", pixels=PIXELS)
        return Drawing(picture=scaled(np.frombuffer(plain, np.uint8)).reshape(SIDE, SIDE))
    if not isinstance(entry.get("strokes"), list):
        raise UserError('it is not a JSON object with a list of "strokes".')
    return Drawing.from_strokes(entry["strokes"])


def _digit(line: str) -> LabelledDrawing:
    with instead_of((ValueError, RecursionError), UserError("it is not JSON.")):
        entry = json.loads(line)
    drawing = drawing_of(entry if isinstance(entry, dict) else {})
    label, writer = entry.get("label"), entry.get("writer")
    is_text = isinstance(label, str) and len(label) <= LONGEST_NUMBER and label.isascii() and label.isdigit()
    number = label if is_text and len(label) > 1 else ""
    label = None if number else int(label) if is_text else label
    if label is not None and (isinstance(label, bool) or not isinstance(label, int) or not 0 <= label < CLASSES):
        values = {"value": str(label)[:20], "classes": CLASSES - 1}
        raise UserError("the label {value} is not a digit from 0 to {classes}.", **values)
    if writer is not None and not (isinstance(writer, str) and len(writer) <= LONGEST_WRITER):
        raise UserError("the writer is not a text of at most {longest} characters.", longest=LONGEST_WRITER)
    return LabelledDrawing(drawing, label, writer or "", number)
