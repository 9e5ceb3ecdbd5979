"""The Help menu, and how a fault of our own reaches the person."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from core.about import about_text
from core.files import folders
from core.words import say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.system.faults import FaultDialog, FaultWatch


class HelpController(QObject):
    """Shows about, the log, and one fault at a time."""

    def __init__(self, status: StatusLine, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._status, self._actions, self._window = status, actions, window
        actions["shortcuts"].triggered.connect(lambda: self._show_pages("shortcuts"))
        actions["how_to"].triggered.connect(lambda: self._show_pages("how_to"))
        actions["show_log"].triggered.connect(self._on_show_log)
        about = say("About Digitscope")
        actions["about"].triggered.connect(lambda: QMessageBox.about(window, about, about_text()))

    def watch(self, faults: FaultWatch) -> None:
        """Show faults, and the crash that ended the app the last time."""

        def show(sentence: str, details: str) -> None:
            # one at a time: a fault in a repeated event would open a dialog each time
            if not any(dialog.isVisible() for dialog in self._window.findChildren(FaultDialog)):
                FaultDialog(sentence, details, faults.log_path, self._window).show()

        faults.faulted.connect(show)
        if path := faults.last_crash:
            note = say("Digitscope crashed the last time; what is known of it is in {path}.", path=path)
            self._status.show_note(note)

    def _show_pages(self, name: str) -> None:
        from gui.frame import help_pages as pages  # seldom needed, so not at the start

        keys = name == "shortcuts"
        (pages.shortcuts_page(self._actions, self._window) if keys else pages.how_to_pages(self._window)).show()

    def _on_show_log(self) -> None:
        folder = folders.of("log")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or error
            note = say("No log is written: {folder} cannot be made ({reason}).", folder=folder, reason=reason)
            self._status.show_note(note)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
