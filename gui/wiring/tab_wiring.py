"""Joins the lower tabs and the drawing to what reads, and by whose weights."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.model.softmax import Weights
from gui.canvas.reader import BY_APP, Reader, Reading
from gui.frame.drawing_side import DrawingSide
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.wiring.run_presenter import RunPresenter


class TabWiring(QObject):
    """Every reading, and every image opened in a tab, passes through here."""

    def __init__(
        self,
        tabs: LowerTabs,
        drawing: DrawingSide,
        reader: Reader,
        presenter: RunPresenter,
        session: TrainingSession,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tabs, self._drawing, self._reader, self._presenter = tabs, drawing, reader, presenter
        self._weights_shown: Weights | None = None
        tabs.image_opened.connect(self._on_image_opened)
        session.state_changed.connect(self._on_state_changed)
        reader.read.connect(self._on_read)
        reader.read_by(BY_APP)

    def _on_image_opened(self, image: NDArray[np.float32], _label: int) -> None:
        self._drawing.canvas.show_image(image)
        self._reader.set_image(image)

    def _on_state_changed(self, state: RunState) -> None:
        self._tabs.set_running(state.is_going)

    def _on_read(self, reading: Reading) -> None:
        if reading.weights is not self._weights_shown:
            self._weights_shown = reading.weights
            self._tabs.evaluation.set_hurried(self._presenter.rewound_to() is not None)
            run = self._presenter.read_from()
            self._tabs.set_start(None if run is None else run.start, run is not None and run.is_start_random)
            learned = (None, "") if run is None else (run.dataset, run.learned_from)
            self._tabs.set_weights(reading.weights, self._presenter.step(), *learned)
        self._tabs.set_reading(reading)
        self._drawing.verdict.set_reader(self._presenter.read_by(), self._reader.by, self._reader.can_read_by_run)
        self._drawing.show_stages(self._reader.weights.stages)
