"""The tabs beneath the plots: they show one reading and one selection, whichever of them it was made in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget

from core.digits.dataset import DIGITS, SIDE, Dataset, scaled
from core.model.evaluated import Evaluated, part_of
from core.model.softmax import Weights
from core.words import mark, said, say
from gui.jobs.evaluation import Evaluation, Selection
from gui.look import theme as look
from gui.look.theme import Theme
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.data_panel import DataPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.network_panel import NetworkPanel
from gui.panels.weight_pictures import WeightPictures
from gui.panels.why_panel import WhyPanel
from gui.state.reader import APP_NAME, Reader, Reading

BY_APP = mark("the app's weights")
TABS = (  # title, and what it teaches
    (mark("Weights"), mark("What each digit looks for: blue pixels speak for it, orange ones against.")),
    (mark("Mistakes"), mark("The images it misreads, those it is surest of first.")),
    (mark("Confusion"), mark("Which digits it takes for which.")),
    (mark("Why"), mark("What in the image speaks for a digit, and what against.")),
    (mark("Network"), mark("One step with all its numbers, the graph that TensorFlow built, and the code.")),
    (mark("Data"), mark("What it learns from: every image, its label, its 784 numbers.")),
)


class LowerTabs(QTabWidget):
    """Joins the panels to each other; what is not looked at is not drawn.

    `image_opened` hands out an image of the data set, (28, 28), 0.0 .. 1.0, and its label, to stand in place
    of the drawing; it has not gone through the network's stages.
    """

    image_opened = Signal(object, int)
    weights_shown = Signal(object, object)  # Weights, and the step of the run that they are of; None for the app's

    def __init__(self, reader: Reader, evaluation: Evaluation, theme: Theme = look.LIGHT) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.setAccessibleName(say("What the network knows and does"))
        self.setDocumentMode(True)
        self.evaluation = evaluation
        self._reader = reader
        self._class_names = DIGITS
        self._weights: Weights = reader.weights
        self._learned: tuple[int | None, Dataset | None, str] = (None, None, "")  # as given to set_weights
        self._reading: Reading | None = None
        self._is_image_open = False
        self.weights, self.mistakes, self.confusion = WeightPictures(), MistakesWall(theme), ConfusionPanel(theme)
        self.why, self.network, self.data = WhyPanel(theme), NetworkPanel(theme), DataPanel(theme)
        for panel, (title, tip) in zip(self._panels(), TABS, strict=True):
            self.setTabToolTip(self.addTab(panel, said(title)), said(tip))
        self._connect()
        self.set_weights(reader.weights, None)
        self.set_theme(theme)

    def turn(self, by: int) -> None:
        """Show the tab so many places on, round and round, with the keyboard on its title."""
        if not self.isVisible():
            return
        self.setCurrentIndex((self.currentIndex() + by) % self.count())
        self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_weights(
        self, weights: Weights, step: int | None, dataset: Dataset | None = None, learned_from: str = ""
    ) -> None:
        """Show these weights of the run at a step; None where they are the app's own.

        dataset : what the run learned from, as it was found, where that is at hand; learned_from : its title
        """
        self._weights, self._learned = weights, (step, dataset, learned_from)
        self._evaluate(step, dataset, learned_from)
        self.weights_shown.emit(weights, step)
        self._show_current()

    def set_start(self, start: Weights | None, is_random: bool) -> None:
        """Know the weights that the run shown began with, and whether they were random; None for the app's."""
        for panel in (self.weights, self.why):
            panel.since_start.set_start(start, is_random)

    def set_reading(self, reading: Reading) -> None:
        """Show what is being read and what came of it."""
        self._reading = reading
        if reading.class_names != self._class_names:
            self._class_names = reading.class_names
            self.weights.set_names(reading.class_names)
            self.why.set_names(reading.class_names)
        if self._is_image_open and not self._reader.reads_image:
            self._on_image_closed()
        self.weights.set_read(None if reading.probabilities is None else int(reading.probabilities.argmax()))
        if self.currentWidget() is self.why:
            self.why.set_reading(reading.image, reading.weights)

    def set_running(self, running: bool) -> None:
        """Read the validation images while a run goes on, the test images otherwise."""
        self.evaluation.set_running(running)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        for panel in self._panels():
            panel.set_theme(theme)

    def _panels(self) -> tuple[WeightPictures, MistakesWall, ConfusionPanel, WhyPanel, NetworkPanel, DataPanel]:
        """The panels in the order of their tabs."""
        return self.weights, self.mistakes, self.confusion, self.why, self.network, self.data

    def _connect(self) -> None:
        self.evaluation.data.changed.connect(self._on_data_changed)
        self.currentChanged.connect(self._show_current)
        self.evaluation.scored.connect(self._on_scored)
        self.evaluation.dataset_changed.connect(lambda _dataset: self._on_scored(None))
        self.evaluation.selected.connect(self._on_selected)
        self.evaluation.image_selected.connect(self._on_image_selected)
        self.weights.digit_selected.connect(lambda digit: self.evaluation.select(None, digit))
        self.mistakes.pair_requested.connect(self._on_pair_requested)
        self.confusion.cell_chosen.connect(self._on_pair_requested)
        self.mistakes.image_chosen.connect(self._on_mistake_chosen)
        self.confusion.image_chosen.connect(self.evaluation.select_image)
        self.data.image_chosen.connect(self._on_image_of_data_chosen)
        self.why.digits_requested.connect(self._on_digits_requested)
        self.weights.since_start.clicked.connect(self.why.since_start.choose)
        self.why.since_start.clicked.connect(self.weights.since_start.choose)

    def _show_current(self) -> None:
        shown = self.currentWidget()
        self.evaluation.set_wanted(shown in (self.mistakes, self.confusion))
        if shown is self.weights:
            self.weights.set_weights(self._weights)
        elif shown is self.why and self._reading is not None:
            self.why.set_reading(self._reading.image, self._reading.weights)

    def _on_data_changed(self, dataset: Dataset) -> None:
        self.data.set_dataset(dataset)
        self._evaluate(*self._learned)

    def _evaluate(self, step: int | None, dataset: Dataset | None, learned_from: str) -> None:
        """Read with the weights at hand, and say so where they learned from other images than they read."""
        by = self._name_of_app() if step is None else say("this run, step {step:,}", step=step)
        dataset_in_use = self.evaluation.data.dataset
        if step is None and dataset_in_use is not None and not dataset_in_use.shows_digits:
            learned_from = say("digits")
        if dataset is None and learned_from:
            by = say("{by}, which learned from {title}", by=by, title=learned_from)
        self.evaluation.set_weights(self._weights, by, dataset)

    def _on_scored(self, evaluated: Evaluated | None) -> None:
        self.mistakes.set_evaluated(evaluated)
        self.confusion.set_evaluated(evaluated)

    def _on_pair_requested(self, label: int, verdict: int) -> None:
        self.evaluation.select(None if label < 0 else label, None if verdict < 0 else verdict)

    def _on_selected(self, selection: Selection) -> None:
        self.mistakes.set_pair(selection.label, selection.verdict)
        self.confusion.set_cell(selection.label, selection.verdict)
        self.weights.set_highlight(selection.verdict)
        self.why.set_digits(selection.verdict, selection.label)

    def _on_digits_requested(self, digit: int, other: int) -> None:
        self.why.set_digits(None if digit < 0 else digit, None if other < 0 else other)
        self.weights.set_highlight(None if digit < 0 else digit)

    def _on_mistake_chosen(self, index: int) -> None:
        """Mark the image's cell, too; its wall stays as it is, since nothing moves under the pointer."""
        newest = self.evaluation.newest
        if newest is not None:
            self.confusion.set_cell(int(newest.scores.labels[index]), int(newest.scores.verdicts[index]))
        self.evaluation.select_image(index)

    def _on_image_selected(self, evaluated: Evaluated, index: int) -> None:
        self.mistakes.set_current(index)
        self.confusion.set_current(index)
        label, verdict = int(evaluated.scores.labels[index]), int(evaluated.scores.verdicts[index])
        self.weights.set_highlight(verdict)
        self.why.set_digits(verdict, None if label == verdict else label)
        self._open(self.evaluation.dataset, evaluated.part, index)

    def _on_image_of_data_chosen(self, part: str, index: int) -> None:
        """Explain the image; what was selected of a reading is not what is looked at any more."""
        self.why.set_digits(None, None)
        self.mistakes.set_current(-1)
        self.confusion.set_current(-1)
        self._open(self.evaluation.data.dataset, part, index)

    def _open(self, dataset: Dataset | None, part: str, index: int) -> None:
        if dataset is not None:
            found = part_of(dataset, part)
            self.image_opened.emit(scaled(found.images[index]).reshape(SIDE, SIDE), int(found.labels[index]))
            self._is_image_open = True

    def _on_image_closed(self) -> None:
        """Forget which image was looked at: a drawing has taken its place."""
        self._is_image_open = False
        self.mistakes.set_current(-1)
        self.confusion.set_current(-1)
        self.weights.set_highlight(self.evaluation.selection.verdict)
        self.why.set_digits(None, None)

    def _name_of_app(self) -> str:
        return said(BY_APP) if self._reader.app_name == APP_NAME else self._reader.app_name
