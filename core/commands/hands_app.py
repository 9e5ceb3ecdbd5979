"""Names and options of `digitscope teach` and `digitscope hands ...`."""

from typing import Annotated

import typer

from core.commands import hands
from core.commands.options import JsonOption, ModelOption
from core.hands.hand import USUAL

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The hand's name; see: digitscope hands list.")]

hands_app = typer.Typer(help="See, take out and remove people's own labelled digits.", rich_markup_mode=None)


def teach_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Labelled strokes as JSON lines, or -.")],
    hand: Annotated[
        str, typer.Option("--hand", metavar="NAME", help="Whose digits; a new name is a new hand.")
    ] = USUAL,
    as_json: JsonOption = False,
) -> None:
    """Add the labelled digits of a file to a hand."""
    hands.teach(file, hand, as_json)


@hands_app.command("list")
def _list(as_json: JsonOption = False) -> None:
    """List the hands, and how many of each digit they have."""
    hands.list_all(as_json)


@hands_app.command("show")
def _show(name: NameArgument, model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Count a hand's digits, and say how well weights read them."""
    hands.show(name, model, as_json)


@hands_app.command("export")
def _export(
    name: NameArgument,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to write, compressed if it ends in .gz; or -.")],
) -> None:
    """Write a hand's digits as stroke JSON lines."""
    hands.export(name, file)


@hands_app.command("remove")
def _remove(
    name: NameArgument, yes: Annotated[bool, typer.Option("--yes", help="Ask nothing, as a script needs it.")] = False
) -> None:
    """Delete a hand for good, after a question; export it first to keep a copy."""
    hands.remove(name, yes)
