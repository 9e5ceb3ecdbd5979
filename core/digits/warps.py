"""Pen digits warped as other hands and pens would have drawn them, the same for a seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Doubles, Floats, Indexes, Numbers
from core.digits.dataset import PIXELS, SIDE, Bytes, LabelledImages
from core.digits.drawing import Drawing
from core.digits.raster import PEN_WIDTH, image_of, image_of_ink
from core.digits.stages import MASS_CENTRE, RAW, apply_to_drawings
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.progress import IsCancelled, Report, go_on, never, no_report
from core.words import say

Strengths = tuple[float, float]

AT_ONCE = 250  # drawings between two reports

# standard deviations at full strength, for a digit one unit large; each copy has a strength of its own
WILD = (0.4, 1.0)  # of the full strength, at least and at most: further than hands differ, for networks to learn from
MILD = (0.25, 0.65)  # as hands differ
TURN = 0.20  # radians
SLANT = 0.30  # width of shear per height
NARROWING = 0.30  # of the logarithm of width over height
BEND = 0.10
STROKE_JITTER = 0.045
WAVES = 4.5  # radians of a bend's wave over the digit's size
PENS = (1.7, 3.4)  # pixels: the thinnest and the thickest


@dataclass(frozen=True, slots=True)
class Warp:
    """One way to draw a digit otherwise: a slow wave across it, then a matrix; `pen` in pixels."""

    matrix: Doubles  # (2, 2)
    wave: Doubles  # (2, 2): radians over the digit's size
    phase: Doubles  # (2,)
    bend: Doubles  # (2,)
    jitter: float
    pen: float


def random_warp(random: "np.random.Generator", strengths: Strengths = WILD) -> Warp:
    """Return a warp by chance, of a strength by chance between two."""
    strength = random.uniform(*strengths)
    turn, slant = random.normal(0, strength * np.array([TURN, SLANT]))
    narrow = np.exp(random.normal(0, strength * NARROWING))
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return Warp(
        turned @ np.array([[narrow, slant], [0, 1]]),
        random.normal(0, WAVES, (2, 2)),
        random.uniform(0, 2 * np.pi, 2),
        random.normal(0, strength * BEND, 2),
        strength * STROKE_JITTER,
        float(random.uniform(*PENS)),
    )


def warped(drawing: Drawing, warp: Warp, random: "np.random.Generator") -> Drawing:
    """Return a drawing as the warp has it, about one unit large; each stroke moves a little by itself.

    A picture is turned, slanted and narrowed only; its lines stay as wide as they are.
    """
    if drawing.picture is not None:
        return Drawing(picture=_warped_picture(drawing.picture, warp))
    points = drawing.points
    low, high = points.min(axis=0), points.max(axis=0)
    size = max(float((high - low).max()), 1e-9)
    strokes = []
    for stroke in drawing.strokes:
        at = (stroke - (low + high) / 2) / size
        at = at + warp.bend * np.sin(at @ warp.wave + warp.phase) + random.normal(0, warp.jitter, 2)
        strokes.append(at @ warp.matrix.T)
    return Drawing(tuple(strokes))


def _warped_picture(picture: Floats, warp: Warp) -> Floats:
    """Return a picture (28, 28) as the warp has it, bilinear between its pixels, boxed and centred anew."""
    at, shares = sources(np.linalg.inv(warp.matrix))
    made = (np.pad(picture, 1).ravel()[at] * shares).sum(axis=0).reshape(SIDE, SIDE)
    boxed = image_of_ink(made)
    return picture if boxed is None else boxed


def sources(matrix: Numbers) -> tuple[Indexes, Floats]:
    """Return where each pixel of an image mapped about its middle comes from, (4, 784), and the shares of these four.

    matrix : (2, 2), from a place of the mapped image to that of the image as it is
    The first are pixels of the image with one pixel of paper all round, row by row; the shares are bilinear.
    """
    places = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE)), axis=-1) - MASS_CENTRE  # (28, 28, 2): x, y
    x, y = (places @ matrix.T + MASS_CENTRE).reshape(-1, 2).T
    left, top = np.floor(x), np.floor(y)
    at, shares = [], []
    for column, share_x in ((left, 1 - x + left), (left + 1, x - left)):
        for row, share_y in ((top, 1 - y + top), (top + 1, y - top)):
            right, down = (np.clip(side + 1, 0, SIDE + 1).astype(np.intp) for side in (column, row))
            at.append(down * (SIDE + 2) + right)
            shares.append(share_x * share_y)
    return np.stack(at), np.stack(shares).astype(np.float32)


def copies(
    digits: Sequence[LabelledDrawing],
    stages: tuple[str, ...],
    count: int,
    *,
    strengths: Strengths | None = WILD,
    seed: int = 0,
    first: int = 0,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
) -> LabelledImages:
    """Return each digit `count` times, (count * digits) images that went through the stages, empty ones left out.

    strengths : each copy is warped by chance, of one of these; None = all as they were drawn
    first : number of the first copy: those of 0 .. n-1 are these of each number by itself, one behind the other
    Raises CancelledError, and UserError when a drawing has no label.
    """
    drawn = [digit for digit in digits if not digit.drawing.is_empty]
    if any(digit.label is None for digit in drawn):
        raise UserError("a drawing has no label, so nothing can be learned from it.")
    what, different = say("drawing pen digits"), count if strengths else 1
    images = np.empty((different, len(drawn), PIXELS), np.uint8)
    for copy in range(different):
        random = np.random.default_rng((seed, first + copy))
        for start in range(0, len(drawn), AT_ONCE):
            go_on(is_cancelled, what)
            part = [digit.drawing for digit in drawn[start : start + AT_ONCE]]
            images[copy, start : start + len(part)] = _images(part, stages, random, strengths)
            report(what, copy * len(drawn) + start + len(part), different * len(drawn))
    labels = np.array([digit.label for digit in drawn], np.uint8)
    return LabelledImages(np.tile(images.reshape(-1, PIXELS), (count // different, 1)), np.tile(labels, count))


def _images(
    drawings: Sequence[Drawing], stages: tuple[str, ...], random: "np.random.Generator", strengths: Strengths | None
) -> Bytes:
    """Return what a network of these stages sees of drawings, each warped by chance, (n, 784)."""
    basic = tuple(name for name in stages if name in RAW)
    found = np.zeros((len(drawings), SIDE, SIDE), np.float32)
    for row, drawing in enumerate(drawings):
        pen = PEN_WIDTH
        if strengths is not None:
            warp = random_warp(random, strengths)
            drawing, pen = warped(drawing, warp, random), warp.pen
        image = image_of(drawing, basic, pen)
        found[row] = 0 if image is None else image
    return np.rint(np.clip(apply_to_drawings(found, stages), 0, 1).reshape(-1, PIXELS) * 255).astype(np.uint8)
