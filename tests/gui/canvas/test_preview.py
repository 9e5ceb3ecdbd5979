"""The preview tells what the network sees, in pixels and in words."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from core.digits import stages
from gui.canvas.preview import Preview
from gui.look import theme as look
from tests.gui import widgets


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    return widgets.shown(qtbot, Preview())


def inked(preview: Preview) -> int:
    picture = preview.grab().toImage()
    text = QColor(look.LIGHT.text)
    return sum(picture.pixelColor(x, 60) == text for x in range(picture.width()))


def test_an_image_is_shown_and_taken_away(preview: Preview) -> None:
    image = np.ones((28, 28), np.float32)
    preview.set_image(image)
    assert preview.view.image is image
    assert inked(preview) == 112
    assert preview.accessibleDescription() == "784 of 784 pixels are more ink than paper"
    preview.set_image(None)
    assert preview.view.image is None
    assert inked(preview) == 0
    assert preview.accessibleDescription() == "empty"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (stages.UPRIGHT, "28 × 28: scaled to 20 × 20, centred by mass, sheared upright"),
        (stages.RAW, "28 × 28: scaled to 20 × 20, centred by mass"),
        ((), "28 × 28: the canvas shrunk"),
    ],
)
def test_the_caption_names_the_stages_in_use(preview: Preview, names: tuple[str, ...], words: str) -> None:
    preview.set_stages(names)
    assert words in [label.text() for label in preview.findChildren(QLabel)]


def test_the_switch_asks_for_the_stages(preview: Preview, qtbot: QtBot) -> None:
    button = widgets.child(preview, QToolButton, "stages")
    asked = widgets.heard(preview.stages_requested)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    preview.set_stages_shown(True)
    assert asked == [True, False]
    assert button.isChecked()
