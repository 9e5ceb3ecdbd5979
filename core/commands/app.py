"""The commands' names, options and exit statuses: 0 done, 1 our own fault, 2 the user's, 130 interrupted."""

import errno
from typing import Annotated, cast

import typer

from core.about import version_of
from core.commands import terminal
from core.commands.data import data_app
from core.commands.doctor import examine
from core.commands.hands import hands_app, teach
from core.commands.predicting import predict
from core.commands.reading import evaluate
from core.commands.runs import export_run, runs_app
from core.commands.train import train
from core.errors import UserError
from core.machine import fault_log

DONE, OUR_FAULT, YOUR_FAULT, INTERRUPTED = 0, 1, 2, 130
REFUSALS = (errno.EACCES, errno.EPERM, errno.ENAMETOOLONG)  # the machine's, of what a path names
WINDOW_OPTIONS = (
    "The window takes --data PATH, folder of the digits, --recipe NAME or FILE, --language en, de or system, "
    "and --reset-settings, to forget what it remembers."
)
NO_WINDOW = "There is no display to open a window on, so Digitscope trains here in the terminal."

# typer keeps its own copy of click, or uses the installed one, by version; this is the base of either's complaints
UsageError = cast("type[Exception]", typer.BadParameter.__bases__[0])

app = typer.Typer(
    help="Watch a small neural network learn to read handwriting. Without a command, a window opens.",
    epilog=WINDOW_OPTIONS,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main(argv: list[str]) -> int:
    """Run a terminal command, argv without the program's name, and return its exit status."""
    terminal.prepare()
    try:
        status = app(argv or ["--help"], prog_name="digitscope", standalone_mode=False)
    except terminal.ReaderGoneError:
        return DONE
    except UserError as error:
        terminal.note(f"digitscope: {error}")
        return YOUR_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as error:
        sentence = str(getattr(error, "format_message", error.__str__)())
        terminal.note(f"digitscope: {' '.join(sentence.split())}")
        return YOUR_FAULT
    except Exception as error:  # noqa: BLE001  the terminal's excepthook: logged, and named to the user
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            terminal.drop_output()
            terminal.note(f"digitscope: what was to be written has no room: {error.strerror}.")
            return YOUR_FAULT
        if isinstance(error, OSError) and error.errno in REFUSALS:
            terminal.note(f"digitscope: {error.filename} cannot be used: {error.strerror}.")
            return YOUR_FAULT
        try:
            where = f"the log is {fault_log.write(error)}"
        except OSError as trouble:
            where = f"the log cannot be written ({trouble.strerror})"
        terminal.note(f"digitscope: a fault of its own, {type(error).__name__}: {error}; {where}.")
        return OUR_FAULT
    return int(status or DONE)


def train_without_window(arguments: list[str]) -> int:
    """Do what `digitscope` does without a display: say so, train, print the accuracy; return the exit status."""
    terminal.note(NO_WINDOW)
    return main(["train", *arguments])


def _print_version(wanted: bool) -> None:
    if wanted:
        version = version_of("digitscope")
        terminal.out(["digitscope" + (f" {version}" if version else ", run from its source without being installed")])
        raise typer.Exit


@app.callback()
def _app(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Watch a small neural network learn to read handwriting. Without a command, a window opens."""


app.command("train")(train)
app.command("predict")(predict)
app.command("evaluate")(evaluate)
app.command("doctor")(examine)
app.add_typer(runs_app, name="runs", no_args_is_help=False)
app.command("export")(export_run)
app.command("teach")(teach)
app.add_typer(hands_app, name="hands", no_args_is_help=False)
app.add_typer(data_app, name="data", no_args_is_help=False)
