"""The dock of the lessons: one at a time, with what to do, and what came of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.lessons import LESSONS
from core.words import mark, said, say
from gui.frame.scrolling_page import ScrollingPage
from gui.lessons.formula import Formula
from gui.look import theme as look
from gui.look.theme import Theme

WIDTH = 300  # points, of the page
SIZE = QSize(WIDTH + 6, 480)  # points, with a dock's frame
MARGIN = 14
FORMULAS = {  # in words
    "logits": mark("z equals x times W plus b"),
    "softmax": mark(
        "p i equals e to the z i over the sum of e to the z j; C equals minus the sum of y i times log p i"
    ),
    "gradient": mark("W becomes W minus r times the derivative of C by W"),
}


class LessonPage(QWidget):
    """A lesson: title, text, formula, what to do and what came of it; requests to go on or back are signals."""

    next_requested = Signal()
    back_requested = Signal()
    keyboard_left = Signal()  # by the button that had it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._title, self._text, self._task, self._outcome = (QLabel() for _ in range(5))
        self.formula = Formula()
        self.back, self.skip, self.next = QPushButton(say("Back")), QPushButton(say("Skip")), QPushButton(say("Next"))
        for label in (self._title, self._text, self._task, self._outcome):
            label.setWordWrap(True)
        for label in (self._text, self._outcome):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._count.setProperty("dim", True)
        self.next.setProperty("primary", True)
        for button in (self.back, self.skip, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys draw as before
        self._lay_out()
        self.back.clicked.connect(self.back_requested)
        self.skip.clicked.connect(self.next_requested)
        self.next.clicked.connect(self.next_requested)
        self.set_theme(look.current())

    def show_lesson(self, index: int) -> None:
        """Show a lesson of `LESSONS`, not done yet."""
        lesson = LESSONS[index]
        self._count.setText(say("Lesson {number} of {all}", number=index + 1, all=len(LESSONS)))
        self._title.setText(said(lesson.title))
        self._text.setText(said(lesson.text))
        self._task.setText(said(lesson.task))
        self._outcome.setText("")
        words = FORMULAS.get(lesson.name, "")
        self.formula.show_formula(lesson.name if words else "", said(words))
        self.back.setEnabled(index > 0)
        self.next.setText(say("Finish") if lesson is LESSONS[-1] else say("Next"))
        if self.next.hasFocus():
            self.keyboard_left.emit()  # else Qt would hand it on, to a control far from here
        self.next.setEnabled(False)
        self.skip.setEnabled(True)

    def show_outcome(self, sentence: str) -> None:
        """Say what came of what the learner did, and let the tour go on."""
        self._outcome.setText(f"✓ {sentence}")
        self.next.setEnabled(True)
        self.skip.setEnabled(False)

    def outcome(self) -> str:
        """Return what is said of it; "" while nothing has been done."""
        return self._outcome.text().removeprefix("✓ ")

    def set_theme(self, _theme: Theme) -> None:
        """Take fonts; colours come with the style sheet."""
        self._title.setFont(look.title_font())
        self._count.setFont(look.small_font())
        self._task.setFont(look.strong_font())
        self.formula.updateGeometry()
        self.formula.update()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(10)
        for widget in (self._count, self._title, self._text, self.formula, self._panel()):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        column.addLayout(row)

    def _panel(self) -> QFrame:
        """What to do, and what came of it."""
        panel = QFrame()
        panel.setProperty("panel", True)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._task)
        column.addWidget(self._outcome)
        return panel


class LessonsDock(QDockWidget):
    """Holds the page, which is built when it is seen for the first time: `opened` hands it out."""

    opened = Signal(object)  # LessonPage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Lessons"), parent)
        self.setObjectName("lessons")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.page: LessonPage | None = None

    def sizeHint(self) -> QSize:
        """Ask for the room of the page, also before it is built: what is made room for must not come later."""
        return super().sizeHint().expandedTo(SIZE)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page, the first time."""
        super().showEvent(event)
        if self.page is None:
            self.page = LessonPage()
            box = ScrollingPage(self.page, SIZE, WIDTH)
            self.setWidget(box)
            self.page.keyboard_left.connect(box.setFocus)
            self.opened.emit(self.page)

    def set_theme(self, theme: Theme) -> None:
        """Take fonts; colours come with the style sheet."""
        if self.page is not None:
            self.page.set_theme(theme)
