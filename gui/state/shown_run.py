"""The run in view: what was reported of it, the step that somebody went back to, and whether its weights read."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import DIGITS, Dataset
from core.model.softmax import Weights
from core.recipes.recipe import Recipe
from core.training.history import History
from core.training.reports import Checkpoint
from core.words import said, say
from gui.look.figures import percent
from gui.state.reader import BY_RUN, Reader

if TYPE_CHECKING:  # the first painting waits for no stored runs
    from core.runs.facts import Taught


@dataclass(slots=True, eq=False)
class RunCurves:
    """One run's costs, and its validation points: steps, rising, and accuracies 0..1, equally many."""

    title: str = ""
    history: History = field(default_factory=History)
    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.steps or len(self.history))


@dataclass(slots=True)
class ReportedRun:
    """What has been reported of a run so far, by the training or by the disk."""

    recipe: Recipe
    total: int  # steps
    curves: RunCurves = field(default_factory=RunCurves)
    checkpoints: list[Checkpoint] = field(default_factory=list)
    marks: list[tuple[int, str, str]] = field(default_factory=list)  # step, text, kind
    weights: Weights | None = None
    tested: tuple[float, int] | None = None  # accuracy, 0..1, on so many test images, once it has ended
    run_id: str = ""  # of a stored run that was opened: it is trained on from any of its steps, the last too,
    continued_rate: float = 0.0  # and at this learning rate, before decay, where it goes on from its end
    learned_from: str = ""  # title of its data set
    checksum: str = ""  # of that one's images, where the run is stored
    dataset: Dataset | None = None  # that one, as it was found; None where it is not at hand
    class_names: tuple[str, ...] = DIGITS
    best: Checkpoint | None = None  # whose weights a run that was stopped early, or is stored, ends with
    diverged: bool = False
    start: Weights | None = None  # what it began with; None where that is not known
    is_start_random: bool = False
    taught: "Taught | None" = None  # whose digits it learned from

    @property
    def history(self) -> History:
        """The costs of its steps."""
        return self.curves.history


class ShownRun(QObject):
    """Holds the run in view, and says which of its weights read, if they do."""

    changed = Signal()  # another run, none, or more checkpoints of it

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.run: ReportedRun | None = None
        self.rewound: Checkpoint | None = None  # shown in place of the newest weights
        self.before_reset: ReportedRun | None = None  # in view until then, while no other has been

    @property
    def weights(self) -> Weights | None:
        """The weights in view: of the step that somebody went back to, or the newest."""
        if self.rewound is not None:
            return self.rewound.weights
        return None if self.run is None else self.run.weights

    def title(self) -> str:
        """Return what the run in view is called; "" for none."""
        return "" if self.run is None else self.run.curves.title

    def show(self, run: ReportedRun | None) -> None:
        """Show this run at its newest step, or none."""
        self.run, self.rewound, self.before_reset = run, None, None
        self.changed.emit()

    def reset(self) -> None:
        """Show no run; `before_reset` is the one until now."""
        before = self.run
        self.show(None)
        self.before_reset = before

    def go_back(self, step: int | None) -> None:
        """Show the weights after a step, where they were reported, or, with None, the newest."""
        points = [] if self.run is None else self.run.checkpoints
        self.rewound = next((point for point in points if point.step == step), None)

    def add_checkpoints(self, points: tuple[Checkpoint, ...]) -> None:
        """Add checkpoints that were reported."""
        if self.run is not None and points:
            self.run.checkpoints.extend(points)
            self.changed.emit()

    def reading_run(self) -> ReportedRun | None:
        """Return the run whose weights read; None where the app's do."""
        return self.run if self._reader.by == BY_RUN else None

    def step(self) -> int | None:
        """Return the step whose weights read; None where the app's do."""
        run = self.reading_run()
        if run is None:
            return None
        point = self.rewound or run.best
        return len(run.history) if point is None else point.step

    def description(self) -> str:
        """Return what reads the digit, in words."""
        run = self.reading_run()
        if run is None:
            return said(self._reader.name)
        last = self.last_measured()
        accuracy = f" ({percent(last.validation_accuracy, 0)})" if last else ""
        return say("this run, step {step:,}{accuracy}", step=self.step(), accuracy=accuracy)

    def last_measured(self) -> Checkpoint | None:
        """Return the checkpoint whose figures stand for the weights in view; None while there is none."""
        run = self.run
        return None if run is None else self.rewound or run.best or (run.checkpoints[-1] if run.checkpoints else None)
