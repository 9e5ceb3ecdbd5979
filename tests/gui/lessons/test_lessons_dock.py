"""The dock of the lessons: one at a time, its formulas, and the ring around the control that is meant."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.lessons import LESSONS, TOURS, Answer
from gui.lessons.formula import Formula
from gui.lessons.lessons_dock import MARGIN, WIDTH, LessonPage, LessonsDock
from gui.look import controls, dress, theme as look
from gui.look.overlays import AWAY, Spotlight
from gui.system import language
from tests.gui import widgets
from tests.there import there

FORMULAS = {name: controls.words(f"formula_{name}", "spoken") for name in ("logits", "softmax", "gradient")}


@pytest.fixture
def page(qtbot: QtBot) -> LessonPage:
    return widgets.hidden(qtbot, LessonPage())


@pytest.mark.parametrize("index", range(len(LESSONS)), ids=[lesson.name for lesson in LESSONS])
def test_a_lesson_asks_before_it_says_what_to_do(qtbot: QtBot, page: LessonPage, index: int) -> None:
    lesson = LESSONS[index]
    page.show()
    page.show_lesson(index)
    labels = page.findChildren(QLabel)
    seen = {label.text() for label in labels if label.isVisible()}
    assert {f"Lesson {index + 1} of {len(LESSONS)}", lesson.title, lesson.question} <= seen
    assert not {lesson.text, lesson.task} & seen
    assert not page.formula.isVisible()
    with qtbot.waitSignal(page.guessed) as guessed:
        page.choices[2].click()
    assert guessed.args == [2]
    assert {lesson.text, lesson.task} <= {label.text() for label in labels if label.isVisible()}
    assert page.formula.isVisible() is (lesson.formula != "")
    assert page.formula.accessibleName() == (FORMULAS[lesson.formula] if lesson.formula else "")
    assert not page.choices[0].isEnabled()
    assert page.back.isEnabled() is (index > 0)


@pytest.mark.parametrize(("tongue", "is_large"), [("en", False), ("de", False), ("en", True), ("de", True)])
def test_no_choice_is_cut(qtbot: QtBot, large_letters: Callable[[], None], tongue: str, is_large: bool) -> None:
    language.use(tongue)
    if is_large:
        large_letters()
    dress.apply(look.LIGHT)  # whose style sheet gives what scrolls a frame
    dock = widgets.hidden(qtbot, LessonsDock())
    usual = dock.sizeHint().width()  # what room is made for
    dock.show()
    page = there(dock.page)
    for tour, index in ((tour, index) for tour, lessons in enumerate(TOURS) for index in range(len(lessons))):
        page.show_lesson(index, tour=tour)
        assert page.minimumSizeHint().width() <= usual
        assert all(part.sizeHint().width() <= usual - 2 * MARGIN for part in (page.tours, *page.choices))


def test_in_a_low_window_buttons_stay_in_sight_and_what_to_do_is_scrolled_to(qtbot: QtBot, page: LessonPage) -> None:
    page.resize(WIDTH, 320)
    page.show()
    for tour, index in ((tour, index) for tour, lessons in enumerate(TOURS) for index in range(len(lessons))):
        page.show_lesson(index, tour=tour)
        page.choices[0].setFocus()
        page.choices[0].click()
        assert not page.back.hasFocus()
        task = next(label for label in page.findChildren(QLabel) if label.text() == TOURS[tour][index].task)
        qtbot.waitUntil(lambda task=task: task.visibleRegion().boundingRect() == task.rect())  # type: ignore[misc]
        for button in (page.back, page.skip, page.next):
            assert page.rect().contains(QRect(button.mapTo(page, QPoint()), button.size()))


def test_a_floating_dock_moves_off_what_it_would_cover(qtbot: QtBot) -> None:
    dock, within = LessonsDock(), QRect(0, 0, 1024, 768)
    qtbot.addWidget(dock)
    dock.setFloating(True)
    dock.resize(300, 480)
    dock.show()
    for place in (QRect(500, 40, 500, 300), QRect(20, 100, 300, 300)):
        dock.move(place.topLeft())
        dock.avoid(place, within)
        assert not dock.frameGeometry().intersects(place)
        assert within.contains(dock.frameGeometry())


def test_a_lesson_can_be_skipped_until_it_is_done_and_then_left(qtbot: QtBot, page: LessonPage) -> None:
    page.show_lesson(0)
    with qtbot.waitSignal(page.skip.clicked):
        QTest.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert not page.next.isEnabled()
    page.show_outcome(LESSONS[0], Answer(0, 1, "Done."))
    assert page.outcome.text() == "→ Your guess was: “Your strokes, in their order”. It is: “784 numbers”. Done."
    for guess, outcome in ((1, "✓ Your guess was right. Done."), (-1, "✓ Done.")):
        page.show_outcome(LESSONS[0], Answer(guess, 1, "Done."))
        assert page.outcome.text() == outcome
    assert not page.skip.isEnabled()
    with qtbot.waitSignal(page.next.clicked):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    page.show_lesson(1)
    assert page.outcome.text() == ""
    with qtbot.waitSignal(page.back.clicked):
        QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)


def test_the_page_is_built_when_the_dock_is_first_seen_and_kept_and_had_its_room_before(qtbot: QtBot) -> None:
    dock, pages = LessonsDock(), list[LessonPage]()
    dock.opened.connect(pages.append)
    qtbot.addWidget(dock)
    assert dock.page is None
    before = dock.sizeHint()
    for _ in range(2):
        dock.show()
        assert before.width() >= dock.minimumSizeHint().width()
        dock.hide()
    assert pages == [dock.page]


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_is_painted_within_its_room_even_where_that_is_narrow(qtbot: QtBot, name: str) -> None:
    widget = widgets.hidden(qtbot, Formula())
    widget.show_formula(name)
    for width in (widget.sizeHint().width(), widget.minimumSizeHint().width()):
        widget.resize(width, widget.sizeHint().height())
        pixels = widgets.numbers_of(widget.grab().toImage())
        is_ink = pixels != pixels[0, 0]
        assert is_ink.sum() > 50
        assert is_ink.sum() == is_ink[1:-1, 1:-1].sum()
    assert widget.accessibleName() == FORMULAS[name]
    assert pixels[0, 0] != 0  # black
    widget.show_formula("")
    assert widget.isHidden()
    assert widget.sizeHint().isEmpty()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QPushButton("press", made).setGeometry(100, 80, 90, 40)
    return widgets.shown(qtbot, made, 300, 200)


def test_it_lies_around_its_control_and_follows_it(window: QWidget) -> None:
    ring, button = Spotlight(window), window.findChildren(QPushButton)[0]
    ring.point_at(button)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-AWAY, -AWAY, AWAY, AWAY)
    button.move(20, 30)
    assert ring.geometry().topLeft() == QPoint(20 - AWAY, 30 - AWAY)
    button.hide()
    assert not ring.isVisible()
    button.show()
    assert ring.isVisible()
    ring.point_at(None)
    assert not ring.isVisible()


def test_a_click_goes_through_it_and_a_part_can_be_ringed(window: QWidget) -> None:
    ring, button = Spotlight(window), window.findChildren(QPushButton)[0]
    ring.point_at(button, QRect(0, 0, 20, 20))
    assert ring.width() == 20 + 2 * AWAY
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    corner = window.childAt(button.geometry().topLeft() + QPoint(2, 2))
    assert corner is button
    QTest.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert pressed == [True]
