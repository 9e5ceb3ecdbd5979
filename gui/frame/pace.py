"""The pace: how many steps a second the training is shown at."""

import math

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from core.words import say

PACES = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, math.inf)  # steps/s
USUAL = 100.0  # steps/s
NARROWEST, WIDTH = 44, 120  # points, the slider's


class PaceSlider(QWidget):
    """A slider over the paces; `pace_changed` asks for steps a second, inf for as fast as it can."""

    pace_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = self._make_slider()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._slider, self._label):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._slider)
        self._keep_width()
        self.set_pace(USUAL)

    def pace(self) -> float:
        """Return the steps a second; inf for as fast as it can."""
        return PACES[self._slider.value()]

    def set_pace(self, pace: float) -> None:
        """Show a pace, the nearest that the slider has, without asking for it."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(_nearest(pace))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the longest text in a new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_width()

    def _make_slider(self) -> QSlider:
        slider = _RoomySlider(Qt.Orientation.Horizontal)
        slider.setObjectName("pace")
        slider.setRange(0, len(PACES) - 1)
        slider.setPageStep(1)
        slider.setMinimumWidth(NARROWEST)
        slider.setMaximumWidth(WIDTH)
        slider.setAccessibleName(say("Pace"))
        slider.setToolTip(say("How many steps a second you watch; the result is the same at every pace."))
        slider.valueChanged.connect(self._on_value_changed)
        return slider

    def _on_value_changed(self) -> None:
        self._tell()
        self.pace_changed.emit(self.pace())

    def _tell(self) -> None:
        text = words(self.pace())
        self._label.setText(text)
        self._slider.setAccessibleDescription(text)

    def _keep_width(self) -> None:
        metrics = self._label.fontMetrics()
        self._label.setFixedWidth(max(metrics.horizontalAdvance(words(pace)) for pace in PACES) + 2)


class _RoomySlider(QSlider):
    """A slider that gives up width only where there is none."""

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())


def words(pace: float) -> str:
    """Return a pace in words, such as "100 steps/s"."""
    if math.isinf(pace):
        return say("as fast as it can")
    return say("1 step/s") if pace == 1 else say("{pace:,.0f} steps/s", pace=pace)


def _nearest(pace: float) -> int:
    """Return the position of the pace nearest in ratio; beyond 1,000 the slider's maximum."""
    if pace > PACES[-2]:
        return len(PACES) - 1
    distances = [abs(math.log(max(pace, PACES[0]) / known)) for known in PACES[:-1]]
    return distances.index(min(distances))
