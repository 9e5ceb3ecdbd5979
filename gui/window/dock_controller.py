"""Joins a dock to the action that opens it, and makes room for it beside what the window shows."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow


class DockController(QObject):
    """Keeps action and dock of one mind; a dock that finds no room in the window or on the screen floats."""

    def __init__(self, window: QMainWindow, dock: QDockWidget, action: QAction) -> None:
        """Place the dock at the right, closed."""
        super().__init__(window)
        self._window, self._dock, self._action = window, dock, action
        self._found_no_room = False  # so that it floats, which nobody requested
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        action.triggered.connect(self._on_requested)
        dock.toggleViewAction().toggled.connect(action.setChecked)

    def _on_requested(self, shown: bool) -> None:
        if shown and (self._found_no_room or not self._dock.isFloating()):
            self._found_no_room = not self._make_room()
            if self._found_no_room:
                self._float()
            else:
                self._dock.setFloating(False)
        self._dock.setVisible(shown)

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
        self._dock.setFloating(True)
        self._dock.resize(self._dock.sizeHint())
        frame = self._window.geometry()
        left, top = frame.right() - self._dock.width() - 16, frame.top() + 60
        self._dock.move(left, top)
