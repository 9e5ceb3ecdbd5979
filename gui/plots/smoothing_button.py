"""The small control that chooses over how many steps a curve is averaged."""

import math
from functools import lru_cache

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from core.words import say
from gui.look import controls, parts

AMOUNTS = (1, 10, 30, 100, 300, 1_000, 3_000, 10_000)  # steps averaged over; 1 = none
AUTOMATIC = 0  # an amount that follows the length of the run
OF_A_RUN = 40  # automatic: so many times it fits into the run


@lru_cache(maxsize=16)  # called several times a report
def amount_for(chosen: int, total: int) -> int:
    """Return the steps that are averaged over in a plot of `total` steps where `chosen` was chosen."""
    if chosen != AUTOMATIC:
        return chosen
    return min(AMOUNTS, key=lambda amount: abs(math.log(amount * OF_A_RUN / total)))


class SmoothingButton(QToolButton):
    """Shows the amount of smoothing; a menu offers others."""

    smoothing_requested = Signal(int)  # one of AMOUNTS, or AUTOMATIC

    def __init__(self) -> None:
        super().__init__()
        parts.set_apart(controls.named(self, "smoothing"), "flat", "small")
        self._shown = (-1, 0)
        self.menu_of_amounts, group = QMenu(self), QActionGroup(self)
        texts = {amount: say("over {amount:,} steps", amount=amount) for amount in (AUTOMATIC, *AMOUNTS)}
        for amount, text in (texts | {AUTOMATIC: say("automatic"), 1: say("each step as it is")}).items():
            action = QAction(text, group, checkable=True)
            action.setData(amount)
            self.menu_of_amounts.addAction(action)
        group.triggered.connect(lambda action: self.smoothing_requested.emit(action.data()))
        self.clicked.connect(lambda: self.menu_of_amounts.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def show_smoothing(self, chosen: int, steps: int) -> None:
        """Show that `chosen` was chosen, which makes it so many steps now."""
        if (chosen, steps) == self._shown:
            return
        self._shown = chosen, steps
        self.setText(say("smooth {steps:,}", steps=steps) if steps > 1 else say("not smoothed"))
        for action in self.menu_of_amounts.actions():
            action.setChecked(action.data() == chosen)
