"""A wall of many 28x28 images that scrolls smoothly: Qt paints only what can be seen, and nothing is cached."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from PySide6 import QtCore, QtGui
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from core.arrays import Indexes
from core.digits.dataset import PIXELS, SIDE, Bytes
from core.words import say
from gui.look import controls, theme as look
from gui.look.painting import CENTRED, describe, fitted_font, paint_focus, paint_text
from gui.look.pixels import Shades, image_of, ink_shades
from gui.look.theme import Theme

Captions = Callable[[int], tuple[str, ...]]  # an image's index: the lines beneath it
Sentences = Callable[[int], str]  # an image's index: what it is, in a sentence
Index = QModelIndex | QPersistentModelIndex

USUAL_SIDE = 2 * SIDE  # points, an image
GAP = 10  # points between images
SPARE = 2  # points that Qt leaves free in a row: a cell that fills it to the last begins the next one
WHEEL_ROWS = 0.5  # rows a notch of the wheel
LINES_A_NOTCH = 3  # Qt's own number of single steps
ALONG = {QListView.CursorAction.MoveLeft: -1, QListView.CursorAction.MoveRight: 1}


class Pictures(Protocol):
    """Images by their index, each (784,) unsigned bytes: an array of them, or what draws those that are seen."""

    def __getitem__(self, index: int, /) -> Bytes: ...


class Places(QtGui.QStandardItemModel):
    """The places of a wall, each with the sentence about its image; Qt counts 60,000 of them without Python."""

    def __init__(self, wall: "ImageWall") -> None:
        super().__init__(0, 1, wall)
        self._wall = wall

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Let a place be marked, and not be edited."""
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the size of a place, or, for tooltips and screen readers, what the image is."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._wall.cell_size()
        is_sentence = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._wall.sentence(int(self._wall.order[index.row()])) if is_sentence else None


