"""The paper of a photographed digit: how bright it is at each pixel, though ink hides it and light falls unevenly.

Where light changes smoothly, it is the mean of what is not ink round each pixel (a normalised convolution, H. Knutsson
and C.-F. Westin, 1993). Where the picture shows the paper's edge or a hard shadow, a mean would blend both sides: there
it is what is left once all that is thin is filled up (a closing by a square, J. Serra, 1982).
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.arrays import Doubles, Floats, Mask
from core.pictures.parts import Value, grown

PAPER_REACH = 8  # the paper is averaged over this fraction of the longer side
DIMMEST = 0.2  # paper darker than that is taken to be so light: what little it sends back is mostly noise
ALIKE = 0.12  # brightness by which the picture's rim may differ from a plane: light that falls from one side
UNLIKE = 0.08  # of the rim's pixels, that differ by more where there are an edge or a shadow
MOST_INK = 0.5  # of the picture; if there were more, it would be a sheet of paper on a darker table
THICK = 8  # no line is thicker than twice this fraction of the longer side
NEARBY = 3  # times as much as the whole picture counts what surrounds each line
ENLARGED = 4  # times
TWO_TONES = 0.85  # of the variance lies between the two tones (Otsu's measure of how apart they are)
STROKE = 1.7  # times its mean width; what is thicker somewhere is no stroke of a pen
CORNERED_STROKE = 1.5  # where it fills two corners, as the shadow of a hand does
THIN = 12  # lines are thinner than this fraction of the longer side, and filled up


def depth_of_ink(values: Floats) -> tuple[Floats, Mask]:
    """Return how far pixels, (h, w), 0.0 black .. 1.0 white, are on the way from paper to ink, and which are ink."""
    return _in_smooth_light(values) or _in_two_tones(values) or _amid_edges(values)


def of_few_pixels(values: Floats) -> tuple[Floats, Mask]:
    """Return what `depth_of_ink` does for a picture of so few pixels that each is a share of ink; ENLARGED times."""
    paper = float(np.median(_rim(values)))
    sign = np.float32(1 if paper > (values.max() + values.min()) / 2 else -1)
    size = (values.shape[1] * ENLARGED, values.shape[0] * ENLARGED)
    smooth = np.clip(np.asarray(Image.fromarray(values).resize(size, Image.Resampling.BICUBIC)), 0, 1)
    depth = _depth(smooth, np.full_like(smooth, paper), sign)
    return depth, depth > max(otsu(depth), 0.0)


def _in_smooth_light(values: Floats) -> tuple[Floats, Mask] | None:
    """Return depth and ink where the rim is one sheet in light that changes smoothly; None where it is not."""
    y, x = np.meshgrid(*(np.linspace(-1, 1, length) for length in values.shape), indexing="ij")
    terms = np.stack([np.ones_like(x), x, y], axis=-1)
    # light that falls from one side is a plane through the rim, by least squares
    plane = terms @ np.linalg.lstsq(_rim(terms).reshape(-1, 3), _rim(values), rcond=None)[0]
    flat = values - plane.astype(np.float32)
    if float((np.abs(_rim(flat) - np.median(_rim(flat))) > ALIKE).mean()) > UNLIKE:
        return None
    is_light = flat > otsu(flat)
    sign = np.float32(1 if _rim(is_light).mean() > 0.5 else -1)
    depth, is_ink = flat, ~is_light if sign > 0 else is_light
    for _ in range(2):
        if _is_paper(is_ink):
            return None
        depth = _depth(values, _mean_round(values, ~is_ink), sign)
        is_ink = depth > max(otsu(depth), 0.0)
    return None if _is_paper(is_ink) else (depth, is_ink)


def _is_paper(is_ink: Mask) -> bool:
    """Return whether what was taken for ink is paper in other light, as beside a lamp: it is too much, or too thick."""
    reach = min(max(is_ink.shape), 2 * len(is_ink)) // THICK  # the lines of a long row are no thicker than others
    within = (slice(reach, -reach),) * 2  # a digit cut to its box goes on beyond it for all that is known
    squares = ~grown(~is_ink, reach)[within]
    return bool(is_ink.mean() >= MOST_INK or squares.any())


def _in_two_tones(values: Floats) -> tuple[Floats, Mask] | None:
    """Return depth and ink where paper and ink are nearly one tone each, however thick the ink; None where not."""
    is_light = values > otsu(values)
    dark, light = values[~is_light], values[is_light]
    if not len(dark) or not len(light):
        return None
    apart = float(is_light.mean() * (1 - is_light.mean())) * float(light.mean() - dark.mean()) ** 2
    if apart < TWO_TONES * float(values.var()):
        return None
    is_ink = min(~is_light, is_light, key=_likeness_to_paper)
    # a pen's tone is no thicker than strokes, nor more than the paper unless cut tight, or in corners, as shadows are
    is_cornered, is_little = is_ink[[0, 0, -1, -1], [0, -1, 0, -1]].sum() > 1, is_ink.mean() <= MOST_INK
    is_thin = _unevenness(is_ink) <= (CORNERED_STROKE if is_cornered else STROKE)
    if not is_thin or not (is_little or (not is_cornered and _unevenness(~is_ink) > STROKE)):
        return None
    paper, sign = np.full_like(values, np.median(values[~is_ink])), np.float32(-1 if is_ink is is_light else 1)
    return _depth(values, paper, sign), is_ink


def _likeness_to_paper(mask: Mask) -> float:
    """Return how much one of two tones is as paper is: along the rim, in the corners, in blots rather than strokes."""
    corners = mask[[0, 0, -1, -1], [0, -1, 0, -1]]
    return float(_rim(mask).mean()) + float(corners.mean()) + _unevenness(mask)


def _unevenness(is_ink: Mask) -> float:
    """Return how many times its mean width the ink is thick where it is thickest: 1 for a stroke, 2 for a blob."""
    padded = np.pad(is_ink, 1)
    outline = float(np.diff(padded, axis=0).sum() + np.diff(padded, axis=1).sum())  # steps along the grid
    width = 2 * float(padded.sum()) / max(outline, 1.0) * 4 / np.pi
    low, high = 0, max(is_ink.shape)
    while low < high:
        middle = (low + high + 1) // 2
        if not grown(~padded, middle).all():
            low = middle
        else:
            high = middle - 1
    return (2 * low + 1) / max(width, 1.0)


def _amid_edges(values: Floats) -> tuple[Floats, Mask]:
    """Return depth and ink where the rim is not one sheet in one light."""
    calm = _blurred(values.astype(np.float64), 1).astype(np.float32)
    reach = max(3, max(values.shape) // THIN)
    # there is more paper than ink: round each line, in whatever light, and in the whole picture but for a digit in bold
    high, low = grown(calm, reach), -grown(-calm, reach)
    light = np.maximum(high, DIMMEST)
    above = (2 * _blurred(calm.astype(np.float64), reach) - high - low) / light
    nearby = float(above.sum() / max(float(((high - low) / light).sum()), 1e-6))
    darkest, middle, lightest = np.quantile(calm, (0.02, 0.5, 0.98))
    overall = float((2 * middle - darkest - lightest) / max(lightest - darkest, 1e-6)) / 2
    sign = np.float32(1 if NEARBY * nearby + overall > 0 else -1)
    # what is darker than its surroundings and thinner than the square is filled up; beyond the rim it is as there
    wide = np.pad(sign * calm, 2 * reach, mode="edge")
    closed = -grown(-grown(wide, reach), reach)[2 * reach : -2 * reach, 2 * reach : -2 * reach]
    depth = _depth(calm, sign * closed, sign)
    return depth, depth > max(otsu(depth), 0.0)


def _depth(values: Floats, paper: Floats, sign: np.float32) -> Floats:
    """Return the way from paper towards black (sign 1) or white (-1), as a share of the whole way."""
    room = np.maximum(paper if sign > 0 else 1 - paper, DIMMEST)
    return np.asarray(sign * (paper - values) / room, np.float32)


def otsu(values: Floats) -> float:
    """Return the threshold that parts values into the two groups with the most variance between them (Otsu, 1979)."""
    counts, edges = np.histogram(values, bins=256)
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    apart = sums / np.maximum(below, 1) - (sums[-1] - sums) / np.maximum(above, 1)
    variance = below.astype(np.float64) * above * apart**2
    best = np.flatnonzero(variance >= variance.max() * (1 - 1e-9))
    return float(edges[1 + int(best[0] + best[-1]) // 2])


def _rim(values: NDArray[Value]) -> NDArray[Value]:
    """Return the pixels of the outer edge, (n, ...)."""
    return np.concatenate([values[0], values[-1], values[1:-1, 0], values[1:-1, -1]])


def _mean_round(values: Floats, is_paper: Mask) -> Floats:
    """Return the paper's brightness at each pixel: the mean of paper round it, more of it where ink hides the paper."""
    reach = max(2, max(values.shape) // PAPER_REACH)
    weight = is_paper.astype(np.float64) + 1e-6
    amount, share = values * weight, weight
    for _ in range(3):
        amount, share = _blurred(amount, reach), _blurred(share, reach)
    return (amount / share).astype(np.float32)


def _blurred(values: Doubles, reach: int) -> Doubles:
    """Return the mean over a square that reaches so far to each side, the edge's values repeated beyond it."""
    for axis in (0, 1):
        widths = [(reach + 1, reach) if at == axis else (0, 0) for at in (0, 1)]
        sums = np.moveaxis(np.cumsum(np.pad(values, widths, mode="edge"), axis=axis), axis, 0)
        values = np.moveaxis((sums[2 * reach + 1 :] - sums[: -2 * reach - 1]) / (2 * reach + 1), 0, axis)
    return values
