"""Keras models are read in TensorFlow's thread, and read the drawing then."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.exporting import export
from core.model import shipped
from gui.main_window import MainWindow
from tests import small
from tests.gui.conftest import WAIT_MS

# Keras 3.15 asks TensorFlow's variables for numpy arrays in a way that numpy 2 warns of
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


def test_an_opened_keras_model_reads_and_another_file_is_told(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], data_folder: Path, tmp_path: Path
) -> None:
    path, other = tmp_path / "mine.keras", tmp_path / "other.keras"
    window = open_window(data_folder)
    weights = shipped.shipped_layer()
    window.session.submit(lambda: export.export_weights(weights, "keras", path))
    window.drawing.canvas.set_drawing(small.SEVEN)
    qtbot.waitUntil(path.exists, timeout=WAIT_MS)
    window.edit.open_file(path)
    qtbot.waitUntil(lambda: window.reader.app_name == "mine.keras", timeout=WAIT_MS)
    assert np.array_equal(window.reader.weights.matrix, weights.matrix)
    assert window.reader.weights.stages == weights.stages
    other.write_text("not a model")
    window.edit.open_file(other)
    qtbot.waitUntil(lambda: "other.keras" in window.status.note(), timeout=WAIT_MS)
    assert window.reader.app_name == "mine.keras"
