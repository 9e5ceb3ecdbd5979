"""Notices what the second and the third tour request: hidden units, filters, and what becomes of a moved digit."""

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.arrays import Floats
from core.model import inside, shipped
from core.model.softmax import Weights, logits
from core.training.reports import Progress, RunResult
from core.words import figure, say
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
BY_DRAWING = ("lit", "map", "shift")  # lessons that a drawing answers


class LayersWatch(QObject):
    """Listens to the parts of the window that lessons on networks of several layers are about."""

    done = Signal(str, object)  # what came of it; the place of the choice that it makes right, None: the lesson's own

    def __init__(self, shared: Shared, tabs: LowerTabs, session: TrainingSession) -> None:
        super().__init__(shared)
        self._reader, self._tabs, self._weights = shared.reader, tabs, tabs.panel(WeightsPanel)
        self.lesson = ""  # the one at hand; "" for none
        self._reading: Reading | None = None
        self._costs: list[float] = []  # of the last steps
        self._validation_cost = float("nan")
        self._ended: RunResult | None = None
        # half a 7 is no 7: what is drawn is looked at when the pen rests
        self._rested = QTimer(self, singleShot=True, interval=REST_MS)
        self._rested.timeout.connect(self._on_rested)
        self._reader.read.connect(self._on_read)
        tabs.currentChanged.connect(self._on_tab_changed)
        self._weights.units.wall.chosen.connect(self._on_unit_chosen)
        self._weights.page_changed.connect(self._on_page_changed)
        session.progressed.connect(self._on_progressed)
        session.finished.connect(self._on_finished)

    def _tell(self, lesson: str, sentence: str, right: int | None = None) -> None:
        if lesson == self.lesson and sentence:
            self.done.emit(sentence, right)

    def _on_read(self, reading: Reading) -> None:
        is_other = self._reading is None or reading.image is not self._reading.image
        self._reading = reading
        if is_other and self.lesson in BY_DRAWING:
            self._rested.start()

    def _on_rested(self) -> None:
        reading = self._reading
        if reading is None or reading.image is None or reading.weights.architecture.is_single:
            return
        if self._tabs.currentWidget() is self._weights:
            self._tell("lit", *lit(reading.weights, reading.image))
            self._tell("map", mapped(reading.weights, reading.image))
        app = shipped.shipped_layer()
        of_app = self._reader.seen_by(app.stages)
        if of_app is not None:
            self._tell("shift", *moved((reading.weights, reading.image), (app, of_app)))

    def _on_unit_chosen(self, unit: int) -> None:
        sentence = self._weights.units.wall.sentence(unit)
        sentence = f"{sentence[:1].upper()}{sentence[1:]}."
        self._tell("filter" if self._weights.shows_maps() else "unit", sentence)

    def _on_page_changed(self, number: int) -> None:
        faces = self._weights.faces
        if number == 1 and faces is not None and self._weights.shows_maps():
            height, width = faces.shape[1:]
            self._tell("field", say("Each of its filters sees {height} × {width} pixels.", height=height, width=width))

    def _on_progressed(self, progress: Progress) -> None:
        if progress.step <= len(progress.costs):
            self._costs = []
        self._costs = [*self._costs, *progress.costs.tolist()][-LAST:]
        if progress.checkpoints:
            self._validation_cost = progress.checkpoints[-1].validation_cost

    def _on_tab_changed(self) -> None:
        shown, ended = self._tabs.currentWidget(), self._ended
        if isinstance(shown, StoryPlot) and ended is not None and self._costs:
            self._tell("by-heart", *learned_by_heart(float(np.mean(self._costs)), self._validation_cost))

    def _on_finished(self, result: RunResult) -> None:
        self._ended = result
        made, share = result.weights.architecture, result.test_accuracy
        if result.diverged or made.is_single:
            return
        sentence = say(
            "Its {count:,} numbers read {share} of the test images.", count=made.parameters, share=percent(share)
        )
        if result.recipe.initial_weights == "zeros":
            self._tell("dark", sentence, 0 if share > 0.9 else 1 if share > 0.3 else 2)
        elif made.has_convolutions:
            self._tell("slide", sentence)
        else:
            self._tell("hidden", sentence, 0 if share < 0.94 else 1 if share < 0.97 else 2)


def lit(weights: Weights, image: Floats) -> tuple[str, int]:
    """Say how many units of the first hidden layer an image lights, and which choice that makes right."""
    light = inside.inside(weights.architecture, weights.arrays, image).layers[0].light
    count, share = int((light > 0).sum()), float((light > 0).mean())
    sentence = say("Your drawing lights {count} of {all} units.", count=count, all=len(light))
    return sentence, 2 if count <= 1 else 0 if share > 0.85 else 1


def mapped(weights: Weights, image: Floats) -> str:
    """Say what the filters of the first layer make of an image; "" where there are none."""
    outputs = inside.inside(weights.architecture, weights.arrays, image).layers[0].outputs
    if outputs.ndim != 3:
        return ""
    height, width, filters = outputs.shape
    values = {"filters": filters, "height": height, "width": width, "count": int((outputs > 0).sum())}
    return say(
        "{filters} filters made as many maps of {height} × {width} numbers; {count:,} of these are not 0.", **values
    )


def learned_by_heart(training: float, validation: float) -> tuple[str, int]:
    """Say what the last steps' images and the validation images cost, nats, and which choice that makes right."""
    values = {"steps": LAST, "training": figure(training, ".3f"), "validation": figure(validation, ".3f")}
    sentence = say("Its last {steps} steps cost {training} nats, the validation images {validation}.", **values)
    return sentence, 1 if validation > 1.5 * training else 0


def moved(network: tuple[Weights, Floats], app: tuple[Weights, Floats]) -> tuple[str, int]:
    """Say how far a digit may move to the right and is still read the same, and which choice that makes right."""
    by_network, by_app = read_until(*network), read_until(*app)
    sentence = say(
        "This network reads it the same up to {network} pixels to the right, the single layer up to {app}.",
        network=by_network,
        app=by_app,
    )
    return sentence, 1 if by_network > by_app else 0 if by_network < by_app else 2


def read_until(weights: Weights, image: Floats) -> int:
    """Return by how many pixels an image (28, 28) may move to the right before another digit is read; at most 12."""
    moved = np.stack([np.pad(image, ((0, 0), (by, 0)))[:, : image.shape[1]] for by in range(FURTHEST + 1)])
    verdicts = logits(weights, moved.reshape(len(moved), -1)).argmax(axis=1)
    others = np.flatnonzero(verdicts != verdicts[0])
    return int(others[0]) - 1 if len(others) else FURTHEST
