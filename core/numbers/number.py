"""A number: the digits that a drawing or a picture was taken apart into, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Doubles, Floats, Mask
from core.digits import stages
from core.digits.dataset import CLASSES, SIDE
from core.digits.drawing import Drawing
from core.digits.raster import images_of
from core.model import detector, softmax
from core.model.doubt import are_unsure
from core.model.softmax import Weights
from core.numbers.features import CLOSE
from core.numbers.grouping import Grouper
from core.numbers.partition import Group
from core.numbers.pieces import layout_of

NEARLY_STRANGE = -5.0  # strangeness that is enough where strokes that touch are of two digits, as in an H
USUAL_LENGTH = 3.2  # sides of its box that most digits' lines are long at most; a scribble's are longer
LONGEST = 10.0  # sides; of 8,000 digits the longest has 5.0, and may be drawn over once more
PER_SIDE, MOST_ADDED = 3.0, 4.0  # strangeness for each side more, but for digits that are drawn over
SAME_LINE = 0.4  # of the lower one's height, that two neighbours in a line overlap


@dataclass(frozen=True, slots=True)
class Part:
    """One digit of a number, in a drawing or in a picture."""

    box: tuple[float, float, float, float]  # left, top, right, bottom in the unit of what it is a part of
    line: int = 0  # from 0 at the top
    strokes: Group = ()  # their numbers; of a picture none
    drawing: Drawing | None = None  # these strokes alone
    image: Floats | None = None  # (28, 28), 0.0 .. 1.0, boxed and centred; of a drawing where it is known already

    def seen(self, names: tuple[str, ...]) -> Floats:
        """Return the part, (28, 28), as a network of these stages sees it."""
        if self.drawing is not None and (self.image is None or not set(stages.RAW) <= set(names)):
            return np.asarray(images_of([self.drawing], names)[0], np.float32)
        if self.image is None:
            return np.zeros((SIDE, SIDE), np.float32)
        return np.asarray(stages.apply_to_drawings(self.image[None], names)[0], np.float32)


def parts_of(drawing: Drawing, grouper: Grouper) -> tuple[Part, ...]:
    """Return the digits of a drawing, in reading order; () for an empty one."""
    if drawing.picture is not None:
        return (Part((0.0, 0.0, float(SIDE), float(SIDE)), image=drawing.picture),)
    groups = grouper.groups_of_strokes(drawing.strokes)
    alone = [Drawing(tuple(drawing.strokes[number] for number in group)) for group in groups]
    boxes = [np.concatenate([one.points.min(axis=0), one.points.max(axis=0)]) for one in alone]
    return tuple(
        Part(tuple(boxes[at].tolist()), line, groups[at], alone[at], grouper.image_of_strokes(alone[at].strokes))
        for line, at in in_reading_order(boxes)
    )


def in_reading_order(boxes: Sequence[Doubles]) -> list[tuple[int, int]]:
    """Return line and number of each box; a line is a chain, each overlapping in height the next at its right."""
    left, top, right, bottom = np.array(boxes).reshape(-1, 4).T
    overlap = np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top)
    lower = np.maximum(np.minimum((bottom - top)[:, None], bottom - top), 1e-12)
    chains: list[list[int]] = []
    for at in np.argsort(left + right, kind="stable").tolist():
        fits = [chain for chain in chains if overlap[chain[-1], at] >= SAME_LINE * lower[chain[-1], at]]
        if fits:
            max(fits, key=lambda chain: overlap[chain[-1], at]).append(at)
        else:
            chains.append([at])
    chains.sort(key=lambda chain: float(np.mean([(top[at] + bottom[at]) / 2 for at in chain])))
    return [(line, at) for line, chain in enumerate(chains) for at in chain]


def text_of(parts: Sequence[Part], digits: Sequence[int]) -> str:
    """Return the digits of parts as text, a line of text for each line."""
    lines = [""] * (1 + max((part.line for part in parts), default=0))
    for part, digit in zip(parts, digits, strict=True):
        lines[part.line] += str(digit)
    return "\n".join(lines)


def are_strange(parts: Sequence[Part]) -> list[bool]:
    """Return of each part whether it looks like no digit."""
    if not parts:
        return []
    strangeness = detector.look(np.stack([part.seen(stages.RAW).ravel() for part in parts]))[1]
    lengths = np.array([part.drawing.length if part.drawing is not None else 0.0 for part in parts])
    strangeness = strangeness + np.clip((lengths - USUAL_LENGTH) * PER_SIDE, 0, MOST_ADDED)
    is_strange = (strangeness > np.where(_are_bridged(parts), NEARLY_STRANGE, 0)) | (lengths > LONGEST)
    return [bool(strange) for strange in is_strange]


def _are_bridged(parts: Sequence[Part]) -> Mask:
    """Return of each part, (n,), whether a stroke of it touches one of its own and one of another's: an H's bar."""
    strokes = [(at, stroke) for at, part in enumerate(parts) if part.drawing for stroke in part.drawing.strokes]
    if len(parts) < 2 or not strokes:
        return np.zeros(len(parts), np.bool_)
    owners = np.array([at for at, _ in strokes])
    touch = layout_of([stroke for _, stroke in strokes]).distances < CLOSE / 2
    is_own = owners[:, None] == owners
    is_bridge = (touch & is_own & ~np.eye(len(owners), dtype=np.bool_)).any(axis=1) & (touch & ~is_own).any(axis=1)
    return np.bincount(owners[is_bridge], minlength=len(parts)) > 0


def looks_strange(drawing: Drawing) -> bool:
    """Return whether a drawing, or a picture in its place, looks like no digit; an empty one does not."""
    strokes = None if drawing.picture is not None else drawing
    return not drawing.is_empty and are_strange([Part((0.0, 0.0, 1.0, 1.0), drawing=strokes, image=drawing.picture)])[0]


def readings_of(parts: Sequence[Part], weights: Weights) -> tuple[Floats, Mask]:
    """Return what weights make of each part, (n, 10), and which of these readings are in doubt, (n,)."""
    if not parts:
        return np.zeros((0, CLASSES), np.float32), np.zeros(0, np.bool_)
    images = np.stack([part.seen(weights.stages).ravel() for part in parts])
    probabilities = softmax.probabilities(weights, images)
    return probabilities, are_unsure(weights, images, probabilities)
