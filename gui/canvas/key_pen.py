"""Drawing by keyboard: a cursor on the 28 x 28 grid of the canvas, and a pen that is put down and lifted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.digits.dataset import SIDE
from core.words import say
from gui.canvas.gesture import Place
from gui.canvas.ink_surface import InkSurface
from gui.look import theme as look

FAR = 4  # cells that an arrow goes with Shift
DOT_REACH = 0.5 / SIDE
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (-1, -1),  # these four lie around the arrows on a number pad
    Qt.Key.Key_PageUp: (1, -1),
    Qt.Key.Key_End: (-1, 1),
    Qt.Key.Key_PageDown: (1, 1),
}
TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyPen:
    """Turns keys into strokes of a surface."""

    def __init__(self, surface: InkSurface) -> None:
        self._surface = surface
        self._cell = (SIDE // 2, SIDE // 4)  # column and row
        self.is_out, self.is_down = False, False

    def press(self, key: int, far: bool) -> bool:
        """Do what a key means; return whether it means anything."""
        if key in MOVES:
            self._move(*MOVES[Qt.Key(key)], FAR if far else 1)
        elif key in TOGGLES:
            self.is_out = True
            if self.is_down:
                self.lift()
            else:
                self.is_down = True
                self._surface.begin(self._place(), 1.0, DOT_REACH)
        elif key == Qt.Key.Key_Backspace:
            self.lift()
            self._surface.undo()
        elif key == Qt.Key.Key_Delete:
            self.lift()
            self._surface.clear()
        elif key == Qt.Key.Key_Escape and self.is_out:
            self.put_away()
        else:
            return False
        self._surface.update()
        return True

    def lift(self) -> None:
        """End the stroke."""
        if self.is_down:
            self.is_down = False
            self._surface.finish()

    def put_away(self) -> None:
        """Lift the pen and show it no longer."""
        self.lift()
        self.is_out = False
        self._surface.update()

    def words(self) -> str:
        """Say where the pen is and whether it draws."""
        column, row = (number + 1 for number in self._cell)
        if self.is_down:
            return say("Pen down, column {column}, row {row}", column=column, row=row)
        return say("Pen up, column {column}, row {row}", column=column, row=row)

    def paint(self, painter: QPainter, square: QRectF) -> None:
        """Paint the cell that the pen is on: a frame while it is up, full while it is down."""
        side = square.width() / SIDE
        column, row = self._cell
        cell = QRectF(square.left() + column * side, square.top() + row * side, side, side)
        colour = QColor(look.current().accent)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if self.is_down else Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)

    def _move(self, right: int, down: int, cells: int) -> None:
        if not self.is_out:  # the first key shows where it is
            self.is_out = True
            return
        column, row, last = *self._cell, round(SIDE * self._surface.aspect) - 1
        self._cell = min(max(column + right * cells, 0), last), min(max(row + down * cells, 0), SIDE - 1)
        if self.is_down:
            self._surface.follow(self._place(), 1.0)

    def _place(self) -> Place:
        column, row = self._cell
        return (column + 0.5) / SIDE, (row + 0.5) / SIDE
