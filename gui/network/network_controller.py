"""Shows in the Network tab the step that comes next, a few times a second and only while it is looked at."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from core.digits import stages
from core.digits.dataset import LabelledImages, shown_names
from core.model.softmax import Weights
from core.recipes import code_example
from core.recipes.recipe import Recipe, start_weights
from core.sources.search import mnist_training_files
from core.training.one_step import StepFollower
from core.training.reports import Progress
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation
from gui.jobs.training_session import TrainingSession
from gui.look.overlays import Spotlight
from gui.panels.network_panel import NetworkPanel
from gui.panels.post_table import texts
from gui.reading.reading_controller import ReadingController
from gui.state.shared import Shared

BETWEEN_MS = 200  # numbers that change faster cannot be read
REST = 10  # times as long as following a step took, before the next is followed


class NetworkController(QObject):
    """Follows in numpy the next step of the run at hand or of an opened model, or the first of the next run."""

    def __init__(
        self,
        shared: Shared,
        tabs: LowerTabs,
        reading: ReadingController,
        evaluation: Evaluation,
        session: TrainingSession,
    ) -> None:
        super().__init__(shared)
        next_run = shared.next_run
        self._panel, self._tabs, self._session = tabs.panel(NetworkPanel), tabs, session
        self._recipe, self._reading, self._model = next_run.recipe, reading, ""
        self._evaluation = evaluation  # of whose data set steps are followed
        self._training: LabelledImages | None = None  # that the run prepared, where they are at hand
        self._follower: StepFollower | None = None
        self._weights: Weights | None = None  # of a run; or an opened model's; None for the first step of the next run
        self._step = 0
        self._rate: tuple[int, float] | None = None  # of the step reported last
        self._timer = QTimer(tabs, singleShot=True, interval=BETWEEN_MS)
        self._timer.timeout.connect(self._show)
        next_run.recipe_changed.connect(self._on_recipe_changed)
        evaluation.dataset_changed.connect(lambda _dataset: self._set_run(self._recipe, rate=self._rate))
        reading.weights_shown.connect(self._on_weights_shown)
        self._spot = Spotlight(tabs.window())
        session.started.connect(lambda order: self._set_run(order.requested.recipe))
        session.training_ready.connect(lambda training: self._set_run(self._recipe, training))
        session.progressed.connect(self._on_progressed)
        session.graph_listed.connect(self._panel.set_graph)
        session.tensorflow_ready.connect(self._list_graph)
        tabs.currentChanged.connect(self._show)
        self._panel.graph_requested.connect(self._list_graph)
        self._panel.example_requested.connect(self._show)
        self._panel.pointed.connect(self._on_pointed)
        self._set_run(self._recipe)

    def _on_pointed(self, part: str) -> None:
        """Ring the place in the window where a part of the network is seen: a control, a plot or a tab."""
        target = self._spot.window().findChild(QWidget, texts()["window"].get(part, "-"))
        self._spot.point_at(*self._tabs.place_of(target))

    def _on_recipe_changed(self, recipe: Recipe) -> None:
        if not self._session.state.is_active:
            self._set_run(recipe)

    def _set_run(
        self, recipe: Recipe, training: LabelledImages | None = None, rate: tuple[int, float] | None = None
    ) -> None:
        """Follow another run, and show its recipe as code that reads MNIST from this machine, where it is here."""
        self._recipe, self._training, self._follower, self._rate = recipe, training, None, rate
        dataset = self._evaluation.dataset
        files = None if dataset is None else mnist_training_files(dataset)
        self._panel.set_code(code_example.script(self._recipe, files), self._recipe)
        self._show()

    def _on_progressed(self, progress: Progress) -> None:
        self._rate = progress.step, progress.learning_rate
        self._show_later()

    def _on_weights_shown(self, weights: Weights, step: int | None) -> None:
        before, self._model = self._model, self._reading.model if step is None else ""
        self._follower = None if before != self._model else self._follower
        self._weights, self._step = (None, 0) if step is None and not self._model else (weights, step or 0)
        self._show_later()

    def _list_graph(self) -> None:
        self._session.list_graph(self._recipe)

    def _show_later(self) -> None:
        if self._tabs.currentWidget() is self._panel and not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        dataset = self._evaluation.dataset
        if self._tabs.currentWidget() is not self._panel or dataset is None:
            return
        if self._follower is None:
            wanted = self._weights.stages if self._model and self._weights is not None else self._recipe.stages
            recipe = replace(self._recipe, deskew=stages.DESKEW in wanted, spread=stages.SPREAD in wanted)
            prepared = None if self._model else self._training  # a run's images, not as an opened model sees them
            self._follower = StepFollower(recipe, dataset, prepared)
        weights = start_weights(self._recipe) if self._weights is None else self._weights
        rate = self._rate[1] if self._rate is not None and self._rate[0] == self._step else None  # None: the recipe's
        begin = time.perf_counter()
        step = self._follower.at(self._step, weights, self._panel.example(), rate)
        taken_ms = round(1_000 * (time.perf_counter() - begin))
        self._timer.setInterval(max(BETWEEN_MS, REST * taken_ms))  # convolutions take their time
        self._panel.set_step(step, shown_names(dataset.class_names), self._model)
