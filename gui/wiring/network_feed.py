"""Tells the Network tab what the training session, the choice of recipe and what is read have to do with it."""

from PySide6.QtCore import QObject

from core.digits.dataset import LabelledImages
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.training.trainer import Progress
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.training_session import TrainingSession
from gui.wiring.network_wiring import NetworkWiring


class NetworkFeed(QObject):
    """The recipe, the images it trains on, its learning rate, the weights and the graph, each when it changes."""

    def __init__(
        self, network: NetworkWiring, tabs: LowerTabs, session: TrainingSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._network, self._tabs, self._session = network, tabs, session
        self._recipe = recipes.TUTORIAL
        self._follow_session()
        self._follow_tabs()

    def set_recipe(self, recipe: Recipe) -> None:
        """Show the next run's recipe, unless a run is at work."""
        if not self._session.state.is_active:
            self._set_run(recipe)

    def _follow_session(self) -> None:
        self._session.started.connect(lambda recipe, _run: self._set_run(recipe))
        self._session.training_ready.connect(lambda training: self._set_run(self._recipe, training))
        self._session.progressed.connect(self._on_progressed)
        self._session.graph_listed.connect(self._tabs.network.set_graph)
        self._session.tensorflow_ready.connect(self._list_graph)

    def _follow_tabs(self) -> None:
        """Take the weights that are read, and batches of the data set that they learned from."""
        self._tabs.evaluation.dataset_changed.connect(self._network.set_dataset)
        self._tabs.weights_shown.connect(self._network.set_weights)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._tabs.network.graph_requested.connect(self._list_graph)
        if self._tabs.evaluation.dataset is not None:
            self._network.set_dataset(self._tabs.evaluation.dataset)
        self._on_tab_changed()

    def _set_run(self, recipe: Recipe, training: LabelledImages | None = None) -> None:
        self._recipe = recipe
        self._network.set_run(recipe, training)

    def _on_progressed(self, progress: Progress) -> None:
        self._network.set_learning_rate(progress.learning_rate)

    def _on_tab_changed(self) -> None:
        self._network.set_shown(self._tabs.currentWidget() is self._tabs.network)

    def _list_graph(self) -> None:
        self._session.list_graph(self._recipe)
