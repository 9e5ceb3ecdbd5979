"""The row beneath the verdict: what the drawing was meant to be, or, in guided mode, what to draw next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QToolButton, QWidget

from core.words import say

GAP = 3  # points between digits


class TeachRow(QWidget):
    """Ten digits to teach with; `ask` turns it into a request for one digit. The actions come from outside.

    Wishes in guided mode: `keep_requested`, `skip_requested`, `stop_requested`.
    """

    keep_requested = Signal()
    skip_requested = Signal()
    stop_requested = Signal()

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        """Take the actions of the ten buttons, by object name, in order."""
        super().__init__(parent)
        self.setAccessibleName(say("Teach it your hand"))
        self._wish = QLabel()
        self._keep = _button(
            "keep", say("Keep"), say("Keep this drawing as the digit that was asked for."), "Ctrl+Return"
        )
        self._skip = _button("skip", say("Skip"), say("Ask for another digit; this one comes again at the end."))
        self._stop = _button("stop", say("Stop"), say("Ask for no more digits; what was kept stays."))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._digits(actions))
        self._pages.addWidget(self._guide())
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)  # which else would draw a dot
        self._enter = [QShortcut(QKeySequence(key), self, self._keep.click) for key in keys]
        for shortcut in self._enter:
            shortcut.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def ask(self, digit: int | None, number: int = 0, total: int = 0) -> str:
        """Ask for a digit, the number-th of total; None to go back to the ten digits; return the request."""
        self._pages.setCurrentIndex(0 if digit is None else 1)
        for shortcut in self._enter:
            shortcut.setEnabled(digit is not None)
        if digit is None:
            return ""
        self._wish.setText(_course(8, total, total))
        self._wish.setMinimumWidth(self._wish.sizeHint().width())  # of the longest, so that the window stays as it is
        self._wish.setText(_course(digit, number, total))
        return _wish(digit)

    def wish(self) -> str:
        """Return what is requested, as shown; "" outside guided mode."""
        return self._wish.text() if self._pages.currentIndex() else ""

    def set_can_keep(self, can: bool) -> None:
        """Say whether there is a drawing to keep."""
        self._keep.setEnabled(can)

    def _digits(self, actions: dict[str, QAction]) -> QWidget:
        page, row = _page(GAP)
        label = QLabel(say("It was a"))
        label.setProperty("dim", True)
        row.addWidget(label)
        row.addSpacing(GAP)
        for name, action in actions.items():
            button = QToolButton()
            button.setObjectName(name)
            button.setProperty("compact", True)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        return page

    def _guide(self) -> QWidget:
        page, row = _page(8)
        row.addWidget(self._wish, 1)
        does: tuple[tuple[QToolButton, Callable[[], None]], ...] = (
            (self._keep, self.keep_requested.emit),
            (self._skip, self.skip_requested.emit),
            (self._stop, self.stop_requested.emit),
        )
        for button, act in does:
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        self._keep.setProperty("primary", True)
        return page


def _wish(digit: int) -> str:
    return say("Draw an {digit}", digit=digit) if digit == 8 else say("Draw a {digit}", digit=digit)


def _course(digit: int, number: int, total: int) -> str:
    """Return a request, and how far the asking is."""
    return f"<b>{_wish(digit)}</b>&nbsp; {say('{number} of {total}', number=number, total=total)}"


def _page(gap: int) -> tuple[QWidget, QHBoxLayout]:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return page, row


def _button(name: str, text: str, tip: str, shortcut: str = "") -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"guided_{name}")
    button.setText(text)
    button.setShortcut(QKeySequence(shortcut))
    button.setToolTip(f"{tip} ({button.shortcut().toString()})" if shortcut else tip)
    return button
