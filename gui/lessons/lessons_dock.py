"""The dock of the lessons: one at a time, with a question, what to do, and what came of it; at the end all answers."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDockWidget,
    QFrame,
    QPushButton,
    QRadioButton,
    QStyle,
    QTextBrowser,
    QWidget,
)

from core.lessons import TITLES, TOURS, Answer, Lesson, verdict
from core.words import said, say
from gui.lessons.formula import Formula
from gui.look import controls, parts, theme as look
from gui.look.figures import together

WIDTH = 300  # points, of the page
SIZE = QSize(WIDTH + 6, 480)  # points, with a dock's frame
MARGIN = 14
CHOICES = 3
BESIDE_CHOICE, BESIDE_TITLE = 26, 44  # points: a radio button's mark; a box's frame and arrow
ASIDE = 16  # points between a floating dock and the window's edges


def whole_width() -> int:
    """Return the points that a page needs for no choice of any lesson to be cut, in the application's font."""
    wide = QFontMetrics(look.body_font()).horizontalAdvance
    choices = max(wide(said(choice)) for tour in TOURS for lesson in tour for choice in lesson.choices)
    return max(choices + BESIDE_CHOICE, max(wide(said(title)) for title in TITLES) + BESIDE_TITLE) + 2 * MARGIN


class LessonPage(QWidget):
    """A lesson: question and choices, then text and task, then what came of it; beneath, always in sight, its buttons.

    What is disabled hands the keyboard to the text: Qt would give it to a control far from here, or to Back.
    """

    guessed = Signal(int)
    tour_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(parts.WrappedLabel() for _ in range(5))
        self._title, self._question, self._text, self._task, self.outcome = self._labels
        self._count = parts.caption(small=True)
        self.formula, self.answers = Formula(), QTextBrowser()
        self.choices = [QRadioButton() for _ in range(CHOICES)]
        self._group = QButtonGroup(self)
        self.back, self.skip, self.next = QPushButton(say("Back")), QPushButton(say("Skip")), QPushButton(say("Next"))
        self.save, self.tours = QPushButton(say("Save answers...")), QComboBox()
        parts.set_apart(self._title, "title")
        for label in (self._text, self.outcome):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        controls.named(self.tours, "tours")
        self.tours.addItems([said(title) for title in TITLES])
        self.tours.activated.connect(self.tour_requested)
        self.next.setProperty("primary", True)
        for place, choice in enumerate(self.choices):
            choice.setObjectName(f"guess_{place}")
            self._group.addButton(choice, place)
        for button in (self.back, self.skip, self.next, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys draw as before
        self._group.idClicked.connect(lambda: self._reveal(True))
        self._group.idClicked.connect(self.guessed)
        self._lay_out()
        self.dress()

    def show_lesson(self, index: int, tour: int = 0) -> None:
        """Show a lesson of a tour."""
        lesson = TOURS[tour][index]
        self.tours.setCurrentIndex(tour)
        self._count.setText(say("Lesson {number} of {all}", number=index + 1, all=len(TOURS[tour])))
        for label, text in zip(self._labels, (lesson.title, lesson.question, lesson.text, lesson.task), strict=False):
            label.setText(said(text))
        self.formula.show_formula(lesson.formula)
        self.outcome.setText("")
        self._group.setExclusive(False)  # else the last one chosen could not be taken back
        for button, choice in zip(self.choices, lesson.choices, strict=True):
            button.setText(said(choice))
            button.setToolTip(said(choice))
            button.setChecked(False)
        self._group.setExclusive(True)
        self._reveal(False)
        self._show_parts(is_lesson=True)
        self.back.setEnabled(index > 0)
        self.next.setText(say("Next"))
        self._let_go_on(False)

    def show_outcome(self, lesson: Lesson, answer: Answer) -> None:
        """Say what came of what the learner did and of the guess, and let the tour go on."""
        sentence = " ".join(filter(None, (verdict(lesson, answer), answer.sentence)))
        self.outcome.setText(f"{'✓' if answer.is_right or answer.guess < 0 else '→'} {sentence}")
        self._reveal(True)
        self._let_go_on(True)

    def show_answers(self, page: str) -> None:
        """Show the answers to all lessons, as HTML."""
        self._count.setText("")
        self.answers.setHtml(together(page))
        self._show_parts(is_lesson=False)
        self.back.setEnabled(True)
        is_last = self.tours.currentIndex() == len(TOURS) - 1
        self.next.setText(say("Finish") if is_last else say("Next tour"))
        self._let_go_on(True)

    def dress(self) -> None:
        """Take fonts, and the width that they need; colours come with the style sheet."""
        self.box.widget().setMinimumWidth(whole_width())
        self.box.dress()
        self._task.setFont(look.strong_font())
        self.formula.updateGeometry()
        self.formula.update()

    def _reveal(self, answered: bool) -> None:
        """Show what follows the guess; a guess that was made stays."""
        self._behind.setVisible(answered)
        if answered and any(button.hasFocus() for button in self.choices):
            self.box.setFocus()
        for button in self.choices:
            button.setEnabled(not answered)
        QTimer.singleShot(0, self, lambda: self.box.ensureWidgetVisible(self._panel if answered else self._count))

    def _show_parts(self, is_lesson: bool) -> None:
        for widget in (self._lesson, self.skip):
            widget.setVisible(is_lesson)
        self._given.setVisible(not is_lesson)

    def _let_go_on(self, can: bool) -> None:
        if self.next.hasFocus() and not can:
            self.box.setFocus()
        self.next.setEnabled(can)
        self.skip.setEnabled(not can)

    def _lay_out(self) -> None:
        self._panel = QFrame()  # what to do, and what came of it
        self._panel.setProperty("panel", True)
        parts.column(self._task, self.outcome, within=self._panel).setContentsMargins(12, 10, 12, 10)
        self._lesson, self._behind, self._given = QWidget(), QWidget(), QWidget()  # behind the guess; given: answers
        parts.column(self._text, self.formula, self._panel, within=self._behind)
        parts.column(self._title, self._question, *self.choices, self._behind, within=self._lesson)
        parts.column((self.answers, 1), self.save, within=self._given)
        body, foot = QWidget(), parts.row(self.back, None, self.skip, self.next)
        column = parts.column(self.tours, self._count, self._lesson, (self._given, 1), within=body)
        column.addStretch(0)
        self.box = parts.Scrolled(body, SIZE, WIDTH)
        parts.column((self.box, 1), foot, within=self)
        for inside in (column, foot):
            inside.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)


