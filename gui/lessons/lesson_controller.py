"""Joins the lessons to the window: which one it is, what it points at, when it is done, and what was answered."""

from pathlib import Path

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAction, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QMainWindow, QWidget

from core import lessons
from core.files.whole import new_file
from core.lessons import BY_NUMBERS, TOURS, Answer, Lesson
from core.words import language, say
from gui.frame.drawing_side import DrawingSide
from gui.frame.lower_tabs import LowerTabs
from gui.frame.status_line import StatusLine
from gui.frame.toolbar import TrainingBar
from gui.lessons.lesson_stage import LessonStage
from gui.lessons.lesson_watch import LessonWatch
from gui.lessons.lessons_dock import LessonPage, LessonsDock
from gui.look.overlays import Spotlight
from gui.system.save_dialog import asked_path

FORMS = "HTML (*.html);;PDF (*.pdf)"


class LessonController(QObject):
    """Holds how far the learner has come; watches and sets up until the dock is closed, points while it is seen."""

    def __init__(
        self,
        dock: LessonsDock,
        watch: LessonWatch,
        stage: LessonStage,
        controls: tuple[TrainingBar, DrawingSide, LowerTabs],
        status: StatusLine,
        action: QAction,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._dock, self._watch, self._stage, self._action, self._window = dock, watch, stage, action, window
        self._status, (self._bar, self._drawing, self._tabs) = status, controls
        self._spot = Spotlight(window)
        self.tour, self.index = 0, 0  # behind the last lesson of a tour: its answers
        self.answers: dict[str, Answer] = {}
        self._guess = -1
        self._is_open = self._is_done = False
        dock.opened.connect(self._on_opened)
        dock.visibilityChanged.connect(self._on_seen)
        dock.closed.connect(self._on_closed)
        watch.done.connect(self._on_done)
        self._tabs.currentChanged.connect(self.point)
        self._drawing.canvas.drawing_changed.connect(self.point)
        self._bar.recipe.currentIndexChanged.connect(self.point)

    def text(self) -> str:
        """Return how far the learner has come, to be remembered."""
        return lessons.to_text(self.tour, min(self.index, len(self._lessons) - 1), self.answers)

    def set_text(self, text: str) -> None:
        """Go on where the learner was; raises ValueError for a text that is no lesson."""
        self.tour, self.index, self.answers = lessons.from_text(text)

    def invite(self) -> None:
        """Show a newcomer that there are lessons."""
        keys = self._action.shortcut().toString()
        self._status.show_note(say("New here? {keys} opens thirteen short lessons.", keys=keys))

    @property
    def _lessons(self) -> tuple[Lesson, ...]:
        return TOURS[self.tour]

    def point(self) -> None:
        """Point at what the lesson is about, as the window is now; a floating dock moves out of its way."""
        seen = self._is_open and self._dock.isVisible() and not self._is_done and self.index < len(self._lessons)
        target, part = self._place(self._lessons[self.index]) if seen else (None, None)
        self._spot.point_at(target, part)
        if target is not None and target.isVisible():
            part = part or target.rect()
            self._dock.avoid(QRect(target.mapToGlobal(part.topLeft()), part.size()), self._window.geometry())

    def leave(self) -> None:
        """Put back what the lessons have changed."""
        self._watch.watch("")
        if self._stage.put_back():
            self._status.show_note("")  # what is said of the run that the lesson made

    def save(self, path: Path) -> None:
        """Write all answers as HTML, or as PDF where the name says so."""
        page = lessons.page_of(self.answers, self.tour)

        def write() -> None:
            with new_file(path) as part:
                if path.suffix.lower() == ".pdf":
                    document = QTextDocument()
                    document.setHtml(page)
                    part.touch()  # raises where it cannot be, of which Qt would only warn
                    document.print_(QPdfWriter(str(part)))
                else:
                    part.write_text(page, encoding="utf-8")

        if self._status.attempt(write):
            self._status.show_note(say("Saved {path}.", path=path))

    def _on_opened(self, page: LessonPage) -> None:
        for button, by in ((page.next, 1), (page.skip, 1), (page.back, -1)):
            button.clicked.connect(lambda _checked=False, by=by: self._go(self.index + by))
        page.guessed.connect(self._on_guessed)
        page.save.clicked.connect(self._on_save_requested)
        page.tour_requested.connect(self._begin_tour)
        page.show_lesson(self.index, tour=self.tour)

    def _go(self, index: int) -> None:
        if index > len(self._lessons) and self.tour < len(TOURS) - 1:
            return self._begin_tour(self.tour + 1)
        if index > len(self._lessons):
            self.tour, self.index = 0, 0
            self._dock.close()
            return self._status.show_note(say("That was the tour. The lessons stay in the Help menu."))
        self.index = index
        return self._begin()

    def _begin_tour(self, tour: int) -> None:
        self.tour, self.index = tour, 0
        self._begin()

    def _begin(self) -> None:
        self._is_done, self._guess = False, -1
        if self.index == len(self._lessons):
            self.leave()
            if self._dock.page is not None:
                self._dock.page.show_answers(lessons.list_of(self.answers, self.tour))
        else:
            lesson = self._lessons[self.index]
            if self._dock.page is not None:
                self._dock.page.show_lesson(self.index, tour=self.tour)
            self._stage.set_up(lesson)
            self._watch.watch(lesson.name)
        self.point()

    def _on_seen(self, seen: bool) -> None:
        if seen and not self._is_open:
            self._is_open = True
            self._begin()
        else:
            self.point()

    def _on_closed(self) -> None:
        self._is_open = False
        self.leave()

    def _on_guessed(self, place: int) -> None:
        self._guess = place
        self._watch.look()
        self.point()

    def _on_done(self, sentence: str, right: int | None) -> None:
        lesson = self._lessons[self.index]
        self._is_done = True
        self._watch.watch("")
        found = lesson.right if right is None else right
        answer = self.answers[lesson.name] = Answer(self._guess, max(found, BY_NUMBERS), sentence, language())
        if self._dock.page is not None:
            self._dock.page.show_outcome(lesson, answer)
        self.point()

    def _on_save_requested(self) -> None:
        path = asked_path(self._window, say("Save answers..."), say("Your answers"), FORMS)
        if path is not None:
            self.save(path)

    def _place(self, lesson: Lesson) -> tuple[QWidget | None, QRect | None]:
        """What a lesson points at: the canvas to draw on first, then the recipe to choose, then what it is about."""
        canvas, recipe = self._drawing.canvas, self._bar.recipe
        if lesson.needs_drawing and canvas.drawing().is_empty:
            return canvas, None
        goes_on = lesson.goes_on and self._stage.has_run(lesson)
        if lesson.recipe and recipe.currentData() != lesson.recipe and not goes_on:
            return recipe, None
        more = self._window.findChild(QWidget, "more")
        goes_on = lesson.goes_on and more is not None and more.isEnabled()
        return self._tabs.place_of(self._window.findChild(QWidget, "more" if goes_on else lesson.place))
