"""A box to choose one of the ten classes, or none of them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from core.digits.dataset import DIGITS


class ClassChoice(QComboBox):
    """Its first item stands for no class; `class_chosen` reports a choice of the user's, not one of the program's."""

    class_chosen = Signal()

    def __init__(self, object_name: str, name: str, tip: str, none: str) -> None:
        """Take its object name, its name without the eye, what it is for, and what stands for no class."""
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.addItems([none, *DIGITS])
        self.activated.connect(self.class_chosen)

    @property
    def number(self) -> int | None:
        """The class that is chosen, 0..9, or None."""
        return self.currentIndex() - 1 if self.currentIndex() > 0 else None

    def show_number(self, number: int | None) -> None:
        """Show a class as chosen, or none."""
        with QSignalBlocker(self):
            self.setCurrentIndex(0 if number is None else 1 + number)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Call the ten classes so."""
        for number, name in enumerate(names):
            self.setItemText(1 + number, name)
