"""What is in use: the hand that is taught, learned from and read, and the data set that runs learn from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset
from core.hands import hand as hands
from core.hands.hand import Hand
from core.model.softmax import Weights

if TYPE_CHECKING:  # the first painting waits for no stored runs
    from core.runs.facts import Taught


class HandInUse(QObject):
    """Holds the hand; whoever changes its digits reports that here."""

    changed = Signal(object)  # Hand: another one, or the same with other digits

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hand = Hand(hands.USUAL, is_read=False)  # a file that cannot be read must not keep the window shut
        self._learned: list[tuple[Weights, Taught]] = []

    def use(self, hand: Hand) -> None:
        """Use this hand from now on."""
        self.hand = hand
        self.report_change()

    def note_learned(self, weights: Weights, taught: "Taught") -> None:
        """Know of weights from whose digits they learned, so that these are not taken for a test of them."""
        self._learned = [*(each for each in self._learned if each[0] is not weights), (weights, taught)]

    def learned_by(self, weights: Weights) -> "Taught | None":
        """Return what weights learned from the hand in use; None for nothing."""
        found = (taught for known, taught in self._learned if known is weights and taught.hand == self.hand.name)
        return next(found, None)

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
