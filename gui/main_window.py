"""The main window: painted at once, whole a moment later, closed with nothing left behind."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent

from core.recipes.recipe import Recipe
from core.words import say
from gui.frame import menus
from gui.look import theme as look
from gui.window.remembered import LESSON
from gui.window.window_rest import WholeWindow

# what a window does of which no more than its base could be built
ALWAYS = (*menus.CANVAS_ACTIONS, *menus.THEMES, "guide", "quit", "how_to", "shortcuts", "show_log", "about")
END_MS = 1_200  # the longest that closing waits for what is being done


class MainWindow(WholeWindow):
    """Builds the window's parts in turn, starts the threads and ends them."""

    def __init__(
        self, folder: Path | None = None, forgetful: bool = False, recipe: Recipe | None = None, *, at_once: bool = True
    ) -> None:
        """Build all, or, where not `at_once`, what is seen first: the rest follows; `recipe` replaces the last one."""
        super().__init__(forgetful)
        self.threads_ended = False  # known once it has been closed
        self.is_painted, self.is_whole, self._is_closed = False, False, False
        self.installEventFilter(self)
        self._rest = self._completed(folder, recipe)
        self._follows = not at_once
        if at_once:
            self.complete()

    def complete(self) -> None:
        """Build what is missing."""
        for _ in self._rest:
            pass

    def start_threads(self) -> None:
        """Look for data and load TensorFlow; called once the window is painted and whole."""
        self.status.show_engine(say("loading TensorFlow ..."))
        self.loader.look()
        self.session.load()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and with the first painting start what would have held it up."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self._go_on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the application's font; Qt hands this change to no `changeEvent`.

        An `event` of our own would hold the interpreter, and so the training, while Qt paints the whole window.
        """
        if event.type() == QEvent.Type.ApplicationFontChange and self.is_painted:
            QTimer.singleShot(0, self._dress_anew)  # all widgets hear of it after the window
        return False

    def _dress_anew(self) -> None:
        if not self._is_closed:
            self.set_theme(look.current())

    def closeEvent(self, event: QCloseEvent) -> None:
        """End all threads; what cannot end, a library being loaded, is left to the end of the process."""
        self._is_closed = True
        if hasattr(self, "lessons"):
            self.lessons.leave()  # what they have changed is not to be remembered
        self._rest.close()  # it refers to the window, which would else be left to the collector of garbage
        self.actions_by_name["plots_alone"].setChecked(False)  # the next start shows the whole window
        self.preferences.save()
        self.threads_ended = self._end_threads()
        super().closeEvent(event)

    def _completed(self, folder: Path | None, recipe: Recipe | None) -> Generator[None, None, None]:
        yield from self.rest(folder)
        if recipe is not None:
            self.next_run.set_recipe(recipe)
        self.is_whole = True

    def _go_on(self) -> None:
        """Build the next part, then let the window live; at the end start the threads."""
        if self._is_closed:
            return
        try:
            is_complete = next(self._rest, self) is self
        except Exception:
            self._do_without()
            raise  # to be shown and logged, as every fault is
        if is_complete:
            if self._follows and not self.preferences.text(LESSON):
                self.lessons.invite()
            self.start_threads()
        else:
            QTimer.singleShot(0, self._go_on)

    def _do_without(self) -> None:
        """Go on as a pad that reads: half-joined parts are left alone, and what needs them is disabled."""
        for name in self.actions_by_name.keys() - set(ALWAYS):
            self.actions_by_name[name].setEnabled(False)
        for part in (self.toolbar, self.lower_panel, self.drawing.teach):
            part.setEnabled(False)
        self.status.show_engine(say("training is not possible"))
        self.status.show_note(
            say(
                "A part of the window could not be built: it draws and reads, but cannot train. Start it anew; "
                "where that does not help, run: digitscope doctor."
            )
        )

    def _end_threads(self) -> bool:
        """Return whether all that were begun have ended; a window that is not whole yet lacks some."""
        last = [getattr(self, name) for name in ("loader", "evaluation", "learning") if hasattr(self, name)]
        for part in last:
            part.close(0)  # cancelled first, so that all end at the same time
        left = QDeadlineTimer(END_MS)
        first = [getattr(self, name) for name in ("session", "recorder") if hasattr(self, name)]
        ended = [part.close(left.remainingTime()) for part in (*first, *last)]  # each is waited for
        return all(ended)
