"""Notices that the learner has done what a lesson requests, and says with real numbers what came of it."""

import math

import numpy as np

from core.arrays import Floats
from core.digits.dataset import CLASSES, LabelledImages
from core.digits.drawing import Drawing
from core.hands.hand import Hand
from core.model import metrics
from core.model.scoring import Evaluated
from core.model.softmax import logits
from core.recipes import recipe as recipes
from core.training.reports import Progress, RunResult
from core.words import figure
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation, Selection
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import TrainingOrder
from gui.lessons.layers_watch import LayersWatch
from gui.look.figures import percent
from gui.panels.network_panel import GRAPH, NetworkPanel
from gui.reading.selection_controller import SelectionController
from gui.state.reading import Reading
from gui.state.shared import Shared

NEARLY = 0.05  # between the shares of the best and the worst read digit, where all are read nearly as well


class LessonWatch(LayersWatch):
    """Listens to all parts of the window that the lesson at hand is about."""

    def __init__(
        self,
        shared: Shared,
        tabs: LowerTabs,
        selection: SelectionController,
        evaluation: Evaluation,
        session: TrainingSession,
    ) -> None:
        super().__init__(shared, tabs, session)
        self._evaluation, self._network = evaluation, tabs.panel(NetworkPanel)
        self._taught = len(shared.hand.hand.digits)
        self._born: Reading | None = None  # by the weights that the run at hand began with
        self._order: TrainingOrder | None = None  # of the run at hand
        self._ended: RunResult | None = None
        self._batch = recipes.TUTORIAL.batch  # images of a step
        self._shares: dict[str, float] = {}  # test accuracy of each named recipe that was trained to its end
        self._selection = Selection()
        shared.hand.changed.connect(self._on_hand_changed)
        selection.image_opened.connect(self._on_image_opened)
        self._network.page_changed.connect(self._on_network_page_changed)
        evaluation.selected.connect(self._on_selected)
        evaluation.scored.connect(lambda _evaluated: self._tell_accuracy())
        evaluation.image_selected.connect(self._on_image_selected)
        session.started.connect(self._on_started)
        session.progressed.connect(self._on_progressed)
        session.training_ready.connect(self._on_training_ready)

    def watch(self, lesson: str) -> None:
        """Wait for what this lesson requests; "" for nothing."""
        self.lesson = lesson
        self._selection = Selection()
        self._begun = self._drawing = self._reader.whole

    def look(self) -> None:
        """Take what is drawn already, where any drawing is requested."""
        if self.lesson == "image":
            self._begun = Drawing()
            self._rested.start()

    def _on_hand_changed(self, hand: Hand) -> None:
        count = len(hand.digits)
        if count == self._taught + 1:
            self._tell("hand", {"count": count}, places=(0 if count == 1 else 1,))
        self._taught = count

    def _on_read(self, reading: Reading) -> None:
        super()._on_read(reading)
        if self._born is None and reading.by_app is not None:
            self._born = reading

    def _tell_drawing(self, reading: Reading, image: Floats) -> None:
        super()._tell_drawing(reading, image)
        if reading.probabilities is None:
            return
        self._tell("image", {"all": image.size, "ink": int((image > 0).sum())})
        strokes, text = sum(len(part.strokes) for part in reading.parts), reading.text.replace("\n", " ")
        if reading.is_number and strokes:
            self._tell("apart", {"strokes": strokes, "count": len(reading.parts), "text": text})
        name, share = reading.class_names[int(reading.probabilities.argmax())], float(reading.probabilities.max())
        cost = math.log(1 / max(share, 1e-7))  # minus the logarithm of 1 would be said as -0
        self._tell("cost", {"digit": name, "share": percent(share), "cost": figure(cost, ".2f")})
        if self._tabs.currentWidget().objectName() == "why":
            sums = logits(reading.weights, image.reshape(1, -1))[0]
            largest = reading.class_names[int(sums.argmax())]
            self._tell("votes", {"digit": largest, "value": figure(float(sums.max()), ".1f")})

    def _on_image_opened(self, _image: object, label: int) -> None:
        if self._tabs.currentWidget().objectName() != "data":
            return  # of a wall of what was read
        row = "\N{NO-BREAK SPACE}".join("1" if digit == label else "0" for digit in range(CLASSES))
        self._tell("label", {"label": label, "row": row})

    def _on_image_selected(self, evaluated: Evaluated, index: int) -> None:
        label, verdict = int(evaluated.scores.labels[index]), int(evaluated.scores.verdicts[index])
        if label != verdict:
            sums = logits(evaluated.weights, evaluated.images.images[index : index + 1])[0]
            names = dict(zip(("label", "verdict"), evaluated.names(index), strict=True))
            sure, more = percent(float(evaluated.scores.sureness[index])), float(sums[verdict] - sums[label])
            self._tell("why", {"sure": sure, "more": figure(more, ".2f"), **names})

    def _on_network_page_changed(self) -> None:
        if self._network.page() == GRAPH:
            self._tell("graph", {"batch": self._batch})

    def _on_selected(self, selection: Selection) -> None:
        self._selection = selection
        self._tell_accuracy()

    def _tell_accuracy(self) -> None:
        newest = self._evaluation.newest
        if newest is None or self._selection.label is None:
            return
        recall, names = metrics.recall(newest.scores.confusion), newest.class_names
        best, worst = int(np.nanargmax(recall)), int(np.nanargmin(recall))
        most, least, every = (percent(float(share)) for share in (recall[best], recall[worst], newest.scores.accuracy))
        values = {"best": names[best], "most": most, "worst": names[worst], "least": least, "all": every}
        right = 0 if recall[best] - recall[worst] <= NEARLY else 1
        self._tell("accurate", {**values, "images": newest.title}, right)

    def _on_started(self, order: TrainingOrder) -> None:
        self._order, self._batch = order, order.requested.recipe.batch
        self._born = self._reading if self._reading is not None and self._reading.by_app is not None else None

    def _on_training_ready(self, training: LabelledImages) -> None:
        self._batch = min(self._batch, len(training))

    def _on_progressed(self, progress: Progress) -> None:
        first = next((point for point in progress.checkpoints if point.step == 1), None)
        order, is_new = self._order, len(progress.costs) == progress.step
        if is_new and first and order and order.requested.recipe.initial_weights == "zeros":
            share, cost = first.validation_accuracy, figure(float(progress.costs[0]), ".2f")
            values = {
                "batch": self._batch,
                "cost": cost,
                "share": percent(share),
                "images": len(order.dataset.validation),
            }
            self._tell("step", values, 0 if share < 0.18 else 1 if share < 0.4 else 2)

    def _on_finished(self, result: RunResult) -> None:
        before, self._ended = self._ended, result
        super()._on_finished(result)
        if result.diverged:
            return
        share, is_named = result.test_accuracy, not result.recipe.based_on and result.steps == result.recipe.steps
        if is_named:
            self._shares[result.recipe.name] = share
        if recipes.origin(result.recipe).name == recipes.TUTORIAL.name:
            by_share = (0 if share < 0.25 else 1 if share < 0.65 else 2) if is_named else -1
            learned, cost = self._learned(), figure(result.final_cost, ".2f")
            values = {"steps": result.steps, "share": percent(share), "cost": cost, **learned}
            self._tell("thousand", values, by_share, (0, 1) if learned else (0,))
        if before is not None and before.run == result.run and before.steps < result.steps:
            gain, read = share - before.test_accuracy, percent(before.test_accuracy)
            values = {"first": before.steps, "before": read, "last": result.steps, "after": percent(share)}
            self._tell("stop", values, 0 if gain > 0.05 else 1 if gain >= -0.003 else 2)
        if is_named and result.recipe.name == recipes.ZEROS.name:
            known = self._shares.get(recipes.TUTORIAL.name)
            if known is None:
                self._tell("improve", {"share": percent(share)}, 0)
            else:
                values = {"zeros": percent(share), "random": percent(known)}
                self._tell("improve", values, 0 if share > known else -1, (1,))

    def _learned(self) -> dict[str, object]:
        """Return how the run came to read what is drawn; {} where that was not there when it began."""
        born, now = self._born, self._reading
        if born is None or born.probabilities is None or now is None or now.probabilities is None:
            return {}
        if born.by_app is None or now.by_app is None or not np.allclose(born.by_app, now.by_app):
            return {}  # another drawing
        digit = int(now.by_app.argmax())
        start, end = float(born.probabilities[digit]), float(now.probabilities[digit])
        return {} if math.isnan(end) else {"digit": digit, "start": percent(start), "end": percent(end)}
