"""The hand in use: whose digits are taught, learned from and read."""

from PySide6.QtCore import QObject, Signal

from core.hands import hand as hands
from core.hands.hand import Hand


class HandInUse(QObject):
    """Holds the hand; whoever changes its digits reports that here."""

    changed = Signal(object)  # Hand: another one, or the same with other digits

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hand = Hand(hands.USUAL, is_read=False)  # a file that cannot be read must not keep the window shut

    def use(self, hand: Hand) -> None:
        """Use this hand from now on."""
        self.hand = hand
        self.report_change()

    def report_change(self) -> None:
        """Report that the hand has other digits than before."""
        self.changed.emit(self.hand)
