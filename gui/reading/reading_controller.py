"""Shows every reading, and who reads: beside the drawing, in the tabs, and of the data set."""

from itertools import permutations

from PySide6.QtCore import QObject, QTimer, Signal

from core.digits.dataset import DIGITS
from core.model.softmax import Weights
from core.words import mark, said, say
from gui.frame.drawing_side import DrawingSide
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import TrainingOrder
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from gui.reading.trust import Trust
from gui.state.reader import APP_NAME, BY_APP
from gui.state.reading import Reading
from gui.state.shared import Shared

BY_THE_APP = mark("the app's weights")
BETWEEN_MS = 16  # from one picture in a tab to the next, as a screen shows them: the bars come first
TAKEOVER_MS = 2_500  # that a new network is announced for


class ReadingController(QObject):
    """Follows the reader; what is not looked at is not drawn."""

    weights_shown = Signal(object, object)  # Weights, and the step of the run that they are of; None for the app's

    def __init__(
        self, shared: Shared, tabs: LowerTabs, drawing: DrawingSide, evaluation: Evaluation, session: TrainingSession
    ) -> None:
        super().__init__(shared)
        reader, self._shown = shared.reader, shared.shown
        self._tabs, self._drawing, self._reader = tabs, drawing, reader
        self._evaluation, self._session = evaluation, session
        self._weights, self._why = tabs.panel(WeightsPanel), tabs.panel(WhyPanel)
        self._scored = (tabs.panel(MistakesWall), tabs.panel(ConfusionPanel))
        self._reading = Reading(None, None, reader.weights)
        self._weights_shown: Weights | None = None
        self._class_names = DIGITS
        self._trust = Trust(shared, evaluation)
        self._trust.found.connect(self._show_worth)
        self._show_later, self._is_behind = QTimer(tabs, singleShot=True, interval=BETWEEN_MS), False
        self._show_later.timeout.connect(self._catch_up)
        tabs.currentChanged.connect(self._on_tab_changed)
        evaluation.data.changed.connect(self._evaluate)
        session.state_changed.connect(self._on_state)
        session.started.connect(self._on_started)
        self._since_start = (self._weights.since_start, self._weights.pictures.since_start, self._why.since_start)
        for switch, other in permutations(self._since_start, 2):
            switch.clicked.connect(other.choose)
        reader.read.connect(self._on_read)
        reader.read_by(BY_APP)

    @property
    def model(self) -> str:
        """The name of an opened model, where that is what reads; "" else."""
        return self._reader.app_name if self._reader.weights is self._reader.opened else ""

    def _on_state(self, state: RunState) -> None:
        self._evaluation.set_running(state.is_going)
        if state is RunState.FINISHED:
            self._drawing.end_announcement()

    def _on_started(self, order: TrainingOrder) -> None:
        if order.requested.initial is None:
            self._drawing.announce(say("A new network takes over. It has seen nothing yet."), TAKEOVER_MS)

    def _on_read(self, reading: Reading) -> None:
        self._reading = reading
        if reading.class_names != self._class_names:
            self._class_names = reading.class_names
            self._weights.set_names(reading.class_names)
            self._why.set_names(reading.class_names)
        if reading.weights is not self._weights_shown:
            self._weights_shown = reading.weights
            self._show_weights(reading.weights)
        self._is_behind = True
        if not self._show_later.isActive():
            self._catch_up()
        self._weights.set_read(None if reading.probabilities is None else int(reading.probabilities.argmax()))
        self._show_worth()
        self._drawing.verdict.set_reader(self._shown.description(), self._reader.others)
        self._drawing.show_stages(reading.weights.stages)

    def _catch_up(self) -> None:
        """Show the newest reading in the tab that is looked at, where it is not there yet; then rest a while."""
        if self._is_behind:
            self._show_current()
            self._show_later.start()

    def _show_weights(self, weights: Weights) -> None:
        run = self._shown.reading_run()
        for switch in self._since_start:
            switch.set_start(None if run is None else run.start, run is not None and run.is_start_random)
        self._evaluation.is_hurried = self._shown.rewound is not None
        self._evaluate()
        self.weights_shown.emit(weights, self._shown.step())

    def _on_tab_changed(self) -> None:
        self._evaluation.set_watched(self._tabs.currentWidget() in self._scored)
        self._show_current()

    def _show_current(self) -> None:
        self._is_behind, shown = False, self._tabs.currentWidget()
        if shown is self._weights:
            is_own = self._reader.by == BY_APP and self._reader.opened is None
            # the single layer is explained before the app's own network of several
            self._weights.set_weights(self._reading.weights, self._reader.layer if is_own else None)
            self._weights.set_image(self._reading.image)
        elif shown is self._why:
            self._why.set_reading(self._reading.image, self._reading.weights)

    def _evaluate(self) -> None:
        """Read the data set with the weights at hand, and say so where they learned from other images than these."""
        run, in_use = self._shown.reading_run(), self._evaluation.data.dataset
        dataset = None if run is None else run.dataset
        by, learned_from = said(BY_THE_APP if self._reader.name == APP_NAME else self._reader.name), ""
        if run is not None:
            by, learned_from = say("this run, step {step:,}", step=self._shown.step()), run.learned_from
        elif in_use is not None and not in_use.shows_digits:
            learned_from = say("digits")
        if dataset is None and learned_from:
            by = say("{by}, which learned from {title}", by=by, title=learned_from)
        self._evaluation.set_weights(self._reading.weights, by, dataset)
        self._trust.follow(self._reading)

    def _show_worth(self) -> None:
        self._drawing.verdict.set_worth(self._trust.worth_of(self._reading))
