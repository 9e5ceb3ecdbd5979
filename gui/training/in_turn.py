"""What needs TensorFlow waits for the run at hand, which may be paused for as long as somebody likes: it is said."""

from core.words import say
from gui.frame.status_line import StatusLine
from gui.jobs.training_session import TrainingSession


def say_what_waits(name: str, session: TrainingSession, status: StatusLine) -> None:
    """Say of a file that is to be opened or written what it waits for, and what frees it, where it has to wait."""
    if session.state.is_active:
        status.show_note(say("{name} waits for the run at hand: let that go on to its end, or reset it.", name=name))
    elif not session.requirements.has_tensorflow:
        status.show_note(say("{name} waits until TensorFlow is ready.", name=name))
