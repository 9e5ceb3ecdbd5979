"""Where the current run is shown, going back through it in the real window, and the story of a drawing."""

from dataclasses import replace
from pathlib import Path

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


def test_going_back_reads_with_the_weights_of_then(qtbot: QtBot, window: MainWindow) -> None:
    draw(window.drawing.canvas, small.SEVEN)
    finished(qtbot, window)
    read = widgets.heard(window.reader.read)
    go_back(window.rewind, 10)
    run = there(window.shown.run)
    point = run.checkpoints[10]
    assert read[-1].weights is point.weights
    assert f"this run, step {point.step:,}" in window.drawing.verdict.read_by
    go_back(window.rewind, -1)
    assert read[-1].weights is run.weights


def test_the_handle_stands_under_the_point_of_the_curve_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    window.resize(1_000, 700)
    window.show()
    view, handle = window.accuracy_plot.view, slider(window.rewind)
    for place in (3, 50, 90):
        go_back(window.rewind, place)
        window.grab()  # lays it out
        point = QPointF(window.rewind.steps[place], 0.0)
        at = view.mapTo(window, view.mapFromScene(view.view_box.mapViewToScene(point)))
        option = QStyleOptionSlider()
        handle.initStyleOption(option)
        style = QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle
        middle = handle.mapTo(window, handle.style().subControlRect(*style, handle).center())
        assert middle.x() == pytest.approx(at.x(), abs=3)


def test_training_on_from_there_is_a_new_run_that_knows_its_parent(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    finished(qtbot, window)
    parent = window.recorder.run_id
    go_back(window.rewind, 10)
    point = there(window.shown.run).checkpoints[10]
    button = widgets.child(window.rewind, QToolButton, "continue_here")
    with qtbot.waitSignal(window.session.finished):
        button.click()
    child = window.recorder.run_id
    store = RunStore(window.recorder.store.folder)
    window.close()
    assert child != parent
    record = store.open(child)
    assert record.facts.parent is not None
    assert (record.facts.parent.run_id, record.facts.parent.step) == (parent, point.step)
    assert np.array_equal(record.start_weights().matrix, point.weights.matrix)


def test_the_story_follows_the_drawing_through_the_run(qtbot: QtBot, window: MainWindow) -> None:
    window.tabs.setCurrentWidget(window.tabs.panel(StoryPlot))
    assert window.tabs.panel(StoryPlot).view.hint()
    finished(qtbot, window)
    draw(window.drawing.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: not window.tabs.panel(StoryPlot).view.hint())
    assert window.session.state is RunState.FINISHED


def test_the_step_gone_back_to_is_marked_in_no_other_run(qtbot: QtBot, window: MainWindow) -> None:
    draw(window.drawing.canvas, small.SEVEN)
    finished(qtbot, window)
    window.tabs.setCurrentWidget(window.tabs.panel(StoryPlot))
    go_back(window.rewind, 10)
    views = (window.cost_plot.view, window.accuracy_plot.view, window.tabs.panel(StoryPlot).view)
    assert all(view.reading() for view in views)
    with qtbot.waitSignal(window.session.finished):
        window.rewind.go_on.click()
    assert [view.reading() for view in views] == ["", "", ""]


def test_the_story_and_its_numbers_have_the_names_of_the_classes(qtbot: QtBot) -> None:
    window, names = MainWindow(), tuple("abcdefghij")
    qtbot.addWidget(window)
    window.data.use(replace(small.dataset(), class_names=names))
    window.session.started.emit(ZEROS, 1)
    assert window.tabs.panel(StoryPlot).to_table().head == ("step", *names)
    window.shown.show(None)
    assert window.tabs.panel(StoryPlot).to_table().head == ("step", *"0123456789")
    window.close()


def test_a_reset_that_is_undone_brings_back_the_marks_and_the_best_point(qtbot: QtBot, window: MainWindow) -> None:
    under_way(qtbot, window)
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


def test_the_accuracy_says_on_how_many_images_of_this_data_set_it_is_measured(qtbot: QtBot, window: MainWindow) -> None:
    under_way(qtbot, window)
    assert window.data.dataset is not None
    told = f"on {len(window.data.dataset.validation):,} images it does not train on"
    assert told in widgets.texts(window.accuracy_plot)
    assert len(window.data.dataset.validation) != 5_000
