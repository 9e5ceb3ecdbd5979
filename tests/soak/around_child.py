"""Opens the real window in this process, draws a seven, trains if asked to, closes; prints what the window said.

python -m tests.soak.around_child draw|train TROUBLE [--data FOLDER]
"""

import json
import math
import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.files import folders
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from tests import small
from tests.gui.conftest import draw
from tests.soak.child import main_with
from tests.soak.listening import listening

PATIENCE_S = 100.0
DAY_S = 86_400


class Around:
    """Goes through what a user does, with something wrong around the window."""

    def __init__(self, window: MainWindow, does: str, trouble: str) -> None:
        self._window, self._trouble = window, trouble
        self._said: list[str] = []
        self._noted: list[str] = []  # what could not be kept
        window.loader.failed.connect(self._said.append)
        window.recorder.failed.connect(self._noted.append)
        self._make_trouble("before")
        draw(window.drawing.canvas, small.SEVEN)
        told: dict[str, object] = {"verdict": window.drawing.verdict.text}
        if does == "train":
            told.update(self._trained())
        rate = window.toolbar.learning_rate
        rate.lineEdit().setText(rate.locale().toString(0.25))
        QTest.keyClick(rate, Qt.Key.Key_Return)
        picture = window.grab()
        told.update(rate=rate.value(), ratio=picture.devicePixelRatio(), width=picture.width(), said=self._said)
        print(json.dumps(told), flush=True)
        window.close()

    def _trained(self) -> dict[str, object]:
        window = self._window
        window.next_run.set_pace(math.inf)
        self._until(lambda: window.data.dataset is not None and window.session.requirements.has_tensorflow)
        window.actions_by_name["train"].trigger()
        self._until(lambda: window.session.state is RunState.RUNNING)
        self._make_trouble("while it trains")
        listens = listening()
        self._until(lambda: window.session.state is RunState.FINISHED)
        shown = window.shown.run
        steps = 0 if shown is None else len(shown.history)
        told = {"steps": steps, "state": window.session.state.name, "noted": self._noted}
        return {**told, "listens": listens + listening()}

    def _make_trouble(self, when: str) -> None:
        if (self._trouble, when) == ("full disk", "while it trains"):
            import resource  # not on Windows

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # from now on no file can grow
        elif (self._trouble, when) == ("folders removed", "while it trains"):
            for folder in (folders.of("runs").parent, Path(sys.argv[-1])):
                shutil.rmtree(folder, ignore_errors=True)
        elif (self._trouble, when) == ("clock back", "while it trains"):
            now = time.time
            time.time = lambda: now() - DAY_S
        elif (self._trouble, when) == ("right to left", "before"):
            cast("Any", QApplication.instance()).setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _until(self, is_met: Any) -> None:
        end = time.monotonic() + PATIENCE_S
        while not is_met():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            if time.monotonic() > end:
                sys.stderr.write(f"it waits in vain; {self._said}, {self._window.status.note()}")
                sys.stderr.flush()
                os._exit(1)


if __name__ == "__main__":
    sys.exit(main_with(lambda window: Around(window, sys.argv[1], sys.argv[2]), sys.argv[3:]))
