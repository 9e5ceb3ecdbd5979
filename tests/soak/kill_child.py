"""Opens the real window in this process, has it train or export without end, and says what it has shown; to be killed.

python -m tests.soak.kill_child SITUATION FOLDER --data FOLDER; a line of JSON on standard output for each fact.
"""

import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from core.exporting import export
from core.recipes import recipe as recipes
from core.training.reports import Progress, RunResult
from gui.main_window import MainWindow
from gui.runs.runs_panel import RunsPanel
from tests.soak.child import main_with

STEPS = 3_000  # of a run that trains: several end before the kill
STEPS_EXPORTED = 300
PACE = 2_000.0  # steps/s: a run lasts longer than the second that a kill may cost


def tell(**facts: object) -> None:
    print(json.dumps({"at": time.monotonic(), **facts}), flush=True)


class Killed:
    """Keeps the window at work until the process is killed."""

    def __init__(self, window: MainWindow, situation: str, folder: Path) -> None:
        self._window, self._folder, self._numbers = window, folder, count()
        window.session.progressed.connect(self._on_progressed)
        window.session.finished.connect(self._on_finished)
        window.session.tensorflow_ready.connect(lambda: tell(ready=True))
        window.stored_runs.export_written.connect(lambda path: tell(written=path))
        getattr(self, situation)()

    def training(self) -> None:
        self._train(STEPS, PACE, self._again)

    def exporting(self) -> None:
        self._train(STEPS_EXPORTED, math.inf, lambda: self._export(self._window.recorder.run_id))

    def _train(self, steps: int, pace: float, then: Callable[[], object]) -> None:
        self._window.session.finished.connect(lambda _result: QTimer.singleShot(0, self._window, then))
        self._window.next_run.set_pace(pace)
        self._window.next_run.set_recipe(replace(recipes.TUTORIAL, steps=steps, based_on=recipes.TUTORIAL.name))
        self._again()

    def _again(self) -> None:
        self._window.actions_by_name["train"].trigger()

    def _export(self, run_id: str) -> None:
        """Have the run exported in every kind, again and again, through the dialogs' answers."""

        def path(*_: object) -> str:
            return str(self._folder / f"{next(self._numbers)}-{kind}{export.KINDS[kind].suffix}")

        cast("Any", QFileDialog).getSaveFileName = lambda *_: (path(), "")
        for kind in export.KINDS:
            self._window.tabs.panel(RunsPanel).export_requested.emit(run_id, kind)
        self._window.session.submit(lambda: QTimer.singleShot(0, self._window, lambda: self._export(run_id)))

    def _on_progressed(self, progress: Progress) -> None:
        tell(run=self._window.recorder.run_id, steps=progress.step)

    def _on_finished(self, result: RunResult) -> None:
        tell(run=self._window.recorder.run_id, steps=result.steps, finished=True)


if __name__ == "__main__":
    sys.exit(main_with(lambda window: Killed(window, sys.argv[1], Path(sys.argv[2])), sys.argv[3:]))
