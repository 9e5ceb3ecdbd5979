"""A wall of many 28x28 images that scrolls smoothly: only what can be seen is painted, and nothing is cached."""

from collections.abc import Callable

import numpy as np
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip

from core.arrays import Indexes
from core.digits.dataset import PIXELS, SIDE, Bytes
from core.words import say
from gui.look import theme as look
from gui.look.painting import describe, fitted_font, paint_focus
from gui.look.pixels import Shades, ink_shades
from gui.look.theme import Theme
from gui.panels.wall_layout import LaidOutTexts, WallLayout

Captions = Callable[[int], tuple[str, ...]]  # an image's index: the lines beneath it
Sentences = Callable[[int], str]  # an image's index: what it is, in a sentence

WHEEL_ROWS = 0.5  # rows a notch of the wheel
LINES_A_NOTCH = 3  # Qt's own number of single steps


class ImageWall(QAbstractScrollArea):
    """Images row by row in a given order; `chosen` reports the index of the one clicked or entered."""

    chosen = Signal(int)  # index among all images, not place on the wall
    pointer_left = Signal()

    def __init__(self, caption_lines: int = 1, shades: Callable[[Theme], Shades] = ink_shades) -> None:
        """Take how many lines stand under each image, and what makes the shades, (256,), of its bytes."""
        super().__init__()
        self._shades_of = shades
        self._caption_lines = caption_lines
        self._images: Bytes = np.empty((0, PIXELS), np.uint8)
        self.order: Indexes = np.empty(0, np.intp)  # the indexes of the images on the wall
        self._captions: Captions = lambda _index: ()
        self._sentences: Sentences = lambda _index: ""
        self._empty_text = ""
        self._current = -1  # place on the wall
        self._ratio = self.devicePixelRatioF()  # that captions were laid out for
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 60)
        self.setAccessibleName(say("Wall of images"))
        self.dress()

    def sizeHint(self) -> QSize:
        """Return room for two rows."""
        return QSize(600, 2 * self._layout().step_y)

    def set_images(self, images: Bytes, order: Indexes, captions: Captions, sentences: Sentences) -> None:
        """Show images (n, 784), unsigned bytes, of those indexes in that order; the place scrolled to stays."""
        was = int(self.order[self._current]) if 0 <= self._current < len(self.order) else -1
        self._images, self.order, self._captions, self._sentences = images, order, captions, sentences
        self._current = -1
        self.set_current(was)
        self._measure()

    def set_empty_text(self, text: str) -> None:
        """Say this where there is no image to show."""
        self._empty_text = text
        self.viewport().update()

    def count(self) -> int:
        """Return how many images are on the wall."""
        return len(self.order)

    def current(self) -> int:
        """Return the index of the image that is marked, or -1."""
        return int(self.order[self._current]) if self._current >= 0 else -1

    def set_current(self, index: int) -> None:
        """Mark the image of that index, where it is on the wall; mark none for -1."""
        places = np.flatnonzero(self.order == index)
        self._current = int(places[0]) if len(places) else -1
        self._describe()
        self.viewport().update()

    def scroll_to_top(self) -> None:
        """Show the first row."""
        self.verticalScrollBar().setValue(0)

    def place_of(self, place: int) -> QRectF:
        """Return where the image at a place on the wall stands, with its captions, in the viewport's points."""
        return self._layout().cell(place).translated(0, -self.verticalScrollBar().value())

    def dress(self) -> None:
        """Lay out the captions in the application's font."""
        self._heavy, self._plain = LaidOutTexts(fitted_font(heavy=True)), LaidOutTexts(fitted_font())  # first, others
        self._measure()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the rows that can be seen."""
        if self._ratio != self.devicePixelRatioF():  # on another screen images have another size
            self._ratio = self.devicePixelRatioF()
            self._measure()
        painter = QtGui.QPainter(self.viewport())
        paint_focus(painter, self, self.viewport().rect())
        painter.setFont(self._plain.font)
        if not len(self.order):
            painter.setPen(QtGui.QColor(look.current().dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.viewport().rect()), flags, self._empty_text)
            return
        layout, scrolled = self._layout(), self.verticalScrollBar().value()
        places = layout.visible(scrolled, self.viewport().height())
        frames = [layout.frame(place, scrolled) for place in places]
        self._paint_images(painter, places, frames)
        for number in range(self._caption_lines):
            self._paint_captions(painter, number, places, frames)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose the image under the pointer."""
        place = self._place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(place)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take the end of a click, so that no widget beneath does."""
        event.accept()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Go from image to image, and choose with Return or Space."""
        place = self._layout().reached(self._current, event.key(), self.viewport().height())
        if place is not None:
            self._move_to(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Report in a sentence what the image under the pointer is, and when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.pointer_left.emit()
        if isinstance(event, QtGui.QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            text = self.toolTip() if place is None else self._sentences(int(self.order[place]))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _choose(self, place: int) -> None:
        self._move_to(place)
        self.chosen.emit(int(self.order[place]))

    def _move_to(self, place: int) -> None:
        self._current = place
        cell, bar = self.place_of(place), self.verticalScrollBar()
        below = cell.bottom() - self.viewport().height()
        bar.setValue(round(bar.value() + (cell.top() if cell.top() < 0 else max(0.0, below))))
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        index = self.current()
        describe(self, say("{order:,} images", order=len(self.order)) if index < 0 else self._sentences(index))

    def _place_at(self, point: QPointF) -> int | None:
        return self._layout().place_at(point + QPointF(0, self.verticalScrollBar().value()))

    def _layout(self) -> WallLayout:
        captions = self._caption_lines * self._line_height()
        return WallLayout(len(self.order), self.viewport().width(), self.devicePixelRatioF(), captions)

    def _line_height(self) -> float:
        return QtGui.QFontMetricsF(self._plain.font).height()

    def _measure(self) -> None:
        layout, bar = self._layout(), self.verticalScrollBar()
        policy = Qt.ScrollBarPolicy  # there even where all fits, so that no image moves; not for nothing
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if layout.count else policy.ScrollBarAlwaysOff)
        bar.setRange(0, max(0, layout.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(1, round(layout.step_y * WHEEL_ROWS / LINES_A_NOTCH)))
        self._describe()
        self.viewport().update()

    def _paint_images(self, painter: QtGui.QPainter, places: range, frames: list[QRectF]) -> None:
        pixels = self._shades_of(look.current())[self._images[self.order[places.start : places.stop]]]
        for image, frame, place in zip(pixels, frames, places, strict=True):
            painter.drawImage(frame, QtGui.QImage(image.data, SIDE, SIDE, 4 * SIDE, QtGui.QImage.Format.Format_RGB32))
            if place == self._current:
                painter.setPen(QtGui.QPen(QtGui.QColor(look.current().accent), 2))
                painter.drawRect(frame.adjusted(1, 1, -1, -1))

    def _paint_captions(self, painter: QtGui.QPainter, number: int, places: range, frames: list[QRectF]) -> None:
        """Paint one line beneath each image; texts are laid out once and cached."""
        texts, side = self._plain if number else self._heavy, self._layout().side
        painter.setFont(texts.font)
        painter.setPen(QtGui.QColor(look.current().dim if number else look.current().text))
        height = self._line_height()
        for place, frame in zip(places, frames, strict=True):
            lines = self._captions(int(self.order[place]))
            if number < len(lines):
                text = texts.laid_out(lines[number], side)
                left = frame.center().x() - text.size().width() / 2
                painter.drawStaticText(QPointF(left, frame.bottom() + 1 + number * height), text)
