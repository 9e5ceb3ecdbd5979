"""What is known of runs, as frozen facts: what each was made with, what came of it, and what differs between two."""

import platform
import sys
from dataclasses import dataclass
from typing import Literal

from core.about import version_of
from core.digits.dataset import DIGITS, Dataset, LabelledImages, checksum
from core.recipes.recipe import Recipe, settings_differing, title_of
from core.training.gradient_steps import ARITHMETIC
from core.words import said, say

RATE, EXTENDED, PACE, PAUSED, RESUMED = "rate", "extended", "pace", "paused", "resumed"

State = Literal["running", "finished", "diverged", "stopped"]
PACKAGES = {"digitscope": ("digitscope",), "numpy": ("numpy",), "tensorflow": ("tensorflow", "tensorflow-cpu")}


@dataclass(frozen=True, slots=True)
class RunEvent:
    """Something that was changed after `step` steps: it counts from that step on.

    kind : "rate" (value: the new learning rate), "extended" (value: the steps added), "pace" (steps/s; inf = as fast
    as it can), "paused" and "resumed" (no value)
    """

    step: int
    kind: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """The network measured on the validation images after `step` steps; `snapshot` is its place in snapshots.npy."""

    step: int
    validation_accuracy: float  # 0 .. 1
    validation_cost: float  # nats
    snapshot: int


@dataclass(frozen=True, slots=True)
class DatasetFacts:
    """Which images a run was made with, before they were prepared for its recipe."""

    name: str
    title: str
    source: str
    sizes: tuple[int, int, int]  # images for training, validation, test
    checksum: str  # SHA-256 of all of them with their labels
    pen_digits: int = 0  # images added to the training set
    pen_checksum: str = ""
    class_names: tuple[str, ...] = DIGITS  # well-known ones in English


@dataclass(frozen=True, slots=True)
class Origin:
    """The run that another one continues, and the step it was taken up at."""

    run_id: str
    step: int


@dataclass(frozen=True, slots=True)
class Taught:
    """Whose digits a run of fine-tuning learned from; shares 0..1 of them, read right by networks without them."""

    hand: str
    digits: int
    own_before: float
    own_after: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run, as of its last finish."""

    steps: int
    seconds: float  # training only
    final_cost: float  # nats
    validation_accuracy: float  # 0 .. 1
    test_accuracy: float  # 0 .. 1
    diverged: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What the user says of a run."""

    name: str = ""
    starred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What is known of a run from its beginning."""

    run_id: str
    started: str  # local time with its offset, ISO 8601
    recipe: Recipe
    dataset: DatasetFacts
    versions: dict[str, str]  # of digitscope, its arithmetic, python, numpy, tensorflow; machine, system
    parent: Origin | None = None
    has_start: bool = False  # start weights of its own, in start.npz
    taught: Taught | None = None  # of a run that learned from somebody's own digits

    @property
    def start_in_words(self) -> str:
        """What the start weights are that replace those of the recipe; "" where none do."""
        if self.parent is not None:
            return say("those of step {step:,} of {run_id}", step=self.parent.step, run_id=self.parent.run_id)
        return say("others than the recipe's") if self.has_start else ""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run as tables show it."""

    facts: RunFacts
    label: Label
    state: State
    steps: int  # made so far
    outcome: Outcome | None = None  # None: not at its end, or trained on since

    @property
    def run_id(self) -> str:
        """The run's name on disk."""
        return self.facts.run_id

    @property
    def recipe(self) -> Recipe:
        """The run's settings."""
        return self.facts.recipe

    @property
    def title(self) -> str:
        """What the user calls it, or else what it was made of."""
        return self.label.name or self.made_of

    @property
    def made_of(self) -> str:
        """Its recipe's title, and where it goes on from."""
        return continued_title(self.recipe, self.facts.parent, self.facts.has_start)

    @property
    def is_plain(self) -> bool:
        """Whether it is a run of its recipe and no more: from that one's start weights, and for as many steps."""
        return not (self.recipe.based_on or self.facts.start_in_words) and self.steps <= self.recipe.steps


def continued_title(recipe: Recipe, parent: Origin | None, has_start: bool) -> str:
    """Return a recipe's title, and the step or the other weights that a run goes on from, if it does."""
    title = title_of(recipe)
    if parent is not None:
        return say("{recipe}, from step {step:,}", recipe=title, step=parent.step)
    return say("{recipe}, from other weights", recipe=title) if has_start else title


def dataset_facts(dataset: Dataset, pen_digits: LabelledImages | None = None) -> DatasetFacts:
    """Return the facts of a data set as it came from its source; MNIST's 55 MB take about 0.1 s."""
    sizes = len(dataset.training), len(dataset.validation), len(dataset.test)
    whole = checksum(dataset.training, dataset.validation, dataset.test)
    added = (0, "") if pen_digits is None else (len(pen_digits), checksum(pen_digits))
    return DatasetFacts(dataset.name, dataset.title, str(dataset.source), sizes, whole, *added, dataset.class_names)


def versions() -> dict[str, str]:
    """Return the versions that decide whether a run repeats bit for bit; a package not installed has none."""
    found = {"python": platform.python_version(), "system": sys.platform, "machine": platform.machine()}
    found["arithmetic"] = ARITHMETIC
    for name, packages in PACKAGES.items():
        if version := next(filter(None, map(version_of, packages)), ""):
            found[name] = version
    return found


def difference(first: RunSummary, second: RunSummary) -> str:
    """Return one sentence that says what the second run did otherwise than the first."""
    are_alike = first.title == second.title
    before, after = _name(first, are_alike), _name(second, are_alike)
    differing = "; ".join(_parts(first, second))
    if not differing:
        return say("{second} has the same settings, data and seed as {first}.", second=after, first=before)
    return say("{second} differs from {first}: {differences}.", second=after, first=before, differences=differing)


def differences_between(first: RunSummary, second: RunSummary) -> str:
    """Return what the second run did otherwise than the first, without naming either."""
    return "; ".join(_parts(first, second)) or say("the same settings, data and seed")


def _parts(first: RunSummary, second: RunSummary) -> list[str]:
    parts, old, new = settings_differing(first.recipe, second.recipe), first.facts, second.facts
    then, now, taught, origin = said(old.dataset.title), said(new.dataset.title), new.taught, new.parent
    if old.dataset.checksum != new.dataset.checksum and then != now:
        parts.append(say("data {now} instead of {then}", now=now, then=then))
    elif old.dataset.checksum != new.dataset.checksum:
        parts.append(say("data another {then}", then=then))
    if taught is not None and taught != old.taught:
        parts.append(say("learned {digits:,} digits of the hand {hand!r}", digits=taught.digits, hand=taught.hand))
    if origin is not None and origin != old.parent:
        parts.append(say("continues {run_id} from step {step:,}", run_id=origin.run_id, step=origin.step))
    elif new.has_start != old.has_start:
        parts.append(say("start weights of its own") if new.has_start else say("start weights of the recipe"))
    return parts


def _name(run: RunSummary, with_id: bool) -> str:
    """Return what a run is called; two of the same title are distinguished by their ids."""
    title = say("“{title}”", title=run.title)
    return f"{title} ({run.run_id})" if with_id else title
