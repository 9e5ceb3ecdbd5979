"""What lies above a window's widgets and lets every click through: a ring around a control, a bubble beneath one."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from gui.look import parts, theme as look

WIDTH = 3  # points, the ring's line
AWAY = 6  # points from the control to the outside of the ring: what begins at its edge is seen whole
ROUND = 8
BUBBLE_WIDTH, BENEATH = 340, 4  # points, and points beneath the control
TIME_MS = 12_000  # to read two sentences
DEEDS = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)


class Spotlight(QWidget):
    """A ring above the window's widgets; it follows its control, and vanishes with it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.target: QWidget | None = None  # what is pointed at
        self._part: QRect | None = None
        self.hide()
        window.installEventFilter(self)

    def point_at(self, target: QWidget | None, part: QRect | None = None) -> None:
        """Ring a control, or a part of it in its own coordinates; None for nothing."""
        if self.target is not None and self.target is not target:
            self.target.removeEventFilter(self)
        if target is not None and target is not self.target:
            target.installEventFilter(self)
        self.target, self._part = target, part
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what moves."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.current().accent), WIDTH))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), ROUND, ROUND)

    def _place(self) -> None:
        if self.target is None or not self.target.isVisible():
            self.hide()
            return
        part = self._part or self.target.rect()
        corner = self.target.mapTo(self.window(), part.topLeft())
        room = self.window().rect()
        self.setGeometry(QRect(corner, part.size()).adjusted(-AWAY, -AWAY, AWAY, AWAY).intersected(room))
        inner = self.rect().adjusted(ROUND, ROUND, -ROUND, -ROUND)
        self.setMask(QRegion(self.rect()) - QRegion(inner))  # so that what is inside is never painted twice
        self.raise_()
        self.show()


class Bubble(parts.WrappedLabel):
    """Says what was chosen in a control until something is done; a tooltip would go when the mouse first moves."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(parent=control)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._control = control
        self._end = QTimer(self, singleShot=True, interval=TIME_MS)
        self._end.timeout.connect(self.hide)
        parts.set_apart(self, "bubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(BUBBLE_WIDTH)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text, in place of the one before."""
        if not self._control.isVisible():
            return
        self.setParent(self._control.window())  # which is the control's only once it has been placed
        self.setText(text)
        self.adjustSize()
        window = self._control.window()
        place = self._control.mapTo(window, QPoint(0, self._control.height() + BENEATH))
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
