"""Where a logit comes from, written out: its layout, its pictures, the ten logits and their probabilities."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.digits.dataset import SIDE
from core.model.inside import evidence
from core.model.softmax import single
from gui.look import theme as look
from gui.panels.class_rows import LogitRows
from gui.panels.evidence_picture import Equation, EvidencePicture, in_hundredths, placed
from tests.gui import widgets

LINE = 15.0  # points, a line of text
SIZES = [(300, 84), (410, 210), (575, 220), (800, 150), (1_200, 600)]
LOGITS = np.array([-4.0, -2.0, 0.0, 1.0, 2.0, -1.0, -3.0, 8.0, 0.5, 4.0])


@pytest.fixture
def picture(qtbot: QtBot) -> EvidencePicture:
    return widgets.hidden(qtbot, EvidencePicture(), 640, 160)


def halves() -> Equation:
    """The upper half speaks for the digit, the lower half against; the middle columns have ink."""
    matrix = np.repeat([0.1, -0.05], 392)[:, None] * np.ones(10)
    weights = single(matrix.astype(np.float32), np.full(10, 0.25, np.float32))
    image = np.zeros((SIDE, SIDE), np.float32)
    image[:, 13:15] = 1.0
    made = evidence(weights, image, 7, None)
    return Equation(image, weights.matrix[:, 7].reshape(SIDE, SIDE), made, ("image", "weights", "evidence"), "= logit")


def test_the_sums_are_told_in_words(picture: EvidencePicture) -> None:
    assert picture.accessibleDescription() == "nothing to explain"
    picture.set_equation(halves())
    assert picture.rows() == (("speaks for", "+2.80"), ("against", "−1.40"), ("bias", "+0.25"), ("= logit", "+1.65"))
    assert picture.accessibleDescription() == "speaks for +2.80, against −1.40, bias +0.25, = logit +1.65"
    picture.set_equation(None)
    assert picture.rows() == ()


def test_no_line_of_the_sums_is_cut_beneath_the_pictures(picture: EvidencePicture) -> None:
    picture.set_equation(halves())
    for height in range(180, 210):  # one of them leaves nothing over, as pictures have whole blocks
        picture.resize(410, height)
        seen = picture.grab().toImage()
        assert picture.places()[1].left() == 1.0  # beneath
        assert len({seen.pixelColor(x, height - 1).name() for x in range(410)}) == 1


def test_rounded_parts_add_up_to_the_rounded_total_where_they_are_numbers() -> None:
    parts = in_hundredths((15.564, -3.474, 1.305), 13.395 - 1e-9)
    assert sum(parts) == pytest.approx(13.39)
    assert parts[1:] == (-3.47, 1.3)
    assert np.isnan(in_hundredths((np.nan, 1.0), np.nan)[0])


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_pictures_and_sums_are_inside_and_apart_with_room_for_captions(size: tuple[int, int], ratio: float) -> None:
    pictures, sums = placed(*size, LINE, ratio)
    captions = [picture.adjusted(0, 0, 0, LINE) for picture in pictures]
    whole = QRectF(0, 0, size[0] + 0.5, size[1] + 0.5)
    assert all(whole.contains(place) for place in (*captions, sums))
    assert not any(one.intersects(two) for one, two in combinations((*pictures, sums), 2))
    blocks = pictures[0].width() * ratio / SIDE
    assert blocks == pytest.approx(round(blocks))


def test_sums_stand_beside_the_pictures_and_beneath_them_where_these_become_larger() -> None:
    sizes = (575, 120), (410, 210), (330, 110)
    (low, beside), (tall, beneath), (small, lines) = (placed(*size, LINE, 1.0) for size in sizes)
    assert beside.left() > low[2].right()
    assert beneath.top() > tall[2].bottom() + LINE
    assert tall[0].width() > placed(410, 120, LINE, 1.0)[0][0].width()
    assert small[0].width() < 4 * LINE <= lines.height()  # which the lines need


@pytest.fixture
def rows(qtbot: QtBot) -> LogitRows:
    made = widgets.hidden(qtbot, LogitRows(), 420, 240)
    made.set_logits(LOGITS, 7)
    return made


def pixels(picture: QImage, y: int, colour: str) -> list[int]:
    return [x for x in range(picture.width()) if picture.pixelColor(x, y) == QColor(colour)]


def test_what_speaks_for_a_digit_goes_right_in_blue_and_what_speaks_against_it_left_in_orange(rows: LogitRows) -> None:
    picture = rows.grab().toImage()
    for digit, logit in enumerate(LOGITS):
        y = int(rows.row(digit).center().y())
        blue, orange = pixels(picture, y, look.LIGHT.accent), pixels(picture, y, look.LIGHT.warm)
        assert (bool(blue), bool(orange)) == (logit > 0, logit < 0)
    middle = [int(rows.row(digit).center().y()) for digit in (0, 9)]
    against, speaks_for = pixels(picture, middle[0], look.LIGHT.warm), pixels(picture, middle[1], look.LIGHT.accent)
    assert max(against) < min(speaks_for)
    assert len(against) == pytest.approx(len(speaks_for), abs=2)


def test_a_click_on_a_row_or_the_arrow_keys_choose_the_digit_that_is_told(rows: LogitRows) -> None:
    chosen = widgets.heard(rows.class_chosen)
    for digit in (4, -1):  # the second is the heading
        QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(20, int(rows.row(digit).center().y())))
    assert chosen == [4]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(rows, key)
    assert rows.accessibleDescription() == "7: logit +8.00"
    rows.set_logits(LOGITS, 9)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == [4, 6, 8, 9]
    rows.set_logits(None, 0)
    assert rows.accessibleDescription() == "nothing to explain"


@pytest.mark.parametrize("logits", [np.full(10, np.nan), np.zeros(10), np.array([np.inf, *[0.0] * 9])])
def test_logits_that_are_no_numbers_or_all_the_same_have_no_bars(rows: LogitRows, logits: np.ndarray) -> None:
    rows.set_logits(logits, 7)
    picture = rows.grab().toImage()
    for digit in range(10):
        assert pixels(picture, int(rows.row(digit).center().y()), look.LIGHT.warm) == []
