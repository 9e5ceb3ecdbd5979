"""What the parts of the window share: the data set and the hand in use, the next run, what reads, the run in view."""

import math
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset
from core.hands import hand as hands
from core.hands.hand import Hand
from core.model.softmax import Weights
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from gui.state.reader import Reader
from gui.state.shown_run import ShownRun

if TYPE_CHECKING:  # the first painting waits for no stored runs
    from core.runs.facts import Taught

PACES = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, math.inf)  # steps/s; the last: as fast as it can


class HandInUse(QObject):
    """Holds the hand; whoever changes its digits reports that here."""

    changed = Signal(object)  # Hand: another one, or the same with other digits

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hand = Hand(hands.USUAL, is_read=False)  # a file that cannot be read must not keep the window shut
        self._learned = WeakKeyDictionary[Weights, "Taught"]()

    def use(self, hand: Hand) -> None:
        """Use this hand from now on."""
        self.hand = hand
        self.report_change()

    def note_learned(self, weights: Weights, taught: "Taught") -> None:
        """Know of weights from whose digits they learned, so that these are not taken for a test of them."""
        self._learned[weights] = taught

    def learned_by(self, weights: Weights) -> "Taught | None":
        """Return what weights learned from the hand in use; None for nothing."""
        taught = self._learned.get(weights)
        return taught if taught is not None and taught.hand == self.hand.name else None

    def report_change(self) -> None:
        """Report that the hand has other digits than before."""
        self.changed.emit(self.hand)


class DataInUse(QObject):
    """Holds the data set as it was found: it has not gone through a recipe's stages yet."""

    changed = Signal(object)  # Dataset
    dataset: Dataset | None = None  # None while none was found

    def use(self, dataset: Dataset) -> None:
        """Use this data set from now on; a run at hand goes on with the one that it began with."""
        self.dataset = dataset
        self.changed.emit(dataset)


class NextRun(QObject):
    """Holds what Train will train, and how fast it and the run at hand go."""

    recipe_changed = Signal(object)  # Recipe
    pace_changed = Signal(float)  # steps/s, one of `PACES`
    recipe = recipes.TUTORIAL
    pace = 100.0  # steps/s

    def set_recipe(self, recipe: Recipe) -> None:
        """Train this recipe next."""
        self.recipe = recipe
        self.recipe_changed.emit(recipe)

    def set_pace(self, pace: float) -> None:
        """Train at the nearest of `PACES` to this one, in steps/s, from the next block of steps on."""
        in_ratio = min(PACES[:-1], key=lambda known: abs(math.log(max(pace, PACES[0]) / known)))
        nearest = PACES[-1] if pace > PACES[-2] else in_ratio
        if nearest != self.pace:
            self.pace = nearest
            self.pace_changed.emit(nearest)


class Shared(QObject):
    """The data set and the hand in use, what Train trains next, what is read and by whom, and the run in view."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        """Take who reads; the controllers are children of this."""
        super().__init__(parent)
        self.reader, self.shown = reader, ShownRun(reader, self)
        self.data, self.hand, self.next_run = DataInUse(self), HandInUse(self), NextRun(self)
