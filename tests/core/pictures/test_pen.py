import numpy as np
import pytest

from core.pictures.pen import line_width, with_usual_pen


@pytest.mark.parametrize("width", [4, 9, 20])
def test_the_width_of_a_long_line_is_measured(width: int) -> None:
    ink = np.zeros((420, 60), np.float32)
    ink[10:410, 20 : 20 + width] = 1
    assert line_width(ink) == pytest.approx(width, rel=0.06)


def test_thin_lines_become_wide_and_wide_ones_stay() -> None:
    thin, wide = np.zeros((200, 200), np.float32), np.zeros((200, 200), np.float32)
    for ink, width in ((thin, 4), (wide, 24)):
        ink[20:180, 20 : 20 + width] = 1
        ink[180 - width : 180, 20:120] = 1
    thicker = with_usual_pen(thin)
    assert line_width(thicker) / max(thicker.shape) * 20 == pytest.approx(2.1, abs=0.2)
    assert np.array_equal(with_usual_pen(wide), wide[20:180, 20:120])
