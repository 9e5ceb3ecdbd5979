"""Joins the lower tabs and the drawing to what reads, and by whose weights."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.model import doubt
from core.model.softmax import Weights
from core.words import say
from gui.frame.drawing_side import DrawingSide
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.state.reader import BY_APP, Reader, Reading
from gui.state.shown_run import ShownRun

FAR = 0.05  # between how sure it is and how often it is right, before that is told
TAKEOVER_MS = 2_500  # that a new network is announced for


class TabWiring(QObject):
    """Every reading, and every image opened in a tab, passes through here."""

    def __init__(
        self,
        tabs: LowerTabs,
        drawing: DrawingSide,
        reader: Reader,
        shown: ShownRun,
        session: TrainingSession,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tabs, self._drawing, self._reader, self._shown = tabs, drawing, reader, shown
        self._session = session
        self._weights_shown: Weights | None = None
        tabs.image_opened.connect(self._on_image_opened)
        session.state_changed.connect(self._on_state_changed)
        session.started.connect(self._on_started)
        reader.read.connect(self._on_read)
        reader.read_by(BY_APP)

    def _on_image_opened(self, image: NDArray[np.float32], _label: int) -> None:
        self._drawing.canvas.show_image(image)
        self._reader.set_image(image)

    def _on_started(self) -> None:
        begun = self._session.begun
        if begun is not None and begun.initial is None:
            self._drawing.announce(say("A new network takes over. It has seen nothing yet."), TAKEOVER_MS)

    def _on_state_changed(self, state: RunState) -> None:
        self._tabs.set_running(state.is_going)

    def _on_read(self, reading: Reading) -> None:
        if reading.weights is not self._weights_shown:
            self._weights_shown = reading.weights
            self._tabs.evaluation.set_hurried(self._shown.rewound is not None)
            run = self._shown.reading_run()
            self._tabs.set_start(None if run is None else run.start, run is not None and run.is_start_random)
            learned = (None, "") if run is None else (run.dataset, run.learned_from)
            self._tabs.set_weights(reading.weights, self._shown.step(), *learned)
        self._tabs.set_reading(reading)
        self._drawing.verdict.set_worth(self._worth(reading.probabilities))
        self._drawing.verdict.set_reader(self._shown.description(), self._reader.by, self._reader.can_read_by_run)
        self._drawing.show_stages(self._reader.weights.stages)

    def _worth(self, probabilities: NDArray[np.floating] | None) -> float:
        """Return how often the run is right when it is so sure, 0..1; nan where unknown, or what it says fits."""
        last = self._shown.last_measured()
        if self._reader.by == BY_APP or last is None or probabilities is None:
            return math.nan
        sure = float(probabilities.max())
        share = doubt.worth(sure, last.trust)
        return math.nan if abs(share - sure) < FAR else share
