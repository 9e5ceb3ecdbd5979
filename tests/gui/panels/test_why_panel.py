"""What is shown adds up to the logit, for one digit and for the difference of two."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from core.digits import raster
from core.digits.dataset import PIXELS, SIDE
from core.model import shipped, softmax
from gui.panels.why_panel import NOTHING, WhyPanel
from tests.core.model.test_architecture import CONVOLUTION, HIDDEN, weights_with
from tests.gui import widgets
from tests.small import SEVEN
from tests.there import there

WEIGHTS = shipped.shipped_layer()
IMAGE = there(raster.image_of(SEVEN, WEIGHTS.stages))
LOGITS = softmax.logits(WEIGHTS, IMAGE.reshape(1, PIXELS))[0]


@pytest.fixture
def why(qtbot: QtBot) -> WhyPanel:
    made = widgets.hidden(qtbot, WhyPanel(), 800, 200)
    made.set_reading(IMAGE, WEIGHTS)
    return made


def figures(why: WhyPanel) -> list[float]:
    return [float(figure.replace("−", "-")) for _, figure in why.picture.rows()]


def test_the_sums_that_are_shown_add_up_to_the_logit_or_to_two_digits_difference(why: WhyPanel) -> None:
    for digit, other in (*((digit, None) for digit in range(10)), (7, 0), (7, 3), (7, 9)):
        why.set_digits(digit, other)
        *parts, total = figures(why)
        assert sum(parts) == pytest.approx(total, abs=1e-9)
        assert total == pytest.approx(LOGITS[digit] - (0 if other is None else LOGITS[other]), abs=0.006)


def test_without_a_choice_the_verdict_is_explained_else_a_digit_or_two_by_their_odds(why: WhyPanel) -> None:
    assert why.sentence.text() == "7 has the largest logit, so it reads 7."
    assert figures(why)[-1] == pytest.approx(LOGITS.max(), abs=0.006)
    why.set_digits(3, None)
    assert why.sentence.text() == f"3 is {LOGITS[7] - LOGITS[3]:.2f} behind 7, which it reads."
    why.set_digits(5, 5)
    assert widgets.child(why, QComboBox, "why_other").currentText() == "none"  # not itself
    why.set_digits(7, 9)
    shares = softmax.softmax(LOGITS)
    assert why.sentence.text() == f"7 is {float(shares[7] / shares[9]):,.0f} times as probable as 9."
    why.set_digits(9, 7)
    assert why.sentence.text().startswith("7 is ")


def test_the_button_asks_for_the_digit_that_comes_next_and_a_click_on_a_row_for_its_own(why: WhyPanel) -> None:
    requested: list[tuple[object, object]] = []
    why.digits_requested.connect(lambda *digits: requested.append(digits))
    button, second = widgets.child(why, QToolButton, "why_not"), int(np.argsort(-LOGITS)[1])
    assert button.text() == f"Why not {second}?"
    button.click()
    QTest.mouseClick(why.rows, Qt.MouseButton.LeftButton, pos=why.rows.row(4).center().toPoint())
    assert requested == [(None, second), (4, None)]


def test_setting_digits_asks_for_nothing_but_choosing_does(qtbot: QtBot, why: WhyPanel) -> None:
    with qtbot.assertNotEmitted(why.digits_requested):
        why.set_digits(7, None)
    box = widgets.child(why, QComboBox, "why_other")
    with qtbot.waitSignal(why.digits_requested) as signal:
        box.setCurrentText("9")
        box.activated.emit(box.currentIndex())
    assert signal.args == [7, 9]


def test_a_panel_that_was_tall_once_can_be_as_low_as_before(qtbot: QtBot, why: WhyPanel) -> None:
    why.show()
    low = why.minimumSizeHint().height()
    why.resize(800, 700)
    qtbot.waitUntil(lambda: why.rows.y() > why.picture.geometry().bottom())
    assert why.minimumSizeHint().height() == low


def test_an_empty_canvas_and_weights_that_are_not_numbers_claim_nothing(why: WhyPanel) -> None:
    broken = softmax.single(np.full((PIXELS, 10), np.nan, np.float32), np.zeros(10, np.float32))
    ink = np.ones((SIDE, SIDE), np.float32)
    for image, weights, told in ((None, WEIGHTS, NOTHING), (ink, broken, "no longer numbers")):
        why.set_reading(image, weights)
        why.grab()
        assert told in why.sentence.text()
        assert (why.picture.rows(), why.rows.accessibleDescription()) == ((), "nothing to explain")
    why.set_reading(IMAGE, WEIGHTS)
    assert why.sentence.text() == "7 has the largest logit, so it reads 7."


@pytest.mark.parametrize("texts", [HIDDEN, CONVOLUTION])
def test_the_sums_of_several_layers_make_their_logit_at_any_width(why: WhyPanel, texts: tuple[str, ...]) -> None:
    assert why.squares.isHidden()
    weights = weights_with(texts)
    logits = softmax.logits(weights, IMAGE.reshape(1, PIXELS))[0]
    why.set_reading(IMAGE, weights)
    for squares in range(3):
        why.squares.setCurrentIndex(squares)
        for digit in range(10):
            why.set_digits(digit, None)
            *parts, total = figures(why)
            assert sum(parts) == pytest.approx(total, abs=1e-9)
            assert total == pytest.approx(logits[digit], abs=0.006)
    assert not why.squares.isHidden()
    assert why.since_start.isHidden()
