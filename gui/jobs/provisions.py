"""What runs are made of: a data set, the digits that a recipe adds, and TensorFlow, each as soon as it is there."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset, LabelledImages
from core.recipes import added_digits as extra_digits
from core.recipes.recipe import Recipe


class Need(Enum):
    """What a run that was asked for can wait for; what takes longest comes first."""

    DATASET = "dataset"
    EXTRA_DIGITS = "digits"
    TENSORFLOW = "tensorflow"


class Provisions(QObject):
    """Holds what there is, and asks for what is lacking; lives in the window's thread."""

    changed = Signal()  # there is more than before, or other things
    dataset_wanted = Signal()  # answer with `set_dataset`
    extra_digits_wanted = Signal(object)  # Recipe; answer with `set_extra_digits`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.has_tensorflow = False
        self.dataset: Dataset | None = None  # as it was found
        self.extra_digits: LabelledImages | None = None  # that the last recipe with any adds
        self._key: tuple[object, ...] = ()  # what decides which digits these are

    def set_tensorflow_ready(self) -> None:
        """Know that TensorFlow can be used."""
        self.has_tensorflow = True
        self.changed.emit()

    def set_dataset(self, dataset: Dataset) -> None:
        """Train on this data set from the next run on."""
        self.dataset = dataset
        self.changed.emit()

    def set_extra_digits(self, recipe: Recipe, images: LabelledImages) -> None:
        """Use what was found for a recipe, unless those of another are wanted by now."""
        if self._fit(recipe):
            self.extra_digits = images
            self.changed.emit()

    def ask_for(self, recipe: Recipe) -> None:
        """Ask for what a run of this recipe lacks; the digits of another recipe are forgotten where it adds its own."""
        if self.dataset is None:
            self.dataset_wanted.emit()
        if self._lacks_digits(recipe):
            self.extra_digits, self._key = None, extra_digits.key(recipe)
            self.extra_digits_wanted.emit(recipe)

    def lacking(self, recipe: Recipe) -> Need | None:
        """Return what a run of this recipe still waits for; None where it can begin."""
        if self.dataset is None:
            return Need.DATASET
        if self._lacks_digits(recipe):
            return Need.EXTRA_DIGITS
        return None if self.has_tensorflow else Need.TENSORFLOW

    def _lacks_digits(self, recipe: Recipe) -> bool:
        return extra_digits.are_wanted(recipe) and (self.extra_digits is None or not self._fit(recipe))

    def _fit(self, recipe: Recipe) -> bool:
        return self._key == extra_digits.key(recipe)
