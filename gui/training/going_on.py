"""How a stored run goes on from its end: as a new run, since a stored one stays as it ended."""

from core.digits.dataset import Dataset
from core.recipes.recipe import changed
from core.runs.facts import Origin, dataset_facts
from core.words import mark, said, say
from gui.jobs.training_thread import RequestedRun
from gui.state.shown_run import ReportedRun

GOES_ON = mark(
    "Start a new run of 1,000 steps from this one's end, with its recipe and the learning rate that it goes on with: a "
    "stored run stays as it ended, to be compared and repeated."
)
DIVERGED = mark("This stored run cannot go on: it diverged, and its weights are of no use any more.")
TAUGHT = mark(
    "This stored run learned from digits of your own, not in steps of a recipe: “Train on from here”, under its "
    "curves, trains its weights with the recipe that is chosen."
)


def obstacle_to(run: ReportedRun, dataset: Dataset | None) -> str:
    """Return why a stored run cannot go on with the images of the data set in use, in one sentence; "" if it can."""
    if run.diverged:
        return said(DIVERGED)
    if run.taught is not None:
        return said(TAUGHT)
    if dataset is None or not _learned_from(run, dataset):
        return say("This stored run goes on once its images are in use: {title}.", title=run.learned_from)
    return ""


def request_from_end(run: ReportedRun, steps: int, rate: float | None = None) -> RequestedRun:
    """Return the request of so many steps from a stored run's end; `rate` replaces the one that it goes on with."""
    recipe = changed(run.recipe, steps=steps, learning_rate=run.continued_rate if rate is None else rate)
    step = len(run.history) if run.best is None else run.best.step
    return RequestedRun(recipe, initial=run.weights, origin=Origin(run.run_id, step))


def _learned_from(run: ReportedRun, dataset: Dataset) -> bool:
    """Return whether a run learned from just these images; by their title where the run knows no checksum of them."""
    if run.dataset is not dataset and said(dataset.title) == run.learned_from:
        if not run.checksum:
            return True
        if dataset_facts(dataset).checksum == run.checksum:
            run.dataset = dataset  # MNIST's take 0.1 s, once
    return run.dataset is dataset
