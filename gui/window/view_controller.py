"""What of the window is shown: all, the tabs in the plots' place or the plots alone; and docks, with room for them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from core.words import say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.look import dress, theme as look

FOR_A_CLASS = (1.0, 1.8)  # times the system's font, at least and at most: read from the back of a room
STAGE_ROOM = QSize(700, 450)  # points of a screen on which the stage is whole in the system's font
DOCKS = "settings", "lessons"  # their actions
CHANGE_MS = 100  # that a window manager has for a window's new size, before the window paints itself
EDGE = 16  # points between a floating dock and the edges of window and screen


def scale_for_a_class(screen: QSize) -> float:
    """Return how many times its usual size the font has on a stage that fills a screen, so that all of it fits."""
    fits = min(screen.width() / STAGE_ROOM.width(), screen.height() / STAGE_ROOM.height())
    return min(max(fits, FOR_A_CLASS[0]), FOR_A_CLASS[1])


class ViewController(QObject):
    """Shows and hides parts as the actions "tall_tabs" and "plots_alone" say."""

    def __init__(
        self,
        plots: tuple[QWidget, ...],
        others: tuple[QWidget, ...],
        actions: Actions,
        status: StatusLine,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._plots, self._others, self._status, self._window = plots, others, status, window
        self._hidden: list[QWidget] = []  # what was in view before the plots were alone,
        self._had_keys: QWidget | None = None  # and what had the keyboard
        self._was_maximized, self._scale = False, 1.0
        self._tall, self._alone = actions["tall_tabs"], actions["plots_alone"]
        self._docks = {name: actions[name] for name in DOCKS}
        self._tall.toggled.connect(self._on_tall)
        self._alone.toggled.connect(self._on_alone)
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), window, self._alone.toggle)
        self._leave.setEnabled(False)
        window.addActions(list(actions.values()))  # the keys of a menu work only while its bar is in view

    def _on_tall(self, on: bool) -> None:
        if on:
            self._alone.setChecked(False)
        for plot in self._plots:
            plot.setVisible(not on)

    def _on_alone(self, on: bool) -> None:
        self._leave.setEnabled(on)
        how = say("Esc leaves the stage.")
        if on or self._status.note() == how:
            self._status.show_note(how if on else "")
        if on:
            self._tall.setChecked(False)
            self._enter()
        else:
            self._go_back()

    def _enter(self) -> None:
        self._had_keys = self._window.focusWidget()
        docks = self._window.findChildren(QDockWidget)
        self._hidden = [part for part in (*self._others, self._window.menuBar(), *docks) if part.isVisible()]
        self._was_maximized = self._window.isMaximized()
        self._scale = scale_for_a_class(self._window.screen().size())
        with self._at_once(self._window.showFullScreen):
            for part in self._hidden:
                part.hide()
            self._scale_font(self._scale)

    def _go_back(self) -> None:
        shown = [name for name, action in self._docks.items() if action.isChecked()]  # opened on the stage
        for dock in self._window.findChildren(QDockWidget):
            dock.hide()
        with self._at_once(self._window.showMaximized if self._was_maximized else self._window.showNormal):
            self._scale_font(1 / self._scale)
            for part in self._hidden:
                part.show()
        if self._had_keys is not None and isValid(self._had_keys):  # the editor of a name goes with its table
            self._had_keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hidden, self._had_keys = [], None
        for name in shown:
            QTimer.singleShot(0, self, partial(self._bring_back, name))

    def _bring_back(self, name: str) -> None:
        """Open a dock again, as wide as its smaller letters need; unless the window is closed by now."""
        dock = self._window.findChild(QDockWidget, name)
        if self._window.isVisible() and isinstance(dock, QDockWidget):
            if dock.isHidden():  # it was not open before the stage, too
                self._docks[name].trigger()
            self._window.resizeDocks([dock], [dock.sizeHint().width()], Qt.Orientation.Horizontal)

    @contextmanager
    def _at_once(self, resize: Callable[[], None]) -> Iterator[None]:
        """Paint nothing while parts change, and an empty sheet from then until the window has its new size."""
        window = self._window
        window.setUpdatesEnabled(False)
        try:
            yield
        finally:  # a fault leaves a window that is painted
            window.setUpdatesEnabled(True)
        sheet = QWidget(window, autoFillBackground=True)
        sheet.resize(window.screen().size())
        sheet.show()
        sheet.repaint()
        window.setUpdatesEnabled(False)

        def paint_again() -> None:
            window.setUpdatesEnabled(True)
            sheet.deleteLater()

        QTimer.singleShot(CHANGE_MS, sheet, paint_again)  # of two timers, the second may be lost with the sheet
        resize()

    def _scale_font(self, times: float) -> None:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * times)
        QApplication.setFont(font)
        dress.apply(look.current())  # the window would dress anew by itself, but later than it is shown
        dress.renew(self._window)


class DockController(QObject):
    """Keeps action and dock of one mind; a dock that finds no room in the window or on the screen floats."""

    def __init__(self, window: QMainWindow, dock: QDockWidget, action: QAction) -> None:
        super().__init__(window)
        self._window, self._dock, self._action = window, dock, action
        self._found_no_room = False  # so that it floats, which nobody requested
        self._least = window.minimumWidth()  # points, without docks
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        action.triggered.connect(self._on_requested)
        dock.visibilityChanged.connect(self._on_seen)
        for changed in (dock.visibilityChanged, dock.topLevelChanged):
            changed.connect(lambda: QTimer.singleShot(0, self, self._keep_room))  # once it is laid out
        dock.toggleViewAction().toggled.connect(action.setChecked)

    def _on_requested(self, shown: bool) -> None:
        if shown and (self._found_no_room or not self._dock.isFloating()):
            self._found_no_room = not self._make_room()
            if self._found_no_room:
                self._float()
            else:
                self._dock.setFloating(False)
        (self._dock.show if shown else self._dock.close)()  # closed: to a dock, hidden may be minimised

    def _on_seen(self, seen: bool) -> None:
        """Let a dock float that came back into a window, or onto a screen, that has no room for it; all of it."""
        if seen and self._dock.isFloating():
            QTimer.singleShot(0, self._dock, self._stay_on_screen)  # once what is in it has taken its room
        elif seen and not self._make_room():
            self._found_no_room = True
            self._float()

    def _keep_room(self) -> None:
        """Let the window become no narrower than what it shows, with the docks in it, needs."""
        window = self._window
        docks = (dock for dock in window.findChildren(QDockWidget) if not dock.isHidden() and not dock.isFloating())
        layout = window.layout()
        window.setMinimumWidth(max(self._least, layout.minimumSize().width() if layout and any(docks) else 0))

    def _stay_on_screen(self) -> None:
        frame, room = self._dock.frameGeometry(), self._dock.screen().availableGeometry()
        if not room.contains(frame):
            left, top = room.right() - frame.width() - EDGE, room.bottom() - frame.height() - EDGE
            self._dock.move(max(room.left(), min(frame.left(), left)), max(room.top(), min(frame.top(), top)))

    def _make_room(self) -> bool:
        """Widen the window, as far as the screen goes; return whether the dock has room beside what it shows."""
        window, centre = self._window, self._window.centralWidget()
        assert centre is not None  # a window without its middle is none of ours
        needed = centre.minimumSizeHint().width() + self._dock.sizeHint().width()
        if window.width() >= needed:
            return True
        room = window.screen().availableGeometry()
        if needed > room.width() or window.isMaximized() or window.isFullScreen():
            return False
        window.resize(needed, window.height())
        if window.frameGeometry().right() > room.right():
            window.move(max(room.left(), room.right() - window.frameGeometry().width()), window.y())
        return True

    def _float(self) -> None:
        frame, room = self._window.geometry(), self._window.screen().availableGeometry()
        self._dock.setFloating(True)
        self._dock.resize(self._dock.sizeHint().boundedTo(room.size() - QSize(0, 2 * EDGE)))
        lowest = room.bottom() - self._dock.height() - EDGE
        self._dock.move(frame.right() - self._dock.width() - EDGE, min(frame.top() + 60, lowest))
