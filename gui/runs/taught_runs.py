"""What was learned from a hand, among the stored runs: it reads again at the next start, and Undo takes it back."""

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from core.hands.fine_tuning import TaughtWeights
from core.model.softmax import Weights
from core.runs import taught
from core.runs.facts import RunSummary
from gui.runs.run_recorder import RunRecorder
from gui.state.reader import BY_APP
from gui.state.shared import Shared


class TaughtRuns(QObject):
    """Stores weights that learned from a hand, in the recorder's thread."""

    def __init__(self, shared: Shared, recorder: RunRecorder) -> None:
        super().__init__(shared)
        self._recorder, self._reader, self._hand, self._shown = recorder, shared.reader, shared.hand, shared.shown
        self._shown.changed.connect(self._on_run_shown)
        self._ids = WeakKeyDictionary[Weights, str]()  # of runs, by what they ended with

    def store(self, made: TaughtWeights) -> None:
        """Store what was learned as a run."""
        runs = self._recorder.store
        writer = taught.writer_of(runs.folder, made.result, made.hand, made.dataset)
        self._ids[made.result.weights] = writer.run_id
        self._recorder.submit(lambda: taught.store(writer, runs, made.title), self._recorder.report)

    def take_back(self, made: TaughtWeights) -> None:
        """Delete the run of what was learned; for an hour the store could bring it back."""
        if run_id := self._ids.pop(made.result.weights, ""):
            self._recorder.submit(lambda: self._recorder.store.delete([run_id]), lambda _: self._recorder.report(""))

    def text(self) -> str:
        """Return who reads, and the run of what was learned that would read for the app; "" where nothing learned."""
        opened = self._reader.opened
        run_id = "" if opened is None else self._ids.get(opened, "")
        return f"{self._reader.by} {run_id}" if run_id else ""

    def reopen(self, text: str) -> None:
        """Let what was learned read again, as such a text says, if it is still there."""
        by, _, run_id = text.partition(" ")
        if not (self._recorder.store.folder / run_id).exists():
            return

        def job() -> tuple[RunSummary, Weights]:
            record = self._recorder.store.open(run_id)
            return record.summary, record.final_weights()

        self._recorder.submit(job, lambda made: self._on_reopened(*made, by))

    def _on_run_shown(self) -> None:
        run = self._shown.run
        if run is not None and run.taught is not None and run.weights is not None:
            self._hand.note_learned(run.weights, run.taught)

    def _on_reopened(self, summary: RunSummary, weights: Weights, by: str) -> None:
        if summary.facts.taught is not None:
            self._hand.note_learned(weights, summary.facts.taught)
        self._ids[weights] = summary.run_id
        self._reader.set_app_weights(weights, summary.title, BY_APP if by == BY_APP else self._reader.by)
