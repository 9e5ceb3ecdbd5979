"""Opens models of other tools, which TensorFlow may have to read: in its own thread, and shown when that is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from core.words import say
from gui.frame.status_line import StatusLine
from gui.jobs.training_session import TrainingSession
from gui.state.reader import Reader

if TYPE_CHECKING:
    from core.importing.models import Opened


def open_model(path: Path, session: TrainingSession, reader: Reader, status: StatusLine) -> None:
    """Let a model of another tool read in place of the app's weights, after the run at hand, once TensorFlow is there.

    A fault is reported as one of any job of the session.
    """

    def load() -> "Opened":
        from core.importing import models  # many modules, which the window need not wait for

        return models.opened(path)

    def show(opened: "Opened") -> None:
        reader.set_app_weights(opened.weights, path.name)
        status.show_note(opened.note)

    if session.state.is_active or not session.requirements.has_tensorflow:
        status.show_note(say("{name} is opened as soon as TensorFlow is free.", name=path.name))
    session.submit(load, show)
