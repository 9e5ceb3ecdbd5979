"""What is painted by hand, without text, against stored pictures; STORE_PICTURES=1 stores what is painted now."""

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.digits import raster
from core.digits.dataset import SIDE
from core.model.inside import evidence
from core.model.softmax import Weights, single
from gui.canvas.digit_bars import DigitBars
from gui.canvas.digit_canvas import DigitCanvas
from gui.look import theme as look
from gui.look.icons import icon
from gui.look.overlays import Spotlight
from gui.panels import confusion_panel
from gui.panels.evidence_picture import Equation, EvidencePicture
from gui.panels.weight_pictures import WeightPictures
from tests import small
from tests.gui import widgets
from tests.gui.panels.test_weight_pictures import layout_of
from tests.there import there

FOLDER = Path(__file__).with_name("stored")
MEAN, SHARE, FAR = 1.5, 0.01, 40  # of 255: the mean difference; the share of pixels that may be farther off
BOTH = pytest.mark.parametrize("theme", [look.LIGHT, look.DARK], ids=lambda theme: theme.name)
ICONS = ("clear", "more", "pause", "redo", "reset", "settings", "step", "train", "undo")
ICON_SIDE = 48  # pixels


def pixels(image: QImage) -> np.ndarray:
    whole = image.convertToFormat(QImage.Format.Format_RGBX8888)
    rows = np.frombuffer(whole.constBits(), np.uint8).reshape(whole.height(), whole.bytesPerLine() // 4, 4)
    return rows[:, : whole.width(), :3].astype(np.int16)


def is_like(image: QImage, name: str) -> bool:
    stored = QImage(str(FOLDER / f"{name}.png"))
    assert not stored.isNull(), f"{name}.png is missing"
    assert stored.size() == image.size()
    difference = np.abs(pixels(image) - pixels(stored))
    return bool(difference.mean() <= MEAN and (difference.max(axis=2) > FAR).mean() <= SHARE)


def check(image: QImage, name: str) -> None:
    if os.environ.get("STORE_PICTURES"):
        FOLDER.mkdir(exist_ok=True)
        image.save(str(FOLDER / f"{name}.png"))
    assert is_like(image, name)


def weights() -> Weights:
    """Return weights that differ from digit to digit: a bright disc of another place and sign in each."""
    rows, columns = np.mgrid[0:28, 0:28]
    discs = [np.exp(-((rows - 8 - digit) ** 2 + (columns - 20 + digit) ** 2) / 20.0) for digit in range(10)]
    signed = [disc * (1 if digit % 2 else -1) for digit, disc in enumerate(discs)]
    return single(np.stack(signed, -1).reshape(784, 10).astype(np.float32), np.zeros(10, np.float32))


@BOTH
def test_the_weights_look_as_they_did(qtbot: QtBot, theme: look.Theme) -> None:
    pictures = widgets.hidden(qtbot, WeightPictures(), 780, 170)
    pictures.set_weights(weights())
    cells = [cell.toRect() for cell in layout_of(pictures).cells]
    check(_on_paper(pictures, theme).copy(cells[0].united(cells[-1])), f"weights-{theme.name}")


@BOTH
def test_the_bars_look_as_they_did(qtbot: QtBot, theme: look.Theme) -> None:
    bars = widgets.hidden(qtbot, DigitBars(), 400, 250)
    bars.set_probabilities(np.array([0.02, 0.05, 0.13, 0.0, 0.0, 0.1, 0.0, 0.6, 0.1, 0.0]))
    check(_on_paper(bars, theme).copy(QRect(60, 0, 240, 250)), f"bars-{theme.name}")
    bars.set_probabilities(np.full(10, 0.1))
    assert not is_like(_on_paper(bars, theme).copy(QRect(60, 0, 240, 250)), f"bars-{theme.name}")


@BOTH
def test_the_evidence_looks_as_it_did(qtbot: QtBot, theme: look.Theme) -> None:
    picture = widgets.hidden(qtbot, EvidencePicture(), 640, 160)
    image = there(raster.image_of(small.SEVEN))
    made = evidence(weights(), image, 3, None)
    picture.set_equation(Equation(image, weights().matrix[:, 3].reshape(SIDE, SIDE), made, ("", "", ""), ""))
    places, _sums = picture.places()
    check(_on_paper(picture, theme).copy(places[0].united(places[2]).toAlignedRect()), f"evidence-{theme.name}")


@BOTH
def test_the_fills_of_the_confusion_look_as_they_did(
    qtbot: QtBot, theme: look.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confusion_panel, "paint_text", lambda *_: None)  # every machine writes in another font
    picture = widgets.hidden(qtbot, confusion_panel.ConfusionPicture(), 480, 300)
    picture.set_counts(np.diag(np.arange(100, 1_100, 100)) + np.diag(np.arange(9) ** 2, k=1))
    cells = picture.cell(0, 0).united(picture.cell(9, 9)).toAlignedRect()
    check(_on_paper(picture, theme).copy(cells), f"confusion-{theme.name}")


@BOTH
def test_ink_looks_as_it_did(qtbot: QtBot, theme: look.Theme) -> None:
    canvas = widgets.hidden(qtbot, DigitCanvas(), 280, 280)
    canvas.set_drawing(small.SEVEN)
    check(_on_paper(canvas, theme), f"ink-{theme.name}")


@BOTH
def test_icons_look_as_they_did(qtbot: QtBot, theme: look.Theme) -> None:
    sheet = QImage(ICON_SIDE * len(ICONS), ICON_SIDE, QImage.Format.Format_RGB32)
    sheet.fill(theme.panel)
    painter = QPainter(sheet)
    for place, name in enumerate(ICONS):
        painter.drawPixmap(place * ICON_SIDE, 0, icon(name, theme.text).pixmap(ICON_SIDE, ICON_SIDE))
    painter.end()
    check(sheet, f"icons-{theme.name}")


def test_the_ring_of_a_lesson_looks_as_it_did(qtbot: QtBot) -> None:
    window = widgets.hidden(qtbot, QWidget(), 200, 120)
    target = QWidget(window)
    target.setGeometry(40, 30, 120, 60)
    ring = Spotlight(window)
    window.show()
    ring.point_at(target)
    check(_on_paper(ring, look.LIGHT), "ring")


def _on_paper(widget: QWidget, theme: look.Theme) -> QImage:
    """Return a widget as it is painted on a panel of the theme."""
    widgets.wear(theme, widget)
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    return image