class ImageWall(QListView):
    """Images row by row in a given order; `chosen` reports the index of the one clicked, or gone to by a key."""

    chosen = Signal(int)  # index among all images, not place on the wall
    pointer_left = Signal()

    def __init__(self, name: str, *, lines: int = 1) -> None:
        """Take its name in the table of controls, whose text it says when empty, and the lines under an image."""
        super().__init__(flow=QListView.Flow.LeftToRight, isWrapping=True, uniformItemSizes=True)
        controls.named(self, name)
        self._empty_text, self._lines = controls.words(name), lines
        self._images: Pictures = np.empty((0, PIXELS), np.uint8)
        self.order: Indexes = np.empty(0, np.intp)  # the indexes of the images on the wall
        self._captions: Captions = lambda _index: ()
        self.sentence: Sentences = lambda _index: ""
        self._places = Places(self)
        self._arranged: tuple[int, QSize, int] | None = None  # columns, grid and images that were laid out
        self.setModel(self._places)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as all that is painted, in any language
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(120, 60)
        # the frame of the keyboard's focus does not scroll
        self.verticalScrollBar().valueChanged.connect(lambda: self.viewport().update())
        self.selectionModel().currentChanged.connect(self._describe)
        self.dress()

    def cell_size(self) -> QSize:
        """Return the size of an image and what stands beneath it."""
        return QSize(math.ceil(self._side), self.gridSize().height() - GAP)

    def sizeHint(self) -> QSize:
        """Return room for two rows."""
        return QSize(600, 2 * self.gridSize().height())

    def set_images(self, images: Pictures, order: Indexes, captions: Captions, sentences: Sentences) -> None:
        """Show images of those indexes in that order; the place scrolled to stays."""
        self._images, self._captions, self.sentence = images, captions, sentences
        self.set_order(order)
        self._arrange()

    def set_order(self, order: Indexes) -> None:
        """Show the images of those indexes, in that order; the one that is marked stays marked."""
        marked = self.current()
        self.order = order
        self._places.setRowCount(len(order))
        self.set_current(marked)

    def set_empty_text(self, text: str) -> None:
        """Say this where there is no image to show."""
        self._empty_text = text
        self.viewport().update()

    def current(self) -> int:
        """Return the index of the image that is marked, or -1."""
        place = self.currentIndex().row()
        return int(self.order[place]) if place >= 0 else -1

    def set_current(self, index: int) -> None:
        """Mark the image of that index, where it is on the wall; mark none for -1."""
        places = np.flatnonzero(self.order == index)
        self.setCurrentIndex(self._places.index(int(places[0]), 0) if len(places) else QModelIndex())
        self.viewport().update()

    def dress(self) -> None:
        """Take the application's font."""
        self._plain, self._heavy = fitted_font(), fitted_font(heavy=True)
        self._arrange()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the images that can be seen, or what there is to say where there are none."""
        if self._ratio != self.devicePixelRatioF():  # on another screen images have another size
            self._arrange()
        painter, room = QtGui.QPainter(self.viewport()), self.viewport().rect()
        for place in self._seen(event.rect()):
            self._paint_image(painter, self._room_of(place).topLeft(), place)
        paint_focus(painter, self, room)
        if not len(self.order):
            painter.setFont(self._plain)
            painter.setPen(QtGui.QColor(look.current().dim))
            painter.drawText(QRectF(room), CENTRED | Qt.TextFlag.TextWordWrap, self._empty_text)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go on in the next row at either end of one, and nowhere only because the keyboard comes."""
        if action == QListView.CursorAction.MoveNext:
            return QModelIndex()
        last, current = len(self.order) - 1, self.currentIndex()
        if action in ALONG:
            return self._places.index(min(max(current.row() + ALONG[action], 0), last), 0)
        found = super().moveCursor(action, modifiers)
        is_stuck = action == QListView.CursorAction.MoveDown and found == current  # above a row that is not full
        return self._places.index(last, 0) if is_stuck else found

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose the image under the pointer."""
        place = self.indexAt(event.position().toPoint())
        if place.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(place)
            self._choose(place)

    mouseDoubleClickEvent = mousePressEvent  # the second click of two that come soon

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Mark nothing while a button is held; take the end of a click, too, so that no widget beneath does."""
        event.accept()

    mouseReleaseEvent = mouseMoveEvent

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Choose the image that a key leads to, as a click would; Return and Space choose the one at hand again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text():  # no text to search for
            event.ignore()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._choose(self.currentIndex())

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        """Report when the pointer leaves."""
        if event.type() == QtCore.QEvent.Type.Leave:
            self.pointer_left.emit()
        return super().viewportEvent(event)

    def _paint_image(self, painter: QtGui.QPainter, corner: QPoint, place: int) -> None:
        """Paint an image, its mark, and what stands beneath, on whole pixels of the screen."""
        left, top = (round(at * self._ratio) / self._ratio for at in (corner.x(), corner.y()))
        index, frame = int(self.order[place]), QRectF(left, top, self._side, self._side)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(frame, image_of(self._shades(look.current())[self._images[index].reshape(SIDE, SIDE)]))
        if place == self.currentIndex().row():
            painter.setPen(QtGui.QPen(QtGui.QColor(look.current().accent), 2))
            painter.drawRect(frame.adjusted(1, 1, -1, -1))
        self._paint_beneath(painter, frame, index)

    def _seen(self, room: QRect) -> range:
        """Return the places that can be seen in a room of the viewport."""
        places = range(len(self.order))
        first = bisect_left(places, room.top(), key=lambda place: self._room_of(place).bottom())
        return places[first : bisect_right(places, room.bottom(), key=lambda place: self._room_of(place).top())]

    def _room_of(self, place: int) -> QRect:
        return self.visualRect(self._places.index(place, 0))

    def _choose(self, place: QModelIndex) -> None:
        self.scrollTo(place)
        self.chosen.emit(int(self.order[place.row()]))

    def _describe(self) -> None:
        index = self.current()
        describe(self, say("{order:,} images", order=len(self.order)) if index < 0 else self.sentence(index))

    def _shades(self, theme: Theme) -> Shades:
        """Return the shades, (256,), of the images' bytes."""
        return ink_shades(theme)

    def _height_beneath(self) -> float:
        return self._lines * QtGui.QFontMetricsF(self._plain).height()

    def _paint_beneath(self, painter: QtGui.QPainter, frame: QRectF, index: int) -> None:
        line = QRectF(frame.left(), frame.bottom() + 1, frame.width(), QtGui.QFontMetricsF(self._plain).height())
        for number, text in enumerate(self._captions(index)):
            colour, font = (look.current().dim, self._plain) if number else (look.current().text, self._heavy)
            paint_text(painter, line.translated(0, number * line.height()), text, colour, CENTRED, font)

    def _arrange(self) -> None:
        """Spread images over the width, each as large as whole screen pixels for its own let it be."""
        policy = Qt.ScrollBarPolicy  # there even where all fits, so that no image moves; not for nothing
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if len(self.order) else policy.ScrollBarAlwaysOff)
        self._ratio = self.devicePixelRatioF()
        self._side = SIDE * max(1, round(USUAL_SIDE * self._ratio / SIDE)) / self._ratio
        width = self.viewport().width()
        columns = max(1, int((width + GAP) // (self._side + GAP)))
        wide = max((width - SPARE) // columns, math.ceil(self._side))
        step = QSize(wide, round(self._side + self._height_beneath() + GAP))
        self.verticalScrollBar().setSingleStep(max(1, round(step.height() * WHEEL_ROWS / LINES_A_NOTCH)))
        arranged = columns, step, len(self.order)
        if arranged != self._arranged:  # 60,000 places take 15 ms
            self._arranged = arranged
            self.setGridSize(step)
            self.doItemsLayout()
        self.viewport().update()
        self._describe()
