"""The tour, taken by a learner with the real controls of the real window."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.digits.dataset import DIGITS, Dataset
from core.lessons import LESSONS, TOURS, Answer
from core.model import shipped
from core.recipes import recipe as recipes
from core.sources import search
from gui.jobs.evaluation import Selection
from gui.lessons.lessons_dock import LessonsDock
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.panels.class_rows import ClassChoice
from gui.panels.mistakes_wall import MistakesWall
from gui.state.reader import BY_APP, BY_LAYER, BY_RUN
from tests import small
from tests.core.model.test_architecture import CONVOLUTION
from tests.gui import widgets
from tests.gui.conftest import draw, finished, under_way
from tests.gui.lessons.learner import (
    STATES,
    Before,
    Learner,
    before_a_pause,
    before_clothes,
    begin,
    click,
    page_of,
    ringed,
)
from tests.there import there


@pytest.mark.parametrize("tour", range(len(TOURS)))
@pytest.mark.parametrize("before", STATES, ids=lambda before: before.__name__)
def test_all_lessons_can_be_taken_whatever_was_done_before(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, before: Before, tour: int
) -> None:
    for lesson in TOURS[tour]:
        if tour and lesson.recipe:  # all its steps take long, and say the same
            monkeypatch.setitem(lesson.changes, "steps", 100)
    before(qtbot, window)
    recipe, pace, tab = window.next_run.recipe, window.next_run.pace, window.tabs.currentIndex()
    dataset, run = there(window.data.dataset), window.shown.run
    window.actions_by_name["lessons"].trigger()
    qtbot.waitUntil(lambda: there(window.data.dataset).class_names == DIGITS)
    learner = Learner(qtbot, window)
    learner.page.tours.activated.emit(tour)
    for lesson in TOURS[tour]:
        learner.take(lesson)
    assert (window.next_run.recipe, window.next_run.pace, window.tabs.currentIndex()) == (recipe, pace, tab)
    assert {lesson.name for lesson in TOURS[tour]} - set(window.lessons.answers) <= {"why"}  # where it misread nothing
    assert "guesses were right" in learner.page.answers.toPlainText()
    if tour + 1 < len(TOURS):
        QTest.mouseClick(learner.page.next, Qt.MouseButton.LeftButton)
        assert (window.lessons.tour, window.lessons.index) == (tour + 1, 0)
    window.actions_by_name["lessons"].trigger()
    assert ringed(window) is None
    assert (window.next_run.recipe, window.data.dataset) == (recipe, dataset)
    assert run is None or window.shown.run is run


def test_a_drawing_is_taken_once_a_guess_was_made_and_another_tour_chosen(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.drawing.rested):
        draw(window.drawing.canvas, small.SEVEN)
    window.actions_by_name["lessons"].trigger()
    page = page_of(window)
    assert not page.next.isEnabled()
    page.choices[1].click()
    qtbot.waitUntil(page.next.isEnabled)
    answer = window.lessons.answers["image"]
    assert (answer.guess, answer.language) == (1, "en")
    for tour, layers in ((1, ("dense 128",)), (2, CONVOLUTION)):
        page.tours.activated.emit(tour)
        assert (window.lessons.tour, window.lessons.index) == (tour, 0)
        assert window.next_run.recipe.layers == layers
    for _ in TOURS[2]:
        QTest.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert window.lessons.text().startswith('{"tour": 2, "lesson": 4')
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert not widgets.child(window, LessonsDock).isVisible()


def test_a_run_that_goes_on_is_pointed_at_whatever_recipe_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    window.next_run.set_recipe(recipes.ZEROS)
    begin(window, "stop")
    assert window.next_run.recipe == recipes.ZEROS
    assert there(ringed(window)).objectName() == "more"


def test_a_run_given_up_for_a_lesson_comes_back_and_ones_own_stays_in_view(qtbot: QtBot, window: MainWindow) -> None:
    before_a_pause(qtbot, window)
    begin(window, "step")
    assert window.shown.run is None
    window.actions_by_name["lessons"].trigger()
    assert (window.shown.step(), window.next_run.recipe.learning_rate) == (1, 0.2)
    begin(window, "image")
    window.next_run.set_recipe(recipes.changed(recipes.TUTORIAL, steps=20))
    finished(qtbot, window)
    own = window.shown.run
    window.actions_by_name["lessons"].trigger()
    assert window.shown.run is own


def test_a_lesson_ends_with_its_dock_alone_and_what_was_there_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    own, dock, stage = window.shown.run, widgets.child(window, LessonsDock), window.actions_by_name["plots_alone"]
    begin(window, "thousand")
    guess = page_of(window).choices[1]
    guess.click()
    under_way(qtbot, window)
    during = window.shown.run
    for change in (
        window.showMinimized, window.showNormal, partial(dock.setFloating, True), partial(dock.setFloating, False),
        partial(window.addDockWidget, Qt.DockWidgetArea.LeftDockWidgetArea, dock), stage.toggle,
        window.actions_by_name["lessons"].trigger, stage.toggle,
    ):  # fmt: skip
        change()
        QApplication.processEvents()
        assert (window.shown.run, guess.isChecked(), guess.isEnabled()) == (during, True, False)
    qtbot.waitUntil(dock.isVisible)
    dock.close()
    assert window.shown.run is own


def test_after_the_lessons_what_is_said_and_stored_is_of_the_run_that_is_back(qtbot: QtBot, window: MainWindow) -> None:
    window.next_run.set_recipe(recipes.changed(recipes.ZEROS, steps=20))
    finished(qtbot, window)
    own, stored = window.shown.run, window.recorder.shown_id
    window.reader.read_by(BY_LAYER)
    window.tabs.panel(MistakesWall).pair_requested.emit(Selection(4, 9))
    begin(window, "improve")
    finished(qtbot, window)
    assert "Finished" in window.status.note()
    page_of(window).next.click()
    assert widgets.child(window, ClassChoice, "mistakes_label").number is None
    window.actions_by_name["lessons"].trigger()
    assert window.shown.run is own
    assert (window.recorder.shown_id, window.status.note(), window.reader.by) == (stored, "", BY_LAYER)


def test_an_opened_model_reads_again_after_a_lesson_in_which_a_run_did(qtbot: QtBot, window: MainWindow) -> None:
    window.reader.set_app_weights(shipped.shipped_layer(), "my model")
    begin(window, "thousand")
    under_way(qtbot, window)
    assert window.reader.by == BY_RUN
    window.actions_by_name["lessons"].trigger()
    assert window.reader.by == BY_APP


def test_after_lessons_data_are_there_again(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    left = threading.Event()  # which is before the lessons' own data were found

    def find_slowly(*_: object, **__: object) -> Dataset:
        left.wait(120)
        return small.dataset()

    monkeypatch.setattr(search, "for_lessons", find_slowly)
    before_clothes(qtbot, window)
    clothes, heard = window.data.dataset, widgets.heard(window.data.changed)
    for _ in range(2):
        window.actions_by_name["lessons"].trigger()
    left.set()
    with qtbot.waitSignal(window.loader.found):
        window.loader.look()  # behind what was to be found for the lessons
    assert len(heard) == 2
    assert heard[0] is clothes


def test_data_opened_during_the_lessons_stay(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "for_lessons", lambda *_, **__: small.dataset())
    before_clothes(qtbot, window)
    with qtbot.waitSignal(window.data.changed):
        window.actions_by_name["lessons"].trigger()
    own = replace(small.dataset(), title="my own")
    window.data.use(own)
    window.actions_by_name["lessons"].trigger()
    assert window.data.dataset is own


def test_answers_are_written_to_be_printed(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered, forms = "HTML (*.html);;PDF (*.pdf)", list[str]()

    def answered(_window: QWidget, _title: str, name: str, given: str) -> tuple[str, str]:
        assert given == offered
        return str(tmp_path / name), forms[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answered)
    window.actions_by_name["lessons"].trigger()
    window.lessons.answers["cost"] = Answer(1, 1, "2.30 nats")
    for form, suffix, start in zip(offered.split(";;"), (".html", ".pdf"), (b"<!doctype", b"%PDF"), strict=True):
        forms.append(form)
        page_of(window).save.click()
        name = f"Your answers{suffix}"
        assert (tmp_path / name).read_bytes().startswith(start)
    window.lessons.save(tmp_path / "missing" / name)
    assert "missing" in window.status.note()


def test_skip_and_back_lead_through_all_and_the_place_is_remembered(window: MainWindow) -> None:
    dock = widgets.child(window, LessonsDock)
    window.actions_by_name["lessons"].trigger()
    for _ in range(3):
        QTest.mouseClick(page_of(window).skip, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page_of(window).back, Qt.MouseButton.LeftButton)
    assert window.lessons.index == 2
    window.actions_by_name["lessons"].trigger()
    assert not dock.isVisible()
    assert ringed(window) is None
    window.lessons.set_text("99")
    assert window.lessons.index == len(LESSONS) - 1
    with pytest.raises(ValueError, match="lessons|Expecting"):
        window.lessons.set_text("no lesson")


def test_what_is_done_out_of_turn_does_no_harm(qtbot: QtBot, window: MainWindow) -> None:
    dock = widgets.child(window, LessonsDock)
    window.actions_by_name["lessons"].trigger()
    click(window, "step")
    qtbot.waitUntil(lambda: window.shown.step() == 1)
    click(window, "network_graph")
    assert not page_of(window).next.isEnabled()
    for theme in (look.DARK, look.LIGHT):
        window.set_theme(theme)
    dock.close()
    draw(window.drawing.canvas, small.SEVEN)
    assert not window.actions_by_name["lessons"].isChecked()
    window.actions_by_name["lessons"].trigger()
    assert page_of(window).outcome.text() == ""
