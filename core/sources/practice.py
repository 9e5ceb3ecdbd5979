"""Practice digits: drawn by the app itself from skeletons, for machines without MNIST; the same for a seed.

Digits come in chunks of 1,000, each from random numbers of its own, so that 20,000 begin as 5,000 do.
"""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

import numpy as np

from core.arrays import Doubles
from core.digits.dataset import CLASSES, PIXELS, Dataset, LabelledImages, Source
from core.digits.drawing import Drawing
from core.digits.raster import images_of
from core.digits.stages import RAW
from core.progress import UNWATCHED, Work, go_on
from core.sources.skeletons import Skeleton, skeletons
from core.words import mark, said

Labelled = tuple[Drawing, int]

NAME = "practice"
TITLE = mark("practice digits")
SOURCE = Source(mark("drawn by Digitscope itself, not written by people"))
COUNT = 20_000
ENOUGH = 5_000  # to begin to train on
WHAT = mark("drawing practice digits")
CHUNK = 1_000
FIRST = 20  # digits drawn to see whether cached ones are still those that would be drawn now
TEST_SHARE = VALIDATION_SHARE = 0.05

# standard deviations of what differs from hand to hand, about digits one unit high
SLANT = 0.22  # width of shear per height
TURN = 0.08  # radians
NARROWING = 0.16  # of the logarithm of width over height
CONTROL_JITTER = 0.022
STROKE_JITTER = 0.025
BEND = 0.030
THINNEST_PEN, THICKEST_PEN = 1.6, 3.6  # pixels


def drawings(count: int, seed: int = 0) -> list[Labelled]:
    """Return `count` drawings and the digit of each, the same for the same seed."""
    return [digit for start in range(0, count, CHUNK) for digit in _chunk(start // CHUNK, seed)[: count - start]]


def jobs(count: int = COUNT, seed: int = 0) -> list[Callable[[], LabelledImages]]:
    """Return what draws each part of `count` practice digits."""
    return [partial(part_images, start // CHUNK, min(CHUNK, count - start), seed) for start in range(0, count, CHUNK)]


def part_images(number: int, count: int, seed: int) -> LabelledImages:
    """Return the first `count` digits of a part of 1,000, each with a pen of some width."""
    made = _chunk(number, seed)[:count]
    pens = np.random.default_rng((seed, number, 1)).uniform(THINNEST_PEN, THICKEST_PEN, CHUNK)[:count]
    images = np.rint(images_of([drawing for drawing, _ in made], RAW, pens).reshape(-1, PIXELS) * 255)
    return LabelledImages(images.astype(np.uint8), np.array([digit for _, digit in made], np.uint8))


def drawn(
    count: int = COUNT,
    seed: int = 0,
    work: Work = UNWATCHED,
    parts: Iterable[LabelledImages] | None = None,
    first: Callable[[LabelledImages], None] | None = None,
) -> LabelledImages:
    """Return `count` practice digits as images, in random order of digits.

    parts : where they come from, in place of drawing them here (core.sources.drawing_processes)
    first : given the first 5,000 as soon as they are there
    Raises CancelledError within a second of being cancelled.
    """
    made: list[LabelledImages] = []
    for part in (job() for job in jobs(count, seed)) if parts is None else parts:
        go_on(work.is_cancelled, said(WHAT))
        made.append(part)
        done = sum(map(len, made))
        work.report(said(WHAT), done, count)
        if first is not None and done - len(part) < ENOUGH <= done:
            first(LabelledImages.joined(made))
    return LabelledImages.joined(made)


def divided(whole: LabelledImages, count: int | None = None) -> Dataset:
    """Return practice digits in three parts: the first 5 % test, the next 5 % validation, then training.

    count : how many there will be, where `whole` is only the first of them: no image then changes its part
    """
    total = len(whole) if count is None else count
    test = max(1, round(total * TEST_SHARE))
    learned = test + max(1, round(total * VALIDATION_SHARE))
    return Dataset(NAME, TITLE, SOURCE, whole[learned:], whole[test:learned], whole[:test])


def _chunk(number: int, seed: int) -> list[Labelled]:
    random = np.random.default_rng((seed, number))
    kinds = skeletons()
    # which skeleton each digit has, (1000,): all digits equally often, in random order
    digits, weights = np.array([kind.digit for kind in kinds]), np.array([kind.weight for kind in kinds])
    shares = [np.where(digits == digit, weights, 0) for digit in range(CLASSES)]
    chosen = np.concatenate([random.choice(len(kinds), CHUNK // CLASSES, p=each / each.sum()) for each in shares])
    random.shuffle(chosen)
    made: list[Labelled | None] = [None] * CHUNK
    for at, skeleton in enumerate(kinds):
        rows, strokes = np.flatnonzero(chosen == at), tuple(pairwise((0, *skeleton.ends)))
        for row, points in zip(rows, _warped(skeleton, len(rows), random), strict=True):
            made[row] = (Drawing(tuple(points[first:end] for first, end in strokes)), skeleton.digit)
    return [digit for digit in made if digit is not None]


def _warped(skeleton: Skeleton, count: int, random: np.random.Generator) -> Doubles:
    """Return `count` versions of a skeleton's points, (count, points, 2), as if by as many hands."""
    controls = skeleton.controls + random.normal(0, CONTROL_JITTER, (count, *skeleton.controls.shape))
    points = np.einsum("pc,ncd->npd", skeleton.curve, controls) - 0.5
    for start, stop in zip((0, *skeleton.ends), skeleton.ends, strict=False):
        points[:, start:stop] += random.normal(0, STROKE_JITTER, (count, 1, 2))
    # a slow wave across each digit: paper and hand are never quite even
    direction = random.normal(0, 3.0, (count, 2, 2))  # radians over the digit's height
    phase = random.uniform(0, 2 * np.pi, (count, 1, 2))
    size = random.normal(0, BEND, (count, 1, 2))
    points += size * np.sin(np.einsum("npd,ndk->npk", points, direction) + phase)
    warped: Doubles = np.einsum("nij,npj->npi", _hands(count, random), points)
    return warped


def _hands(count: int, random: np.random.Generator) -> Doubles:
    """Return matrices (count, 2, 2) that slant, turn and narrow."""
    slant = random.normal(-0.05, SLANT, count)
    turn = random.normal(0, TURN, count)
    narrow = np.exp(random.normal(0, NARROWING, count))
    sheared = np.zeros((count, 2, 2))
    sheared[:, 0, 0], sheared[:, 0, 1], sheared[:, 1, 1] = narrow, slant, 1
    cosine, sine = np.cos(turn), np.sin(turn)
    turned = np.stack([np.stack([cosine, -sine], -1), np.stack([sine, cosine], -1)], axis=1)
    hands: Doubles = turned @ sheared
    return hands
