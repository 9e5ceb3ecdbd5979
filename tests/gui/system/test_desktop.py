"""The desktop: clipboard, pictures, display, language, and how the app introduces itself."""

import io
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QDoubleSpinBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.digits import raster
from core.errors import UserError
from core.machine import qt_libraries
from core.numbers.spoken import spoken
from core.words import figure
from gui.system import clipboard, display, language, picture_file
from gui.system.display import DESKTOP_ID, introduce
from tests import small
from tests.gui import widgets
from tests.there import there


def test_the_windows_carry_the_icon_and_the_name_of_the_desktop_entry(qapp: QApplication) -> None:
    introduce(qapp)
    assert QApplication.applicationName() == "Digitscope"
    assert QApplication.desktopFileName() == DESKTOP_ID
    picture = QApplication.windowIcon().pixmap(32, 32).toImage()
    corner, middle = picture.pixelColor(0, 0), picture.pixelColor(16, 20)
    assert corner.alpha() < middle.alpha() == 255


IMAGE = there(raster.image_of(small.SEVEN))


def test_a_drawing_is_copied_as_a_picture_with_dark_ink_and_as_numbers() -> None:
    picture = clipboard.picture_of(IMAGE)
    assert (picture.width(), picture.height()) == (28, 28)
    row, column = np.unravel_index(int(IMAGE.argmax()), IMAGE.shape)
    assert picture.pixelColor(int(column), int(row)).red() == 255 - round(float(IMAGE.max()) * 255)
    assert picture.pixelColor(0, 0).red() == 255
    data = clipboard.encoded(picture)
    assert data.startswith(b"\x89PNG")
    assert QImage.fromData(data).pixelColor(14, 14) == picture.pixelColor(14, 14)
    assert np.allclose(np.loadtxt(io.StringIO(clipboard.numbers_of(IMAGE))), IMAGE, atol=5e-4)


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    shown = widgets.hidden(qtbot, QLabel("It reads a 7"), 120, 40)
    shown.setStyleSheet("background: #102030; color: #ffffff")
    return shown


def test_pixels_are_the_widgets_sharp_enough_for_print_and_shapes_keep_text(label: QLabel, tmp_path: Path) -> None:
    picture_file.save(label, tmp_path / "label.png")
    image = QImage(str(tmp_path / "label.png"))
    assert (image.width(), image.height()) == (240, 80)
    assert image.pixelColor(2, 2) == QColor("#102030")
    assert len({image.pixel(x, 40) for x in range(240)}) > 2  # letters
    picture_file.save(label, tmp_path / "label.svg")
    root = ET.parse(tmp_path / "label.svg").getroot()
    assert root.get("viewBox") == "0 0 120 40"
    assert "".join(root.itertext()).strip().endswith("It reads a 7")


def test_another_kind_and_a_folder_that_is_not_there_are_said(label: QWidget, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"label\.pdf"):
        picture_file.save(label, tmp_path / "label.pdf")
    for suffix in (".png", ".svg"):
        with pytest.raises(UserError, match="cannot be written"):
            picture_file.save(label, tmp_path / "nowhere" / f"label{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_a_display_that_does_not_answer_is_no_display() -> None:
    assert not display.is_there({}, "linux")
    assert not display.is_there({"WAYLAND_DISPLAY": "wayland-99", "XDG_RUNTIME_DIR": "/nowhere"}, "linux")
    assert display.is_there({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert display.is_there({"QT_QPA_PLATFORM": "xcb;offscreen:enable_fonts"}, "linux")
    for asked in ("xcb", "wayland", "wayland-egl;xcb"):
        assert not display.is_there({"QT_QPA_PLATFORM": asked}, "linux")
    assert display.is_there({}, "darwin")


def test_a_missing_library_or_platform_or_unfit_qt_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"QT_QPA_PLATFORM names bogus, .* offscreen"):
        display.check_libraries({"QT_QPA_PLATFORM": "bogus"}, "linux")
    display.check_libraries({"QT_QPA_PLATFORM": "bogus;offscreen"}, "linux")
    monkeypatch.setattr(qt_libraries, "folder", lambda: tmp_path)
    (tmp_path / qt_libraries.PLATFORMS).mkdir(parents=True)
    for variable, plugin in (("DISPLAY", "libqxcb.so"), ("WAYLAND_DISPLAY", "libqwayland-egl.so")):
        (tmp_path / qt_libraries.PLATFORMS / plugin).write_bytes(b"not a library")
        with pytest.raises(UserError, match="libxcb-cursor0"):
            display.check_libraries({variable: ":0"}, "linux")
    monkeypatch.setattr(qt_libraries, "unfit_version", lambda: "6.12.0")
    with pytest.raises(UserError, match=r"PySide6 6.12.0 would end Python .* pip install"):
        display.check_libraries({}, "darwin")


@pytest.mark.parametrize(
    ("choice", "preferred", "code"),
    [
        *(("de", ["en-GB"], "de"), ("en", ["de-DE"], "en"), ("system", ["de-AT", "de"], "de")),
        *(("system", ["fr-FR", "de", "en"], "de"), ("system", ["fr_FR"], "en"), ("system", [], "en")),
        ("klingon", ["de"], "de"),
    ],
)
def test_the_first_language_that_we_have_is_spoken(choice: str, preferred: list[str], code: str) -> None:
    assert language.code_of(choice, preferred) == code


def test_german_has_german_numbers(qtbot: QtBot) -> None:
    language.use("de")
    assert figure(1234.5, ",.1f") == "1.234,5"
    box = widgets.hidden(qtbot, QDoubleSpinBox())
    box.setValue(0.5)
    assert box.text() == "0,50"
    assert spoken("42") == "zweiundvierzig: vier, zwei"
    assert spoken("321").startswith("dreihunderteinundzwanzig")
    dialog = widgets.hidden(qtbot, QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel))
    assert dialog.buttons()[0].text() == "Abbrechen"  # as Qt says it
    language.use("en")
    assert figure(1234.5, ",.1f") == "1,234.5"
