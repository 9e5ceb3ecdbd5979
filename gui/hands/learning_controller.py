"""Joins "Learn from my digits" to the reader: what is learned reads at once, and can be taken back."""

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset
from core.hands.fine_tuning import FineTuningResult, LearningProgress, TaughtWeights
from core.hands.hand import Hand
from core.model.softmax import Weights
from core.runs.taught import facts_of
from core.words import say
from gui.frame.status_line import StatusLine
from gui.jobs.learning import Learning
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.state.reader import APP_NAME, LAYER_NAME
from gui.state.reading import Reading
from gui.state.shared import Shared


class LearningController(QObject):
    """Learns from the hand in use amid the data set in use, and knows what read before."""

    undo_offered = Signal(object)  # a function that goes back to what read before
    taught = Signal(object)  # TaughtWeights
    taken_back = Signal(object)  # TaughtWeights

    def __init__(self, shared: Shared, learning: Learning, panel: MyDigitsPanel, status: StatusLine) -> None:
        super().__init__(shared)
        hand, data, reader = self._hand, self._data, self._reader = shared.hand, shared.data, shared.reader
        self._shown_run, self._learning, self._panel, self._status = shared.shown, learning, panel, status
        self._shown = hand.hand  # what was said last is of it
        self._is_learning = False
        self._title = ""  # of what is learned
        self._learns: tuple[Hand, Dataset] | None = None
        self._reported: FineTuningResult | None = None  # what was said last of this hand
        self._before = (reader.by, reader.opened, reader.app_name)
        hand.changed.connect(self._on_hand_changed)
        data.changed.connect(self._offer)
        reader.read.connect(self._on_read)
        panel.shown.connect(self._on_shown)
        panel.learn.clicked.connect(self.learn)
        learning.progressed.connect(self._on_progressed)
        learning.learned.connect(self._on_learned)
        learning.failed.connect(self._on_failed)
        self._offer()

    def learn(self) -> None:
        """Learn from the hand, or say what is missing for it."""
        hand, dataset = self._hand.hand, self._data.dataset
        if self._is_learning:
            return
        if not hand.digits:
            self._status.show_note(say("There is nothing to learn from yet: draw a digit and say which one it was."))
        elif dataset is None:
            self._status.show_note(say("Learning mixes your digits with a data set: press Train once, or open one."))
        else:
            self._is_learning, self._learns, self._title = True, (hand, dataset), self._title_with(hand.name)
            self._reported = None
            self._before = (self._reader.by, self._reader.opened, self._reader.app_name)
            self._offer()
            self._tell(say("Learning from {digits:,} digits ...", digits=len(hand.digits)))
            self._learning.learn(self._reader.weights, hand.labelled(), dataset)

    def _offer(self) -> None:
        can = bool(self._hand.hand.digits) and self._data.dataset is not None
        self._panel.learn.setEnabled(can and not self._is_learning)

    def _on_hand_changed(self, hand: Hand) -> None:
        if hand is not self._shown:
            self._shown, self._reported = hand, None
            self._panel.set_result("")
        self._offer()

    def _on_read(self, reading: Reading) -> None:
        """Say what learning changed only while that is what reads: the share above it is of what reads."""
        if self._reported is not None:
            self._panel.set_result(self._reported.sentence if reading.weights is self._reported.weights else "")

    def _on_shown(self) -> None:
        if self._data.dataset is not None:
            self._learning.prepare(self._reader.weights.stages, self._data.dataset)

    def _on_progressed(self, progress: LearningProgress) -> None:
        if progress.is_learned:  # it reads, while what that is worth is still being found out
            self._reader.set_app_weights(progress.weights, self._title)
            self._tell(say("Learned. Reading each of your digits by a network that had not learned from it ..."))
        else:
            at = {"step": progress.step, "total": progress.total}
            title = say("weights that learn your handwriting, step {step} of {total}", **at)
            self._reader.set_app_weights(progress.weights, title)

    def _on_learned(self, lesson: FineTuningResult) -> None:
        self._is_learning, self._reported = False, lesson
        self._tell(lesson.sentence)
        assert self._learns is not None  # for it has learned
        (hand, dataset), before = self._learns, self._before
        made = TaughtWeights(lesson, self._title, hand.name, dataset)

        def undo() -> None:
            self._go_back(before)
            self.taken_back.emit(made)

        self._hand.note_learned(lesson.weights, facts_of(lesson, hand.name))
        self.taught.emit(made)
        self.undo_offered.emit(undo)
        self._offer()

    def _title_with(self, hand: str) -> str:
        """Return what reads now, and the hand that it learns as well; taught again, it is called the same."""
        run = self._shown_run.reading_run()
        known = {APP_NAME: say("App's weights"), LAYER_NAME: say("One layer")}
        base = known.get(self._reader.name, self._reader.name) if run is None else run.curves.title
        return base if base.endswith(f" + {hand}") else f"{base} + {hand}"

    def _tell(self, sentence: str) -> None:
        """Say how the lesson does where the digits are shown; and below all, while another tab is in front."""
        self._panel.set_result(sentence)
        self._status.show_note("" if self._panel.isVisible() else sentence)

    def _on_failed(self, sentence: str) -> None:
        if self._is_learning:
            self._go_back(self._before)
        self._is_learning = False
        self._status.show_note(sentence)
        self._offer()

    def _go_back(self, before: tuple[str, Weights | None, str]) -> None:
        by, weights, name = before
        self._reported = None
        self._reader.set_app_weights(weights, name, by)
        self._panel.set_result("")
