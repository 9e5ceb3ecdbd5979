"""The current run: what is requested, what is still missing, whose digits are taken, what each state means."""

from dataclasses import replace

from core.recipes.recipe import PENS, TUTORIAL
from core.training.trainer import Trainer
from gui.jobs.current_run import CurrentRun
from gui.jobs.run_requirements import RunRequirements
from gui.jobs.run_state import RunState
from gui.state.shared import DataInUse
from tests import small
from tests.there import there


def begun(run: CurrentRun) -> Trainer:
    """Return the trainer of a next run, which makes one step at a time."""
    run.renew()
    run.trainer = Trainer(replace(TUTORIAL, steps=4), small.dataset(), run.number)
    run.trainer.most_steps = 1
    return run.trainer


def test_a_discarded_runs_late_reports_come_back() -> None:
    run = CurrentRun()
    older, trainer = begun(run), begun(run)
    run.discard(RunState.RUNNING)
    late = [run.takes(each.run, next(each)) for each in (trainer, older, trainer)]  # the older one gave way to it
    discarded = there(run.discarded)
    run.restore(discarded)
    assert ([progress.step for progress in discarded.late], late) == ([1, 2], [False] * 3)
    assert run.takes(trainer.run, next(trainer))


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
