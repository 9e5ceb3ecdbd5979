"""Opens models of other tools, which TensorFlow may have to read: in its own thread, and shown when that is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.words import say
from gui.frame.status_line import StatusLine
from gui.jobs.training_session import TrainingSession
from gui.state.reader import Reader

if TYPE_CHECKING:
    from core.importing.models import Opened


class ModelOpening(QObject):
    """Lets a model of another tool read in place of the weights that come with the app."""

    _read = Signal(object, str)  # Opened, the file's name
    _failed = Signal(str)  # one sentence

    def __init__(self, session: TrainingSession, reader: Reader, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._reader, self._status = session, reader, status
        self._read.connect(self._on_read)
        self._failed.connect(status.show_note)

    def open(self, path: Path) -> None:
        """Read a model after the run at hand, once TensorFlow is there."""
        if self._session.state.is_active or not self._session.is_tensorflow_ready:
            self._status.show_note(say("{name} is opened as soon as TensorFlow is free.", name=path.name))
        self._session.submit(lambda: self._load(path))

    def _load(self, path: Path) -> None:
        """Read the file; in the thread of TensorFlow."""
        from core.importing import models

        try:
            self._read.emit(models.opened(path), path.name)
        except UserError as error:
            self._failed.emit(str(error))

    def _on_read(self, opened: "Opened", name: str) -> None:
        self._reader.set_app_weights(opened.weights, name)
        self._status.show_note(opened.note)
