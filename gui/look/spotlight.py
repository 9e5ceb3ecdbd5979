"""Points at a control: a ring around it that lets every click through."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from gui.look import theme as look

WIDTH = 3  # points
AWAY = 6  # points from the control to the outside of the ring: what begins at its edge is seen whole
ROUND = 8


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
