"""Joins the rewind slider and the story of the digit to the run that is shown."""

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.digits.dataset import DIGITS, PIXELS
from core.model import softmax
from gui.plots.rewind import Rewind
from gui.plots.story_plot import StoryPlot
from gui.state.shared import Shared
from gui.training.run_presenter import RunPresenter

LATER_MS = 60  # a story is 100 readings: it follows the pen a little behind the bars


class RewindController(QObject):
    """Every request to go back, and the story of the digit on the canvas."""

    continue_requested = Signal(object)  # the Checkpoint to train on from

    def __init__(self, shared: Shared, rewind: Rewind, story: StoryPlot, presenter: RunPresenter) -> None:
        super().__init__(shared)
        self._rewind, self._story, self._shown, self._reader = rewind, story, shared.shown, shared.reader
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.show_story)
        rewind.step_requested.connect(presenter.show_step)
        rewind.step_requested.connect(story.set_hover)
        rewind.go_on.clicked.connect(self._on_continue_requested)
        shared.shown.changed.connect(self._on_run_changed)
        shared.reader.read.connect(self._tell_later)

    def show_story(self) -> None:
        """Read the digit on the canvas with the weights of every stored step of the run."""
        if not self._story.isVisible():
            return
        run = self._shown.run if self._shown.run is not None and self._shown.run.checkpoints else None
        image = None if run is None else self._reader.seen_by(run.recipe.stages)
        if run is None or image is None:
            self._story.set_story(self._story.view.total if run is None else run.total, [], None)
            return
        flat = image.reshape(1, PIXELS)
        with np.errstate(invalid="ignore", over="ignore"):  # weights that have diverged
            read = np.concatenate([softmax.probabilities(point.weights, flat) for point in run.checkpoints])
        good = np.isfinite(read).all(axis=1)
        steps = [point.step for point, is_good in zip(run.checkpoints, good, strict=True) if is_good]
        self._story.set_story(run.total, steps, read[good] if steps else None)

    def _tell_later(self) -> None:
        if self._story.isVisible() and not self._later.isActive():
            self._later.start()

    def _on_run_changed(self) -> None:
        run, was_back = self._shown.run, self._rewind.step is not None
        steps = [] if run is None else [point.step for point in run.checkpoints]
        self._rewind.set_steps(steps, is_over=run is not None and bool(run.run_id))
        self._story.set_names(DIGITS if run is None else run.class_names)
        if self._shown.rewound is None:
            self._rewind.show_newest()
            if was_back:
                self._story.set_hover(None)
        self._tell_later()

    def _on_continue_requested(self) -> None:
        point = self._shown.last_measured()
        if point is not None:
            self.continue_requested.emit(point)
