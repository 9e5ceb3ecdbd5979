"""What is known of a run, as frozen facts."""

from dataclasses import dataclass
from typing import Literal

from core.digits.dataset import DIGITS
from core.recipes.recipe import Recipe
from core.recipes.texts import title_of

RATE, EXTENDED, PACE, PAUSED, RESUMED = "rate", "extended", "pace", "paused", "resumed"

State = Literal["running", "finished", "diverged", "stopped"]


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


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run as tables show it."""

    facts: RunFacts
    label: Label
    state: State
    steps: int  # made so far
    outcome: Outcome | None = None  # None: never came to its end
    has_snapshots: bool = False

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
        """What the user calls it, or else its recipe's title."""
        return self.label.name or title_of(self.recipe)
