"""The Ladder tab: the recipes as rungs, each with what it changes and what one's own runs of it read."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QTreeWidgetItem

from core.recipes.recipe import LADDER, Recipe, text_of, title_of, usual_share
from core.runs import RunSummary
from core.words import say
from gui.look import controls, parts, theme as look
from gui.look.figures import percent

NAME, CHANGES, USUAL, BEST, HAND = range(5)  # columns
LEAST = 36  # points: the sentence beneath is not to be cut
WIDE = 760  # points: below, what a rung changes stands beneath the table alone, where it is whole


class LadderPanel(parts.Fitted):
    """Rungs from the lowest on; `climb_requested` asks for a run of one, by the name of its recipe."""

    climb_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "ladder")
        self._chosen = ""
        self._runs: tuple[RunSummary, ...] = ()
        self._hands: Mapping[str, float] = {}
        headings = (say("recipe"), say("what it changes"), say("MNIST test"), say("your best run"), say("your digits"))
        self.rungs, self._why = controls.table("rungs", headings, CHANGES), parts.caption(small=True, wraps=True)
        self.climb = controls.button("climb", "primary")
        self.rungs.setMinimumHeight(LEAST)
        self.rungs.currentItemChanged.connect(lambda *_items: self._on_current_changed())
        self.rungs.itemActivated.connect(lambda *_item: self.climb.click())
        self.climb.clicked.connect(lambda: self.climb_requested.emit(self._current()))
        row = parts.row((self._why, 1), spacing=10)
        row.addWidget(self.climb, 0, Qt.AlignmentFlag.AlignTop)
        parts.column((self.rungs, 1), row, within=self, spacing=6, top=4)
        rows = [
            [title_of(recipe), text_of(recipe)[0], percent(usual_share(name)), "", ""]
            for name, recipe in LADDER.items()
        ]
        self._rows = [QTreeWidgetItem(self.rungs, row) for row in rows]
        self.rungs.setCurrentItem(self._rows[0])
        self._show()

    def set_recipe(self, recipe: Recipe) -> None:
        """Mark the rung that the next run stands on."""
        self._chosen = recipe.based_on or recipe.name
        self._show()

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show the best of these runs beside each rung: of those of that recipe and no more."""
        self._runs = tuple(runs)
        self._show()

    def set_hands(self, shares: Mapping[str, float]) -> None:
        """Show how well the best run of each rung reads the user's own digits; shares, 0..1, by a run's id."""
        self._hands = dict(shares)
        self._show()

    def dress(self) -> None:
        """Take the colours and fonts of the rungs."""
        self._show()

    def fit(self) -> None:
        """Leave out the column that would be cut most where the table is narrow."""
        self.rungs.setColumnHidden(CHANGES, self.width() < WIDE)
        self._on_current_changed()

    def _show(self) -> None:
        theme = look.current()
        for item, name in zip(self._rows, LADDER, strict=True):
            own = [run for run in reversed(self._runs) if run.recipe.name == name and run.is_plain]
            read = {run.outcome.test_accuracy: run.run_id for run in own if run.outcome}
            best = max(read, default=math.nan)
            item.setText(BEST, percent(best))
            item.setText(HAND, percent(self._hands.get(read.get(best, ""), math.nan)))
            font = QFont(look.body_font())
            font.setBold(name == self._chosen)
            item.setFont(NAME, font)
            item.setForeground(NAME, QColor(theme.accent if name == self._chosen else theme.text))
            item.setForeground(CHANGES, QColor(theme.dim))
        self._on_current_changed()

    def _current(self) -> str:
        return list(LADDER)[max(0, self.rungs.indexOfTopLevelItem(self.rungs.currentItem()))]

    def _on_current_changed(self) -> None:
        recipe = LADDER[self._current()]
        changes, why = text_of(recipe)
        both = f"{changes} {why}"
        self._why.setText(changes if self.rungs.isColumnHidden(CHANGES) else both)
        self._why.setToolTip(both)
        self.climb.setText(say("Climb: {title}", title=title_of(recipe)))
