"""The commands' names, options and exit statuses: 0 done, 1 our own fault, 2 the user's, 130 interrupted."""

from importlib import metadata
from pathlib import Path
from typing import Annotated, cast

import typer

from core.commands import terminal
from core.commands.data import data_app
from core.commands.doctor import examine
from core.commands.hands import hands_app, teach_command
from core.commands.options import DataOption, JsonOption, ModelOption
from core.commands.predicting import predict
from core.commands.reading import EvaluateOptions, evaluate
from core.commands.runs import export_command, runs_app
from core.commands.train import TrainOptions, train
from core.errors import UserError
from core.machine import fault_log
from core.recipes.recipe import LADDER, TUTORIAL

DONE, OUR_FAULT, YOUR_FAULT, INTERRUPTED = 0, 1, 2, 130
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
        terminal.note(f"digitscope: {_sentence(error)}")
        return YOUR_FAULT
    except Exception as error:  # noqa: BLE001  the terminal's excepthook: logged, and named to the user
        return _own_fault(error)
    return int(status or DONE)


def train_without_window(arguments: list[str]) -> int:
    """Do what `digitscope` does without a display: say so, train, print the accuracy; return the exit status."""
    terminal.note(NO_WINDOW)
    return main(["train", *arguments])


def _sentence(error: Exception) -> str:
    return " ".join(str(getattr(error, "format_message", error.__str__)()).split())


def _own_fault(error: Exception) -> int:
    try:
        where = f"the log is {fault_log.write(error)}"
    except OSError as trouble:
        where = f"the log cannot be written ({trouble.strerror})"
    terminal.note(f"digitscope: a fault of its own, {type(error).__name__}: {error}; {where}.")
    return OUR_FAULT


def _print_version(wanted: bool) -> None:
    if not wanted:
        return
    try:
        terminal.out([f"digitscope {metadata.version('digitscope')}"])
    except metadata.PackageNotFoundError:
        terminal.out(["digitscope, run from its source without being installed"])
    raise typer.Exit


@app.callback()
def _app(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Watch a small neural network learn to read handwriting. Without a command, a window opens."""


@app.command("train")
def _train(
    recipe: Annotated[
        str, typer.Option(metavar="NAME|FILE", help=f"One of {', '.join(LADDER)}; or a recipe in a .json file.")
    ] = TUTORIAL.name,
    steps: Annotated[int | None, typer.Option(metavar="N", help="Steps to make; else the recipe's.")] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="Seed of start weights and shuffling.")] = None,
    learning_rate: Annotated[float | None, typer.Option(metavar="X", help="Else the recipe's.")] = None,
    batch: Annotated[int | None, typer.Option(metavar="N", help="Images a step; else the recipe's.")] = None,
    layers: Annotated[
        str | None, typer.Option(metavar="LAYERS", help='Hidden layers, such as "dense 128, dense 64"; "" for none.')
    ] = None,
    initial_weights: Annotated[Path | None, typer.Option(metavar="W.npz", help="Weights to start from.")] = None,
    save: Annotated[Path | None, typer.Option(metavar="W.npz", help="Where to keep the weights.")] = None,
    costs: Annotated[bool, typer.Option("--costs", help="Print the cost of every step.")] = False,
    as_json: JsonOption = False,
    folder: DataOption = None,
) -> None:
    """Train a network and print its accuracy.

    A run that diverges is no error: it is said so on standard error and, with --json, by "diverged": true, and the
    exit status is 0. With --save it is 2, for no weights are saved then.
    """
    hidden = None if layers is None else tuple(part.strip() for part in layers.split(",") if part.strip())
    options = recipe, steps, seed, learning_rate, batch, hidden, initial_weights, save, costs, as_json, folder
    train(TrainOptions(*options))


@app.command("predict")
def _predict(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Strokes, pictures, folders of them, or -.")],
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> int:
    """Read digits and whole numbers, from strokes or pictures, and print what they are.

    A file that cannot be read is told on standard error; the others are read, and the exit status is 2.
    """
    return predict(files, model, as_json)


@app.command("evaluate")
def _evaluate(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE|FOLDER]", help="Labelled strokes or pictures; else test images.")
    ] = None,
    model: ModelOption = None,
    confusion: Annotated[bool, typer.Option("--confusion", help="Print the table of labels and verdicts.")] = False,
    mistakes: Annotated[int, typer.Option(metavar="N", min=0, help="Print the N surest mistakes.")] = 0,
    as_json: JsonOption = False,
    folder: DataOption = None,
) -> None:
    """Score the weights on labelled strokes, or on the test images.

    Pictures are labelled by the subfolders that they lie in, 0, 1, ... or 42, or by a labels.csv of file,label.
    """
    evaluate(EvaluateOptions(file, model, confusion, mistakes, as_json, folder))


@app.command("doctor")
def _doctor() -> None:
    """Look at all that Digitscope stands on, and say what to do about each fault."""
    examine()


app.add_typer(runs_app, name="runs", no_args_is_help=False)
app.command("export")(export_command)
app.command("teach")(teach_command)
app.add_typer(hands_app, name="hands", no_args_is_help=False)
app.add_typer(data_app, name="data", no_args_is_help=False)
