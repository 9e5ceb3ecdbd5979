"""A widget as a picture."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from gui.system import picture_file


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    shown = QLabel("It reads a 7")
    shown.setStyleSheet("background: #102030; color: #ffffff")
    shown.resize(120, 40)
    qtbot.addWidget(shown)
    return shown


def test_pixels_are_those_of_the_widget_sharp_enough_for_print(label: QLabel, tmp_path: Path) -> None:
    picture_file.save(label, tmp_path / "label.png")
    image = QImage(str(tmp_path / "label.png"))
    assert (image.width(), image.height()) == (240, 80)
    assert image.pixelColor(2, 2) == QColor("#102030")
    assert len({image.pixel(x, 40) for x in range(240)}) > 2  # letters


def test_shapes_keep_text_and_open_as_xml(label: QLabel, tmp_path: Path) -> None:
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
