"""A Runs tab with two stored runs, without a window round it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from core.recipes.recipe import TUTORIAL
from core.runs import RunStore
from gui.jobs.worker import Job
from gui.runs.runs_columns import HAND
from gui.runs.runs_controller import HandScoreController, RunsController
from gui.runs.runs_panel import RunsPanel
from gui.state.in_use import HandInUse
from tests.core.runs.made import keep_made_run

SHORT = replace(TUTORIAL, steps=20)  # a made run's weights read every digit as a 9


class Shelf:
    """A tab with two stored runs, whose jobs are done at once, and counted."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.store, self.panel, self.jobs = RunStore(folder), RunsPanel(), 0
        self.runs = [keep_made_run(self.store, SHORT) for _ in range(2)]
        qtbot.addWidget(self.panel)
        self.hand = HandInUse()
        self.scoring = HandScoreController(self.hand, self.panel, self.store, self.do, self.panel)
        self.wiring = RunsController(self.panel, self.store, self.do, self.scoring, self.panel)
        self.panel.show()

    def do(self, job: Job, then: Callable[[Any], object] = bool) -> None:
        self.jobs += 1
        then(job())

    def shown(self) -> list[str]:
        return [run.run_id for run in self.panel.table.runs]

    def hand_column(self) -> list[str] | None:
        """Return what the column of the hand shows, from the newest run on; None while it is hidden."""
        table = self.panel.table
        cells = [table.index(row, HAND).data() for row in range(table.rowCount())]
        return None if self.panel.view.isColumnHidden(HAND) else cells
