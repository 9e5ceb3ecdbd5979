"""The current run: what is requested, what is still missing, whose digits are taken, what each state means."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from core.recipes.recipe import PENS, TUTORIAL
from core.training.trainer import Trainer
from gui.jobs.current_run import CurrentRun
from gui.jobs.run_requirements import RunRequirements
from gui.jobs.run_state import RunState
from gui.jobs.training_thread import TrainingThread
from gui.state.in_use import DataInUse
from tests import small
from tests.gui import widgets
from tests.there import there


@pytest.fixture
def thread(qapp: QApplication) -> TrainingThread:
    """Return the thread, which is never started: a test emits what it would."""
    return TrainingThread()


@pytest.fixture
def run(thread: TrainingThread) -> CurrentRun:
    return CurrentRun(thread)


@pytest.fixture
def steps(run: CurrentRun) -> list[int]:
    """Return the steps that are told, as they are."""
    told: list[int] = []
    run.progressed.connect(lambda progress: told.append(progress.step))
    return told


def begun(run: CurrentRun, thread: TrainingThread) -> Trainer:
    """Return the trainer of a next run, which makes one step at a time."""
    run.renew()
    trainer = Trainer(replace(TUTORIAL, steps=4), small.dataset(), run.number)
    trainer.most_steps = 1
    thread.run_prepared.emit(trainer, small.dataset().training)
    return trainer


def test_a_discarded_runs_late_reports_come_back(thread: TrainingThread, run: CurrentRun, steps: list[int]) -> None:
    older, trainer = begun(run, thread), begun(run, thread)
    run.discard(RunState.RUNNING)
    for _ in range(2):
        thread.reported.emit(next(trainer))
    thread.reported.emit(next(older))  # which gave way to another run: nothing of it is heard
    late = there(run.discarded).late
    run.restore(there(run.discarded))
    thread.reported.emit(next(trainer))
    assert ([progress.step for progress in late], steps) == ([1, 2], [3])


def test_the_end_of_a_run_is_told_unless_it_was_given_up(thread: TrainingThread, run: CurrentRun) -> None:
    trainer, ends = begun(run, thread), widgets.heard(run.ended)
    thread.ended.emit(trainer.run, "first")
    run.discard(RunState.RUNNING)
    thread.ended.emit(trainer.run, "second")
    assert ends == ["first"]


def test_only_what_is_lacking_is_asked_for(qapp: object) -> None:
    requirements, asked = RunRequirements(DataInUse()), list[str]()
    requirements.dataset_requested.connect(lambda: asked.append("dataset"))
    requirements.added_digits_requested.connect(lambda recipe: asked.append(recipe.name))
    requirements.request(PENS)
    requirements.data.use(small.dataset())
    requirements.set_added_digits(PENS, small.labelled(5, 9))
    requirements.request(PENS)
    requirements.request(TUTORIAL)
    assert asked == ["dataset", "pens"]
