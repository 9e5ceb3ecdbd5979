import numpy as np
import pytest
from numpy.typing import NDArray

from core.pictures.parts import connected, looks_like_several, without_specks


def mask(*rows: str) -> NDArray[np.bool_]:
    return np.array([[character == "#" for character in row] for row in rows])


@pytest.mark.parametrize(
    ("picture", "sizes"),
    [
        (mask("....", "...."), []), (mask("####", "####"), [8]), (mask("#..#", "#..#", "####"), [8]),
        (mask("#..#", ".##."), [4]), (mask("#.#.#", ".....", "#.#.#"), [1] * 6), (mask(".#.#.", "#.#.#", ".###."), [8]),
        (mask("##..", "....", "..##"), [2, 2]), (mask("#.##.#", "#.#..#", "#.####"), [3, 9]),
    ],
)  # fmt: skip
def test_parts_hang_together_over_edges_and_corners(picture: NDArray[np.bool_], sizes: list[int]) -> None:
    labels, parts = connected(picture)
    assert sorted(part.size for part in parts) == sizes
    assert ((labels > 0) == picture).all()
    for part in parts:
        rows, columns = np.nonzero(labels == part.number)
        assert (rows.min(), rows.max() + 1) == (part.top, part.bottom)
        assert (columns.min(), columns.max() + 1) == (part.left, part.right)


def test_specks_go_soft_edges_stay_and_paper_without_ink_stays_paper() -> None:
    ink = np.zeros((60, 60), np.float32)
    ink[10:50, 20:26] = 1
    ink[10:50, 26] = 0.1
    with_specks = ink.copy()
    with_specks[2:4, 50:52] = with_specks[30, 28] = 1  # one of them as near as a soft edge may be
    assert np.array_equal(without_specks(with_specks), ink)
    assert not without_specks(np.full((9, 9), 0.01, np.float32)).any()


def bars(*places: tuple[int, int, int]) -> NDArray[np.float32]:
    ink = np.zeros((100, 200), np.float32)
    for left, top, bottom in places:
        ink[top:bottom, left : left + 10] = 1
    return ink


@pytest.mark.parametrize(
    ("ink", "is_several"),
    [
        (bars(), False), (bars((20, 10, 90)), False), (bars((20, 10, 90), (150, 10, 90)), True),
        (bars((20, 10, 90), (60, 10, 90), (100, 10, 90)), True),
        (bars((20, 10, 90), (150, 70, 90)), False),  # a stroke of its own, not a digit
        (bars((20, 10, 90), (60, 10, 90)), False),  # the two halves of a 0, perhaps
    ],
)  # fmt: skip
def test_tall_parts_well_apart_are_several_digits(ink: NDArray[np.float32], is_several: bool) -> None:
    assert looks_like_several(ink) == is_several
