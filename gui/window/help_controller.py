"""The Help menu, and how a fault of our own reaches the person."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from core.about import about_text
from core.files import folders
from core.words import say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.system.faults import FaultDialog, FaultWatch


class HelpController(QObject):
    """Shows about, the log, and one fault at a time."""

    def __init__(self, status: StatusLine, actions: Actions, window: QWidget) -> None:
        """Take the window that dialogs belong to."""
        super().__init__(window)
        self._status, self._window = status, window
        self._fault: FaultDialog | None = None
        self._actions = actions
        actions["shortcuts"].triggered.connect(self._on_shortcuts)
        actions["how_to"].triggered.connect(self._on_how_to)
        actions["show_log"].triggered.connect(self._on_show_log)
        actions["about"].triggered.connect(self._on_about)

    def watch(self, faults: FaultWatch) -> None:
        """Show faults, and the crash that ended the app the last time."""
        faults.faulted.connect(lambda sentence, details: self._show_fault(sentence, details, faults.log_path))
        if faults.last_crash:
            path = faults.last_crash
            note = say("Digitscope crashed the last time; what is known of it is in {path}.", path=path)
            self._status.show_note(note)

    def _show_fault(self, sentence: str, details: str, log_path: Path) -> None:
        if self._fault is None:  # one at a time: a fault in a repeated event would open a dialog each time
            self._fault = FaultDialog(sentence, details, log_path, self._window)
            self._fault.finished.connect(self._on_fault_closed)
            self._fault.show()

    def _on_fault_closed(self) -> None:
        if self._fault is not None:
            self._fault.deleteLater()
            self._fault = None

    def _on_shortcuts(self) -> None:
        from gui.frame.help_pages import ShortcutsPage  # seldom needed, so not at the start

        self._open(ShortcutsPage(self._actions, self._window))

    def _on_how_to(self) -> None:
        from gui.frame.help_pages import HowToPages

        self._open(HowToPages(self._window))

    def _open(self, page: QDialog) -> None:
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.show()

    def _on_show_log(self) -> None:
        folder = folders.log_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or error
            note = say("No log is written: {folder} cannot be made ({reason}).", folder=folder, reason=reason)
            self._status.show_note(note)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_about(self) -> None:
        QMessageBox.about(self._window, say("About Digitscope"), about_text())
