"""What a run requires: a data set, the digits that its recipe adds, and TensorFlow, each as soon as it is there."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import LabelledImages
from core.recipes import added_digits
from core.recipes.recipe import Recipe
from core.words import mark
from gui.state.shared import DataInUse


class Requirement(Enum):
    """What a requested run can wait for, what takes longest first; in words what is done, and when the run starts."""

    DATASET = mark("finding the training data"), mark("Training starts as soon as the training data is ready.")
    ADDED_DIGITS = (
        mark("drawing the digits that its recipe adds"),
        mark("Training starts as soon as the digits that the recipe adds are drawn."),
    )
    TENSORFLOW = mark("loading TensorFlow"), mark("Training starts as soon as TensorFlow is ready.")

    def __init__(self, does: str, starts: str) -> None:
        self.does, self.starts = does, starts


class RunRequirements(QObject):
    """Knows what there is, and requests what is missing; lives in the window's thread."""

    changed = Signal()  # there is more than before, or other things
    dataset_requested = Signal()  # answer with `data.use`
    added_digits_requested = Signal(object)  # Recipe; answer with `set_added_digits`

    def __init__(self, data: DataInUse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data = data
        self.has_tensorflow = False
        self.added_digits: LabelledImages | None = None  # that the last recipe with any adds
        self._key: tuple[object, ...] = ()  # what decides which digits these are
        data.changed.connect(self.changed)

    def set_tensorflow_ready(self) -> None:
        """Know that TensorFlow can be used."""
        self.has_tensorflow = True
        self.changed.emit()

    def set_added_digits(self, recipe: Recipe, images: LabelledImages) -> None:
        """Use what was found for a recipe, unless those of another are requested by now."""
        if self._key == added_digits.key(recipe):
            self.added_digits = images
            self.changed.emit()

    def request(self, recipe: Recipe) -> None:
        """Request what a run of this recipe misses; the digits of another recipe are dropped where it adds its own."""
        if self.data.dataset is None:
            self.dataset_requested.emit()
        if self._misses_digits(recipe):
            self.added_digits, self._key = None, added_digits.key(recipe)
            self.added_digits_requested.emit(recipe)

    def missing(self, recipe: Recipe) -> Requirement | None:
        """Return what a run of this recipe still waits for; None where it can begin."""
        if self.data.dataset is None:
            return Requirement.DATASET
        if self._misses_digits(recipe):
            return Requirement.ADDED_DIGITS
        return None if self.has_tensorflow else Requirement.TENSORFLOW

    def _misses_digits(self, recipe: Recipe) -> bool:
        return recipe.adds_digits and (self.added_digits is None or self._key != added_digits.key(recipe))
