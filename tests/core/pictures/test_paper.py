"""Paper that does not fill the picture, or lies half in shadow."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.pictures.paper import depth_of_ink, otsu
from tests.core.pictures.test_ink import encoded, far, read, seven

PAPER, INK = 0.85, 0.1
Floats = NDArray[np.float32]


def written(ink: Floats, paper: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return a picture of ink (h, w), 0..1, on paper of that brightness, (h, w)."""
    return paper * (1 - ink * (1 - INK / PAPER))


def on_a_table(table: float) -> NDArray[np.floating]:
    """Return a sheet that does not fill the picture, a little turned."""
    y, x = np.mgrid[0:400, 0:400]
    is_sheet = (x + y / 20 > 35) & (x + y / 20 < 385) & (y - x / 20 > 10) & (y - x / 20 < 370)
    return np.where(is_sheet, written(seven(400, 10), np.full((400, 400), PAPER)), table)


@pytest.mark.parametrize("table", [0.15, 0.4, 0.6])
def test_a_sheet_on_a_darker_table_is_no_ink(tmp_path: Path, table: float) -> None:
    assert far(read(tmp_path, encoded(on_a_table(table), "JPEG"))) < 0.03


@pytest.mark.parametrize("shadow", [0.35, 0.5, 0.7])
def test_the_shadow_of_a_hand_is_no_ink(tmp_path: Path, shadow: float) -> None:
    y, x = np.mgrid[0:400, 0:400]
    paper = np.where(x + 1.3 * y > 520, PAPER * shadow, PAPER)
    assert far(read(tmp_path, encoded(written(seven(400, 10), paper), "JPEG"))) < 0.03


@pytest.mark.parametrize("place", [(0.5, 0.5), (0.1, 0.2), (0.9, 0.6)])
@pytest.mark.parametrize("dimmest", [0.5, 0.2])
def test_a_lamp_near_the_paper_makes_no_ink_of_what_lies_far_from_it(
    tmp_path: Path, dimmest: float, place: tuple[float, float]
) -> None:
    y, x = np.mgrid[0:1:400j, 0:1:400j]
    distance = np.hypot(y - place[0], x - place[1])
    light = 1 / (1 + (1 / dimmest - 1) * (distance / distance.max()) ** 2)
    assert far(read(tmp_path, encoded(written(seven(400, 10), PAPER * light), "JPEG"))) < 0.03


def test_a_digit_in_bold_that_fills_its_picture_is_still_ink() -> None:
    ink = seven(28, 5)
    depth, is_ink = depth_of_ink(np.asarray(1 - ink, np.float32))
    assert np.array_equal(is_ink, ink > otsu(ink))
    assert depth[ink == 1].min() > 0.9


def test_a_thick_digit_cut_to_its_ink_is_ink_though_there_is_more_of_it_than_paper() -> None:
    y, x = np.mgrid[-1:1:120j, -1:1:100j]
    ink = (np.hypot(x, y) < 1) & (np.hypot(x / 0.55, y / 0.6) > 1)
    light = 0.55 + 0.2 * (x + 1) / 2
    found = depth_of_ink(np.asarray(np.where(ink, 0.12 + 0.1 * (y + 1) / 2, light), np.float32))[1]
    assert ink.mean() > 0.5
    assert (found == ink).mean() > 0.98


@pytest.mark.parametrize("slope", [0.0, -0.4])
def test_the_shadow_that_half_a_picture_lies_in_is_no_ink(tmp_path: Path, slope: float) -> None:
    y, x = np.mgrid[-200:200, -200:200]
    paper = np.where(x + slope * y < 20, 0.22, 0.5)
    assert far(read(tmp_path, encoded(written(seven(400, 16), paper)))) < 0.06
