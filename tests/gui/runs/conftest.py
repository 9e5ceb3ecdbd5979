"""Stored runs as the store lists them, made by hand; the Runs tab with them, and with two that are stored."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.recipes.recipe import LADDER, TUTORIAL
from core.runs import RunStore
from core.runs.facts import DatasetFacts, Label, Outcome, RunFacts, RunSummary, State
from gui.jobs.worker import Job
from gui.runs.runs_columns import HAND, TICK
from gui.runs.runs_controller import HandScoreController, RunsController
from gui.runs.runs_panel import RunsPanel
from gui.state.shared import HandInUse
from tests.core.runs.made import keep_made_run
from tests.gui import widgets

SHORT = replace(TUTORIAL, steps=20)  # a made run's weights read every digit as a 9
PLAIN = Label()
DATA = DatasetFacts("mnist", "MNIST", "a folder", (55_000, 5_000, 10_000), "abc")


def kept(
    number: int, recipe: str = "tutorial", state: State = "finished", steps: int = 1_000, label: Label = PLAIN
) -> RunSummary:
    """Return a run as a store lists it; the number decides its id and its figures."""
    run_id, started = f"202601{number:02d}-120000-0000000{number % 10}", f"2026-01-{number:02d}T12:00:00+00:00"
    facts = RunFacts(run_id, started, LADDER[recipe], DATA, {})
    outcome = Outcome(steps, 0.1 * number, 1 / number, 0.80 + number / 100, 0.81 + number / 100)
    run = RunSummary(facts, label, state, steps, outcome)
    return run if state == "finished" else replace(run, outcome=None)


BEST = Label("my best", True, "for the class")
RUNS = kept(4, "zeros"), kept(3, "tutorial", "stopped", 412), kept(2, "patience", label=BEST)
IDS = [run.run_id for run in RUNS]


def cells(panel: RunsPanel, row: int) -> list[str]:
    model = panel.view.model()
    return [model.index(row, column).data() for column in range(model.columnCount()) if column != TICK]


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


@pytest.fixture
def panel(qtbot: QtBot) -> RunsPanel:
    made = widgets.hidden(qtbot, RunsPanel(), 900, 300)
    made.set_runs(RUNS)
    made.show()
    return made


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path) -> Shelf:
    return Shelf(qtbot, tmp_path / "runs")
