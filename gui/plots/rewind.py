"""The slider under the curves: back through the run, to any step of which the weights were stored."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QSlider, QWidget

from core.words import say
from gui.look import controls, parts

HANDLE = 7  # points, half of the slider's handle
USUAL_TOTAL = 1_000  # steps, before there is a run
Action = QAbstractSlider.SliderAction
ENDS = {Action.SliderToMinimum.value: 0, Action.SliderToMaximum.value: -1}  # of the stored steps, seen or not
BY = {  # places among the stored steps that keys, and clicks beside the handle, go
    Action.SliderSingleStepAdd.value: 1,
    Action.SliderSingleStepSub.value: -1,
    Action.SliderPageStepAdd.value: 10,
    Action.SliderPageStepSub.value: -10,
}


class Rewind(QWidget):
    """A slider over the steps of the plot above it: its handle stands under the stored step that is shown."""

    step_requested = Signal(object)  # a stored step (int), or None for the newest

    def __init__(self, note: QWidget | None = None) -> None:
        """Take what stands beneath the slider, beside what trains on from there."""
        super().__init__()
        self.steps: Sequence[int] = ()  # that are stored, rising; the last is the newest, and follows the run
        self.step: int | None = None  # the stored step that is shown; None for the newest
        self._is_over = False  # so that the newest, too, is a step to train on from
        self._slider = controls.named(QSlider(Qt.Orientation.Horizontal), "rewind")
        self._slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the steps above it, in any language
        self._slider.setRange(0, USUAL_TOTAL)
        self._slider.valueChanged.connect(self._on_value_changed)
        self._slider.actionTriggered.connect(self._on_action)
        self._slider.sliderReleased.connect(self._tell)
        self.go_on = controls.button("continue_here", "flat")
        self._under_plot = parts.row(self._slider)
        beneath = parts.row((note or QWidget(), 1), self.go_on)
        parts.column(self._under_plot, beneath, within=self, spacing=2)
        self.set_steps(())

    def set_steps(self, steps: Sequence[int], is_over: bool = False) -> None:
        """Take the stored steps, rising, and whether their run is over; what is shown stays so, as does the newest."""
        self.steps, self._is_over = steps, is_over and bool(steps)
        if self.step not in steps[:-1]:
            self.step = None
        self._slider.setEnabled(len(steps) > 1)
        self._tell()

    def show_newest(self) -> None:
        """Go to the newest without requesting it."""
        self.step = None
        self._tell()

    def lie_under(self, steps: tuple[float, float], left: float, right: float) -> None:
        """Reach over the steps that a plot above shows, which leaves so many points at its left and right."""
        with QSignalBlocker(self._slider):
            self._slider.setRange(round(steps[0]), max(round(steps[1]), round(steps[0]) + 1))
        self._under_plot.setContentsMargins(round(left) - HANDLE, 0, round(right) - HANDLE, 0)
        self._tell()

    def _on_action(self, action: int) -> None:
        """Go from stored step to stored step by keys and by the wheel, however far apart they are."""
        to, now = self._slider.sliderPosition(), self._slider.value()
        by = BY.get(action, 0)
        if action == Action.SliderMove.value and not self._slider.isSliderDown():
            by = (to > now) - (to < now)
        if action in ENDS and self.steps:
            self._go_to(self.steps[ENDS[action]])
        elif by and self.steps:
            place = bisect_left(self.steps, self.steps[-1] if self.step is None else self.step)
            self._go_to(self.steps[max(0, min(len(self.steps) - 1, place + by))])

    def _on_value_changed(self, value: int) -> None:
        self._go_to(min(self.steps, key=lambda step: abs(step - value), default=None))

    def _go_to(self, step: int | None) -> None:
        shown, before = None if not self.steps or step == self.steps[-1] else step, self.step
        self.step = shown
        self._tell()
        if shown != before:
            self.step_requested.emit(shown)

    def _tell(self) -> None:
        """Stand under the step that is shown, unless the handle is held, and say it."""
        step = self.step
        if not self._slider.isSliderDown():
            newest = self.steps[-1] if self.steps else self._slider.minimum()
            with QSignalBlocker(self._slider):
                self._slider.setValue(newest if step is None else step)
        self._slider.update()
        self._slider.setAccessibleDescription(say("newest") if step is None else say("step {step:,}", step=step))
        self.go_on.setEnabled(step is not None or self._is_over)
