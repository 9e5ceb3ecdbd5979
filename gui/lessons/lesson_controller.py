"""Joins the lessons to the window: which one it is, what it points at, and when it is done."""

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from core.lessons import LESSONS
from core.recipes import recipe as recipes
from core.words import say
from gui.frame.drawing_side import DrawingSide
from gui.frame.lower_tabs import LowerTabs
from gui.frame.toolbar import TrainingBar
from gui.lessons.lesson_watch import LessonWatch
from gui.lessons.lessons_dock import LessonPage, LessonsDock
from gui.lessons.spotlight import Spotlight
from gui.panels.data_panel import DataPanel
from gui.panels.network_panel import NetworkPanel
from gui.panels.why_panel import WhyPanel

Place = tuple[QWidget | None, QRect | None]


class LessonController(QObject):
    """Holds how far the learner has come; watches and points only while the dock is seen."""

    noted = Signal(str)

    def __init__(
        self,
        dock: LessonsDock,
        watch: LessonWatch,
        controls: tuple[TrainingBar, DrawingSide, LowerTabs],
        action: QAction,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._dock, self._watch, self._action, self._window = dock, watch, action, window
        self._bar, self._drawing, self._tabs = controls
        self._spot = Spotlight(window)
        self.index = 0
        self._is_done = False
        dock.opened.connect(self._on_opened)
        dock.visibilityChanged.connect(self._on_seen)
        watch.done.connect(self._on_done)
        self._tabs.currentChanged.connect(self.point)
        self._drawing.canvas.drawing_changed.connect(self.point)
        self._bar.recipe.currentIndexChanged.connect(self.point)

    def text(self) -> str:
        """Return how far the learner has come, to be remembered."""
        return str(self.index)

    def set_text(self, text: str) -> None:
        """Go on where the learner was; raises ValueError for a text that is no lesson."""
        self.index = min(max(int(text), 0), len(LESSONS) - 1)

    def invite(self) -> None:
        """Tell a newcomer that there are lessons."""
        keys = self._action.shortcut().toString()
        self.noted.emit(say("New here? {keys} opens eight short lessons.", keys=keys))

    def point(self) -> None:
        """Point at what the lesson is about, as the window is now."""
        seen = self._dock.isVisible() and not self._is_done
        self._spot.point_at(*(self._place(LESSONS[self.index].name) if seen else (None, None)))

    def _on_opened(self, page: LessonPage) -> None:
        page.next_requested.connect(lambda: self._go(self.index + 1))
        page.back_requested.connect(lambda: self._go(self.index - 1))
        page.show_lesson(self.index)

    def _go(self, index: int) -> None:
        if index >= len(LESSONS):
            self.index = 0
            self._dock.close()
            self.noted.emit(say("That was the tour. The lessons stay in the Help menu."))
            return
        self.index = index
        self._begin()

    def _begin(self) -> None:
        self._is_done = False
        if self._dock.page is not None:
            self._dock.page.show_lesson(self.index)
        self._watch.watch(LESSONS[self.index].name)
        self.point()

    def _on_seen(self, seen: bool) -> None:
        if seen:
            self._begin()
        else:
            self._watch.watch("")
            self.point()

    def _on_done(self, sentence: str) -> None:
        self._is_done = True
        self._watch.watch("")
        if self._dock.page is not None:
            self._dock.page.show_outcome(sentence)
        self.point()

    def _place(self, lesson: str) -> Place:
        """What a lesson points at; the recipe first, and then the button."""
        canvas, tabs = self._drawing.canvas, self._tabs
        is_tutorial = self._bar.recipe.currentData() == recipes.TUTORIAL.name
        places: dict[str, Place] = {
            "image": (canvas, None),
            "label": self._tab(tabs.panel(DataPanel)),
            "graph": self._tab(tabs.panel(NetworkPanel)),
            "logits": self._tab(tabs.panel(WhyPanel)) if not canvas.drawing().is_empty else (canvas, None),
            "softmax": (self._drawing.bars, None),
            "gradient": (self._button("step"), None),
            "thousand": (self._button("train") if is_tutorial else self._bar.recipe, None),
            "hand": (canvas if canvas.drawing().is_empty else self._drawing.teach, None),
        }
        return places[lesson]

    def _tab(self, page: QWidget) -> Place:
        """The tab to click, or the page where it is in front."""
        if self._tabs.currentWidget() is page:
            return page, None
        bar = self._tabs.tabBar()
        return bar, bar.tabRect(self._tabs.indexOf(page))

    def _button(self, name: str) -> QAbstractButton | None:
        found = self._bar.findChild(QAbstractButton, name)
        return found if isinstance(found, QAbstractButton) else None
