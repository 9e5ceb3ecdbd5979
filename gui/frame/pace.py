"""The pace: how many steps a second the training is shown at."""

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QSlider, QWidget

from core.words import say
from gui.look import parts
from gui.state.next_run import PACES, NextRun

NARROWEST, WIDTH = 44, 120  # points, the slider's


class PaceSlider(QWidget):
    """A slider over the paces, which sets and shows that of the next run."""

    def __init__(self, next_run: NextRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_run = next_run
        self._slider = self._make_slider()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        parts.row(self._slider, self._label, within=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._slider)
        self.dress()
        self._show(next_run.pace)
        next_run.pace_changed.connect(self._show)

    def dress(self) -> None:
        """Keep room for the longest text in another font."""
        metrics = self._label.fontMetrics()
        self._label.setFixedWidth(max(metrics.horizontalAdvance(words(pace)) for pace in PACES) + 2)

    def _make_slider(self) -> QSlider:
        slider = _RoomySlider(Qt.Orientation.Horizontal)
        slider.setObjectName("pace")
        slider.setRange(0, len(PACES) - 1)
        slider.setPageStep(1)
        slider.setMinimumWidth(NARROWEST)
        slider.setMaximumWidth(WIDTH)
        slider.setAccessibleName(say("Pace"))
        slider.setToolTip(say("How many steps a second you watch; the result is the same at every pace."))
        slider.valueChanged.connect(lambda place: self._next_run.set_pace(PACES[place]))
        return slider

    def _show(self, pace: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(PACES.index(pace))
        text = words(pace)
        self._label.setText(text)
        self._slider.setAccessibleDescription(text)


class _RoomySlider(QSlider):
    """A slider that is narrower than usual only where there is no room."""

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())


def words(pace: float) -> str:
    """Return a pace in words, such as "100 steps/s"."""
    if math.isinf(pace):
        return say("as fast as it can")
    return say("1 step/s") if pace == 1 else say("{pace:,.0f} steps/s", pace=pace)
