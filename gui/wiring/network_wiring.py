"""Keeps the Network tab at the step that comes next, a few times a second and only while it is looked at."""

from PySide6.QtCore import QObject, QTimer

from core.digits import class_names
from core.digits.dataset import Dataset, LabelledImages
from core.model.softmax import Weights, initial_weights
from core.recipes import code_example
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.training.one_step import StepFollower
from gui.panels.network_panel import NetworkPanel

BETWEEN_MS = 200  # numbers that change faster cannot be read


class NetworkWiring(QObject):
    """Follows the run's next step in numpy whenever the panel is to show another."""

    def __init__(self, panel: NetworkPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._recipe = recipes.TUTORIAL
        self._dataset: Dataset | None = None
        self._training: LabelledImages | None = None
        self._follower: StepFollower | None = None
        self._weights: Weights | None = None
        self._step = 0
        self._rate: float | None = None
        self._is_shown = False
        self._timer = QTimer(self, singleShot=True, interval=BETWEEN_MS)
        self._timer.timeout.connect(self._show)
        panel.example_requested.connect(self._show)
        panel.set_code(code_example.script(self._recipe))

    def set_dataset(self, dataset: Dataset) -> None:
        """Take batches of this data set, as it was found."""
        self._dataset, self._training, self._follower = dataset, None, None
        self._show()

    def set_run(self, recipe: Recipe, training: LabelledImages | None) -> None:
        """Follow a run of this recipe; `training` are the images it prepared, where they are at hand."""
        self._recipe, self._training, self._follower, self._rate = recipe, training, None, None
        self._panel.set_code(code_example.script(recipe))
        self._show()

    def set_learning_rate(self, rate: float | None) -> None:
        """Make the next step with this learning rate; None: the recipe's."""
        self._rate = rate
        self._schedule()

    def set_weights(self, weights: Weights, step: int | None) -> None:
        """Follow the step that begins with these weights of a run; for None, the first of the run to come."""
        self._weights, self._step = (None, 0) if step is None else (weights, step)
        self._schedule()

    def set_shown(self, shown: bool) -> None:
        """Work only while the panel is looked at."""
        if shown and not self._is_shown:
            self._is_shown = True
            self._show()
        self._is_shown = shown

    def _schedule(self) -> None:
        if self._is_shown and not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        if not self._is_shown or self._dataset is None:
            return
        if self._follower is None:
            self._follower = StepFollower(self._recipe, self._dataset, self._training)
        weights = self._start_weights() if self._weights is None else self._weights
        step = self._follower.at(self._step, weights, self._panel.example(), self._rate)
        self._panel.set_step(step, class_names.shown(self._dataset.class_names))

    def _start_weights(self) -> Weights:
        matrix, bias = initial_weights(self._recipe.initial_weights, self._recipe.seed)
        return Weights(matrix, bias, self._recipe.stages, self._recipe.name)
