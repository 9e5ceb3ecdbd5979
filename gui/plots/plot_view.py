"""The plotting area of cost and accuracy: axes, grid, curves and their labels, the hover line and what it reads."""

from math import ceil

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent

from gui.look import theme as look
from gui.look.painting import hairline
from gui.look.plot_axes import StepAxis, ValueAxis, wide
from gui.plots.step_marks import StepMarks
from gui.plots.steps_box import StepsBox

WIDEST_VALUE = "100 %"  # of an upright axis; every plot's has room for it, so that equal steps stand above each other
VALUE_ROOM = 13  # pixels beside it
HEAD = 6  # pixels for the half of a label that stands at the end of the upright axis
OVERHANG = 30  # pixels that the labels at the ends of an axis may reach over it, in usual letters
WIDEST_STEP = "100,000"  # that is whole at the end of the axis in large ones
USUAL_TOTAL = 1_000  # steps, before there is a run
LABEL_MARGIN = 1  # pixels round a label


class PlotView(pg.PlotWidget):
    """A plot over steps whose ranges are set, never searched; wheel and drag look closer along the steps."""

    hovered = Signal(object)  # the step (int) under the pointer, None when it leaves
    steps_shown = Signal()  # other steps are in view, or at another width

    def __init__(self, unit: str = "") -> None:
        self.value_axis = ValueAxis(unit)
        self._hovered: int | None = None  # the step under the pointer
        self._worn = ("", "")  # the theme's name and the font that it was last dressed in
        self.view_box = StepsBox()
        super().__init__(axisItems={"bottom": StepAxis(), "left": self.value_axis}, viewBox=self.view_box)
        item = self.getPlotItem()
        item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())  # pyqtgraph makes it, unowned, in any case
        item.hideButtons()
        item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # steps go to the right in any language
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # its panel need not be painted beneath
        self._grid = pg.PlotCurveItem(connect="pairs")  # the axis' own grid lies over the curves
        self._grid.setZValue(-10)
        self.addItem(self._grid, ignoreBounds=True)
        self._hover_line = pg.InfiniteLine(angle=90, movable=False)
        self._reading = pg.TextItem(anchor=(0, 0))
        self.marks = StepMarks(item)
        self._hint = pg.TextItem(anchor=(0.5, 0.5))
        for overlay in (self._hover_line, self._reading, self._hint):
            overlay.setZValue(20)
            overlay.hide()
            self.addItem(overlay, ignoreBounds=True)
        self.view_box.sigXRangeChanged.connect(self._on_steps_changed)
        self.view_box.sigResized.connect(self._on_steps_changed)
        self.set_total(USUAL_TOTAL)
        self.dress()

    @property
    def total(self) -> int:
        """The last step of the axis."""
        return self.view_box.total

    def set_total(self, total: int) -> None:
        """Let the axis run from step 0 to total, all in view."""
        self.view_box.set_total(total)

    def set_values(self, low: float, high: float) -> None:
        """Let the upright axis run from low to high."""
        if self.view_box.viewRange()[1] != [low, high]:
            self.view_box.setYRange(low, high, padding=0)
            self._draw_grid()
            self._centre_hint()

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

    def sides(self) -> tuple[float, float]:
        """Return the pixels that are left at either side of the steps."""
        room = self.view_box.mapRectToScene(self.view_box.rect())
        return room.left(), self.width() - room.right()

    def curve(self, depth: int, *, smooth: bool) -> pg.PlotCurveItem:
        """Add an empty curve at a depth (higher = in front), with soft edges if `smooth`; gaps stay open."""
        made = pg.PlotCurveItem(connect="finite", antialias=smooth)
        made.setZValue(depth)
        made.setSegmentedLineMode("on" if not smooth else "auto")
        self.addItem(made, ignoreBounds=True)
        return made

    def label(self) -> pg.TextItem:
        """Add an empty text that ends, at its lower right, where it is put."""
        made = pg.TextItem("", anchor=(1, 1))
        made.textItem.document().setDocumentMargin(LABEL_MARGIN)
        self.addItem(made, ignoreBounds=True)
        return made

    def show_step_labels(self, shown: bool) -> None:
        """Print the steps under the plot, or leave them to a plot beneath that shows the same."""
        axis = self.getPlotItem().getAxis("bottom")
        if axis.style["showValues"] != shown:
            axis.setStyle(showValues=shown)
            self._make_room()

    def show_reading(self, step: int | None, text: str = "", *, at_top: bool = True) -> None:
        """Draw the hover line at a step with a text beside it, at the top or the bottom; None hides both."""
        self._hover_line.setVisible(step is not None)
        self._reading.setVisible(step is not None and bool(text))
        if step is None:
            return
        (low, high), (bottom, top) = self.view_box.viewRange()
        self._reading.setText(text)
        self._reading.setAnchor((float(step > (low + high) / 2), 0.0 if at_top else 1.0))
        self._reading.setPos(step, top if at_top else bottom)
        self._hover_line.setValue(step)

    def show_hint(self, text: str) -> None:
        """Print what to do in the middle of an empty plot; an empty text hides it."""
        if text != self.hint():
            self._hint.setVisible(bool(text))
            self._hint.setText(text)
            self._centre_hint()

    def hint(self) -> str:
        """Return the hint in the middle; empty while it is hidden."""
        return str(self._hint.toPlainText()) if self._hint.isVisible() else ""

    def reading(self) -> str:
        """Return the text beside the hover line; empty while it is hidden."""
        return str(self._reading.toPlainText()) if self._reading.isVisible() else ""

    def dress(self) -> None:
        """Take colours and fonts."""
        theme = look.current()
        worn = (theme.name, look.small_font().toString())
        if worn == self._worn:  # pyqtgraph lays every axis out anew for each of these, 10 ms a plot
            return
        self._worn = worn
        self.setBackground(theme.panel)
        self.value_axis.setWidth(round(wide(WIDEST_VALUE)) + VALUE_ROOM)
        for axis in (self.getPlotItem().getAxis("bottom"), self.value_axis):
            axis.setPen(hairline(theme.line))
            axis.setTextPen(QColor(theme.dim))
            axis.setStyle(tickLength=0, tickFont=look.small_font(), tickTextOffset=6)
        self._make_room()
        self._grid.setPen(hairline(look.mix(theme.panel, theme.line, 0.7)))
        self._hover_line.setPen(hairline(theme.dim))
        texts = (self._hint, look.body_font(), theme.dim), (self._reading, look.small_font(), theme.text)
        for item, font, colour in texts:
            item.setFont(font)
            item.setColor(colour)
            item.fill = pg.mkBrush(theme.panel)
        self.marks.dress()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the step under the pointer."""
        super().mouseMoveEvent(event)
        place = QPointF(self.mapToScene(event.position().toPoint()))
        inside = self.view_box.mapRectToScene(self.view_box.rect()).contains(place)
        step = round(self.view_box.mapSceneToView(place).x())
        self._tell_hover(min(max(0, step), self.total) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the pointer has left."""
        super().leaveEvent(event)
        self._tell_hover(None)

    def _tell_hover(self, step: int | None) -> None:
        """Report another step than the last one: a mouse moves more often than that."""
        if step != self._hovered:
            self._hovered = step
            self.hovered.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look closer, from further away, along the steps, or at all of them."""
        if not self.view_box.press(event.key()):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring all steps into view."""
        self.view_box.show_all()
        event.accept()

    def _make_room(self) -> None:
        """Leave room round the axes for the labels at their ends."""
        item, overhang = self.getPlotItem(), max(OVERHANG, ceil(wide(WIDEST_STEP) / 2))
        steps = item.getAxis("bottom")
        for axis in (steps, self.value_axis):
            axis.setStyle(hideOverlappingLabels=overhang)
        item.setContentsMargins(0, HEAD, overhang, 0 if steps.style["showValues"] else HEAD)

    def _on_steps_changed(self) -> None:
        self._draw_grid()
        self._centre_hint()
        self.steps_shown.emit()

    def _centre_hint(self) -> None:
        if self._hint.isVisible():
            self._hint.setPos(self.view_box.viewRect().center())

    def _draw_grid(self) -> None:
        (left, right), (low, high) = self.view_box.viewRange()
        heights = self.value_axis.tickValues(low, high, max(1.0, self.view_box.height()))[0][1]
        inside = [height for height in heights if low < height < high]
        self._grid.setData(np.tile([left, right], len(inside)), np.repeat(inside, 2))
