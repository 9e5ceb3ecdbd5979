"""Where the current run is shown, going back through it in the real window, and the story of a drawing."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QToolButton
from pytestqt.qtbot import QtBot

from core.recipes.recipe import TUTORIAL, ZEROS
from core.runs.store import RunStore
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from gui.plots.story_plot import StoryPlot
from gui.state.reader import BY_APP
from gui.state.shown_run import ReportedRun
from tests import small
from tests.gui import widgets
from tests.gui.conftest import do, draw, finished, under_way
from tests.gui.widgets import go_back, slider
from tests.there import there


def test_going_back_reads_with_the_weights_of_then_and_marks_no_other_run(qtbot: QtBot, window: MainWindow) -> None:
    story = window.tabs.panel(StoryPlot)
    window.tabs.setCurrentWidget(story)
    assert story.view.hint()
    finished(qtbot, window)
    draw(window.drawing.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: not story.view.hint())  # the story follows the drawing through the run
    assert window.session.state is RunState.FINISHED
    read = widgets.heard(window.reader.read)
    go_back(window.rewind, 10)
    run = there(window.shown.run)
    point = run.checkpoints[10]
    assert read[-1].weights is point.weights
    assert f"this run, step {point.step:,}" in window.drawing.verdict.read_by
    go_back(window.rewind, -1)
    assert read[-1].weights is run.weights
    window.resize(1_000, 700)
    window.show()
    view, handle = window.accuracy_plot.view, slider(window.rewind)
    for place in (3, 50, 90):  # the handle stands under the point of the curve
        go_back(window.rewind, place)
        window.grab()  # lays it out
        shown = QPointF(window.rewind.steps[place], 0.0)
        at = view.mapTo(window, view.mapFromScene(view.view_box.mapViewToScene(shown)))
        option = QStyleOptionSlider()
        handle.initStyleOption(option)
        style = QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle
        middle = handle.mapTo(window, handle.style().subControlRect(*style, handle).center())
        assert middle.x() == pytest.approx(at.x(), abs=3)
    views = (window.cost_plot.view, view, story.view)
    assert all(each.reading() for each in views)
    with qtbot.waitSignal(window.session.finished):
        window.rewind.go_on.click()
    assert [each.reading() for each in views] == ["", "", ""]


def test_training_on_from_there_is_a_new_run_of_the_same_layers_that_knows_its_parent(
    qtbot: QtBot, window: MainWindow
) -> None:
    finished(qtbot, window)
    parent = window.recorder.run_id
    go_back(window.rewind, 10)
    point, button = there(window.shown.run).checkpoints[10], widgets.child(window.rewind, QToolButton, "continue_here")
    recipe = window.next_run.recipe
    window.next_run.set_recipe(replace(recipe, layers=("dense 8",)))  # which these weights do not go with
    button.click()
    assert "one layer, the recipe trains dense 8" in window.status.note()
    window.next_run.set_recipe(recipe)
    with qtbot.waitSignal(window.session.finished):
        button.click()
    child, store = window.recorder.run_id, RunStore(window.recorder.store.folder)
    window.close()
    assert child != parent
    record = store.open(child)
    origin = there(record.facts.parent)
    assert (origin.run_id, origin.step) == (parent, point.step)
    assert np.array_equal(record.start_weights().matrix, point.weights.matrix)


def test_the_story_and_its_numbers_have_the_names_of_the_classes(still_window: MainWindow) -> None:
    window, names = still_window, tuple("abcdefghij")
    window.data.use(replace(small.dataset(), class_names=names))
    widgets.begin(window.session, ZEROS)
    assert window.tabs.panel(StoryPlot).to_table().head == ("step", *names)
    window.shown.show(None)
    assert window.tabs.panel(StoryPlot).to_table().head == ("step", *"0123456789")


def test_a_reset_that_is_undone_brings_back_the_marks_and_the_best_point(qtbot: QtBot, window: MainWindow) -> None:
    under_way(qtbot, window)
    measured = len(there(window.data.dataset).validation)
    assert f"on {measured:,} images it does not train on" in widgets.texts(window.accuracy_plot)
    assert measured != 5_000
    window.toolbar.learning_rate.setValue(0.25)
    do(window, "pause")
    marks = window.cost_plot.view.marks.shown()
    assert [text for _, text in marks] == ["rate 0.25"]
    do(window, "reset")
    assert not window.cost_plot.view.marks.shown()
    do(window, "undo_reset")
    assert window.cost_plot.view.marks.shown() == marks
    assert "Best" in widgets.said(window.accuracy_plot)


def test_a_run_that_is_brought_back_without_weights_yet_does_not_read(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.started):
        do(window, "train")
    qtbot.waitUntil(lambda: window.session.learning_rate is not None)
    window.shown.run = ReportedRun(TUTORIAL, TUTORIAL.steps)
    do(window, "reset")
    do(window, "undo_reset")
    assert window.reader.by == BY_APP
