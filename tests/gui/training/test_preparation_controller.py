"""What the plots say while the next run is being prepared; the window's real session, without TensorFlow."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.recipes.recipe import PENS, TUTORIAL
from gui.jobs.training_session import TrainingSession
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.state.in_use import DataInUse
from gui.training.preparation_controller import PreparationController
from tests import small
from tests.gui.conftest import WAIT_MS


@pytest.fixture
def session(qapp: object) -> Iterator[TrainingSession]:
    made = TrainingSession(DataInUse())
    yield made
    assert made.close(WAIT_MS)


@pytest.fixture
def plots(qtbot: QtBot) -> tuple[CostPlot, AccuracyPlot]:
    made = CostPlot(), AccuracyPlot()
    for plot in made:
        qtbot.addWidget(plot)
    return made


@pytest.fixture
def wiring(session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot]) -> PreparationController:
    return PreparationController(session, plots, session)


def are_prepared(plots: tuple[CostPlot, AccuracyPlot]) -> list[bool]:
    """Return of each plot whether its header says that the next run is being prepared."""
    return ["the next run is being prepared" in [each.text() for each in plot.findChildren(QLabel)] for plot in plots]


def test_it_is_said_what_a_run_waits_for_and_how_far_that_is(
    session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    session.requirements.data.use(small.dataset())
    session.start(PENS)
    assert are_prepared(plots) == [True, True]
    assert "drawing the digits that its recipe adds" in plots[0].view.hint()
    wiring.show_progress("drawing pen digits: 250 of 44,964", 0.005)
    assert "drawing pen digits: 250 of 44,964" in plots[0].view.hint()
    session.requirements.set_added_digits(PENS, small.labelled(5, 9))
    assert "loading TensorFlow" in plots[0].view.hint()


def test_a_run_given_up_leaves_the_plots_as_they_were(
    session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    before = [plot.view.hint() for plot in plots]
    session.start(PENS)
    session.stop()
    wiring.show_progress("downloading MNIST", 0.5)  # for no run
    assert are_prepared(plots) == [False, False]
    assert [plot.view.hint() for plot in plots] == before


def test_images_that_take_long_to_go_through_their_stages_are_told_of(
    qtbot: QtBot, session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    session.started.emit(PENS, 1)
    qtbot.waitUntil(lambda: "through the stages" in plots[0].view.hint())
    session.training_ready.emit(small.labelled(5, 9))
    assert are_prepared(plots) == [False, False]


def test_a_run_that_has_to_wait_for_another_job_of_tensorflow_says_so(
    qtbot: QtBot, session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    session.started.emit(TUTORIAL, 1)
    qtbot.waitUntil(lambda: "TensorFlow is busy" in plots[0].view.hint())


def test_a_run_that_waits_is_not_told_what_the_one_before_it_did(
    qtbot: QtBot, session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    session.started.emit(TUTORIAL, 1)
    session.start(PENS)
    assert not wiring.findChildren(QTimer)[0].isActive()
    assert "finding the training data" in plots[0].view.hint()


def test_a_run_that_begins_at_once_needs_no_word(
    qtbot: QtBot, session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    for recipe in (TUTORIAL, PENS):
        session.started.emit(recipe, 1)
        session.training_ready.emit(small.labelled(5, 9))
    assert not wiring.findChildren(QTimer)[0].isActive()
    assert are_prepared(plots) == [False, False]


def test_a_run_that_waits_for_tensorflow_is_not_told_what_is_drawn_besides(
    session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], wiring: PreparationController
) -> None:
    session.requirements.data.use(small.dataset())
    session.start(TUTORIAL)
    wiring.show_progress("drawing practice digits: 5,000 of 20,000", 0.25)
    assert "loading TensorFlow" in plots[0].view.hint()
