"""The next run: its recipe, and the pace at which runs are shown."""

import math

from PySide6.QtCore import QObject, Signal

from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe

PACES = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, math.inf)  # steps/s; the last: as fast as it can


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
