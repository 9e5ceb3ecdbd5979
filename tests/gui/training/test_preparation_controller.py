"""What the plots say while the next run is being prepared; the window's real session, without TensorFlow."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.machine import tensorflow
from core.recipes.recipe import PENS, TUTORIAL
from gui.frame.status_line import StatusLine
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import RequestedRun
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.state.shared import DataInUse
from gui.training.preparation_controller import PreparationController, say_what_waits
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.session, self.plots = TrainingSession(DataInUse()), (CostPlot(), AccuracyPlot())
        for plot in self.plots:
            qtbot.addWidget(plot)
        self.wiring = PreparationController(self.session, self.plots, self.session)

    def are_prepared(self) -> list[bool]:
        """Return of each plot whether its header says that the next run is being prepared."""
        said = ([each.text() for each in plot.findChildren(QLabel)] for plot in self.plots)
        return ["the next run is being prepared" in texts for texts in said]


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    assert made.session.close(WAIT_MS)


def test_it_is_said_what_a_run_waits_for_and_how_far_that_is(bench: Bench) -> None:
    bench.session.requirements.data.use(small.dataset())
    bench.session.request(RequestedRun(PENS))
    assert bench.are_prepared() == [True, True]
    assert "drawing the digits that its recipe adds" in bench.plots[0].view.hint()
    bench.wiring.show_progress("drawing pen digits: 250 of 44,964", 0.005)
    assert "drawing pen digits: 250 of 44,964" in bench.plots[0].view.hint()
    bench.session.requirements.set_added_digits(PENS, small.labelled(5, 9))
    assert "loading TensorFlow" in bench.plots[0].view.hint()
    bench.wiring.show_progress("drawing practice digits: 5,000 of 20,000", 0.25)  # besides
    assert "loading TensorFlow" in bench.plots[0].view.hint()


def test_a_run_given_up_leaves_the_plots_as_they_were(bench: Bench) -> None:
    before = [plot.view.hint() for plot in bench.plots]
    bench.session.request(RequestedRun(PENS))
    bench.session.stop()
    bench.wiring.show_progress("downloading MNIST", 0.5)  # for no run
    assert bench.are_prepared() == [False, False]
    assert [plot.view.hint() for plot in bench.plots] == before


def test_images_that_take_long_to_go_through_their_stages_are_told_of_but_not_others(
    qtbot: QtBot, bench: Bench
) -> None:
    widgets.begin(bench.session, PENS)
    qtbot.waitUntil(lambda: "through the stages" in bench.plots[0].view.hint())
    bench.session.training_ready.emit(small.labelled(5, 9))
    assert bench.are_prepared() == [False, False]
    for recipe in (TUTORIAL, PENS):  # which begin at once
        widgets.begin(bench.session, recipe)
        bench.session.training_ready.emit(small.labelled(5, 9))
    assert not bench.wiring.findChildren(QTimer)[0].isActive()
    assert bench.are_prepared() == [False, False]


def test_a_run_that_waits_for_another_job_says_so_but_not_what_the_last_did(qtbot: QtBot, bench: Bench) -> None:
    widgets.begin(bench.session, TUTORIAL)
    qtbot.waitUntil(lambda: "TensorFlow is busy" in bench.plots[0].view.hint())
    widgets.begin(bench.session, TUTORIAL)
    bench.session.request(RequestedRun(PENS))
    assert not bench.wiring.findChildren(QTimer)[0].isActive()
    assert "finding the training data" in bench.plots[0].view.hint()


def test_a_file_waits_for_tensorflow_unless_that_cannot_be_loaded(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(tensorflow, "load_tensorflow")
    status = widgets.hidden(qtbot, StatusLine(QAction()))
    for text in ("mine.h5 waits until TensorFlow is ready.", ""):
        status.show_note("")
        say_what_waits("mine.h5", bench.session, status)
        assert status.note() == text
        with qtbot.waitSignal(bench.session.failed):
            bench.session.load()
