"""What happens to a fault of our own: it is logged, shown once in a window, and a crash is shown at the next start."""

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QMessageBox, QWidget

from core.machine import fault_log
from core.machine.fault_log import log
from core.words import say

CRASH, LAST_CRASH = "crash.log", "last-crash.log"
# of Qt's kinds of messages, in its order
LEVELS = (logging.DEBUG, logging.WARNING, logging.ERROR, logging.CRITICAL, logging.INFO)


class FaultWatch(QObject):
    """Catches what nothing else caught, in every thread; `faulted` comes in the window's thread."""

    faulted = Signal(str, str)  # one sentence, and the traceback

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Log to a folder, which is made; where that cannot be, faults are shown but not logged."""
        super().__init__(parent)
        self.log_path = folder / fault_log.FILE
        self.last_crash: Path | None = None  # what is known of it
        self._handler: RotatingFileHandler | None = None
        self._crash_file: TextIO | None = None
        self._is_installed = False
        self._qt_handler: Any = None
        self._hooks = (sys.excepthook, threading.excepthook)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handler = fault_log.opened(folder)
            logging.getLogger().addHandler(self._handler)
            crash = folder / CRASH
            if crash.exists() and crash.stat().st_size:
                self.last_crash = crash.replace(crash.with_name(LAST_CRASH))
            self._crash_file = crash.open("w", encoding="utf-8")
            faulthandler.enable(self._crash_file)
        except OSError as error:
            log.warning("no log can be written in %s: %s", folder, error)

    def install(self) -> None:
        """Take the place of Python's, the threads' and Qt's own handlers."""
        self._is_installed = True
        sys.excepthook = self._on_exception
        threading.excepthook = lambda fault: self._on_exception(
            fault.exc_type, fault.exc_value or fault.exc_type(), fault.exc_traceback
        )
        self._qt_handler = qInstallMessageHandler(_on_qt_message)

    def close(self) -> None:
        """Give all handlers back; an end that comes this far was no crash."""
        if self._is_installed:
            sys.excepthook, threading.excepthook = self._hooks
            qInstallMessageHandler(self._qt_handler)
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.truncate(0)  # on Windows it also writes down what a file dialog catches by itself
            self._crash_file.close()
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()

    def _on_exception(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        log.error("not caught", exc_info=(kind, fault, trace))
        details = "".join(traceback.format_exception(kind, fault, trace))
        self.faulted.emit(
            say("Something went wrong in Digitscope itself: {name}: {fault}.", name=kind.__name__, fault=fault), details
        )


class FaultDialog(QMessageBox):
    """Shows one sentence, with details to copy; the window behind it goes on."""

    def __init__(self, sentence: str, details: str, log_path: Path, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.Warning, "Digitscope", sentence, QMessageBox.StandardButton.Close, parent)
        self.setObjectName("fault")
        self.setInformativeText(say("You can go on. The details are in {log_path}.", log_path=log_path))
        self.setDetailedText(details)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(LEVELS[kind.value], "%s", message)
