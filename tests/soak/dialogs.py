"""Answers dialogs and closes menus, as a user would: a choice of file, a press of a button, or a way out."""

import random
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

LOOK_MS = 15


class DialogAnswerer(QObject):
    """Looks a few times a second, also while a dialog holds up its caller."""

    def __init__(self, things: Sequence[Path], folder: Path, seed: int) -> None:
        super().__init__()
        self._things, self._folder = things, folder
        self._chance = random.Random(seed)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_look(self) -> None:
        # a timer is deaf while its own slot opens another dialog: so the answer is given outside of it
        QTimer.singleShot(0, self, self._answer)

    def _answer(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            self._answer_file(dialog)
        elif isinstance(dialog, QMessageBox):
            self._chance.choice(dialog.buttons()).click()
        elif isinstance(dialog, QDialog):
            dialog.done(self._chance.choice([QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected]).value)
        elif dialog is not None:
            dialog.close()

    def _answer_file(self, dialog: QFileDialog) -> None:
        if self._chance.random() < 0.3:
            dialog.reject()
        elif dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.selectFile(str(self._folder / f"saved-{self._chance.randrange(5)}"))
            QDialog.accept(dialog)
        else:
            dialog.selectFile(str(self._chance.choice(self._things)))
            QDialog.accept(dialog)
