"""The blocks of one step: where they lie, and the numbers in them, as they are written."""

from itertools import accumulate

import numpy as np
from PySide6.QtCore import QRectF

from core.digits.dataset import CLASSES
from core.training.one_step import FollowedStep
from core.words import figure, mark, say
from gui.look.figures import percent, signed

GAP, NARROW_GAP = 22.0, 6.0  # points between blocks, room for an arrow
NARROW = 680.0  # points; below it blocks stand closer
TALL = 0.42  # times as high as wide; from it on there is room for two rows
BETWEEN = 4.0  # points between two of ten pictures; more stand closer
COLUMNS = ("", mark("bias"), mark("logit"), mark("softmax"), mark("label"))  # of the table of outputs


def blocks(width: float, height: float, hidden: int = 0) -> list[QRectF]:
    """Return the places of image, weights or hidden layers, outputs, cost, gradient, in one row or in two."""
    room = QRectF(1, 0, width - 2, height - 2)  # a frame needs a pixel at either side
    layers = (1.2 if hidden > 1 else 1.3,) * hidden
    if room.height() > TALL * room.width():
        half = (room.height() - GAP) / 2
        above, below = (QRectF(1, top, room.width(), half) for top in (0, half + GAP))
        if hidden:
            return [*side_by_side(above, (1.0, *layers)), *side_by_side(below, (2.0, 1.6, 1.3))]
        return [*side_by_side(above, (1.0, 1.9, 2.0)), *side_by_side(below, (2.6, 1.9))]
    if hidden:
        return side_by_side(room, (0.9, *layers, 2.4, 2.5, 1.25), NARROW_GAP)
    if room.width() < NARROW:
        return side_by_side(room, (0.8, 1.2, 2.6, 1.9, 1.1), NARROW_GAP)
    return side_by_side(room, (1.1, 1.5, 2.5, 1.4, 1.5))


def side_by_side(room: QRectF, shares: tuple[float, ...], gap: float = GAP) -> list[QRectF]:
    """Return places side by side, as wide as their shares say."""
    unit = (room.width() - gap * (len(shares) - 1)) / sum(shares)
    lefts = accumulate((share * unit + gap for share in shares), initial=room.left())
    return [QRectF(left, room.top(), share * unit, room.height()) for left, share in zip(lefts, shares, strict=False)]


def tiles(room: QRectF, count: int = CLASSES) -> list[QRectF]:
    """Return the places of so many pictures from the upper left of a room, row by row, as large as they can be."""
    gap = BETWEEN if count <= CLASSES else BETWEEN / 2

    def side_in(columns: int) -> float:
        rows = -(-count // columns)
        return min((room.width() + gap) / columns, (room.height() + gap) / rows) - gap

    columns = max(range(1, count + 1), key=side_in)
    side = max(1.0, side_in(columns))
    at = (divmod(place, columns) for place in range(count))
    return [QRectF(room.left() + x * (side + gap), room.top() + y * (side + gap), side, side) for y, x in at]


def output_row(step: FollowedStep, digit: int, name: str) -> tuple[str, ...]:
    """Return the row of a digit in the table of outputs, a text for each of `COLUMNS`."""
    bias, logit = float(step.weights.bias[digit]), float(step.logits[digit])
    label = "1" if digit == step.label else "0"
    return name, signed(bias), signed(logit), percent(float(step.probabilities[digit])), label


def cost_rows(step: FollowedStep) -> tuple[tuple[str, str], ...]:
    """Return what the cost is, and how it changes the weights: name and number of each, two empty for a gap."""
    share = max(float(step.probabilities[step.label]), 1e-30)
    return (
        (say("−log {share:.3g}", share=share), figure(step.cost_of_image, ".3f")),
        (say("batch mean"), figure(step.cost, ".3f")),
        ("", ""),
        (say("rate"), figure(step.rate, ".4g")),
        (say("× gradient"), figure(step.largest_gradient, ".2g")),
        (say("= change"), figure(step.rate * step.largest_gradient, ".2g")),
    )


COST_TOTALS = (1, 5)  # rows of the costs that sum up those before


def in_words(step: FollowedStep | None, names: tuple[str, ...]) -> str:
    """Say what is seen, to those who do not see it."""
    if step is None:
        return say("no step yet")
    return say(
        "image labelled {names}, largest logit {best}, cost {cost_of_image:.3f}, mean cost of the batch "
        "{cost:.3f}, learning rate {rate:.4g}",
        names=names[step.label],
        best=names[int(np.argmax(step.logits))],
        cost_of_image=step.cost_of_image,
        cost=step.cost,
        rate=step.rate,
    )
