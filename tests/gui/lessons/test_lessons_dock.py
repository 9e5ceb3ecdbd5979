"""The dock of the lessons: one at a time, with what to do and what came of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.lessons import LESSONS
from gui.lessons.lessons_dock import FORMULAS, LessonPage, LessonsDock


@pytest.fixture
def page(qtbot: QtBot) -> LessonPage:
    made = LessonPage()
    qtbot.addWidget(made)
    return made


def texts(page: LessonPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


@pytest.mark.parametrize("index", range(len(LESSONS)), ids=[lesson.name for lesson in LESSONS])
def test_a_lesson_is_shown_with_its_number_its_task_and_its_formula(page: LessonPage, index: int) -> None:
    lesson = LESSONS[index]
    page.show_lesson(index)
    assert {f"Lesson {index + 1} of {len(LESSONS)}", lesson.title, lesson.text, lesson.task} <= set(texts(page))
    assert page.formula.isHidden() is (lesson.name not in FORMULAS)
    assert page.back.isEnabled() is (index > 0)
    assert page.next.text() == ("Finish" if index == len(LESSONS) - 1 else "Next")


def test_every_formula_belongs_to_a_lesson_and_is_said_in_words(page: LessonPage) -> None:
    names = [lesson.name for lesson in LESSONS]
    for name, words in FORMULAS.items():
        page.show_lesson(names.index(name))
        assert page.formula.accessibleName() == words


def test_a_lesson_can_be_skipped_until_it_is_done_and_then_left(qtbot: QtBot, page: LessonPage) -> None:
    page.show_lesson(0)
    with qtbot.waitSignal(page.next_requested):
        QTest.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert not page.next.isEnabled()
    page.show_outcome("Done.")
    assert page.outcome() == "Done."
    assert not page.skip.isEnabled()
    with qtbot.waitSignal(page.next_requested):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    page.show_lesson(1)
    assert page.outcome() == ""
    with qtbot.waitSignal(page.back_requested):
        QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)


def test_the_page_is_built_when_the_dock_is_first_seen_and_kept(qtbot: QtBot) -> None:
    dock, pages = LessonsDock(), list[LessonPage]()
    dock.opened.connect(pages.append)
    qtbot.addWidget(dock)
    assert dock.page is None
    for _ in range(2):
        dock.show()
        dock.hide()
    assert pages == [dock.page]


def test_room_is_asked_for_before_the_page_is_built(qtbot: QtBot) -> None:
    dock = LessonsDock()
    qtbot.addWidget(dock)
    before = dock.sizeHint()
    dock.show()
    assert dock.page is not None
    assert before.width() >= dock.minimumSizeHint().width()
