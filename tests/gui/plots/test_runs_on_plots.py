"""What the plots of cost and accuracy do alike: which run is the current one, and which stand behind it."""

from typing import Protocol

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.training.history import History
from gui.look import theme as look
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.state.accuracies import Accuracies
from tests.gui.worn import wear


class Driven(Protocol):
    """A plot with what a test does to it."""

    @property
    def plot(self) -> CostPlot | AccuracyPlot: ...
    def start(self, title: str, total: int = 100, run: object = None) -> None: ...
    def train(self, steps: int) -> None: ...
    def current(self) -> object: ...
    def earlier(self) -> list[str]: ...


class DrivenCost:
    def __init__(self) -> None:
        self.plot = CostPlot()

    def start(self, title: str, total: int = 100, run: object = None) -> None:
        assert run is None or isinstance(run, History)
        self.plot.start(title, total, run)

    def train(self, steps: int) -> None:
        self.plot.add(np.full(steps, 2.0, np.float32))

    def current(self) -> object:
        return self.plot.history

    def earlier(self) -> list[str]:
        return [title for title, _history in self.plot.earlier]


class DrivenAccuracy:
    def __init__(self) -> None:
        self.plot = AccuracyPlot()

    def start(self, title: str, total: int = 100, run: object = None) -> None:
        assert run is None or isinstance(run, Accuracies)
        self.plot.start(title, total, run)

    def train(self, steps: int) -> None:
        done = self.plot.run.steps[-1] if self.plot.run.steps else 0
        self.plot.add([(done + step + 1, 0.5) for step in range(steps)])

    def current(self) -> object:
        return self.plot.run

    def earlier(self) -> list[str]:
        return [run.title for run in self.plot.earlier]


@pytest.fixture(params=[DrivenCost, DrivenAccuracy], ids=["cost", "accuracy"])
def driven(request: pytest.FixtureRequest, qtbot: QtBot) -> Driven:
    made: Driven = request.param()
    qtbot.addWidget(made.plot)
    made.plot.resize(780, 264)
    made.plot.show()
    return made


def test_a_finished_run_stays_behind_the_next_and_an_unfinished_one_does_not(driven: Driven) -> None:
    driven.start("Zeros")
    driven.train(100)
    driven.plot.finish()
    driven.start("Bigger steps")
    driven.train(40)
    driven.start("Patience")
    assert driven.earlier() == ["Zeros"]


def test_a_run_that_goes_on_after_its_end_is_not_an_earlier_one(driven: Driven) -> None:
    driven.start("Zeros")
    driven.train(100)
    driven.plot.finish()
    driven.plot.extend_total(200)
    driven.train(10)
    driven.plot.reset()
    assert driven.earlier() == []


def test_a_run_that_is_given_back_goes_on(driven: Driven) -> None:
    driven.start("Zeros")
    driven.train(40)
    kept = driven.current()
    driven.plot.reset()
    assert driven.current() is not kept
    assert driven.plot.view.hint()
    driven.start("Zeros", 100, kept)
    driven.train(2)
    assert driven.current() is kept
    assert driven.plot.view.hint() == ""


def test_a_finished_run_whose_reset_is_undone_is_the_current_one_again_and_no_earlier_one(driven: Driven) -> None:
    driven.start("Zeros")
    driven.train(100)
    driven.plot.finish()
    kept = driven.current()
    driven.plot.reset()
    assert driven.earlier() == ["Zeros"]
    driven.start("Zeros", 100, kept)
    assert driven.earlier() == []
    assert driven.current() is kept


def test_the_axis_holds_the_whole_run_from_its_first_report_on_and_what_is_added(driven: Driven) -> None:
    driven.start("Patience", 20_000)
    driven.train(1)
    assert driven.plot.view.view_box.viewRange()[0] == [0, 20_000]
    driven.plot.extend_total(21_000)
    assert driven.plot.view.view_box.viewRange()[0] == [0, 21_000]


def test_an_empty_plot_says_what_to_do_until_there_is_something(driven: Driven) -> None:
    assert driven.plot.view.hint().startswith("Press Train")
    driven.start("Zeros")
    driven.train(1)
    assert driven.plot.view.hint() == ""


def test_the_theme_colours_the_plot(driven: Driven) -> None:
    driven.start("Zeros")
    driven.train(100)
    wear(look.DARK, driven.plot)
    image = driven.plot.view.grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert look.DARK.panel in colours
    assert look.LIGHT.panel not in colours
