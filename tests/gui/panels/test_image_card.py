"""One image as numbers."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.panels.image_card import HINT, ImageCard, as_text, one_hot
from tests.gui import widgets


@pytest.fixture
def card(qtbot: QtBot) -> ImageCard:
    return widgets.hidden(qtbot, ImageCard(), 260, 300)


def test_numbers_stand_in_columns() -> None:
    image = np.linspace(0, 1, 784).reshape(28, 28)
    assert {len(line) for line in as_text(image).splitlines()} == {28 * 4 - 1}
    assert one_hot(0) == "1 0 0 0 0 0 0 0 0 0"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-1.0, "0"), (0.004, ".00"), (0.5, ".50"), (0.994, ".99"), (0.999, "1.0"), (1, "1.0")],
)
def test_paper_is_a_bare_0_and_ink_two_decimals(value: float, text: str) -> None:
    assert as_text(np.array([[value]])).strip() == text


def test_an_image_is_shown_with_its_label_as_a_row_and_all_its_numbers(card: ImageCard) -> None:
    image = np.zeros((28, 28), np.float32)
    image[20, 3] = 0.25
    card.set_image(image, 7, "test image 4")
    assert one_hot(7) in card.row.text()
    assert card.numbers.toPlainText().splitlines()[20].split()[3] == ".25"
    assert card.accessibleDescription() == "test image 4, label 7"


def test_the_numbers_begin_where_there_is_ink(qtbot: QtBot, card: ImageCard) -> None:
    card.show()
    image = np.zeros((28, 28), np.float32)
    image[10:, :] = 1.0
    card.set_image(image, 7, "test image 4")
    assert card.findChildren(QPlainTextEdit)[0].verticalScrollBar().value() == 9


def test_cleared_it_says_what_to_do(card: ImageCard) -> None:
    card.set_image(np.ones((28, 28), np.float32), 7, "test image 4")
    card.clear()
    assert (card.numbers.toPlainText(), card.row.text(), card.findChildren(QLabel)[0].text()) == ("", "", HINT)
