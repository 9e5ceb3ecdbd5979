"""The plotting area of cost and accuracy: step axis, fixed ranges, hover line, marks, labelled curves."""

from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainterPath, QPen

from gui.look import theme as look
from gui.look.plot_axes import StepAxis, ValueAxis, spread_out

WIDEST_VALUE = "100 %"  # of an upright axis; every plot's has room for it, so that equal steps stand above each other
VALUE_ROOM = 13  # pixels beside it
HEAD = 6  # pixels for the half of a label that stands at the end of the upright axis
OVERHANG = 30  # pixels that the labels at the ends of an axis may reach over it
LABEL_MARGIN = 1.5  # pixels round a label
FARTHEST = 2.5  # label heights that a label may stand from its curve; farther ones would mislead
CLOSER = 0.5  # of the steps in view stay there when a key looks closer
PART = 0.25  # of the steps in view that an arrow key moves by
MARK_REACH = 5.0  # pixels; a mark at the last step, or at 100 %, is not cut through
MARK_ROWS = 3  # neighbouring marks are labelled at different heights


def hairline(colour: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen one pixel wide at any scale: wider ones are up to 90 times slower on noisy curves."""
    pen = QPen(QColor(colour), 1.0, style)
    pen.setCosmetic(True)
    return pen


class _StepsBox(pg.ViewBox):
    """The box that curves are clipped to; it leaves marks at its upper and right edge whole."""

    def boundingRect(self) -> QRectF:
        """Return the area that is painted; Qt paints nothing anew beyond it, whatever `shape` says."""
        return QRectF(super().boundingRect()).adjusted(0.0, -MARK_REACH, MARK_REACH, 0.0)

    def shape(self) -> QPainterPath:
        """Return the area that children are clipped to and that takes the mouse."""
        path = QPainterPath()
        path.addRect(self.boundingRect())
        return path


class PlotView(pg.PlotWidget):
    """A plot over steps whose ranges are set, never searched; wheel and drag look closer along the steps."""

    hovered = Signal(object)  # the step (int) under the pointer, None when it leaves
    steps_shown = Signal()  # other steps are in view, or at another width

    def __init__(self, unit: str = "") -> None:
        self.value_axis = ValueAxis(unit)
        self._total = 1_000
        self._worn = ("", "")  # the theme's name and the font that it was last dressed in
        super().__init__(axisItems={"bottom": StepAxis(), "left": self.value_axis}, viewBox=_StepsBox(enableMenu=False))
        item = self.getPlotItem()
        item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())  # pyqtgraph makes it, unowned, in any case
        item.hideButtons()
        item.setContentsMargins(0, HEAD, OVERHANG, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view_box: pg.ViewBox = item.getViewBox()
        self.view_box.setMouseEnabled(x=True, y=False)
        self.view_box.disableAutoRange()
        self.view_box.setDefaultPadding(0)
        self._grid = pg.PlotCurveItem(connect="pairs")  # the axis' own grid lies over the curves
        self._grid.setZValue(-10)
        self.addItem(self._grid, ignoreBounds=True)
        self._hover_line = pg.InfiniteLine(angle=90, movable=False)
        self._reading = pg.TextItem(anchor=(0, 0))
        self._marks: list[tuple[str, pg.InfiniteLine]] = []
        self._hint = pg.TextItem(anchor=(0.5, 0.5))
        for overlay in (self._hover_line, self._reading, self._hint):
            overlay.setZValue(20)
            overlay.hide()
            self.addItem(overlay, ignoreBounds=True)
        self.view_box.sigXRangeChanged.connect(self._on_steps_changed)
        self.view_box.sigResized.connect(self._on_steps_changed)
        self.set_total(self._total)
        self.set_theme(look.current())

    @property
    def total(self) -> int:
        """The last step of the axis."""
        return self._total

    def set_total(self, total: int) -> None:
        """Let the axis run from step 0 to total, all in view."""
        self._total = max(1, total)
        self.view_box.setLimits(xMin=0, xMax=self._total, minXRange=min(10, self._total))
        self.show_all()

    def show_all(self) -> None:
        """Bring all steps into view."""
        self.view_box.setXRange(0, self._total, padding=0)

    def link_steps(self, other: "PlotView") -> None:
        """Let both plots show the same steps from now on; pyqtgraph's own link is off by a part of a pixel."""
        for one, two in ((self.view_box, other.view_box), (other.view_box, self.view_box)):
            one.sigXRangeChanged.connect(lambda _box, steps, two=two: two.setXRange(*steps, padding=0))

    def set_values(self, low: float, high: float) -> None:
        """Let the upright axis run from low to high."""
        if self.view_box.viewRange()[1] != [low, high]:
            self.view_box.setYRange(low, high, padding=0)
            self._draw_grid()

    def set_logarithmic(self, on: bool) -> None:
        """Label the upright axis with 10 to the power of what is plotted, or with what is plotted."""
        self.value_axis.log = on
        self.value_axis.picture = None
        self.value_axis.update()
        self._draw_grid()

    def steps_in_view(self) -> tuple[int, int, int]:
        """Return the first step in view, the one behind the last, and the width of the plot in pixels."""
        low, high = self.view_box.viewRange()[0]
        return int(np.floor(low)), int(np.ceil(high)) + 1, max(50, int(self.view_box.width()))

    def curve(self, depth: int, *, smooth: bool) -> pg.PlotCurveItem:
        """Add an empty curve at a depth (higher = in front), with soft edges if `smooth`; gaps stay open."""
        made = pg.PlotCurveItem(connect="finite", antialias=smooth)
        made.setZValue(depth)
        made.setSegmentedLineMode("on" if not smooth else "auto")
        self.addItem(made, ignoreBounds=True)
        return made

    def label(self, text: str, depth: int = 15) -> pg.TextItem:
        """Add a small text that ends, at its lower right, where it is put."""
        made = pg.TextItem(text, anchor=(1, 1))
        made.textItem.document().setDocumentMargin(LABEL_MARGIN)
        made.setFont(look.small_font())
        made.setZValue(depth)
        self.addItem(made, ignoreBounds=True)
        return made

    def spread(self, labels: Iterable[tuple[pg.TextItem, float, float]]) -> None:
        """Put each label at its x, y, away from where it would cover another, and nowhere if that is far off."""
        pixel = self.view_box.viewPixelSize()[1] or 1.0
        height = self._label_height * pixel
        shown = [each for each in labels if each[0].isVisible()]
        top = self.view_box.viewRange()[1][1] - height
        places = spread_out([y for _label, _x, y in shown], height, top, FARTHEST * height)
        for (label, x, _y), place in zip(shown, places, strict=True):
            label.setVisible(place is not None)
            if place is not None:
                label.setPos(x, place)

    def show_step_labels(self, shown: bool) -> None:
        """Print the steps under the plot, or leave them to a plot beneath that shows the same."""
        axis = self.getPlotItem().getAxis("bottom")
        if axis.style["showValues"] != shown:
            axis.setStyle(showValues=shown)
            self.getPlotItem().setContentsMargins(0, HEAD, OVERHANG, 0 if shown else HEAD)

    def add_mark(self, step: int, text: str, kind: str = "") -> None:
        """Draw an upright line with a text at a step; one of the same kind within 1 % is replaced."""
        if self._marks and self._marks[-1][0] == kind and step - self._marks[-1][1].value() < self._total / 100:
            self._marks[-1][1].label.setFormat(text)
            return
        options = {"position": 0.94 - 0.11 * (len(self._marks) % MARK_ROWS), "anchors": [(0, 0.5), (0, 0.5)]}
        line = pg.InfiniteLine(step, angle=90, movable=False, label=text, labelOpts=options)
        line.label.setFont(look.small_font())
        line.setZValue(1)
        self._dress_mark(line)
        self._marks.append((kind, line))
        self.addItem(line, ignoreBounds=True)

    def marks(self) -> list[tuple[int, str]]:
        """Return step and text of each mark, in the order they were made."""
        return [(round(line.value()), line.label.format) for _kind, line in self._marks]

    def clear_marks(self) -> None:
        """Take all marks away."""
        for _kind, line in self._marks:
            self.removeItem(line)
        self._marks.clear()

    def show_reading(self, step: int | None, text: str = "", *, at_top: bool = True) -> None:
        """Draw the hover line at a step with a text beside it, at the top or the bottom; None hides both."""
        visible = step is not None
        self._hover_line.setVisible(visible)
        self._reading.setVisible(visible and bool(text))
        if step is None:
            return
        (low, high), (bottom, top) = self.view_box.viewRange()
        self._reading.setText(text)
        self._reading.setAnchor((float(step > (low + high) / 2), 0.0 if at_top else 1.0))
        self._reading.setPos(step, top if at_top else bottom)
        self._hover_line.setValue(step)

    def show_hint(self, text: str) -> None:
        """Print what to do in the middle of an empty plot; an empty text hides it."""
        self._hint.setVisible(bool(text))
        self._hint.setText(text)
        self._hint.setPos(self.view_box.viewRect().center())

    def hint(self) -> str:
        """Return the hint in the middle; empty while it is hidden."""
        return str(self._hint.toPlainText()) if self._hint.isVisible() else ""

    def reading(self) -> str:
        """Return the text beside the hover line; empty while it is hidden."""
        return str(self._reading.toPlainText()) if self._reading.isVisible() else ""

    def set_theme(self, theme: look.Theme) -> None:
        """Take a theme's colours."""
        worn = (theme.name, look.small_font().toString())
        if worn == self._worn:  # pyqtgraph lays every axis out anew for each of these, 10 ms a plot
            return
        self._worn = worn
        self._theme = theme
        metrics = QFontMetricsF(look.small_font())
        self._label_height = metrics.height() + 2 * LABEL_MARGIN
        self.value_axis.setWidth(round(metrics.horizontalAdvance(WIDEST_VALUE)) + VALUE_ROOM)
        self.setBackground(theme.panel)
        for side in ("bottom", "left"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(hairline(theme.line))
            axis.setTextPen(QColor(theme.dim))
            axis.setStyle(tickLength=0, tickFont=look.small_font(), tickTextOffset=6, hideOverlappingLabels=OVERHANG)
        self._grid.setPen(hairline(look.mix(theme.panel, theme.line, 0.7)))
        self._hover_line.setPen(hairline(theme.dim))
        self._hint.setFont(look.body_font())
        self._hint.setColor(theme.dim)
        self._hint.fill = pg.mkBrush(theme.panel)
        self._reading.setFont(look.small_font())
        self._reading.setColor(theme.text)
        self._reading.fill = pg.mkBrush(theme.panel)
        for _kind, line in self._marks:
            self._dress_mark(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the step under the pointer."""
        super().mouseMoveEvent(event)
        at = self.view_box.mapSceneToView(QPointF(self.mapToScene(event.position().toPoint())))
        inside = self.view_box.mapRectToScene(self.view_box.rect()).contains(
            self.mapToScene(event.position().toPoint())
        )
        self.hovered.emit(min(max(0, round(at.x())), self._total) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has left."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look closer (+), from further away (-), along the steps (arrows), or at all of them (Home)."""
        keys = Qt.Key
        zooms = {keys.Key_Plus: CLOSER, keys.Key_Equal: CLOSER, keys.Key_Minus: 1 / CLOSER}
        moves = {keys.Key_Left: -PART, keys.Key_Right: PART}
        low, high = self.view_box.viewRange()[0]
        if event.key() in zooms:
            self.view_box.scaleBy(x=zooms[Qt.Key(event.key())])
        elif event.key() in moves:
            shift = moves[Qt.Key(event.key())] * (high - low)
            shift = min(max(shift, -low), self._total - high)
            self.view_box.setXRange(low + shift, high + shift, padding=0)
        elif event.key() == keys.Key_Home:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring all steps into view."""
        self.show_all()
        event.accept()

    def _dress_mark(self, line: pg.InfiniteLine) -> None:
        line.setPen(hairline(self._theme.ghost, Qt.PenStyle.DotLine))
        line.label.setColor(self._theme.dim)

    def _on_steps_changed(self) -> None:
        self._draw_grid()
        self._hint.setPos(self.view_box.viewRect().center())
        self.steps_shown.emit()

    def _draw_grid(self) -> None:
        (left, right), (low, high) = self.view_box.viewRange()
        heights = self.value_axis.tickValues(low, high, max(1.0, self.view_box.height()))[0][1]
        inside = [height for height in heights if low < height < high]
        self._grid.setData(np.tile([left, right], len(inside)), np.repeat(inside, 2))
