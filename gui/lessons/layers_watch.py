"""Notices what the second and the third tour request: hidden units, filters, and what becomes of a moved digit."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.arrays import Floats
from core.digits.drawing import Drawing
from core.lessons import TOLD
from core.model import inside, shipped
from core.model.inside import LayerInside
from core.model.softmax import Weights, logits
from core.training.reports import RunResult
from core.words import figure, said
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.training_session import TrainingSession
from gui.look.figures import percent
from gui.panels.weights_panel import WeightsPanel
from gui.plots.story_plot import StoryPlot
from gui.state.reading import Reading
from gui.state.shared import Shared

REST_MS = 700  # after the last change
LAST = 100  # costs of steps that are averaged
FURTHEST = 12  # pixels that a digit is moved
Values = Mapping[str, object]  # of what a lesson's sentences leave open, by name
BY_DRAWING = ("image", "cost", "votes", "apart", "lit", "map", "shift")  # lessons that a drawing answers


class LayersWatch(QObject):
    """Listens to the parts of the window that lessons on networks of several layers are about."""

    done = Signal(str, object)  # what came of it; the place of the choice that it makes right, None: the lesson's own

    def __init__(self, shared: Shared, tabs: LowerTabs, session: TrainingSession) -> None:
        super().__init__(shared)
        self._reader, self._shown, self._tabs = shared.reader, shared.shown, tabs
        self._weights = tabs.panel(WeightsPanel)
        self.lesson = ""  # the one at hand; "" for none
        self._reading: Reading | None = None
        self._drawing = self._begun = Drawing()  # that is read, and that was there before what the lesson requests
        # half a 7 is no 7: what is drawn is looked at when the pen rests
        self._rested = QTimer(self, singleShot=True, interval=REST_MS)
        self._rested.timeout.connect(self._on_rested)
        self._reader.read.connect(self._on_read)
        tabs.currentChanged.connect(self._on_tab_changed)
        self._weights.units.wall.chosen.connect(self._on_unit_chosen)
        self._weights.page_changed.connect(self._on_page_changed)
        session.finished.connect(self._on_finished)

    def _tell(self, lesson: str, values: Values, right: int | None = None, places: tuple[int, ...] = (0,)) -> None:
        """Say those of a lesson's sentences, where it is at hand, and which choice is right."""
        if lesson == self.lesson:
            self.done.emit(" ".join(said(TOLD[lesson][place], **values) for place in places), right)

    def _on_read(self, reading: Reading) -> None:
        self._reading, drawing = reading, self._reader.whole
        if drawing is self._drawing:
            return  # by other weights, or through other stages
        self._drawing = drawing
        if drawing.is_empty:
            self._begun = drawing  # wiped: whatever comes now is another drawing
        if self.lesson in BY_DRAWING:
            self._rested.start()

    def _on_rested(self) -> None:
        reading, is_drawn = self._reading, not np.array_equal(self._drawing.points, self._begun.points)
        if reading is not None and reading.image is not None and is_drawn and not self._reader.reads_image:
            self._tell_drawing(reading, reading.image)

    def _tell_drawing(self, reading: Reading, image: Floats) -> None:
        if reading.weights.architecture.is_single:
            return
        if self._tabs.currentWidget() is self._weights:
            network = inside.inside(reading.weights.architecture, reading.weights.arrays, image)
            self._tell_inside(network.layers[0])
        app = shipped.shipped_layer()
        of_app = self._reader.seen_by(app.stages)
        if of_app is not None and self.lesson == "shift":
            by_network, by_app = read_until(reading.weights, image), read_until(app, of_app)
            right = 1 if by_network > by_app else 0 if by_network < by_app else 2
            self._tell("shift", {"network": by_network, "app": by_app}, right)

    def _tell_inside(self, first: LayerInside) -> None:
        is_lit, outputs = first.light > 0, first.outputs
        right = 2 if is_lit.sum() <= 1 else 0 if is_lit.mean() > 0.85 else 1
        self._tell("lit", {"count": int(is_lit.sum()), "all": len(is_lit)}, right)
        if outputs.ndim == 3:
            height, width, filters = outputs.shape
            seen = int((outputs > 0).sum())
            self._tell("map", {"filters": filters, "height": height, "width": width, "count": seen})

    def _on_unit_chosen(self, unit: int) -> None:
        if self.lesson == ("filter" if self._weights.shows_maps() else "unit"):
            sentence = self._weights.units.wall.sentence(unit)
            self.done.emit(f"{sentence[:1].upper()}{sentence[1:]}.", None)

    def _on_page_changed(self, number: int) -> None:
        faces = self._weights.faces
        if number == 1 and faces is not None and self._weights.shows_maps():
            height, width = faces.shape[1:]
            self._tell("field", {"height": height, "width": width})

    def _on_tab_changed(self) -> None:
        run = self._shown.run
        is_at_hand = isinstance(self._tabs.currentWidget(), StoryPlot)
        if is_at_hand and run is not None and run.tested and run.checkpoints and len(run.history):
            training = float(run.history.costs[-LAST:].mean(dtype=np.float64))
            validation = run.checkpoints[-1].validation_cost
            values = {"steps": LAST, "training": figure(training, ".3f"), "validation": figure(validation, ".3f")}
            self._tell("by-heart", values, 1 if validation > 1.5 * training else 0)

    def _on_finished(self, result: RunResult) -> None:
        made, share = result.weights.architecture, result.test_accuracy
        if result.diverged or made.is_single:
            return
        values = {"count": made.parameters, "share": percent(share)}
        if result.recipe.initial_weights == "zeros":
            self._tell("dark", values, 0 if share > 0.9 else 1 if share > 0.3 else 2)
        elif made.has_convolutions:
            self._tell("slide", values)
        else:
            self._tell("hidden", values, 0 if share < 0.94 else 1 if share < 0.97 else 2)


def read_until(weights: Weights, image: Floats) -> int:
    """Return by how many pixels an image (28, 28) may move to the right before another digit is read; at most 12."""
    moved = np.stack([np.pad(image, ((0, 0), (by, 0)))[:, : image.shape[1]] for by in range(FURTHEST + 1)])
    verdicts = logits(weights, moved.reshape(len(moved), -1)).argmax(axis=1)
    others = np.flatnonzero(verdicts != verdicts[0])
    return int(others[0]) - 1 if len(others) else FURTHEST