class LessonsDock(QDockWidget):
    """Holds the page, which is built when it is seen for the first time: `opened` hands it out."""

    opened = Signal(object)  # LessonPage
    closed = Signal()  # by a person; a dock is also hidden where it is moved, and its window minimised

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Lessons"), parent)
        self.setObjectName("lessons")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.page: LessonPage | None = None
        self.dress()

    def dress(self) -> None:
        """Take the font of the title; the page takes its own."""
        self.setFont(look.dock_font())

    def sizeHint(self) -> QSize:
        """Ask for the room of the page, also before it is built: what is made room for must not come later."""
        metric, which = self.style().pixelMetric, QStyle.PixelMetric
        width = whole_width() + metric(which.PM_ScrollBarExtent) + 2 * metric(which.PM_DefaultFrameWidth)
        return super().sizeHint().expandedTo(SIZE).expandedTo(QSize(width, 0))

    def avoid(self, place: QRect, within: QRect) -> None:
        """Lie over nothing of a place where it floats, as far as a window has room beside it; all on the screen."""
        frame = self.frameGeometry()
        if not self.isFloating() or not frame.intersects(place):
            return
        left, right = within.left() + ASIDE, within.right() - frame.width() - ASIDE
        top, bottom = within.top() + ASIDE, within.bottom() - frame.height() - ASIDE
        spots = [QRect(QPoint(x, y), frame.size()) for x in (right, left) for y in (top, bottom)]
        covered = (spot.intersected(place) for spot in spots)
        areas = [over.width() * over.height() if over.isValid() else 0 for over in covered]
        self.move(spots[areas.index(min(areas))].topLeft())

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page, the first time."""
        super().showEvent(event)
        if self.page is None:
            self.page = LessonPage()
            self.setWidget(self.page)
            self.opened.emit(self.page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so."""
        super().closeEvent(event)
        self.closed.emit()
