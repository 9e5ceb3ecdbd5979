"""Shows the current run wherever the window shows it: curves, reader, status line."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from core.digits import class_names
from core.digits.dataset import DIGITS, Dataset
from core.model.softmax import Weights
from core.recipes.recipe import Recipe, start_weights
from core.recipes.texts import title_of
from core.training.history import History
from core.training.stopping import sentence_after, sentence_during
from core.training.trainer import Checkpoint, Progress, RunResult
from core.words import said, say
from gui.canvas.reader import BY_APP, BY_RUN, Reader
from gui.frame.status_line import StatusLine
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.look.figures import percent
from gui.plots.accuracy_plot import Accuracies, AccuracyPlot
from gui.plots.cost_plot import CostPlot


@dataclass(slots=True)
class ShownRun:
    """What has been reported of a run so far."""

    recipe: Recipe
    total: int
    history: History = field(default_factory=History)
    accuracies: Accuracies = field(default_factory=lambda: Accuracies(""))
    checkpoints: list[Checkpoint] = field(default_factory=list)
    marks: list[tuple[int, str, str]] = field(default_factory=list)  # step, text, kind
    weights: Weights | None = None
    result: RunResult | None = None
    run_id: str = ""  # of a kept run that was opened
    learned_from: str = ""  # title of its data set
    dataset: Dataset | None = None  # that one, as it was found; None where it is not at hand
    class_names: tuple[str, ...] = DIGITS
    best: Checkpoint | None = None  # whose weights a run that was stopped early has kept
    diverged: bool = False
    start: Weights | None = None  # what it began with; None where that is not known
    is_start_random: bool = False


class RunPresenter(QObject):
    """Stands between the training session and the widgets that show its run."""

    checkpoints_changed = Signal()  # more of them, or those of another run

    def __init__(
        self,
        session: TrainingSession,
        plots: tuple[CostPlot, AccuracyPlot],
        reader: Reader,
        status: StatusLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._reader, self._status = session, reader, status
        self._cost_plot, self._accuracy_plot = plots
        self.shown: ShownRun | None = None
        self._before_reset: ShownRun | None = None
        self._rewound: Checkpoint | None = None
        session.started.connect(self._on_started)
        session.progressed.connect(self._on_progressed)
        session.finished.connect(self._on_finished)
        session.state_changed.connect(self._on_state_changed)

    def mark(self, text: str, kind: str) -> None:
        """Mark on the curve that something was changed now."""
        if self.shown is not None and self._session.state.is_going and len(self.shown.history):
            self.shown.marks.append((len(self.shown.history), text, kind))
            self._cost_plot.add_mark(*self.shown.marks[-1])

    def show_step(self, step: int | None) -> None:
        """Go back to the weights kept after a step, or, with None, to the newest."""
        run = self.shown
        if run is None or run.weights is None:
            return
        self._rewound = next((point for point in run.checkpoints if point.step == step), None)
        self._reader.set_run_weights(run.weights if self._rewound is None else self._rewound.weights)
        self._reader.read_by(BY_RUN)
        for plot in (self._cost_plot, self._accuracy_plot):
            plot.set_hover(step)

    def rewound_to(self) -> Checkpoint | None:
        """Return the checkpoint that is shown in place of the newest weights, if one is."""
        return self._rewound

    def reset(self) -> None:
        """Show no run, and let the app's weights read again; `undo_reset` shows it again."""
        self._before_reset, self.shown = self.shown, None
        self._cost_plot.reset()
        self._accuracy_plot.reset()
        self._forget_rewind()
        self._reader.set_run_weights(None)

    def show_kept(self, run: ShownRun) -> None:
        """Show a run that was kept, as if it had just ended."""
        self.shown, self._before_reset = run, None
        self._reader.set_run_names(run.class_names)
        self._start_plots(run)
        self._accuracy_plot.add(())
        for plot in (self._cost_plot, self._accuracy_plot):
            plot.finish()
        points = run.accuracies
        self._accuracy_plot.set_sentence(sentence_after(points.steps, points.values, run.history.costs, run.diverged))
        self._forget_rewind()
        self._reader.set_run_weights(run.weights)
        self._reader.read_by(BY_RUN)

    def undo_reset(self) -> None:
        """Show the run that was given up last."""
        run, self._before_reset = self._before_reset, None
        if run is None:
            return
        self.shown = run
        self._reader.set_run_names(run.class_names)
        self._start_plots(run)
        self._accuracy_plot.add(())
        self._tell_best(run)
        for mark in run.marks:
            self._cost_plot.add_mark(*mark)
        if run.result is not None:
            self._finish_plots(run.result)
        self._forget_rewind()
        self._reader.set_run_weights(run.weights)
        if run.weights is not None:
            self._reader.read_by(BY_RUN)

    def extend(self, steps: int) -> None:
        """Make room for so many further steps."""
        if self.shown is not None:
            self.shown.total = len(self.shown.history) + steps
            self.shown.result = self.shown.best = None
            self._cost_plot.extend_total(self.shown.total)
            self._accuracy_plot.extend_total(self.shown.total)

    def step(self) -> int | None:
        """Return the step whose weights read; None where the app's do."""
        if self._reader.by == BY_APP or self.shown is None:
            return None
        point = self._rewound or self.shown.best
        return len(self.shown.history) if point is None else point.step

    def read_from(self) -> ShownRun | None:
        """Return the run that reads; None where the app's weights do."""
        return None if self._reader.by == BY_APP else self.shown

    def read_by(self) -> str:
        """Return what reads the digit, in words."""
        if self._reader.by == BY_APP or self.shown is None:
            return said(self._reader.app_name)
        last = self.last_measured()
        accuracy = f" ({percent(last.validation_accuracy, 0)})" if last else ""
        return say("this run, step {step:,}{accuracy}", step=self.step(), accuracy=accuracy)

    def last_measured(self) -> Checkpoint | None:
        """Return the checkpoint whose figures stand for the weights that read; None while there is none."""
        run = self.shown
        return None if run is None else self._rewound or run.best or (run.checkpoints[-1] if run.checkpoints else None)

    def _on_started(self, recipe: Recipe, _run: int) -> None:
        self.shown = ShownRun(recipe, recipe.steps, accuracies=Accuracies(title_of(recipe)))
        begun = self._session.begun
        if begun is not None:
            self.shown.start = begun.initial or start_weights(recipe)
            self.shown.is_start_random = begun.initial is None and recipe.initial_weights != "zeros"
        self._forget_rewind()
        dataset = self._session.requirements.data.dataset
        if dataset is not None:
            self.shown.learned_from, self.shown.dataset = said(dataset.title), dataset
            self.shown.class_names = class_names.shown(dataset.class_names)
            self._accuracy_plot.set_image_count(len(dataset.validation))
        self._reader.set_run_names(self.shown.class_names)
        self._start_plots(self.shown)
        if self.shown.start is not None:  # a new network reads from its birth on
            self._reader.set_run_weights(self.shown.start)
            self._reader.read_by(BY_RUN)

    def _on_progressed(self, progress: Progress) -> None:
        run = self.shown
        if run is None:
            return
        first = run.weights is None and run.start is None
        run.weights = progress.weights
        run.checkpoints.extend(progress.checkpoints)
        self._cost_plot.add(progress)
        if progress.checkpoints:
            self._accuracy_plot.add(progress.checkpoints)
            self._tell_best(run)
            self.checkpoints_changed.emit()
        if self._rewound is None:
            self._reader.set_run_weights(progress.weights)
        if first:
            self._reader.read_by(BY_RUN)
        self._status.count_steps(progress.step)
        # a timer of 0 ms comes after the paints that this report asked for
        QTimer.singleShot(0, self._session.painted)

    def _on_finished(self, result: RunResult) -> None:
        if self.shown is None:
            return
        self.shown.result, self.shown.diverged = result, result.diverged
        self.shown.best = next((point for point in self.shown.checkpoints if point.weights is result.weights), None)
        self.shown.weights = result.weights
        if self._rewound is None:
            self._reader.set_run_weights(result.weights)
        self._finish_plots(result)

    def _tell_best(self, run: ShownRun) -> None:
        points = run.accuracies
        self._accuracy_plot.set_sentence(sentence_during(points.steps, points.values))

    def _forget_rewind(self) -> None:
        if self._rewound is not None:
            for plot in (self._cost_plot, self._accuracy_plot):
                plot.set_hover(None)  # else the step gone back to would be marked in another run
        self._rewound = None
        self.checkpoints_changed.emit()

    def _start_plots(self, run: ShownRun) -> None:
        self._cost_plot.start(title_of(run.recipe), run.total, run.history)
        self._accuracy_plot.start(title_of(run.recipe), run.total, run.accuracies)

    def _finish_plots(self, result: RunResult) -> None:
        run = self.shown
        if run is None:
            return
        self._cost_plot.finish()
        self._accuracy_plot.finish()
        self._accuracy_plot.set_test_accuracy(result.test_accuracy, result.test_images)
        points = run.accuracies
        self._accuracy_plot.set_sentence(sentence_after(points.steps, points.values, run.history.costs, run.diverged))

    def _on_state_changed(self, state: RunState) -> None:
        if state is not RunState.RUNNING:
            self._status.clear_speed()
