"""When a run steps how far, at what pace, and when it is measured: its learning rates, its clock, its checkpoints."""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.recipes.recipe import Recipe

Rows = NDArray[np.int32]
CONTINUED_RATE = 0.1  # of the learning rate, where a decayed run is continued: at 0 it would learn nothing
CHECKPOINTS = 105  # of a run: of 1,000 steps, some of the first fall together, and 102 are left
FEWEST = 3  # checkpoints
VALIDATION_SHARE = 0.1  # of a run's time, for networks of several layers
READINGS_A_STEP = 3  # images that are read in the time in which one is learned from
LARGEST = 15_000_000  # bytes of all weights that are stored of a run
AS_FAST_AS_IT_CAN = math.inf
MOST_BEHIND_S = 0.25  # a pace the machine cannot hold is not made up for later
GRAIN_S = 1 / 60  # quick paces are made in handfuls of steps, as often as a screen shows them


class Batches:
    """The batches of a run, in the tutorial's order or shuffled anew each epoch; the same however steps are grouped."""

    def __init__(self, rows: int, batch: int, shuffle: bool, seed: int) -> None:
        """Take the numbers of training images and of images a step; a batch larger than the data is the data."""
        self.size = min(batch, rows)
        self._rows, self._shuffle, self._seed = rows, shuffle, seed
        self._epoch, self._order = -1, np.empty(0, np.int32)

    def of(self, first: int, count: int) -> Rows:
        """Return the rows that steps first .. first+count-1 take, (count, size)."""
        steps = np.arange(first, first + count)
        if not self._shuffle:
            # each step's first row, as in the tutorial: the rows of the last batch are never used
            firsts = (steps * self.size) % max(self._rows - self.size, 1)
            return np.add.outer(firsts, np.arange(self.size)).astype(np.int32)
        return np.stack([self._shuffled(int(step)) for step in steps])

    def _shuffled(self, step: int) -> Rows:
        epoch, place = divmod(step, self._rows // self.size)
        if epoch != self._epoch:
            # the epoch's own generator: a run that is continued or rewound meets the same batches
            self._order = np.random.default_rng((self._seed, epoch)).permutation(self._rows).astype(np.int32)
            self._epoch = epoch
        return self._order[place * self.size : (place + 1) * self.size]


class Schedule:
    """The learning rates of a run; `rate`, before decay, may be changed between steps."""

    def __init__(self, recipe: Recipe) -> None:
        """Begin with the recipe's rate."""
        self.rate = recipe.learning_rate
        self._recipe = self._part = recipe
        self._first = 0  # step at which the part began that decays to 0

    def rates(self, first: int, count: int) -> Floats:
        """Return the learning rates of steps first .. first+count-1, (count,)."""
        return self._part.rates(first - self._first, count, self.rate)

    @property
    def continued_rate(self) -> float:
        """The learning rate, before decay, that further steps begin with."""
        return self.rate if self._recipe.decay == "none" else self._recipe.learning_rate * CONTINUED_RATE

    def extend(self, first: int, steps: int) -> None:
        """Add steps behind the first ones; a decayed rate starts again at `continued_rate` and falls to 0."""
        self.rate = self.continued_rate
        if self._recipe.decay != "none":
            self._part, self._first = replace(self._recipe, steps=steps), first


def checkpoint_steps(steps: int, first: int = 0, about: int = CHECKPOINTS) -> tuple[int, ...]:
    """Return about so many steps, rising, after which a run is validated, behind the first and denser at the start."""
    share = (np.arange(1, about + 1) / about) ** 2  # of the steps, so that the steep beginning is seen in detail
    whole = np.unique(np.maximum(np.rint(share * (steps - first)), 1).astype(np.int64)) + first
    return tuple(int(step) for step in whole)


def affordable_checkpoints(recipe: Recipe, learned_from: int, read: int) -> int:
    """Return how many checkpoints a run can afford that learns from so many images, and reads so many at each."""
    made = recipe.architecture
    if made.is_single:
        return CHECKPOINTS
    affordable = int(VALIDATION_SHARE * READINGS_A_STEP * learned_from / max(1, read))
    return max(FEWEST, min(CHECKPOINTS, affordable, LARGEST // (4 * made.parameters)))


class Pacer:
    """Counts steps against a clock: at any moment as many are due as the pace has room for."""

    def __init__(self, pace: float = AS_FAST_AS_IT_CAN) -> None:
        """Take a pace in steps/s; the clock starts with the first question."""
        self.pace = pace
        self._began: float | None = None
        self._made = 0

    def set_pace(self, pace: float) -> None:
        """Go on at another pace, in steps/s, from now."""
        if pace != self.pace:
            self.pace = pace
            self.rest()

    def rest(self) -> None:
        """Forget the clock, as after a pause: the next step is due when it is next asked."""
        self._began = None

    def made(self, steps: int) -> None:
        """Count steps that were made."""
        self._made += steps

    def due(self, now_s: float) -> tuple[float, float]:
        """Return how many steps may be made now, and, where none, how many seconds to wait until some may."""
        if math.isinf(self.pace):
            return math.inf, 0.0
        if self._began is None:
            self._began, self._made = now_s, 0
        behind = (now_s - self._began) * self.pace + 1 - self._made
        if behind > MOST_BEHIND_S * self.pace + 1:
            self._began, self._made = now_s, 0
            behind = 1.0
        handful = max(1.0, math.floor(self.pace * GRAIN_S))
        if behind >= handful - 1e-9:
            return math.floor(behind + 1e-9), 0.0
        return 0, max((handful - behind) / self.pace, 0.0)
