"""The stages side by side, each with its switch, and the preview of what the network sees."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton
from pytestqt.qtbot import QtBot

from core.digits import stages
from core.digits.drawing import Drawing
from core.digits.raster import walk
from gui.canvas.preview import Preview, StageStrip
from gui.look import dress, theme as look
from gui.look.pixels import PixelView
from tests.gui import widgets

SLANTED = Drawing.from_strokes([[[0.1, 0.1], [0.3, 0.1], [0.2, 0.3]]])


@pytest.fixture
def strip(qtbot: QtBot) -> StageStrip:
    return widgets.shown(qtbot, StageStrip(), 500, 140)


def box(strip: StageStrip, name: str) -> QCheckBox:
    return widgets.child(strip, QCheckBox, f"stage_{name}")


def images(strip: StageStrip) -> list[np.ndarray[tuple[int, ...], np.dtype[np.floating]] | None]:
    return [view.image for view in strip.findChildren(PixelView)]


def test_each_stage_shows_its_own_picture_or_what_came_before_it_where_it_is_off(strip: StageStrip) -> None:
    pictures = walk(SLANTED, stages.EVEN)
    strip.set_pictures(pictures)
    assert [id(image) for image in images(strip)] == [id(image) for image in pictures.values()]
    names = (stages.BOX, stages.DESKEW)
    strip.set_stages(names)
    strip.set_pictures(walk(SLANTED, names))
    assert images(strip)[2] is images(strip)[1]
    strip.set_pictures(walk(Drawing()))
    assert images(strip) == [None] * 5


def test_switching_a_stage_off_asks_for_the_others_in_order_and_stages_told_are_shown(strip: StageStrip) -> None:
    asked = widgets.heard(strip.stages_changed)
    for name in (stages.CENTRE, stages.BOX, stages.CENTRE):
        box(strip, name).setFocus()
        QTest.keyClick(box(strip, name), Qt.Key.Key_Space)
    left = (stages.DESKEW, stages.SPREAD)
    assert asked == [(stages.BOX, *left), left, (stages.CENTRE, *left)]
    strip.set_stages(stages.RAW)
    assert (strip.stages(), box(strip, stages.DESKEW).isChecked(), len(asked)) == (stages.RAW, False, 3)


def test_pictures_keep_their_size_beneath_larger_letters(strip: StageStrip, large_letters: Callable[[], None]) -> None:
    view = strip.findChildren(PixelView)[0]
    room = strip.maximumHeight() - view.y()
    large_letters()
    widgets.wear(look.LIGHT, strip)
    assert strip.maximumHeight() - view.y() == room


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    return widgets.shown(qtbot, Preview())


def inked(preview: Preview) -> int:
    picture, text = preview.grab().toImage(), QColor(look.LIGHT.text)
    return sum(picture.pixelColor(x, 60) == text for x in range(picture.width()))


def test_an_image_is_shown_and_taken_away_beside_a_caption_that_names_the_stages_in_use(preview: Preview) -> None:
    image = np.ones((28, 28), np.float32)
    preview.set_image(image)
    assert preview.view.image is image
    assert (inked(preview), preview.accessibleDescription()) == (112, "784 of 784 pixels are more ink than paper")
    preview.set_image(None)
    assert preview.view.image is None
    assert (inked(preview), preview.accessibleDescription()) == (0, "empty")
    box = "scaled to 20 × 20, centred by mass"
    for names, caption in ((stages.UPRIGHT, f"{box}, sheared upright"), (stages.RAW, box), ((), "the canvas shrunk")):
        preview.set_stages(names)
        assert f"28 × 28: {caption}" in widgets.texts(preview)


def test_the_switch_asks_for_the_stages_and_stays_whole_beneath_a_low_picture(preview: Preview) -> None:
    button = widgets.child(preview, QToolButton, "stages")
    asked = widgets.heard(preview.stages_requested)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    preview.setStyleSheet(dress.style_sheet(look.LIGHT) + "QToolButton { font-size: 14pt }")
    widgets.wear(look.LIGHT, preview)
    preview.set_stages(stages.EVEN)
    for height in range(150, 220):
        preview.resize(preview.width(), height)
        QApplication.processEvents()
        assert (button.height(), preview.view.height() > 3 * 28) == (button.sizeHint().height(), True)
    preview.set_stages_shown(True)
    assert asked == [True, False]
    assert button.isChecked()
