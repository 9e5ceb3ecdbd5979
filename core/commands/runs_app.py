"""Names and options of `digitscope runs ...` and `digitscope export`."""

from pathlib import Path
from typing import Annotated

import typer

from core.commands import runs
from core.commands.options import DataOption, JsonOption
from core.export import KINDS

RUN_HELP = "A run's id, the beginning of it, its name, or last."
RunArgument = Annotated[str, typer.Argument(metavar="RUN", help=RUN_HELP)]
RunsArgument = Annotated[list[str], typer.Argument(metavar="RUN...", help=RUN_HELP)]

runs_app = typer.Typer(help="See, compare, repeat and remove the runs that were kept.", rich_markup_mode=None)


@runs_app.command("list")
def _list(as_json: JsonOption = False) -> None:
    """List the kept runs, the newest first."""
    runs.list_all(as_json)


@runs_app.command("show")
def _show(run: RunArgument, as_json: JsonOption = False) -> None:
    """Tell all that is kept of a run."""
    runs.show(run, as_json)


@runs_app.command("compare")
def _compare(run: RunsArgument) -> None:
    """Print runs beneath each other, and in words what differs."""
    runs.compare(run)


@runs_app.command("repeat")
def _repeat(run: RunArgument, folder: DataOption = None, as_json: JsonOption = False) -> None:
    """Train a run again from its record, and see whether its costs come out the same."""
    runs.repeat(run, folder, as_json)


@runs_app.command("remove")
def _remove(run: RunsArgument) -> None:
    """Delete runs; for an hour they can be brought back."""
    runs.remove(run)


@runs_app.command("restore")
def _restore(run: RunsArgument) -> None:
    """Bring deleted runs back, by their ids."""
    runs.restore(run)


def export_command(
    run: Annotated[str, typer.Argument(metavar="RUN", help=f"{RUN_HELP} Or a file of weights, W.npz or W.keras.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Where to write; a new folder for some kinds.")],
    to: Annotated[str, typer.Option("--to", metavar="KIND", help=f"One of {', '.join(KINDS)}.")],
    step: Annotated[int | None, typer.Option(metavar="N", min=0, help="The weights of this step.")] = None,
) -> None:
    """Write a run, or the weights that came of it, for another tool."""
    runs.export_run(run, to, path, step)
