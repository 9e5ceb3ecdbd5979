"""What is pasted, dropped or opened takes the drawing's place; what is drawn can be copied."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.digits import stages, stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.model import shipped, weights_file
from core.model.softmax import single
from core.recipes import file as recipe_file, recipe as recipes
from core.sources import forms
from gui.canvas.ink import INK_WIDTH
from gui.frame.actions import Actions
from gui.frame.drawing_side import DrawingSide
from gui.frame.status_line import StatusLine
from gui.reading.edit_controller import EditController
from gui.state.reader import Reader
from gui.state.shared import Shared
from tests import small
from tests.core.sources.idx_files import write_pair
from tests.gui import widgets


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = window = widgets.hidden(qtbot, QWidget())
        self.actions, shared = Actions(window), Shared(Reader(shipped.shipped_layer()), window)
        self.reader, self.next_run = shared.reader, shared.next_run
        side, self.status = DrawingSide(self.reader, {}), StatusLine(self.actions["cancel_download"])
        for widget in (side, self.status):
            widget.setParent(window)
        self.canvas, self.readings = side.canvas, widgets.heard(self.reader.read)
        self.wiring = EditController(shared, side, self.status, self.actions)
        self.reader.set_drawing(self.canvas.drawing())

    @property
    def digit(self) -> int | None:
        probabilities = self.readings[-1].probabilities
        return None if probabilities is None else int(probabilities.argmax())

    def draw_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.canvas.begin(start, 1.0, 0.01)
        self.canvas.follow(end, 1.0)
        self.canvas.finish()

    def drop(self, data: QMimeData) -> None:
        button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.canvas.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, key))

    def drop_file(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop(data)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def painted(width: int, height: int, pen: int, *lines: np.ndarray, light: bool = False) -> QImage:
    """Return a picture of lines of points (n, 2), dark on light or light on dark."""
    paper, ink = (Qt.GlobalColor.black, Qt.GlobalColor.white)[:: 1 if light else -1]
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(paper)
    painter = QPainter(picture)
    painter.setPen(QPen(ink, pen))
    for line in lines:
        painter.drawPolyline([QPoint(round(x), round(y)) for x, y in line])
    painter.end()
    return picture


def photo(light: bool = False) -> QImage:
    return painted(200, 260, 16, small.SEVEN.points * (200, 260), light=light)


def test_a_dropped_picture_file_is_read_and_of_several_the_first(bench: Bench, tmp_path: Path) -> None:
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    for path, light in zip(paths, (False, True), strict=True):
        photo(light).save(str(path))
        bench.drop_file(path)
        assert (bench.digit, bench.status.note()) == (7, "")
        assert bench.canvas.drawing().is_empty
    bench.drop_file(*paths)
    assert bench.status.note() == "Opened a.png, the first of 2 files."


def test_a_picture_drawn_by_numbers_is_read(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "seven.svg"
    points = " ".join(f"{x * 10:.2f},{y * 10:.2f}" for x, y in small.SEVEN.points)
    line = f'<polyline points="{points}" fill="none" stroke="navy"/>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{line}</svg>', encoding="utf-8")
    bench.drop_file(path)
    assert (bench.digit, bench.status.note()) == (7, "")
    path.write_text("<svg", encoding="utf-8")
    bench.drop_file(path)
    assert "is not a picture that can be read" in bench.status.note()


def test_a_picture_has_no_strokes_to_copy_and_is_read_again_once_one_over_it_is_undone(bench: Bench) -> None:
    QGuiApplication.clipboard().setImage(photo())
    bench.actions["paste"].trigger()
    assert [bench.actions[name].isEnabled() for name in ("copy_numbers", "copy_strokes")] == [True, False]
    bench.draw_line((0.5, 0.2), (0.5, 0.8))
    assert bench.digit == 1
    bench.canvas.undo()
    assert bench.digit == 7
    assert bench.canvas.drawing().is_empty


def test_a_blank_picture_is_told_and_leaves_the_drawing(bench: Bench) -> None:
    bench.canvas.set_drawing(small.SEVEN)
    QGuiApplication.clipboard().setImage(painted(100, 100, 1))
    bench.actions["paste"].trigger()
    assert bench.status.note().startswith("The pasted picture is blank")
    assert not bench.canvas.drawing().is_empty


def test_of_dropped_or_pasted_strokes_the_first_digit_is_shown_and_its_label_told(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "digits.jsonl"
    stroke_lines.write([LabelledDrawing(small.SEVEN, 7, "w01")] * 3, path)
    bench.drop_file(path)
    assert (bench.digit, len(bench.canvas.drawing().strokes)) == (7, 1)
    assert bench.status.note() == "This is the first of 3 digits in digits.jsonl, labelled 7."
    bench.canvas.undo_stack.undo()
    assert bench.digit is None
    QGuiApplication.clipboard().setText('{"label": 7, "strokes": [[[0, 0], [1, 0], [0.5, 1]]]}')
    bench.actions["paste"].trigger()
    assert bench.status.note() == "One digit in the clipboard, labelled 7."
    assert INK_WIDTH / 2 <= bench.canvas.drawing().points.min() <= bench.canvas.drawing().points.max() < 1


def test_dropped_weights_read_until_closed_and_end_what_was_told_of_a_fault(bench: Bench, tmp_path: Path) -> None:
    QGuiApplication.clipboard().clear()
    bench.actions["paste"].trigger()
    assert "nothing to paste" in bench.status.note()
    bench.canvas.set_drawing(small.SEVEN)
    path, bias = tmp_path / "three.npz", np.zeros(10, np.float32)
    bias[3] = 9
    weights_file.save(path, single(np.zeros((784, 10), np.float32), bias, stages.RAW))
    bench.drop_file(path)
    assert (bench.status.note(), bench.digit, bench.reader.app_name) == ("", 3, "three.npz")
    bench.actions["app_weights"].trigger()
    assert bench.digit == 7
    assert not bench.actions["app_weights"].isEnabled()


def test_a_recipe_is_opened_copied_and_pasted(bench: Bench, tmp_path: Path) -> None:
    recipe, path = recipes.changed(recipes.ZEROS, steps=12), tmp_path / "mine.json"
    recipe_file.save(path, recipe)
    bench.wiring.open_file(path)
    assert bench.next_run.recipe == recipe
    bench.actions["copy_recipe"].trigger()
    bench.next_run.set_recipe(recipes.ZEROS)
    bench.actions["paste"].trigger()
    assert bench.next_run.recipe == recipe
    QGuiApplication.clipboard().setText('{"name": "zeros", "batch": 0}')
    bench.actions["paste"].trigger()
    assert "batch 0 is not between" in bench.status.note()


def test_the_drawing_is_copied_as_picture_as_numbers_and_as_strokes(bench: Bench) -> None:
    assert not any(bench.actions[name].isEnabled() for name in ("copy_image", "copy_numbers", "copy_strokes"))
    bench.canvas.set_drawing(small.SEVEN)
    clipboard = QGuiApplication.clipboard()
    bench.actions["copy_image"].trigger()
    assert (clipboard.image().width(), clipboard.image().height()) == (28, 28)
    bench.actions["copy_numbers"].trigger()
    assert len(clipboard.text().split()) == 784
    bench.actions["copy_strokes"].trigger()
    bench.canvas.clear()
    bench.actions["paste"].trigger()
    assert bench.digit == 7


@pytest.mark.parametrize("compressed", [True, False])
def test_four_files_of_mnist_dropped_on_window_open_as_data_set(bench: Bench, tmp_path: Path, compressed: bool) -> None:
    for name in ("train", "t10k"):
        write_pair(tmp_path, name, small.labelled(30, 1), compressed)
    requested = widgets.heard(bench.wiring.folder_requested)
    bench.drop_file(*sorted(tmp_path.iterdir()))
    assert len(requested) == 1
    assert len(forms.opened(requested[0]).test) == 30
    assert bench.status.note() == ""


def test_a_folder_and_arrays_of_a_data_set_are_requested_as_such(bench: Bench, tmp_path: Path) -> None:
    np.savez(tmp_path / "mine.npz", x_train=np.zeros((40, 784), np.uint8), y_train=np.arange(40) % 10)
    requested = widgets.heard(bench.wiring.folder_requested)
    for path in (tmp_path, tmp_path / "mine.npz"):
        bench.drop_file(path)
    assert requested == [tmp_path, tmp_path / "mine.npz"]


def test_a_picture_of_a_number_is_read_digit_by_digit_and_again_after_undo(bench: Bench) -> None:
    sevens = (np.array([(left, 30), (left + 40, 30), (left + 15, 90)]) for left in (30, 130, 220))
    bench.canvas.image_dropped.emit(painted(300, 120, 6, *sevens))
    assert bench.readings[-1].text == "777"
    assert bench.reader.reads_image
    assert bench.canvas.aspect > 1
    bench.reader.choose(2)
    bench.actions["copy_text"].trigger()
    assert QGuiApplication.clipboard().text() == "777"
    bench.draw_line((0.5, 0.5), (0.6, 0.9))
    assert len(bench.readings[-1].parts) < 3
    bench.canvas.undo()
    assert bench.readings[-1].text == "777"
