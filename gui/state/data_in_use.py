"""The data set in use: what runs learn from, and whose images are shown."""

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset


class DataInUse(QObject):
    """Holds the data set as it was found: it has not gone through a recipe's stages yet."""

    changed = Signal(object)  # Dataset

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset: Dataset | None = None  # None while none was found

    def use(self, dataset: Dataset) -> None:
        """Use this data set from now on; a run at hand goes on with the one that it began with."""
        self.dataset = dataset
        self.changed.emit(dataset)
