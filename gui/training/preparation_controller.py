"""Says what the next run waits for, on the plots where the last curves stand; and what a file waits for."""

from PySide6.QtCore import QObject, QTimer

from core.digits.stages import RAW
from core.words import mark, said, say
from gui.frame.status_line import StatusLine
from gui.jobs.run_requirements import Requirement
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import TrainingOrder
from gui.plots.plot_frame import PlotFrame

IMAGES = mark("sending all images through the stages of its recipe")
BUSY = mark("TensorFlow is busy with what was requested before")
LATER_MS = 150  # what takes no longer is not worth a word


class PreparationController(QObject):
    """Follows a run that was requested until its first step can be made."""

    def __init__(self, session: TrainingSession, plots: tuple[PlotFrame, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._plots = session, plots
        self._missing: Requirement | None = None  # what the run waits for
        self._begins = BUSY  # what is done between a run's beginning and its first step
        self._is_slow = QTimer(self, singleShot=True, interval=LATER_MS)
        self._is_slow.timeout.connect(lambda: self._tell(said(self._begins)))
        session.waits.connect(self._on_waits)
        session.state_changed.connect(self._on_state_changed)
        session.started.connect(self._on_started)
        session.training_ready.connect(self._be_silent)

    def show_progress(self, what: str, _share: float) -> None:
        """Say how far what a run waits for is."""
        if self._session.state is RunState.LOADING and self._missing is not Requirement.TENSORFLOW:
            self._tell(what)

    def _on_waits(self, missing: Requirement) -> None:
        self._is_slow.stop()  # of the run before
        self._missing = missing
        self._tell(said(missing.does))

    def _on_state_changed(self, state: RunState) -> None:
        if not state.is_active:
            self._be_silent()

    def _on_started(self, order: TrainingOrder) -> None:
        self._be_silent()
        self._begins = IMAGES if order.requested.recipe.stages != RAW else BUSY
        self._is_slow.start()

    def _be_silent(self) -> None:
        self._is_slow.stop()
        self._tell("")

    def _tell(self, what: str) -> None:
        """Say what is done, beneath it only that something is; "" for nothing."""
        first, *others = self._plots
        first.set_preparing(bool(what), what)
        for plot in others:
            plot.set_preparing(bool(what))


def say_what_waits(name: str, session: TrainingSession, status: StatusLine) -> None:
    """Say of a file that needs TensorFlow to be opened or written what it waits for, and what frees it, if anything."""
    if session.state.is_active:  # it may be paused for as long as somebody likes
        status.show_note(say("{name} waits for the run at hand: let that go on to its end, or reset it.", name=name))
    elif not session.requirements.has_tensorflow and session.state is not RunState.FAILED:
        status.show_note(say("{name} waits until TensorFlow is ready.", name=name))
