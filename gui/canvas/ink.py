"""The picture of strokes: smooth lines, painted once into a cached image that only ever gains what is new."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from gui.canvas.gesture import InkStroke

INK_WIDTH = 0.062  # of the canvas's side
REACH = 0.045  # of the canvas's side: how far from a point its corner is rounded, so that the line stays true


class InkPicture:
    """Strokes as pixels of paper `side` points high, at a screen's pixel ratio."""

    def __init__(self) -> None:
        self._image = QImage()
        self._side, self._pen = 0, 0.0
        self._colour = QColor()
        self.is_stale = True  # it shows other strokes than those there are

    def fits(self, side: int, ratio: float, colour: str) -> bool:
        """Return whether the picture has this side and pixel ratio, and ink of this colour, "#rrggbb"."""
        return (self._side, self._image.devicePixelRatio(), self._colour) == (side, ratio, QColor(colour))

    def paint(
        self, painter: QPainter, paper: QRectF, colour: str, strokes: Sequence[InkStroke], growing: InkStroke | None
    ) -> None:
        """Paint strokes on paper; `growing` is the last of them while it is being drawn."""
        side, ratio = int(paper.height()), painter.device().devicePixelRatioF()
        if self.is_stale or not self.fits(side, ratio, colour):
            self.start(side, ratio, colour, paper.width() / paper.height())
            for stroke in strokes:
                self.add(stroke, end_too=stroke is not growing)
        covered = None if growing is None else self._cover(*self._end(growing))
        painter.drawImage(paper.topLeft(), self._image)
        if covered is not None:
            at, before = covered
            _pixels(self._image)[at] = before

    def grow(self, newest: InkStroke, before: InkStroke | None) -> QRect:
        """Add the new corner of the stroke being drawn, and the end of the one before it; return what has changed."""
        if before is not None and before is not newest:
            self.add(before, first=len(before), end_too=True)
        self.add(newest, first=max(1, len(newest) - 2), end_too=False)
        return self.area(newest).toAlignedRect()

    def start(self, side: int, ratio: float, colour: str, aspect: float = 1.0) -> None:
        """Become empty, with a new size or colour; aspect is the paper's width over its height."""
        size = QSize(max(1, math.ceil(side * aspect * ratio)), max(1, math.ceil(side * ratio)))
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(Qt.GlobalColor.transparent)
        self._side, self._colour, self.is_stale = side, QColor(colour), False
        self._pen = INK_WIDTH * side / math.sqrt(aspect)  # wide paper is for smaller digits

    def add(self, stroke: InkStroke, first: int = 1, end_too: bool = True) -> None:
        """Paint a stroke's corners from point `first` on, and its last piece where the stroke has ended."""
        for corner in range(first, len(stroke) - 1):
            path = QPainterPath(self._after(stroke, corner - 1))
            path.lineTo(self._towards(stroke, corner, corner - 1))
            path.quadTo(self._at(stroke, corner), self._after(stroke, corner))
            self._cover(path, stroke.widths[corner])
        if end_too:
            self._cover(*self._end(stroke))

    def _end(self, stroke: InkStroke) -> tuple[QPainterPath, float]:
        """Return the piece that will change with the stroke's next point, or its only point, and its width."""
        last = len(stroke) - 1
        path = QPainterPath(self._after(stroke, last - 1) if last else self._at(stroke, 0))
        path.lineTo(self._at(stroke, last) + (QPointF() if last else QPointF(1e-3, 0)))
        return path, stroke.widths[last]

    def area(self, stroke: InkStroke) -> QRectF:
        """Return what the newest point of a stroke can have changed."""
        newest = range(max(0, len(stroke) - 3), len(stroke))
        grow = self._pen * max(stroke.widths[-3:]) / 2 + 2
        box = QPolygonF([self._at(stroke, index) for index in newest]).boundingRect()
        return box.adjusted(-grow, -grow, grow, grow)

    def _cover(self, path: QPainterPath, width: float) -> tuple[tuple[slice, slice], NDArray[np.uint8]]:
        """Ink a piece where there is less ink yet: soft edges that lie over each other do not add up to dark ones.

        Returns where it lies in the image, rows and columns, and the pixels that were there before.
        """
        pen, ratio = width * self._pen, self._image.devicePixelRatio()
        around = pen / 2 + 1
        box = path.controlPointRect().adjusted(-around, -around, around, around)
        within = QRectF(box.topLeft() * ratio, box.size() * ratio).toAlignedRect().intersected(self._image.rect())
        piece = QImage(within.size().expandedTo(QSize(1, 1)), self._image.format())  # also off the paper, made square
        piece.fill(Qt.GlobalColor.transparent)
        painter = QPainter(piece)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-within.topLeft())
        painter.scale(ratio, ratio)
        ends = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.strokePath(path, QPen(self._colour, pen, *ends))
        painter.end()
        at = slice(within.top(), within.bottom() + 1), slice(within.left(), within.right() + 1)
        inked = _pixels(self._image)[at]
        before = inked.copy()
        np.maximum(inked, _pixels(piece), out=inked)
        return at, before

    def _at(self, stroke: InkStroke, index: int) -> QPointF:
        return QPointF(*stroke.places[index]) * self._side

    def _after(self, stroke: InkStroke, corner: int) -> QPointF:
        """Return where the line leaves a corner; a stroke's first point is no corner."""
        return self._towards(stroke, corner, corner + 1) if corner else self._at(stroke, 0)

    def _towards(self, stroke: InkStroke, corner: int, neighbour: int) -> QPointF:
        way = QLineF(self._at(stroke, corner), self._at(stroke, neighbour))
        return way.pointAt(min(0.5, REACH * self._side / way.length()) if way.length() else 0.0)


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """Return the pixels themselves of an image of 32 bits, (height, width, 4)."""
    return np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.width(), 4)
