"""A seeded user in the real window: does actions one by one, and complains of whatever a person would."""

import logging
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QtMsgType, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.recipes import recipe as recipes
from gui.app import create_window
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from tests import small
from tests.gui.conftest import draw, running
from tests.leftovers import Leftovers
from tests.soak import things
from tests.soak.actions import Action
from tests.soak.dialogs import DialogAnswerer
from tests.soak.hand import Hand

CHECK_EVERY = 250  # actions
PATIENCE_MS = 120_000  # on a machine that is busy
IGNORED = ("This plugin does not support", "propagateSizeHints")


class FaultError(Exception):
    """What a person would complain of, and when."""

    def __init__(self, done: int, what: str) -> None:
        super().__init__(f"after {done} actions: {what}")
        self.done = done


class Monkey:
    """Owns the window, and all that went wrong in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Take an empty folder for the files that are dropped and saved."""
        self._things, self._leftovers = things.laid_out(folder), Leftovers()
        self._faults: list[str] = []
        self._answerer = DialogAnswerer(self._things, folder, seed)
        self._done = 0
        self._open()

    def do(self, actions: Sequence[Action]) -> None:
        """Do actions; raises FaultError at the first thing that is wrong."""
        with self._watching():
            for action in actions:
                self._do(action)
                self._done += 1
                if self._done % CHECK_EVERY == 0:
                    self._check_all_works()
            self._check_all_works()
            self._close()
            self._complain()
        self._answerer.stop()
        self._answerer.deleteLater()
        self._complain_of(self._leftovers.found())

    def _do(self, action: Action) -> None:
        if action.kind == "reopen":
            self._close()
            self._open()
        else:
            self._hand.do(action)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if not self.window.isVisible():  # a shortcut, a menu or a button has closed it
            self._close()
            self._open()
        self._complain()

    def _open(self) -> None:
        self.window: MainWindow = create_window(["--data", str(self._things[0])])
        self._hand = Hand(self.window, self._things)
        self.window.show()
        self._wait(lambda: self.window.is_painted, "the window does not paint")

    def _close(self) -> None:
        window = self.window
        window.close()
        # what could not end at once, such as TensorFlow's import, would be left by a process that ends
        self._wait(lambda: not running(window), "threads that do not end")
        window.deleteLater()
        QApplication.processEvents()

    def _check_all_works(self) -> None:
        """Whatever state it is in, it must read, train, stand still and go back."""
        window = self.window
        window.actions_by_name["reset"].trigger()
        self._wait(lambda: window.session.state is RunState.IDLE, "reset does not lead back to idle")
        window.actions_by_name["cancel_download"].trigger()  # digits that are being drawn are waited for otherwise
        found: list[Any] = []
        window.loader.found.connect(found.append)
        window.loader.open(self._things[0])
        self._wait(lambda: bool(found), "a folder of digits is not opened")
        window.loader.found.disconnect(found.append)
        window.drawing.canvas.clear()
        draw(window.drawing.canvas, small.SEVEN)
        if not window.drawing.verdict.text:
            self._faults.append("a drawn seven has no verdict")
        reports: list[Any] = []
        window.session.progressed.connect(reports.append)
        window.next_run.set_recipe(recipes.TUTORIAL)
        window.actions_by_name["step"].trigger()
        self._wait(lambda: bool(reports), f"a step makes no report in state {window.session.state.name}")
        self._wait(lambda: window.session.state is RunState.PAUSED, "after a step it does not stand still")
        window.actions_by_name["reset"].trigger()
        window.session.progressed.disconnect(reports.append)
        self._complain()

    def _wait(self, is_met: Any, complaint: str) -> None:
        waited = 0
        while not is_met():
            QTest.qWait(10)
            waited += 10
            if self._faults or waited > PATIENCE_MS:
                self._complain()
                at_work = ", ".join(running(self.window))
                self._complain_of([f"{complaint}; state {self.window.session.state.name}; threads: {at_work}"])

    def _complain(self) -> None:
        self._complain_of(self._faults)

    def _complain_of(self, faults: Sequence[str]) -> None:
        if faults:
            raise FaultError(self._done, "; ".join(faults))

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """Note exceptions, Qt's warnings and logged errors, of any thread; open nothing outside."""
        hooks, listener, outside = (sys.excepthook, threading.excepthook), _Listener(self._faults), _Outside()
        sys.excepthook = self._on_exception
        threading.excepthook = lambda fault: self._on_exception(
            fault.exc_type, fault.exc_value or fault.exc_type(), fault.exc_traceback
        )
        qt_hook = qInstallMessageHandler(self._on_qt_message)
        logging.getLogger().addHandler(listener)
        for scheme in ("file", "http", "https"):
            QDesktopServices.setUrlHandler(scheme, outside, "open")  # type: ignore[arg-type]
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook = hooks
            qInstallMessageHandler(qt_hook)
            logging.getLogger().removeHandler(listener)
            for scheme in ("file", "http", "https"):
                QDesktopServices.unsetUrlHandler(scheme)

    def _on_exception(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        self._faults.append("".join(traceback.format_exception(kind, fault, trace)))

    def _on_qt_message(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(text in message for text in IGNORED):
            self._faults.append(f"Qt says: {message}")


class _Listener(logging.Handler):
    def __init__(self, faults: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        self._faults.append(self.format(record))


class _Outside(QObject):
    """Takes what would be opened in another program."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        return
