"""What a wall of images shows by Qt's own means: its places, and how each is painted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex


class Places(QStandardItemModel):
    """The places of a wall, each with the sentence about its image; Qt counts 60,000 of them without Python."""

    def __init__(self, parent: QObject, sentence_at: Callable[[int], str]) -> None:
        super().__init__(0, 1, parent)
        self._sentence_at = sentence_at

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Let a place be marked, and not be edited."""
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the image is, for tooltips and screen readers."""
        is_sentence = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._sentence_at(index.row()) if is_sentence else None


class Cells(QStyledItemDelegate):
    """Paints the image at each place; `paint_at` is given the cell's corner and the place."""

    def __init__(
        self, parent: QObject, cell_size: Callable[[], QSize], paint_at: Callable[[QPainter, QPoint, int], None]
    ) -> None:
        super().__init__(parent)
        self._cell_size, self._paint_at = cell_size, paint_at

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the same for all."""
        return self._cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one."""
        self._paint_at(painter, option.rect.topLeft(), index.row())  # type: ignore[attr-defined]
