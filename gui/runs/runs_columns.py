"""The columns of the table of runs: what each shows of a run, what it is sorted by, and what it teaches."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QDate, QLocale

from core.recipes.recipe import LADDER, settings_differing
from core.runs.facts import RunSummary
from core.words import figure, said, say
from gui.look import controls
from gui.look.figures import LARGE, percent

NONE = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the table of controls, what it shows of a run, and what it is sorted by."""

    name: str
    text: Callable[[RunSummary], str]
    key: Callable[[RunSummary], Any]
    is_number: bool = True


def tip_of(run: RunSummary) -> str:
    """Return what a run's row has no room for."""
    base = LADDER.get(run.recipe.based_on)
    changed = say("Changed: {settings}.", settings="; ".join(settings_differing(base, run.recipe))) if base else ""
    data = say("Trained on {title}, seed {seed}.", title=said(run.facts.dataset.title), seed=run.recipe.seed)
    return "\n".join(
        part for part in (run.label.note, data, changed, controls.words(f"run_{run.state}", "tip")) if part
    )


def _measured(column: str, name: str, show: Callable[[float], str]) -> Column:
    return Column(
        column,
        lambda run: NONE if run.outcome is None else show(float(getattr(run.outcome, name))),
        lambda run: -1.0 if run.outcome is None else float(getattr(run.outcome, name)),
    )


def _nothing(_run: RunSummary) -> str:
    return ""


def _recipe(run: RunSummary) -> str:
    if (taught := run.facts.taught) is not None:
        return say("{digits:,} digits of {hand}", digits=taught.digits, hand=taught.hand)
    return run.made_of + (say(", changed") if run.recipe.based_on else "")


def _steps(run: RunSummary) -> str:
    if run.outcome is not None:
        return figure(run.steps, ",")
    return say("{steps:,} of {total:,}", steps=run.steps, total=max(run.recipe.steps, run.steps))


def _begun(run: RunSummary) -> str:
    try:
        started = datetime.fromisoformat(run.facts.started).astimezone()
    except ValueError:
        return NONE
    today = datetime.now().astimezone().date()
    day = QDate(started.year, started.month, started.day)
    return f"{started:%H:%M}" if started.date() == today else QLocale().toString(day, "d MMM yyyy")


COLUMNS = (
    Column("run_ticked", _nothing, _nothing, False),
    Column("run_starred", lambda run: "★" if run.label.starred else "☆", lambda run: run.label.starred, False),
    Column("run_name", lambda run: run.title, lambda run: run.title.lower(), False),
    Column("run_recipe", _recipe, lambda run: run.recipe.title, False),
    Column("run_steps", _steps, lambda run: run.steps),
    _measured("run_cost", "final_cost", lambda cost: figure(cost, ".3f" if abs(cost) < LARGE else ",.4g")),
    _measured("run_validation", "validation_accuracy", percent),
    _measured("run_test", "test_accuracy", percent),
    Column("run_hand", _nothing, _nothing),
    _measured("run_time", "seconds", lambda time: say("{time:.2f} s", time=time)),
    Column("run_begun", _begun, lambda run: run.run_id),
)
TICK, STAR, NAME, RECIPE, COST, VALIDATION, HAND, SECONDS, START = 0, 1, 2, 3, 5, 6, 8, 9, 10  # their places
