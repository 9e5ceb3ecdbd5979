"""Kept runs as the store lists them, made by hand."""

from dataclasses import replace

from core.recipes.recipe import LADDER
from core.runs.facts import DatasetFacts, Label, Outcome, RunFacts, RunSummary, State
from gui.runs.runs_columns import TICK
from gui.runs.runs_panel import RunsPanel

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
