"""Formulas: pictures of assets/formulas, drawn for letters of 20 points, in the colour and size of the text."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.files import assets
from gui.look import controls, icons, theme as look

DRAWN = 20.0  # points, the size of the letters in the pictures of assets/formulas
LARGER = 1.35  # times the body's font, in which they are shown
AROUND = 6  # points, beside a formula


class Formula(QWidget):
    """Shows a formula, or nothing and takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._svg = b""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_formula(self, name: str) -> None:
        """Show assets/formulas/NAME.svg, which the table of controls has in words; "" for none."""
        self._svg = assets.data(f"formulas/{name}.svg") if name else b""
        self.setAccessibleName(controls.words(f"formula_{name}", "spoken") if name else "")
        self.setVisible(bool(name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the formula takes in its largest size."""
        if not self._svg:
            return QSize(0, 0)
        size = self._picture().defaultSize() * (LARGER * QFontMetricsF(look.body_font()).height() / DRAWN)
        return size + QSize(2 * AROUND, 2 * AROUND)

    def minimumSizeHint(self) -> QSize:
        """Return half the width: a formula shrinks where there is no room."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the formula, smaller where it would not fit."""
        if not self._svg:
            return
        full = self.sizeHint() - QSize(2 * AROUND, 2 * AROUND)
        shrink = min(1.0, (self.width() - 2 * AROUND) / full.width())
        width, height = full.width() * shrink, full.height() * shrink
        self._picture().render(QPainter(self), QRectF(AROUND, (self.height() - height) / 2, width, height))

    def _picture(self) -> QSvgRenderer:
        return QSvgRenderer(QByteArray(icons.in_colour(self._svg, look.current().text)))
