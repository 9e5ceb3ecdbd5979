"""Paper, square or wide: it owns the strokes, their undo stack and their look, and knows nothing of pointers."""

from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QUndoStack

from core.arrays import Numbers
from core.digits.drawing import Drawing
from core.words import mark, said, say
from gui.canvas.frames import Box, Frame, on_paper, paint_guide, picture_box
from gui.canvas.gesture import Gesture, Place, Strokes, right_of, strokes_of
from gui.canvas.ink import InkPicture
from gui.canvas.stroke_change import StrokeChange
from gui.look import theme as look
from gui.look.painting import CENTRED, Painted
from gui.look.pixels import as_picture

HINT, NUMBER_HINT = mark("Draw a digit here"), mark("Write a number here")
CORNER = 6.0  # points, radius of the paper's corners
WIDE = 2.4  # times its height: wide paper, for numbers
WIDE_FROM = 1.6  # width over height of strokes that are opened on wide paper: no digit is so wide
SMALLEST, USUAL = 100, 264  # points, the side
NEWS_MS = 4  # a mouse may move a thousand times a second; screens show 60 to 240 of them


class InkSurface(Painted):
    """Paper with strokes; `drawing_changed` reports each change that is seen, `stroke_finished` each whole stroke."""

    wide_changed = Signal(bool)
    drawing_changed = Signal(object)  # Drawing in the unit square, as of those that are finished
    stroke_finished = Signal(object)
    image_restored = Signal(object)  # (28, 28): undo shows it again, for whoever reads it

    def __init__(self) -> None:
        super().__init__(usual=(USUAL, USUAL), least=(SMALLEST, SMALLEST))
        self.undo_stack = QUndoStack(self)
        self._hint = ""  # in the usual words' place
        self._strokes: Strokes = ()
        self._before: Strokes = ()  # what undo goes back to: it outlasts an image shown in the strokes' place
        self._gesture: Gesture | None = None
        self._pixels: Numbers | None = None
        self._covered: Numbers | None = None  # the image that gave way to the stroke being drawn
        self._ink = InkPicture()
        self._has_guide = self._is_marked = self._is_done = self._is_untold = False
        self._pause = QTimer(self, singleShot=True, interval=NEWS_MS)  # what is drawn meanwhile is reported behind it
        self._pause.timeout.connect(lambda: self._tell() if self._is_untold else None)
        self.aspect = 1.0  # of the paper: width over height
        self._frames: tuple[Frame, ...] = ()

    def square(self) -> QRectF:
        """Return what places are given in, the largest square at the left of the paper."""
        side = min(self.width() / self.aspect, self.height())
        return QRectF(0, 0, side, side)

    def paper(self) -> QRectF:
        """Return the paper, at the widget's top left."""
        return QRectF(0, 0, self.square().width() * self.aspect, self.square().width())

    def set_wide(self, wide: bool) -> None:
        """Make the paper wide, or square; strokes beyond its right edge are moved and scaled into it, undo widens."""
        aspect = WIDE if wide else 1.0
        if aspect != self.aspect:
            self.aspect, self._ink.is_stale = aspect, True
            self.wide_changed.emit(wide)
            if right_of(self._strokes) > aspect and self._pixels is None:
                self._push(strokes_of(self.drawing(), aspect), say("Wide paper"))
            self.update()

    def on_paper(self, box: Box) -> Box:
        """Return a box of the drawing, or of the picture shown, in sides of the paper."""
        return box if self._pixels is None else on_paper(box, self.paper(), *reversed(self._pixels.shape))

    def set_frames(self, frames: tuple[Frame, ...]) -> None:
        """Show frames round the digits of a number; () for none."""
        if frames != self._frames:
            self._frames = frames
            self.update()

    def frame_at(self, place: Place) -> int:
        """Return the number of the frame that holds a place; -1 where none does."""
        return next((at for at, frame in enumerate(self._frames) if frame.box.contains(*place)), -1)

    def drawing(self) -> Drawing:
        """Return what is drawn, in the unit square; empty while an image is shown in its place."""
        strokes = self._all_strokes() if self._pixels is None else ()
        return Drawing(tuple(stroke.points for stroke in strokes))

    def set_drawing(self, drawing: Drawing) -> None:
        """Show a drawing in any unit in place of this one; undo brings this one back."""
        width, height = np.ptp(drawing.points, axis=0) if len(drawing.strokes) > 1 else (0, 0)
        if width > WIDE_FROM * height:
            self.set_wide(True)
        self._push(strokes_of(drawing, self.aspect), say("Open drawing"))

    def set_hint(self, text: str) -> None:
        """Print this on the empty paper; the usual words where it is empty."""
        self._hint = text
        self.update()

    @property
    def hint(self) -> str:
        """What is printed on the empty paper."""
        return self._hint or said(HINT if self.aspect == 1 else NUMBER_HINT)

    def undo(self) -> None:
        """Take the last change back; an image first gives way to the strokes that it took the place of."""
        if self._pixels is not None:
            self.show_image(None)
        else:
            self.undo_stack.undo()

    def clear(self) -> None:
        """Take all strokes, or the image, away; undo brings the strokes back."""
        if self._strokes:
            self._push((), say("Clear"))
        elif self._pixels is not None:
            self.show_image(None)

    def show_image(self, image: Numbers | None) -> None:
        """Show an image, (28, 28), 0.0 paper .. 1.0 ink, until something is drawn; None shows the strokes again."""
        self._is_untold = False
        self._pixels = image
        self.update()
        if image is None:
            self.show_strokes(self._strokes)

    def set_guide(self, shown: bool) -> None:
        """Show the box that MNIST's digits fill, or not."""
        self._has_guide = shown
        self.update()

    def begin(self, place: Place, width: float, dot_reach: float) -> None:
        """Put the pen down; an image, or what is done, gives way to an empty paper, until undo brings it back."""
        self._covered = self._pixels
        if self._pixels is not None or self._is_done:
            self._pixels, self._strokes, self._ink.is_stale = None, (), True
        self._gesture = Gesture(place, width, dot_reach, self.aspect)
        self.update()
        self._tell()

    def follow(self, place: Place, width: float) -> None:
        """Draw on to a place, which may lie outside the unit square."""
        gesture = self._gesture
        if gesture is None:
            return
        ended = gesture.strokes[-1] if gesture.strokes else None
        if gesture.extend(place, width):
            self.update() if self._ink.is_stale else self.update(self._ink.grow(gesture.strokes[-1], ended))
            self._is_untold = True
            if not self._pause.isActive():
                self._tell()

    @property
    def is_dot(self) -> bool:
        """Whether the pen is down and has not moved yet."""
        return self._gesture is not None and self._gesture.is_dot

    def finish(self) -> None:
        """Lift the pen."""
        gesture = self._gesture
        if gesture is None or not gesture.strokes:
            self.abandon()
            return
        self._gesture = None
        if not self._ink.is_stale:
            self._ink.add(gesture.strokes[-1], first=len(gesture.strokes[-1]), end_too=True)
        self._strokes = (*self._strokes, *gesture.strokes)
        self._push(self._strokes, say("Draw stroke"), self._covered)
        self.stroke_finished.emit(self.drawing())

    def abandon(self) -> None:
        """Forget the stroke that is being drawn."""
        if self._gesture is not None:
            self._gesture, self._strokes = None, self._before
            self._ink.is_stale = True
            self.update()
            self._tell()
            self._uncover(self._covered)

    def erase_at(self, place: Place, reach: float) -> None:
        """Take away each stroke that passes within `reach` sides of a place, one undo step each."""
        if self._pixels is None:
            for stroke in [stroke for stroke in self._strokes if stroke.distance(place) <= reach]:
                self._push(tuple(other for other in self._strokes if other is not stroke), say("Erase stroke"))

    def show_strokes(self, strokes: Strokes) -> None:
        """Show strokes as they are, on paper that holds them; this is what undo and redo call."""
        if right_of(strokes) > self.aspect:
            self.set_wide(True)
        self._ink.is_stale |= strokes != self._strokes
        self._strokes = self._before = strokes
        self._pixels, self._is_done = None, False
        self.update()
        self._tell()

    def set_done(self, done: bool) -> None:
        """Let the next stroke begin another drawing, or go on with this one, which stays in sight until then."""
        self._is_done = done and self._pixels is None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, guide, ink or image, hint and frames."""
        painter, square, paper = QPainter(self), self.square(), self.paper()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.background))
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self._has_guide and self.aspect == 1:
            paint_guide(painter, square, self.theme)
        if self._pixels is not None:
            box = picture_box(paper, self._pixels.shape[1], self._pixels.shape[0], self.devicePixelRatioF())
            painter.drawImage(box, as_picture(self._pixels, self.theme))
        else:
            strokes, gesture = self._all_strokes(), self._gesture
            growing = gesture.strokes[-1] if gesture is not None and gesture.strokes else None
            self._ink.paint(painter, paper, self.theme.text, strokes, growing)
            if not strokes:
                painter.setPen(QColor(self.theme.dim))
                painter.setFont(look.body_font())
                painter.drawText(paper, CENTRED | Qt.TextFlag.TextWordWrap, self.hint)
        for frame in self._frames:
            frame.paint(painter, square.width(), self.theme)
        marked = self.theme.accent if self._is_marked else self.theme.line
        painter.setPen(QPen(QColor(marked), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)

    def _uncover(self, image: Numbers | None) -> None:
        if image is not None:
            self.show_image(image)
            self.image_restored.emit(image)

    def _tell(self) -> None:
        self._is_untold = False
        self._pause.start()
        self.drawing_changed.emit(self.drawing())

    def _push(self, strokes: Strokes, text: str, covered: Numbers | None = None) -> None:
        """Show strokes; undo shows those before them, or the image that was shown in their place."""
        before = self._before

        def take_back() -> None:
            self.show_strokes(before)
            self._uncover(covered)

        self.undo_stack.push(StrokeChange(text, partial(self.show_strokes, strokes), take_back))

    def _all_strokes(self) -> Strokes:
        return self._strokes if self._gesture is None else (*self._strokes, *self._gesture.strokes)
