"""The menu of data folders that were opened lately."""

import json
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from core.words import say

MOST = 8


class RecentFolders(QMenu):
    """The folders opened last, the newest on top; `folder_requested` reports the one that is chosen."""

    folder_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Open recent data"), parent)
        self.setToolTipsVisible(True)
        self.folders: tuple[Path, ...] = ()  # the newest first
        self._show()

    def add(self, folder: Path) -> None:
        """Put a folder on top."""
        self.folders = (folder, *(known for known in self.folders if known != folder))[:MOST]
        self._show()

    def text(self) -> str:
        """Return the folders as text that `set_text` takes."""
        return json.dumps([str(folder) for folder in self.folders])

    def set_text(self, text: str) -> None:
        """Show the folders of such a text; raises ValueError for another."""
        paths = json.loads(text)
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise ValueError("not a list of folders")
        self.folders = tuple(map(Path, paths[:MOST]))
        self._show()

    def _show(self) -> None:
        self.clear()
        for folder in self.folders:
            action = self.addAction(folder.name or str(folder))
            action.setToolTip(str(folder))
            action.triggered.connect(lambda _checked=False, folder=folder: self.folder_requested.emit(folder))
        self.menuAction().setEnabled(bool(self.folders))
