"""The weights of the ten digits as ten pictures, painted by one widget, live while they change."""

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF, Qt, Signal

from core.digits.dataset import CLASSES, DIGITS, SIDE
from core.model.softmax import Weights
from core.words import say
from gui.look import theme as look
from gui.look.figures import signed
from gui.look.painting import CENTRED, Painted, describe, fitted_font, paint_text
from gui.look.pixels import signed_picture, steady_scale, weight_shades
from gui.panels.since_start import SinceStart
from gui.panels.weight_layout import Layout, arranged, paint_colour_bar

DECIMALS = 3  # of a weight in words
BESIDE = 12  # pixels between the switch and the line's text


class WeightPictures(Painted):
    """Ten pictures of 28x28 weights on one symmetric colour scale; one of them can be shown large with its bias."""

    digit_selected = Signal(int)  # its picture was chosen to be shown large

    def __init__(self, names: tuple[str, ...] = DIGITS) -> None:
        super().__init__("weight_pictures", usual=(760, 150), least=(240, 90), has_keys=True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else its panel would be painted beneath each time
        self._names = names
        self._given: Weights | None = None
        self._weights: Weights | None = None  # as shown: what was given, or what of it has changed
        self.scale_limit = 0.0  # the weight at either end of the colours; 0 while there are none
        self.selected: int | None = None  # the digit shown large
        self._focused, self._highlight = 0, -1
        self._read: int | None = None
        self.since_start = SinceStart("weights_since_start", self)
        self.since_start.toggled.connect(self._on_since_start)

    @property
    def large(self) -> int:
        """The digit whose picture is large: the one chosen, else the one that is read, else where the keys are."""
        shown = self._read if self.selected is None else self.selected
        return self._focused if shown is None else shown

    def set_names(self, names: tuple[str, ...]) -> None:
        """Set what stands under the pictures, (10,)."""
        self._names = names
        self._describe()

    def set_weights(self, weights: Weights | None) -> None:
        """Show these weights; None shows none."""
        self._given, self._weights = weights, self.since_start.shown(weights)
        self.scale_limit = 0.0 if self._weights is None else steady_scale(self._weights.matrix, self.scale_limit)
        if self.selected is not None:
            self._describe()
        self.update()

    def set_highlight(self, digit: int | None) -> None:
        """Print one digit's name in the accent colour; None for none."""
        self._highlight = -1 if digit is None else digit
        self.update()

    def set_read(self, digit: int | None) -> None:
        """Follow what is read: its picture is large while no other is chosen; None where nothing is read."""
        if digit != self._read:
            self._read = digit
            self.update()

    def select(self, digit: int | None) -> None:
        """Keep one digit's picture large, beside the others, whatever is read; None follows the reading again."""
        self.selected = digit
        if digit is not None:
            self._focused = digit
        self._describe()

    def fit(self) -> None:
        """Keep the switch at the left of the line below."""
        line, switch = self._layout().line, self.since_start
        switch.ensurePolished()
        switch.adjustSize()
        switch.move(round(line.x()), round(line.center().y() - switch.height() / 2))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the pictures, the large one, and the line below."""
        painter = self.painter()
        painter.fillRect(event.rect(), QtGui.QColor(self.theme.panel))
        painter.setFont(look.small_font())
        layout = self._layout()
        if self._weights is None:
            empty = say("Draw a digit to see the weights that read it.")
            paint_text(painter, QRectF(self.rect()), empty, self.theme.dim, CENTRED)
            return
        shades, matrices = weight_shades(self.theme), self._weights.matrix.T.reshape(CLASSES, SIDE, SIDE)
        pictures = [signed_picture(matrix, self.scale_limit, shades) for matrix in matrices]
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        for cell, picture in zip(layout.cells, pictures, strict=True):
            painter.drawImage(cell, picture)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform, False)
        if not layout.large.isEmpty():
            painter.drawImage(layout.large, pictures[self.large])
            painter.setPen(QtGui.QColor(self.theme.text))
            text, box = self._bias_text(self.large), layout.large_text
            needed = max(1.0, QtGui.QFontMetricsF(fitted_font()).horizontalAdvance(text))
            painter.setFont(fitted_font(box.width() / needed))
            is_wide = painter.fontMetrics().horizontalAdvance(text) > box.width()  # even small; it then ends at the rim
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if is_wide else CENTRED
            painter.drawText(box, side | Qt.TextFlag.TextDontClip, text)
        self._paint_frames(painter, layout)
        for digit, cell in enumerate(layout.cells):
            is_best = digit == self._highlight
            colour, font = self.theme.accent if is_best else self.theme.dim, fitted_font(heavy=is_best)
            below = QRectF(cell.x(), cell.bottom(), cell.width(), layout.line.height())
            paint_text(painter, below, self._names[digit], colour, CENTRED, font)
        painter.setFont(look.small_font())
        beside = self.since_start.width() + BESIDE
        paint_colour_bar(painter, layout.line.adjusted(beside, 0, 0, 0), self.scale_limit, self.theme)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show the picture under the pointer large, or, if it is, no longer."""
        digit = self._layout().digit_at(event.position())
        if digit is not None and event.button() == Qt.MouseButton.LeftButton:
            self._focused = digit
            self._toggle()
        elif self.selected is not None and self._layout().large.contains(event.position()):
            self.select(None)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show that a picture can be clicked, and say of a pointer at rest which weight is under it."""
        over = self._layout().digit_at(event.position()) is not None and self._weights is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.weight_text(event.position()))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Walk through the pictures with the arrow keys; Enter or Space shows one large, Escape none."""
        keys, columns = Qt.Key, self._layout().columns
        ways = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -columns, keys.Key_Down: columns}
        if event.key() in ways:
            self._focused = min(max(self._focused + ways[Qt.Key(event.key())], 0), CLASSES - 1)
            if self.selected is not None:
                self._choose(self._focused)
            self._describe()
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self._toggle()
        elif event.key() == keys.Key_Escape and self.selected is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def weight_text(self, at: QPointF) -> str:
        """Return what the picture at a point shows there, as "7, row 12, column 15: +0.231"; else what to do."""
        layout = self._layout()
        digit = layout.digit_at(at)
        frame = QRectF() if digit is None else layout.cells[digit]
        if digit is None and layout.large.contains(at):
            digit, frame = self.large, layout.large
        if digit is None or self._weights is None:
            return say("Each picture is what the network looks for in one digit; click one to see it large.")
        inside = at - frame.topLeft()
        column, row = (min(int(SIDE * way / frame.width()), SIDE - 1) for way in (inside.x(), inside.y()))
        name, weight = self._names[digit], signed(self._weights.matrix[row * SIDE + column, digit], DECIMALS)
        return say("{names}, row {row}, column {column}: {signed}", names=name, row=row, column=column, signed=weight)

    def _layout(self) -> Layout:
        text = 1.25 * self.fontMetrics().height()
        return arranged(self.width(), self.height(), text, with_large=self.selected is not None)

    def _on_since_start(self) -> None:
        self.scale_limit = 0.0  # what has changed may be far smaller
        self.set_weights(self._given)

    def _toggle(self) -> None:
        self.select(None) if self.selected == self._focused else self._choose(self._focused)

    def _choose(self, digit: int) -> None:
        self.select(digit)
        self.digit_selected.emit(digit)

    def _describe(self) -> None:
        """Say to a screen reader what is shown large, or else where the keys are, and paint it."""
        shown = self._focused if self.selected is None else self.selected
        text = self._bias_text(shown)
        describe(self, say("on {digit}", digit=text) if self.selected is None else say("large: {digit}", digit=text))
        self.update()

    def _bias_text(self, digit: int) -> str:
        name = self._names[digit]
        if self._weights is None:
            return name
        return say("{name}   bias {signed}", name=name, signed=signed(self._weights.bias[digit], DECIMALS))

    def _paint_frames(self, painter: QtGui.QPainter, layout: Layout) -> None:
        """Paint a thin frame round each picture, in the accent colour round those that are chosen or have the keys."""
        frames = [frame.adjusted(0.5, 0.5, -0.5, -0.5) for frame in (*layout.cells, layout.large)]
        painter.setPen(QtGui.QColor(self.theme.line))
        painter.drawRects(frames if not layout.large.isEmpty() else frames[:-1])
        painter.setPen(QtGui.QColor(self.theme.accent))
        chosen = {self.selected, self._focused if self.hasFocus() else None} - {None}
        painter.drawRects([frames[digit] for digit in chosen if digit is not None])
        if self.large in chosen and not layout.large.isEmpty():
            painter.drawRect(frames[-1])
