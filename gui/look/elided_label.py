"""A line of text that gives way: what does not fit is cut with an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LEAST = 5  # letters; where not even these fit, nothing is better than a stump


class ElidedLabel(QLabel):
    """A label that takes whatever width is left over; its whole text is its tooltip where it is cut."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """Return what can be seen of the text."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self.text()) <= self.width():
            return self.text()
        fits = metrics.averageCharWidth() * LEAST <= self.width()
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width()) if fits else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits, in the style's colours."""
        shown = self.shown()
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        flags = int(self.alignment().value)
        self.style().drawItemText(
            painter, self.rect(), flags, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
