"""A bubble beneath a control, which says what was chosen in it until something is done."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.look import parts

WIDTH = 340  # points
TIME_MS = 12_000  # to read two sentences
AWAY = 4  # points beneath the control
DEEDS = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)


class Bubble(parts.WrappedLabel):
    """Lies above the window and lets every click through; a tooltip would go with the first move of the mouse."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(parent=control)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._control = control
        self._end = QTimer(self, singleShot=True, interval=TIME_MS)
        self._end.timeout.connect(self.hide)
        parts.set_apart(self, "bubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text, in place of the one before."""
        if not self._control.isVisible():
            return
        self.setParent(self._control.window())  # which is the control's only once it has been placed
        self.setText(text)
        self.adjustSize()
        window = self._control.window()
        place = self._control.mapTo(window, QPoint(0, self._control.height() + AWAY))
        self.move(max(0, min(place.x(), window.width() - self.width())), place.y())
        self.raise_()
        self.show()
        self._end.start()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go as soon as something is done."""
        if event.type() in DEEDS:
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Listen no longer."""
        super().hideEvent(event)
        self._end.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
