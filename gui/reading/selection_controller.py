"""Joins the panels that show the data set and what is read of it: what is selected in one is marked in the others."""

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import SIDE, Dataset, scaled
from core.model.scoring import Evaluated, part_of
from gui.canvas.digit_canvas import DigitCanvas
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation, Selection
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.data_panel import DataPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from gui.state.shared import Shared


class SelectionController(QObject):
    """Knows which image of the data set stands in place of the drawing; it has not gone through any stages."""

    image_opened = Signal(object, int)  # (28, 28), 0.0 .. 1.0, and its label

    def __init__(self, shared: Shared, tabs: LowerTabs, evaluation: Evaluation, canvas: DigitCanvas) -> None:
        super().__init__(shared)
        self._evaluation, self._reader, self._canvas = evaluation, shared.reader, canvas
        self._weights, self._why, self._data = tabs.panel(WeightsPanel), tabs.panel(WhyPanel), tabs.panel(DataPanel)
        self._mistakes, self._confusion = tabs.panel(MistakesWall), tabs.panel(ConfusionPanel)
        self._is_image_open = False
        shared.reader.read.connect(self._on_read)
        evaluation.data.changed.connect(self._data.set_dataset)
        evaluation.scored.connect(self._on_scored)
        evaluation.dataset_changed.connect(lambda _dataset: self._on_scored(None))
        evaluation.selected.connect(self._on_selected)
        evaluation.image_selected.connect(self._on_image_selected)
        self._weights.digit_selected.connect(lambda digit: evaluation.select(Selection(verdict=digit)))
        self._mistakes.pair_requested.connect(evaluation.select)
        self._confusion.picture.cell_chosen.connect(evaluation.select)
        self._mistakes.wall.chosen.connect(self._on_mistake_chosen)
        self._confusion.wall.chosen.connect(evaluation.select_image)
        self._data.image_chosen.connect(self._on_image_of_data_chosen)
        self._why.digits_requested.connect(self._why.set_digits)
        self._why.digits_requested.connect(lambda digit, _other: self._weights.pictures.set_highlight(digit))

    def _on_scored(self, evaluated: Evaluated | None) -> None:
        self._mistakes.set_evaluated(evaluated)
        self._confusion.set_evaluated(evaluated)

    def _on_selected(self, selection: Selection) -> None:
        self._mistakes.set_pair(selection)
        self._confusion.set_cell(selection)
        self._weights.pictures.set_highlight(selection.verdict)
        self._why.set_digits(selection.verdict, selection.label)

    def _on_mistake_chosen(self, index: int) -> None:
        """Mark the image's cell, too; its wall stays as it is, since nothing moves under the pointer."""
        newest = self._evaluation.newest
        if newest is not None:
            self._confusion.set_cell(Selection(int(newest.scores.labels[index]), int(newest.scores.verdicts[index])))
        self._evaluation.select_image(index)

    def _on_image_selected(self, evaluated: Evaluated, index: int) -> None:
        self._mistakes.wall.set_current(index)
        self._confusion.wall.set_current(index)
        label, verdict = int(evaluated.scores.labels[index]), int(evaluated.scores.verdicts[index])
        self._weights.pictures.set_highlight(verdict)
        self._why.set_digits(verdict, None if label == verdict else label)
        self._open(self._evaluation.dataset, evaluated.part, index)

    def _on_image_of_data_chosen(self, part: str, index: int) -> None:
        """Explain the image; what was selected of a reading is no longer what is looked at."""
        self._why.set_digits(None, None)
        self._mistakes.wall.set_current(-1)
        self._confusion.wall.set_current(-1)
        self._open(self._evaluation.data.dataset, part, index)

    def _open(self, dataset: Dataset | None, part: str, index: int) -> None:
        if dataset is not None:
            found = part_of(dataset, part)
            image = scaled(found.images[index]).reshape(SIDE, SIDE)
            self._canvas.show_image(image)
            self._reader.set_image(image)
            self._is_image_open = True
            self.image_opened.emit(image, int(found.labels[index]))

    def _on_read(self) -> None:
        """Forget which image was looked at, where a drawing has taken its place."""
        if not self._is_image_open or self._reader.reads_image:
            return
        self._is_image_open = False
        self._mistakes.wall.set_current(-1)
        self._confusion.wall.set_current(-1)
        self._weights.pictures.set_highlight(self._evaluation.selection.verdict)
        self._why.set_digits(None, None)
