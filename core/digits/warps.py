"""Pen digits warped as other hands and pens would have drawn them, the same for a seed."""

from collections.abc import Sequence
from itertools import islice, pairwise

import numpy as np

from core.arrays import Doubles, Floats, Indexes, Numbers
from core.digits.dataset import PIXELS, SIDE, LabelledImages
from core.digits.drawing import Drawing, Lines
from core.digits.raster import PEN_WIDTH, image_of_ink, images_of
from core.digits.stages import MASS_CENTRE
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.progress import IsCancelled, go_on, never
from core.words import mark, said

Strengths = tuple[float, float]

WHAT = mark("drawing pen digits")
AT_ONCE = 250  # drawings between two looks whether they are still wanted

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


def warped(
    drawings: Sequence[Drawing], random: "np.random.Generator", strengths: Strengths = WILD
) -> tuple[list[Drawing], Doubles]:
    """Return drawings as other hands would have drawn them, about one unit large, and their pens' widths, (n,).

    Each is bent by a slow wave, narrowed, slanted and turned by chance, of a strength by chance between two; each
    stroke moves a little by itself. Of a picture the lines are not bent, and stay as wide as they are.
    """
    chance, jitter = _chance(drawings, random)
    strength = strengths[0] + (strengths[1] - strengths[0]) * chance[:, :1]
    turn, slant, narrow = (strength * (TURN, SLANT, NARROWING) * chance[:, 1:4]).T
    cosine, sine, width = np.cos(turn), np.sin(turn), np.exp(narrow)
    rows = ((cosine * width, cosine * slant - sine), (sine * width, sine * slant + cosine))
    matrices = np.moveaxis(np.array(rows), 2, 0)  # (n, 2, 2)
    moved = iter(_moved(drawings, strength, chance, jitter, matrices))
    made = [Drawing(tuple(islice(moved, len(each.strokes)))) for each in drawings]
    for at, each in enumerate(drawings):
        if each.picture is not None:
            made[at] = Drawing(picture=_warped_picture(each.picture, matrices[at]))
    return made, PENS[0] + (PENS[1] - PENS[0]) * chance[:, 12]


def _chance(drawings: Sequence[Drawing], random: "np.random.Generator") -> tuple[Doubles, Doubles]:
    """Return the random numbers of drawings, (n, 13), and of their strokes, (s, 2): the same however many follow."""
    chance, jitter = np.empty((len(drawings), 13)), list[Doubles]()
    for row, drawing in zip(chance, drawings, strict=True):
        row[0] = random.random()
        random.standard_normal(out=row[1:8])
        random.random(out=row[8:10])
        random.standard_normal(out=row[10:12])
        row[12] = random.random()
        jitter.append(random.standard_normal((len(drawing.strokes), 2)))
    return chance, np.concatenate(jitter)


def _moved(
    drawings: Sequence[Drawing], strength: Doubles, chance: Doubles, jitter: Doubles, matrices: Doubles
) -> Sequence[Doubles]:
    """Return the strokes of drawings moved by these random numbers and matrices of each drawing and each stroke."""
    inked = np.flatnonzero([bool(drawing.strokes) for drawing in drawings])
    if not len(inked):
        return ()
    lines = Lines.joined([drawing for drawing in drawings if drawing.strokes])
    (low, high), of = lines.boxes, inked[lines.of]
    at = (lines.points - ((low + high) / 2)[lines.of]) / np.maximum((high - low).max(axis=1), 1e-9)[lines.of, None]
    waves = np.einsum("pi,pij->pj", at, WAVES * chance[of, 4:8].reshape(-1, 2, 2)) + 2 * np.pi * chance[of, 8:10]
    at += strength[of] * BEND * chance[of, 10:12] * np.sin(waves)
    at += strength[of] * STROKE_JITTER * np.repeat(jitter, np.diff(lines.ends, prepend=-1), axis=0)
    made = np.einsum("pj,pij->pi", at, matrices[of])
    return [made[first:end] for first, end in pairwise([0, *(lines.ends + 1).tolist()])]


def _warped_picture(picture: Floats, matrix: Doubles) -> Floats:
    """Return a picture (28, 28) mapped by a matrix, bilinear between its pixels, boxed and centred anew."""
    at, shares = sources(np.linalg.inv(matrix))
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
    different = count if strengths else 1
    images = np.empty((different, len(drawn), PIXELS), np.uint8)
    for copy in range(different):
        random = np.random.default_rng((seed, first + copy))
        for start in range(0, len(drawn), AT_ONCE):
            go_on(is_cancelled, said(WHAT))
            part = [digit.drawing for digit in drawn[start : start + AT_ONCE]]
            found, pens = (part, PEN_WIDTH) if strengths is None else warped(part, random, strengths)
            seen = np.clip(images_of(found, stages, pens), 0, 1).reshape(-1, PIXELS)
            images[copy, start : start + len(part)] = np.rint(seen * 255)
    labels = np.array([digit.label for digit in drawn], np.uint8)
    return LabelledImages(np.tile(images.reshape(-1, PIXELS), (count // different, 1)), np.tile(labels, count))
