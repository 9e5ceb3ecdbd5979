"""`digitscope teach` and `digitscope hands`: people's own labelled digits, taught, counted, taken out and removed."""

from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from core.commands.predicting import STANDARD_INPUT, strokes, weights_of
from core.commands.terminal import JsonOption, ModelOption, agreed, json_line, note, out, percent, table_lines
from core.digits.dataset import CLASSES
from core.digits.stroke_lines import line_of
from core.errors import UserError
from core.hands import hand as hands
from core.hands.hand import USUAL, Hand
from core.model import scoring

STANDARD_OUTPUT = "-"

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The hand's name; see: digitscope hands list.")]
hands_app = typer.Typer(help="See, take out and remove people's own labelled digits.", rich_markup_mode=None)


def teach(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Labelled strokes as JSON lines, or -.")],
    hand: Annotated[
        str, typer.Option("--hand", metavar="NAME", help="Whose digits; a new name is a new hand.")
    ] = USUAL,
    as_json: JsonOption = False,
) -> None:
    """Add the labelled digits of a file to a hand."""
    taught_hand = Hand(hand)
    try:
        taught = taught_hand.teach_all(strokes(file))
    except UserError as error:
        called = "standard input" if file == STANDARD_INPUT else file
        raise UserError(str(error) if file in str(error) else f"{called}: {error}") from None
    name, count = taught_hand.name, len(taught_hand.digits)
    found = {"hand": name, "taught": len(taught), "digits": count}
    out([json_line(found) if as_json else f"Taught {counted(len(taught))}: the hand {name!r} has {count:,} now."])


@hands_app.command("list")
def list_all(as_json: JsonOption = False) -> None:
    """List the hands, and how many of each digit they have."""
    found = [_opened(name) for name in hands.names()]
    if as_json:
        out(json_line(_counts(hand)) for hand in found)
    elif found:
        head = ["hand", "digits", *map(str, range(CLASSES))]
        rows = [[hand.name, f"{len(hand.digits):,}", *map(str, hand.counts())] for hand in found]
        out(table_lines(head, rows))
    else:
        note("There are no hands yet: teach one with digitscope teach FILE, or in the window.")


@hands_app.command("show")
def show(name: NameArgument, model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Count a hand's digits, and say how well weights read them."""
    hand = _opened(name)
    readings = scoring.read_drawings(weights_of(model), [digit.drawing for digit in hand.digits])
    found = scoring.score(readings, np.array([digit.label for digit in hand.digits], np.uint8))
    whole, per_digit = found.accuracy if hand.digits else None, found.per_label.tolist()
    if as_json:
        named = {"file": str(hand.path), "accuracy": whole, "accuracy_per_digit": per_digit}
        out([json_line({**_counts(hand), **named})])
    else:
        shares = enumerate(zip(hand.counts(), per_digit, strict=True))
        rows = [[str(digit), f"{count:,}", percent(share)] for digit, (count, share) in shares]
        out([f"The hand {hand.name!r}: {counted(len(hand.digits))}, {percent(whole)} read right", f"File: {hand.path}"])
        out(table_lines(["digit", "count", "read right"], rows))


@hands_app.command("export")
def export(
    name: NameArgument,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to write, compressed if it ends in .gz; or -.")],
) -> None:
    """Write a hand's digits as stroke JSON lines."""
    hand = _opened(name)
    if not hand.digits:
        raise UserError(f"the hand {hand.name!r} has no digits to export.")
    if file == STANDARD_OUTPUT:
        out(line_of(digit).rstrip("\n") for digit in hand.labelled())
    else:
        hand.export(Path(file))
        note(f"Saved: {file}, {counted(len(hand.digits))}")


@hands_app.command("remove")
def remove(
    name: NameArgument, yes: Annotated[bool, typer.Option("--yes", help="Ask nothing, as a script needs it.")] = False
) -> None:
    """Delete a hand for good, after a question; export it first to keep a copy."""
    hand = _opened(name)
    count = len(hand.digits)
    question = f"Remove the hand {hand.name!r} with its {counted(count)} for good?"
    if not yes and not agreed(question, "add --yes to remove it."):
        note("Nothing was removed.")
        return
    hand.remove()
    note(f"Removed: the hand {hand.name!r} with its {counted(count)}.")


def counted(digits: int) -> str:
    """Return how many digits there are, in words."""
    return f"{digits:,} digit{'' if digits == 1 else 's'}"


def _opened(name: str) -> Hand:
    if hands.checked_name(name) not in hands.names():
        raise UserError(f"there is no hand {name!r}; see: digitscope hands list.")
    hand = Hand(name)
    if hand.damaged:
        note(f"Passed over in {hand.path}: {hand.damaged:,} damaged line{'' if hand.damaged == 1 else 's'}.")
    return hand


def _counts(hand: Hand) -> dict[str, object]:
    return {"hand": hand.name, "digits": len(hand.digits), "per_digit": hand.counts(), "damaged_lines": hand.damaged}
