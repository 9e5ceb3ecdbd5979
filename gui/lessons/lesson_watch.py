"""Notices that the learner has done what a lesson asks for, and says with real numbers what came of it."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from core.digits.dataset import CLASSES, LabelledImages
from core.hands.hand import Hand
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.training.trainer import Progress, RunResult
from core.words import figure, say
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.training_session import TrainingSession
from gui.look.figures import percent
from gui.panels.network_panel import NetworkPanel
from gui.panels.why_panel import WhyPanel
from gui.reading.selection_controller import SelectionController
from gui.state.hand_in_use import HandInUse
from gui.state.reader import Reader, Reading

REST_MS = 700  # after the last change
DIFFERENT = 0.05  # how much a probability moves before a drawing counts as another one


class LessonWatch(QObject):
    """Listens to the parts of the window that the lesson at hand is about."""

    done = Signal(str)  # what came of it

    def __init__(
        self,
        reader: Reader,
        tabs: LowerTabs,
        selection: SelectionController,
        session: TrainingSession,
        hand: HandInUse,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._network, self._why = tabs.panel(NetworkPanel), tabs.panel(WhyPanel)
        self._lesson = ""
        self._reading: Reading | None = None
        self._before: NDArray[np.floating] | None = None  # probabilities when the lesson began
        self._taught = len(hand.hand.digits)
        self._batch = recipes.TUTORIAL.batch  # images of a step
        self._rested = QTimer(self)  # half a 7 is no 7: what is drawn is looked at when the pen rests
        self._rested.setSingleShot(True)
        self._rested.setInterval(REST_MS)
        self._rested.timeout.connect(self._on_rested)
        reader.read.connect(self._on_read)
        hand.changed.connect(self._on_hand_changed)
        selection.image_opened.connect(self._on_image_opened)
        tabs.currentChanged.connect(self._on_tab_changed)
        session.started.connect(self._on_started)
        session.training_ready.connect(self._on_training_ready)
        session.progressed.connect(self._on_progressed)
        session.finished.connect(self._on_finished)

    def watch(self, lesson: str) -> None:
        """Wait for what this lesson asks for; "" for nothing."""
        self._lesson = lesson
        self._before = self._reading.probabilities if self._reading is not None else None
        self._on_tab_changed()

    def _on_hand_changed(self, hand: Hand) -> None:
        count = len(hand.digits)
        if count == self._taught + 1:
            self._tell(
                "hand", say("Kept. Twenty-nine more like it, and it can learn your handwriting in a second or two.")
            )
        self._taught = count

    def _tell(self, lesson: str, sentence: str) -> None:
        if lesson == self._lesson:
            self.done.emit(sentence)

    def _on_read(self, reading: Reading) -> None:
        self._reading = reading
        if reading.image is None:
            self._before = None  # wiped: whatever comes now is another drawing
        if self._lesson in ("image", "softmax", "logits"):
            self._rested.start()

    def _on_rested(self) -> None:
        reading = self._reading
        if reading is None or reading.image is None or reading.probabilities is None:
            return
        if self._lesson == "image":
            ink, values = int((reading.image > 0).sum()), reading.image.size
            self._tell("image", say("Your digit is {all} numbers now; {ink} of them are not 0.", all=values, ink=ink))
        if self._lesson == "softmax" and self._is_another(reading.probabilities):
            self._tell("softmax", _cost_told(reading.probabilities))
        self._on_tab_changed()

    def _is_another(self, probabilities: NDArray[np.floating]) -> bool:
        return self._before is None or float(np.abs(probabilities - self._before).max()) > DIFFERENT

    def _on_image_opened(self, _image: object, label: int) -> None:
        row = " ".join("1" if digit == label else "0" for digit in range(CLASSES))
        self._tell("label", say("Its label is {label}: {row}.", label=label, row=row))

    def _on_tab_changed(self) -> None:
        shown = self._tabs.currentWidget()
        if shown is self._network:
            self._tell(
                "graph",
                say(
                    "This is what TensorFlow built; at every step {batch:,} images flow through it.", batch=self._batch
                ),
            )
        if shown is self._why and self._reading is not None:
            self._tell_largest(self._reading)

    def _tell_largest(self, reading: Reading) -> None:
        if reading.image is None or reading.probabilities is None:
            return
        sums = reading.image.reshape(-1) @ reading.weights.matrix + reading.weights.bias
        best = int(sums.argmax())
        value = figure(float(sums[best]), ".1f")
        self._tell(
            "logits", say("Of your ten sums that of the {digit} is the largest: {value}.", digit=best, value=value)
        )

    def _on_started(self, recipe: Recipe, _run: int) -> None:
        self._batch = recipe.batch

    def _on_training_ready(self, training: LabelledImages) -> None:
        self._batch = min(self._batch, len(training))

    def _on_progressed(self, progress: Progress) -> None:
        if len(progress.costs):
            told = say(
                "Step {step}: its {batch:,} images cost {cost:.2f} nats.",
                step=progress.step,
                batch=self._batch,
                cost=float(progress.costs[-1]),
            )
            self._tell("gradient", told)

    def _on_finished(self, result: RunResult) -> None:
        if recipes.origin(result.recipe).name == recipes.TUTORIAL.name and not result.diverged:
            share, cost = percent(result.test_accuracy), figure(result.final_cost, ".2f")
            told = say(
                "Its last batch cost {cost} nats (3.25 in the published run); it reads {share} of the test images.",
                cost=cost,
                share=share,
            )
            self._tell("thousand", told)


def _cost_told(probabilities: NDArray[np.floating]) -> str:
    digit = int(probabilities.argmax())
    cost = -math.log(max(float(probabilities[digit]), 1e-7))
    share = percent(float(probabilities[digit]))
    return say(
        "The {digit} got {share}: had you meant it, the cost would be {cost} nats.",
        digit=digit,
        share=share,
        cost=figure(cost, ".2f"),
    )
