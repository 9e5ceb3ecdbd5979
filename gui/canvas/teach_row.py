"""The row beneath the verdict: what the drawing was meant to be, or, in guided mode, what to draw next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QWidget

from core.words import say
from gui.look import controls, parts

GAP = 3  # points between digits


class TeachRow(QWidget):
    """Ten digits to teach with; `ask` turns it into a request for one digit, with `keep`, `skip` and `stop`."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        """Take the actions of the ten buttons, by object name, in order."""
        super().__init__(parent)
        controls.named(self, "teach")
        self.request, self.keep = QLabel(), controls.button("guided_keep", "primary")
        self.keep.setShortcut(QKeySequence("Ctrl+Return"))
        self.keep.setToolTip(f"{self.keep.toolTip()} ({self.keep.shortcut().toString()})")
        self.skip, self.stop = controls.button("guided_skip"), controls.button("guided_stop")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._digits(actions))
        guide = QWidget()
        parts.row((self.request, 1), self.keep, self.skip, self.stop, within=guide)
        self._pages.addWidget(guide)
        self._enter = QShortcut(self)  # else these keys would draw a dot
        self._enter.setKeys([QKeySequence(key) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)])
        self._enter.activated.connect(self.keep.click)
        self._enter.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def ask(self, digit: int | None, number: int = 0, total: int = 0) -> str:
        """Ask for a digit, the number-th of total; None to go back to the ten digits; return the request."""
        self._pages.setCurrentIndex(0 if digit is None else 1)
        self._enter.setEnabled(digit is not None)
        if digit is None:
            self.request.clear()
            return ""
        self.request.setText(_course(8, total, total))
        self.request.setMinimumWidth(self.request.sizeHint().width())  # of the longest: the window stays as it is
        self.request.setText(_course(digit, number, total))
        return _request(digit)

    def _digits(self, actions: dict[str, QAction]) -> QWidget:
        page = QWidget()
        caption = parts.caption(say("It was a"))
        row = parts.row(caption, within=page, spacing=GAP)
        row.addSpacing(GAP)
        for name, action in actions.items():
            button = parts.set_apart(controls.action_button(name, action), "compact")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the canvas
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
            if caption.buddy() is None:  # a saved picture leaves out the names of controls, as it does the buttons
                caption.setBuddy(button)
        return page


def _request(digit: int) -> str:
    return say("Draw an {digit}", digit=digit) if digit == 8 else say("Draw a {digit}", digit=digit)


def _course(digit: int, number: int, total: int) -> str:
    return f"<b>{_request(digit)}</b>&nbsp; {say('{number} of {total}', number=number, total=total)}"
