"""Icons: coloured, sharp at every scale, dimmed; the frame that says where the keyboard is."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.look.icons import icon
from gui.look.theme import rgb
from gui.panels.class_rows import ClassCounts
from tests.gui import widgets

BLUE, RED = "#2F6FED", "#E4572E"


def rgba(made: QIcon, size: int, ratio: float, mode: QIcon.Mode, state: QIcon.State) -> NDArray[np.uint8]:
    """Return (height, width, 4) bytes of the icon as a screen of a pixel ratio gets it."""
    image = made.pixmap(QSize(size, size), ratio, mode, state).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)


def normal(made: QIcon, size: int = 16, ratio: float = 1.0) -> NDArray[np.uint8]:
    return rgba(made, size, ratio, QIcon.Mode.Normal, QIcon.State.Off)


def ink_of(picture: NDArray[np.uint8]) -> tuple[int, int, int]:
    red, green, blue, _alpha = np.median(picture[picture[..., 3] == 255], axis=0).tolist()
    return int(red), int(green), int(blue)


def test_an_icon_wears_its_colour_another_where_it_is_checked_and_is_dimmed_where_disabled(qtbot: QtBot) -> None:
    made = icon("train", BLUE)
    assert ink_of(normal(made)) == rgb(BLUE)
    assert np.array_equal(rgba(made, 16, 1.0, QIcon.Mode.Normal, QIcon.State.On), normal(made))  # it has no other
    assert ink_of(rgba(icon("pause", BLUE, RED), 16, 1.0, QIcon.Mode.Normal, QIcon.State.On)) == rgb(RED)
    dimmed = rgba(made, 16, 1.0, QIcon.Mode.Disabled, QIcon.State.Off)
    assert dimmed[..., 3].max() == pytest.approx(0.4 * normal(made)[..., 3].max(), abs=2)


@pytest.mark.parametrize("ratio", [1.25, 2.0, 3.0, 4.0])
def test_an_icon_has_every_pixel_of_a_finer_screen(ratio: float, qtbot: QtBot) -> None:
    made = icon("train", BLUE)
    picture = normal(made, ratio=ratio)
    assert picture.shape[:2] == (round(16 * ratio), round(16 * ratio))
    assert np.array_equal(picture, normal(made, size=round(16 * ratio)))  # drawn so large, not a small one made larger


def test_a_copy_that_is_changed_leaves_the_icon_as_it_was(qtbot: QtBot) -> None:
    made = icon("train", BLUE)
    before, copy = normal(made), QIcon(made)
    copy.addPixmap(icon("pause", RED).pixmap(16))
    del copy
    assert np.array_equal(normal(made), before)


def is_framed(widget: QWidget) -> bool:
    return widget.grab().toImage().pixelColor(widget.width() // 2, 0) == QColor(look.current().accent)


def test_what_the_keyboard_came_to_is_framed_but_not_what_it_left_or_what_was_clicked(qtbot: QtBot) -> None:
    window, first, second = QWidget(), ClassCounts(), ClassCounts()
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    widgets.shown(qtbot, window)
    window.activateWindow()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert not is_framed(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: is_framed(second))
    assert not is_framed(first)
