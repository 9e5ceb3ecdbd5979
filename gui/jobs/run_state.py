"""What a run can be doing; owned by the training session, shown by the toolbar and the status line."""

from enum import Enum


class RunState(Enum):
    """What the current run is doing."""

    IDLE = "idle"
    LOADING = "loading"  # Train was pressed; TensorFlow or the data are not there yet
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    DIVERGED = "diverged"
    FAILED = "failed"

    @property
    def is_active(self) -> bool:
        """Whether a run is loading, running or paused."""
        return self in (RunState.LOADING, RunState.RUNNING, RunState.PAUSED)

    @property
    def is_going(self) -> bool:
        """Whether a run has begun and not ended."""
        return self in (RunState.RUNNING, RunState.PAUSED)
