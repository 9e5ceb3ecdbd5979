"""Tells the Network tab what the training session and the choice of recipe have to do with it."""

from PySide6.QtCore import QObject

from core import recipes
from core.dataset import LabelledImages
from core.recipes import Recipe
from core.training import Progress
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.training_session import TrainingSession


class NetworkFeed(QObject):
    """The recipe, the images it trains on, its learning rate and its graph, each when it changes."""

    def __init__(self, tabs: LowerTabs, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tabs, self._session = tabs, session
        self._recipe = recipes.TUTORIAL
        session.started.connect(self._on_started)
        session.training_ready.connect(self._on_training_ready)
        session.progressed.connect(self._on_progressed)
        session.graph_listed.connect(tabs.set_graph)
        session.tensorflow_ready.connect(self._list_graph)
        tabs.graph_requested.connect(self._list_graph)

    def set_recipe(self, recipe: Recipe) -> None:
        """Show the next run's recipe, unless a run is at work."""
        if not self._session.state.is_active:
            self._recipe = recipe
            self._tabs.set_run(recipe)

    def _on_started(self, recipe: Recipe, _run: int) -> None:
        self._recipe = recipe
        self._tabs.set_run(recipe)

    def _on_training_ready(self, training: LabelledImages) -> None:
        self._tabs.set_run(self._recipe, training)

    def _on_progressed(self, progress: Progress) -> None:
        self._tabs.set_learning_rate(progress.learning_rate)

    def _list_graph(self) -> None:
        self._session.list_graph(self._recipe)
