"""Opens the real window in this process, brings it into a situation, and closes it a moment later.

python -m tests.soak.ending_child SITUATION MILLISECONDS [--data FOLDER]; says on standard output when it closes.
"""

import json
import math
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QTabBar

from core.exporting import export
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.sources import mnist, search
from core.training.reports import Progress
from gui.main_window import MainWindow
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.runs.runs_panel import RunsPanel
from tests import small
from tests.soak.child import main_with

LONG = replace(recipes.TUTORIAL, steps=1_000_000, based_on=recipes.TUTORIAL.name)
SHORT = replace(LONG, steps=500)
KINDS = ("keras", "saved-model", "tflite", "tensorboard", "html")
DIALOGS = {  # the action that opens each
    "choosing_a_folder": "open_data", "reading_about": "about", "saving_a_picture": "save_picture",
    "listing_the_keys": "shortcuts",
}  # fmt: skip
HIDDEN_MODAL_MS = 150  # for a dialog to open


class Ending:
    """Closes the window so many milliseconds after the situation has come."""

    def __init__(self, window: MainWindow, situation: str, after_ms: int) -> None:
        self._window, self._after_ms = window, after_ms
        if situation in DIALOGS:
            self._train(lambda: self._with_dialog(DIALOGS[situation]))
        else:
            getattr(self, situation)()

    def importing(self) -> None:
        self._close_later()

    def training(self) -> None:
        self._train(self._close_later)

    def pausing(self) -> None:
        def pause() -> None:
            self._window.actions_by_name["pause"].trigger()
            self._close_later()

        self._train(pause)

    def evaluating(self) -> None:
        def look() -> None:
            for bar in self._window.findChildren(QTabBar):
                names = [bar.tabText(number) for number in range(bar.count())]
                if "Mistakes" in names:
                    bar.setCurrentIndex(names.index("Mistakes"))
            self._close_later()

        self._train(look)

    def downloading(self) -> None:
        listener = socket.create_server(("127.0.0.1", 0))  # takes the call and says nothing
        self._listener = listener
        source = mnist.REMOTE.at(f"http://127.0.0.1:{listener.getsockname()[1]}")
        cast("Any", search.find).__kwdefaults__["source"] = source
        self._window.actions_by_name["train"].trigger()
        self._close_later()

    def naming_a_hand(self) -> None:
        QTimer.singleShot(HIDDEN_MODAL_MS, self._close_later)
        self._window.tabs.panel(MyDigitsPanel).new.clicked.emit()

    def exporting(self) -> None:
        """Write a run that has ended as one of several kinds, which takes up to seconds."""
        kind = KINDS[self._after_ms % len(KINDS)]
        path = str(self._window.recorder.store.folder.parent / f"exported{export.KINDS[kind].suffix}")
        cast("Any", QFileDialog).getSaveFileName = lambda *_: (path, "")

        def write(_result: object) -> None:
            (run,) = self._window.recorder.store.listing().runs
            self._window.tabs.panel(RunsPanel).export_requested.emit(run.run_id, kind)
            self._close_later()

        self._window.session.finished.connect(write)
        self._train(lambda: None, SHORT)

    def learning(self) -> None:
        window = self._window
        for number in range(40):
            window.hand.hand.teach(small.SEVEN, 7 if number % 2 else 1)
        window.hand.report_change()

        def learn(_dataset: object) -> None:
            window.actions_by_name["learn"].trigger()
            self._close_later()

        window.data.changed.connect(learn)

    def with_a_fault(self) -> None:
        def fail() -> None:
            sys.excepthook(ValueError, ValueError("made"), None)
            self._close_later()

        self._train(fail)

    def _with_dialog(self, action: str) -> None:
        QTimer.singleShot(HIDDEN_MODAL_MS, self._close_later)
        self._window.actions_by_name[action].trigger()

    def _train(self, then: Callable[[], object], recipe: Recipe = LONG) -> None:
        def once(_progress: Progress) -> None:
            self._window.session.progressed.disconnect(once)
            QTimer.singleShot(0, self._window, then)

        self._window.session.progressed.connect(once)
        self._window.next_run.set_pace(math.inf)
        self._window.next_run.set_recipe(recipe)
        self._window.actions_by_name["train"].trigger()

    def _close_later(self) -> None:
        QTimer.singleShot(self._after_ms, self._window, self._close)

    def _close(self) -> None:
        shown = self._window.shown.run
        steps = 0 if shown is None else len(shown.history)
        print(json.dumps({"closed": time.monotonic(), "steps": steps}), flush=True)
        self._window.close()


if __name__ == "__main__":
    sys.exit(main_with(lambda window: Ending(window, sys.argv[1], int(sys.argv[2])), sys.argv[3:]))
