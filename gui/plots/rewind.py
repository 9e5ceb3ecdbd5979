"""The slider under the curves: back through the run, to any step of which the weights were stored."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from core.words import say
from gui.look import parts


class Rewind(QWidget):
    """A slider over the stored steps; its right end is the newest, and follows a run that goes on."""

    step_requested = Signal(object)  # a stored step (int), or None for the newest

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[int] = ()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("rewind")
        self._slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the steps above it, in any language
        self._slider.setAccessibleName(say("Rewind"))
        self._slider.setToolTip(say("Go back through the run: weights, bars and verdict become what they were then."))
        self._slider.valueChanged.connect(self._on_value_changed)
        self._label = parts.caption()
        self._keep_room()
        tip = say("Start a new run with the weights of this step.")
        self.go_on = parts.button("continue_here", say("Train on from here"), tip, kind="flat")
        parts.row(self._slider, self._label, self.go_on, within=self)
        self.set_steps(())

    def step(self) -> int | None:
        """Return the stored step that is shown; None for the newest."""
        place = self._slider.value()
        return None if place >= len(self._steps) - 1 or not self._steps else self._steps[place]

    def set_steps(self, steps: Sequence[int]) -> None:
        """Take the stored steps, rising; what is shown stays shown, and the newest stays the newest."""
        shown = self.step()
        self._steps = steps
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(0, len(steps) - 1))
            at_end = shown is None or shown not in steps
            self._slider.setValue(len(steps) - 1 if at_end else bisect_right(steps, shown or 0) - 1)
        self.setEnabled(len(steps) > 1)
        self._tell()

    def show_newest(self) -> None:
        """Go to the right end without requesting it."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._slider.maximum())
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """Let the label be wide enough for any step, so that nothing moves beside it."""
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance(say("step 1,000,000")))

    def _on_value_changed(self) -> None:
        self._tell()
        self.step_requested.emit(self.step())

    def _tell(self) -> None:
        step = self.step()
        self._label.setText(say("newest") if step is None else say("step {step:,}", step=step))
        self._slider.setAccessibleDescription(self._label.text())
        self.go_on.setEnabled(step is not None)
