"""A learner who takes the lessons with the real controls of the real window, whatever was done before."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.lessons import TOURS, Lesson
from core.model import metrics
from core.recipes import recipe as recipes
from gui.jobs.evaluation import Selection
from gui.lessons.lessons_dock import LessonPage, LessonsDock
from gui.look.figures import percent
from gui.look.overlays import Spotlight
from gui.main_window import MainWindow
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.data_panel import DataPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.network_panel import NetworkPanel
from gui.panels.weights_panel import WeightsPanel
from gui.plots.story_plot import StoryPlot
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw, finished
from tests.there import there

Before = Callable[[QtBot, MainWindow], None]
CLOTHES = tuple("abcdefghij")


def page_of(window: MainWindow) -> LessonPage:
    return there(widgets.child(window, LessonsDock).page)


def begin(window: MainWindow, lesson: str) -> None:
    """Open the lessons at one of the first tour."""
    window.lessons.set_text(str([each.name for each in TOURS[0]].index(lesson)))
    window.actions_by_name["lessons"].trigger()


def ringed(window: MainWindow) -> QWidget | None:
    return next((spot.target for spot in window.findChildren(Spotlight) if spot.isVisible()), None)


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(widgets.child(window, QAbstractButton, name), Qt.MouseButton.LeftButton)


class Learner:
    """Does what each lesson asks for, and checks what it says by the window's own numbers."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.page = qtbot, window, page_of(window)

    def take(self, lesson: Lesson) -> None:
        """Guess, do it, check what is said, go on."""
        window, page = self.window, self.page
        assert window.lessons.index == TOURS[lesson.tour].index(lesson)
        page.choices[1].click()
        if lesson.recipe and not lesson.goes_on:
            named = recipes.named(lesson.recipe)
            assert window.next_run.recipe == (recipes.changed(named, **lesson.changes) if lesson.changes else named)
            window.next_run.set_pace(math.inf)
        getattr(self, lesson.name.replace("-", "_"))()
        self.qtbot.waitUntil(page.next.isEnabled)
        getattr(self, f"check_{lesson.name}", lambda _told: None)(page.outcome.text())
        assert ringed(window) is None or lesson.name not in window.lessons.answers
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)

    def draw(self) -> None:
        self.window.drawing.canvas.clear()
        draw(self.window.drawing.canvas, small.SEVEN)

    image = votes = cost = lit = map = shift = draw

    def apart(self) -> None:
        self.window.drawing.canvas.clear()
        for shift in (0.0, 0.45):
            draw(self.window.drawing.canvas, Drawing((small.SEVEN.strokes[0] * 0.6 + (shift, 0.2),)))

    def check_apart(self, told: str) -> None:
        assert "Your 2 strokes are 2 digits to it: " in told

    def label(self) -> None:
        self.window.tabs.panel(DataPanel).image_chosen.emit("training", 4)

    def graph(self) -> None:
        click(self.window, "network_graph")

    def step(self) -> None:
        click(self.window, "step")

    def accurate(self) -> None:
        self.window.tabs.panel(ConfusionPanel).picture.cell_chosen.emit(Selection(label=3))

    def check_accurate(self, told: str) -> None:
        recall = metrics.recall(there(self.window.evaluation.newest).scores.confusion)
        assert percent(float(recall.max())) in told
        assert percent(float(recall.min())) in told

    def stop(self) -> None:
        self.window.next_run.set_pace(math.inf)
        if not self.window.session.can_continue:
            click(self.window, "train")
            self.qtbot.waitUntil(lambda: self.window.session.can_continue)
        click(self.window, "more")

    def train(self) -> None:
        click(self.window, "train")

    thousand = improve = hidden = dark = slide = train

    def unit(self) -> None:
        panel = self.window.tabs.panel(WeightsPanel)
        widgets.rested(self.qtbot, panel)
        panel.units.wall.chosen.emit(3)

    filter = unit

    def by_heart(self) -> None:
        self.window.tabs.setCurrentWidget(self.window.tabs.panel(StoryPlot))

    def field(self) -> None:
        click(self.window, "weights_page_1")

    def why(self) -> None:
        evaluation, tabs = self.window.evaluation, self.window.tabs
        self.qtbot.waitUntil(lambda: evaluation.newest is not None)
        wrong = there(evaluation.newest).scores.mistakes()
        if len(wrong):
            tabs.panel(MistakesWall).wall.chosen.emit(int(wrong[0]))
        else:  # it reads all: the lesson waits, and can be skipped
            self.page.next.setEnabled(True)

    def hand(self) -> None:
        self.draw()
        click(self.window, "teach_7")


def before_nothing(_qtbot: QtBot, _window: MainWindow) -> None:
    """A window just opened."""


def before_a_drawing(_qtbot: QtBot, window: MainWindow) -> None:
    """A digit on the canvas, other recipe, pace and tab."""
    window.drawing.canvas.set_drawing(small.SEVEN)
    window.next_run.set_recipe(recipes.PENS)
    window.next_run.set_pace(1.0)
    window.tabs.setCurrentWidget(window.tabs.panel(MistakesWall))


def before_a_run(qtbot: QtBot, window: MainWindow) -> None:
    """A run of another recipe that has ended, and somebody has gone back in it."""
    window.next_run.set_recipe(recipes.changed(recipes.BIGGER_STEPS, steps=30))
    finished(qtbot, window)
    window.presenter.show_step(there(window.shown.run).checkpoints[3].step)


def before_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    """A run that is paused, of changed settings."""
    window.next_run.set_recipe(recipes.changed(recipes.TUTORIAL, learning_rate=0.2))
    window.actions_by_name["step"].trigger()
    qtbot.waitUntil(lambda: window.shown.step() == 1)


def before_an_image(qtbot: QtBot, window: MainWindow) -> None:
    """The tutorial's own run has ended, its graph and an image of the data are looked at."""
    finished(qtbot, window)
    window.tabs.setCurrentWidget(window.tabs.panel(NetworkPanel))
    click(window, "network_graph")
    window.tabs.panel(DataPanel).image_chosen.emit("test", 3)


def before_clothes(_qtbot: QtBot, window: MainWindow) -> None:
    window.data.use(replace(small.dataset(), class_names=CLOTHES))


STATES = (before_nothing, before_a_drawing, before_a_run, before_a_pause, before_an_image, before_clothes)
