"""The canvas: mouse, finger and pen become strokes on the paper, each gesture once."""

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal

from core.digits.drawing import Drawing
from core.words import say
from gui.canvas.gesture import Place, places_along
from gui.canvas.ink_surface import InkSurface
from gui.canvas.key_pen import KeyPen
from gui.look import controls
from gui.look.painting import describe

DOT_PIXELS = 2.0  # a hand that means a dot trembles less
ERASER_REACH = 0.045  # sides of the canvas: half the ink's width, and room for an unsteady hand
THINNEST, THICKEST = 0.6, 1.4  # times the pen's width, for the lightest and the hardest pressure
DOUBLE_MS = 500  # a mouse event this soon after a pen's is the same hand's
MOUSE, TOUCH, PEN = "mouse", "touch", "pen"


class DigitCanvas(InkSurface):
    """Where a digit is drawn."""

    files_dropped = Signal(object)  # list of paths, dropped or pasted
    image_dropped = Signal(QtGui.QImage)  # the same
    digit_chosen = Signal(int)  # the number in reading order of the one of several that is tapped

    def __init__(self) -> None:
        super().__init__()
        self._source = ""  # which kind of pointer has the pen down
        self._is_erasing = False
        self._at: Place = (0.0, 0.0)
        self._finger = -1
        self._pen_time = -DOUBLE_MS
        self._keys = KeyPen(self)
        controls.named(self, "canvas")
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMouseTracking(True)  # else a move without a button, after a release that was lost, never comes
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAcceptDrops(True)
        self.drawing_changed.connect(self._describe)
        self._describe(Drawing())

    def take(self, data: QMimeData) -> bool:
        """Ask for files or an image, dropped or pasted, to be opened; return whether there were any."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif data.hasImage():
            self.image_dropped.emit(QtGui.QImage(data.imageData()))
        return bool(files) or data.hasImage()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Begin to draw (left) or to erase (right)."""
        self._put_keys_away()
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if not self._source and event.button() in buttons and not self._is_double(event):
            self._press(MOUSE, event.position(), 1.0, event.button() == Qt.MouseButton.RightButton)

    mouseDoubleClickEvent = mousePressEvent  # a quick second press is as any other: two dots, the bar of a 7

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Follow the mouse, also outside the canvas while the button is held."""
        if self._source == MOUSE and not event.buttons():
            self._release()  # the release went to a window that came in between
        elif self._source == MOUSE:
            self._move(event.position(), 1.0)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """End the stroke."""
        if self._source == MOUSE and not event.buttons() & ~event.button():
            self._release()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Draw with the arrow keys; see `gui.canvas.key_pen`."""
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._source or others or not self._keys.press(event.key(), far):
            super().keyPressEvent(event)
        else:
            self._describe(self.drawing())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the drawing, and the cursor of the keyboard above it."""
        super().paintEvent(event)
        if self._keys.is_out:
            self._keys.paint(QtGui.QPainter(self), self.square())

    def tabletEvent(self, event: QtGui.QTabletEvent) -> None:
        """Draw with a pen; it takes the stroke over from a mouse or palm that is its own double."""
        self._pen_time = event.timestamp()
        width = THINNEST + (THICKEST - THINNEST) * event.pressure()
        if event.type() == QEvent.Type.TabletPress:
            self._cancel()
            self._put_keys_away()
            is_eraser = event.pointerType() == QtGui.QPointingDevice.PointerType.Eraser
            self._press(PEN, event.position(), width, is_eraser or event.button() == Qt.MouseButton.RightButton)
        elif self._source == PEN and event.type() == QEvent.Type.TabletMove:
            self._move(event.position(), width)
        elif self._source == PEN and event.type() == QEvent.Type.TabletRelease:
            self._release()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Hand on touches; keep the tooltip off what is drawn."""
        if isinstance(event, QtGui.QTouchEvent) and event.device().type() == QtGui.QInputDevice.DeviceType.TouchScreen:
            self._touch(event)
            return True
        return (event.type() == QEvent.Type.ToolTip and not self.drawing().is_empty) or super().event(event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """End a stroke that can no longer get its release."""
        self._put_keys_away()
        self._release()
        super().hideEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show where the keyboard is, when it came by keyboard."""
        self._mark(event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))

    def focusOutEvent(self, _event: QtGui.QFocusEvent) -> None:
        """Show no longer where the keyboard is."""
        self._put_keys_away()
        self._mark(False)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        """Welcome files and images."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._mark(True)

    def dragLeaveEvent(self, _event: QtGui.QDragLeaveEvent) -> None:
        """Calm down."""
        self._mark(False)

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        """Pass on what was dropped."""
        self._mark(False)
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def _touch(self, event: QtGui.QTouchEvent) -> None:
        points = {point.id(): point for point in event.points()}
        pressed = [number for number, point in points.items() if point.state() == QtGui.QEventPoint.State.Pressed]
        if self._source == TOUCH and event.type() == QEvent.Type.TouchCancel:
            self._cancel()
        elif self._source == TOUCH and self._finger in points:
            point = points[self._finger]
            if point.state() != QtGui.QEventPoint.State.Stationary:  # another finger moved
                self._move(point.position(), 1.0)
            if point.state() == QtGui.QEventPoint.State.Released:
                self._release()
        if pressed and (not self._source or (self._source == TOUCH and self.is_dot)):
            self._cancel()  # what rests there and has not moved was the palm
            self._put_keys_away()
            self._finger = pressed[-1]
            self._press(TOUCH, points[self._finger].position(), 1.0, False)
        event.accept()

    def _is_double(self, event: QtGui.QMouseEvent) -> bool:
        """Return whether a mouse event only repeats what a pen or a finger does."""
        made_up = event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
        others = (QtGui.QInputDevice.DeviceType.Stylus, QtGui.QInputDevice.DeviceType.TouchScreen)
        return made_up or event.device().type() in others or event.timestamp() - self._pen_time < DOUBLE_MS

    def _place(self, position: QPointF) -> Place:
        square = self.square()
        return (position.x() - square.left()) / square.width(), (position.y() - square.top()) / square.height()

    def _press(self, source: str, position: QPointF, width: float, erasing: bool) -> None:
        if not self.paper().contains(position):
            return
        self._source, self._is_erasing, self._at = source, erasing, self._place(position)
        if erasing:
            self.erase_at(self._at, ERASER_REACH)
        else:
            self.begin(self._at, width, DOT_PIXELS / self.square().width())

    def _move(self, position: QPointF, width: float) -> None:
        before, self._at = self._at, self._place(position)
        if not self._is_erasing:
            self.follow(self._at, width)
            return
        for place in places_along(before, self._at, ERASER_REACH):  # a quick hand leaves gaps between its events
            self.erase_at(place, ERASER_REACH)

    def _release(self) -> None:
        tapped = self.frame_at(self._at) if self._source and self.is_dot else -1
        self._source = ""
        if tapped < 0:
            self.finish()
        else:  # no digit of several needs a dot
            self.abandon()
            self.digit_chosen.emit(tapped)

    def _cancel(self) -> None:
        self._source = ""
        self.abandon()

    def _mark(self, marked: bool) -> None:
        self._is_marked = marked
        self.update()

    def _put_keys_away(self) -> None:
        if self._keys.is_out:
            self._keys.put_away()
            self._describe(self.drawing())

    def _describe(self, drawing: Drawing) -> None:
        few = {0: say("empty"), 1: say("1 stroke")}
        counted = few.get(len(drawing.strokes)) or say("{strokes} strokes", strokes=len(drawing.strokes))
        describe(self, self._keys.words() if self._keys.is_out else counted)
