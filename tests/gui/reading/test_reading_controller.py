"""Between the tabs and the drawing: images opened, every reading with its reader, Keras models too."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.exporting import export
from core.model import shipped
from core.recipes.recipe import ZEROS
from core.training.reports import Checkpoint, Progress
from gui.frame.status_line import StatusLine
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.state.reader import BY_APP, BY_RUN
from gui.state.shown_run import ReportedRun
from gui.training.run_presenter import RunPresenter
from tests import small
from tests.gui import widgets
from tests.gui.reading.made import Joined

WEIGHTS = shipped.shipped_layer()


class Bench:
    """The parts joined to what reads, and to the plots, beside a session in which nothing trains."""

    def __init__(self, qtbot: QtBot, joined: Joined) -> None:
        self.session, self.reader, self.drawing = joined.session, joined.reader, joined.drawing
        self.reading, self.selection, self.evaluation = joined.reading, joined.selection, joined.evaluation
        plots, status = (CostPlot(), AccuracyPlot()), StatusLine(QAction("Cancel"))
        for widget in (*plots, status):
            qtbot.addWidget(widget)
        self.presenter = RunPresenter(joined.shared, joined.session, plots, status)

    def report(self, step: int) -> None:
        """Tell what a run would after so many steps, kept and measured."""
        weights = replace(WEIGHTS, arrays=(WEIGHTS.matrix + step, WEIGHTS.bias))
        point = Checkpoint(step, 0.5, 1.0, weights)
        self.session.progressed.emit(Progress(1, step, 1_000, np.ones(step, np.float32), (point,), weights, 0.01))


@pytest.fixture
def bench(qtbot: QtBot, joined: Joined) -> Bench:
    return Bench(qtbot, joined)


def test_an_image_opened_in_a_tab_stands_on_the_canvas_and_is_read(bench: Bench, joined: Joined) -> None:
    joined.data.use(small.dataset())
    joined.images.image_chosen.emit("training", 3)
    assert bench.drawing.canvas.drawing().is_empty
    assert bench.reader.reads_image
    assert bench.drawing.verdict.text != ""


def test_a_new_network_is_announced_and_reads_from_its_birth_on_beside_the_app(bench: Bench) -> None:
    bench.reader.set_drawing(small.SEVEN)
    assert bench.drawing.stages.stages() == WEIGHTS.stages
    assert "the app" in bench.drawing.verdict.read_by
    by_app: list[object] = []
    bench.reader.read.connect(lambda reading: by_app.append(reading.by_app))
    widgets.begin(bench.session, ZEROS)
    assert bench.drawing.verdict.text == "A new network takes over. It has seen nothing yet."
    assert bench.drawing.verdict.read_by == "this run, step 0"
    assert by_app[-1] is not None
    bench.report(5)
    assert "takes over" in bench.drawing.verdict.text
    assert bench.drawing.verdict.read_by == "this run, step 5 (50 %)"
    bench.reader.read_by(BY_APP)
    assert "the app" in bench.drawing.verdict.read_by
    assert by_app[-1] is None


def test_the_tabs_are_given_the_weights_that_read_each_once_with_their_step(bench: Bench) -> None:
    shown: list[int | None] = []  # the step of the weights, None for the app's
    bench.reading.weights_shown.connect(lambda _weights, step: shown.append(step))
    widgets.begin(bench.session, ZEROS)
    bench.report(5)
    bench.reader.set_drawing(small.SEVEN)
    bench.reader.read_by(BY_APP)
    bench.reader.read_by(BY_RUN)
    assert shown == [0, 5, None, 5]
    bench.report(6)
    bench.presenter.show_step(5)
    bench.presenter.show_step(None)
    assert shown[4:] == [11, 5, 11]  # in all, steps that were reported


def test_what_a_stored_run_and_an_opened_model_are_worth_is_measured_for_each_step_and_for_numbers(
    qtbot: QtBot, bench: Bench, joined: Joined
) -> None:
    joined.data.use(small.dataset())
    bench.reader.set_drawing(small.SEVEN)
    verdict, worth = bench.drawing.verdict, re.compile(r"but then right (\d+) times in 100")
    right = [replace(WEIGHTS, arrays=(scale * WEIGHTS.matrix, WEIGHTS.bias)) for scale in (50, 60, 70)]
    points = [Checkpoint(step, 0.5, 1.0, weights) for step, weights in zip((5, 9), right, strict=False)]
    bench.presenter.show(ReportedRun(ZEROS, 10, checkpoints=points, weights=points[-1].weights, run_id="stored"))
    for step in (None, 5, 9):
        bench.presenter.show_step(step)
        qtbot.waitUntil(lambda: worth.search(verdict.accessibleName()) is not None)
    assert "20 times" in verdict.accessibleName()
    bench.reader.set_drawing(Drawing((*small.SEVEN.strokes, small.SEVEN.strokes[0] + (0.7, 0))))
    assert (
        verdict.accessibleName()
        == "It reads seventy-seven: seven, seven, over 99 % sure, but then right 4 times in 100"
    )
    bench.reader.set_app_weights(right[2], "mine.npz")
    assert not worth.search(verdict.accessibleName())
    qtbot.waitUntil(lambda: worth.search(verdict.accessibleName()) is not None)


def test_validation_images_are_read_while_a_run_is_going_alone(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    monkeypatch.setattr(bench.evaluation, "set_running", told.append)
    for state in (RunState.LOADING, RunState.RUNNING, RunState.PAUSED, RunState.FINISHED):
        bench.session.state_changed.emit(state)
    assert told == [False, True, True, False]


# Keras 3.15 asks TensorFlow's variables for numpy arrays in a way that numpy 2 warns of
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_an_opened_keras_model_reads_and_another_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path, other = tmp_path / "mine.keras", tmp_path / "other.keras"
    weights = shipped.shipped_layer()
    window.session.submit(lambda: export.export_weights(weights, "keras", path))
    window.drawing.canvas.set_drawing(small.SEVEN)
    qtbot.waitUntil(path.exists)
    window.edit.open_file(path)
    qtbot.waitUntil(lambda: window.reader.app_name == "mine.keras")
    assert np.array_equal(window.reader.weights.matrix, weights.matrix)
    assert window.reader.weights.stages == weights.stages
    other.write_text("not a model")
    window.edit.open_file(other)
    qtbot.waitUntil(lambda: "other.keras" in window.status.note())
    assert window.reader.app_name == "mine.keras"
