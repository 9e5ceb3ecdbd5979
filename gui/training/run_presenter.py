"""Shows the run in view wherever the window shows it: curves, reader, status line."""

from PySide6.QtCore import QObject, QTimer

from core.digits.dataset import shown_names
from core.recipes.recipe import settings_differing, start_weights, title_of
from core.runs.facts import continued_title
from core.training.reports import Progress, RunResult
from core.training.stopping import sentence_after, sentence_during
from core.words import said, say
from gui.frame.status_line import StatusLine
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import TrainingOrder
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.state.reader import BY_RUN
from gui.state.shared import Shared
from gui.state.shown_run import ReportedRun, RunCurves


class RunPresenter(QObject):
    """Takes what the training session reports into the run in view, and shows it."""

    def __init__(
        self, shared: Shared, session: TrainingSession, plots: tuple[CostPlot, AccuracyPlot], status: StatusLine
    ) -> None:
        super().__init__(shared)
        self._shown, self._reader = shared.shown, shared.reader
        self._session, self._status = session, status
        self._plots = self._cost_plot, self._accuracy_plot = plots
        session.started.connect(self._on_started)
        session.progressed.connect(self._on_progressed)
        session.finished.connect(self._on_finished)
        session.state_changed.connect(self._on_state_changed)
        self._next_run = shared.next_run
        self._next_run.recipe_changed.connect(self._say_what_trains)

    def mark(self, text: str, kind: str) -> None:
        """Mark on the curve that something was changed now."""
        run = self._shown.run
        if run is not None and self._session.state.is_going and len(run.history):
            run.marks.append((len(run.history), text, kind))
            self._cost_plot.view.marks.add(*run.marks[-1])

    def show_step(self, step: int | None) -> None:
        """Go back to the weights after a step, or, with None, to the newest."""
        if self._shown.run is None or self._shown.run.weights is None:
            return
        self._shown.go_back(step)
        self._reader.set_run_weights(self._shown.weights)
        self._reader.read_by(BY_RUN)
        self._hover(step)

    def reset(self) -> None:
        """Show no run, and let the app's weights read again; `undo_reset` shows it again."""
        for plot in self._plots:
            plot.reset()
        self._leave_step()
        self._shown.reset()
        self._reader.set_run_weights(None)

    def show(self, run: ReportedRun) -> None:
        """Show a run that was reset as it was, or a stored one as if it had just ended."""
        self._start(run)
        self._say_best(run)
        for mark in run.marks:
            self._cost_plot.view.marks.add(*mark)
        if run.tested is not None or run.run_id:
            self._finish_plots(run)
        self._reader.set_run_weights(run.weights)
        if run.weights is not None:
            self._reader.read_by(BY_RUN)

    def extend(self, steps: int) -> None:
        """Make room for so many further steps."""
        run = self._shown.run
        if run is not None:
            run.total = len(run.history) + steps
            run.tested = run.best = None
            for plot in self._plots:
                plot.extend_total(run.total)

    def _on_started(self, order: TrainingOrder) -> None:
        begun, dataset, recipe = order.requested, order.dataset, order.requested.recipe
        title = continued_title(recipe, begun.origin, begun.initial is not None)
        run = ReportedRun(recipe, recipe.steps, RunCurves(title), dataset=dataset)
        run.start = begun.initial or start_weights(recipe)
        run.is_start_random = begun.initial is None and recipe.initial_weights != "zeros"
        run.learned_from, run.class_names = said(dataset.title), shown_names(dataset.class_names)
        self._accuracy_plot.set_image_count(len(dataset.validation))
        self._start(run)
        self._reader.set_run_weights(run.start)  # a new network reads from its birth on
        self._reader.read_by(BY_RUN)
        self._say_what_trains()

    def _start(self, run: ReportedRun) -> None:
        self._leave_step()
        self._shown.show(run)
        self._reader.run_names = run.class_names
        for plot in self._plots:
            plot.start(run.curves, run.total)

    def _on_progressed(self, progress: Progress) -> None:
        run = self._shown.run
        if run is None:
            return
        run.weights = progress.weights
        self._cost_plot.add(progress.costs)
        if progress.checkpoints:
            points = [(point.step, point.validation_accuracy) for point in progress.checkpoints]
            self._accuracy_plot.add(points)
            self._say_best(run)
            self._shown.add_checkpoints(progress.checkpoints)
        if self._shown.rewound is None:
            self._reader.set_run_weights(progress.weights)
        self._status.count_steps(progress.step)
        # a timer of 0 ms comes after the paints that this report caused
        QTimer.singleShot(0, self._session.acknowledge_report)

    def _on_finished(self, result: RunResult) -> None:
        run = self._shown.run
        if run is None:
            return
        run.tested = result.test_accuracy, result.test_images
        run.diverged, run.weights = result.diverged, result.weights
        run.best = next((point for point in run.checkpoints if point.weights is result.weights), None)
        if self._shown.rewound is None:
            self._reader.set_run_weights(result.weights)
        self._finish_plots(run)

    def _on_state_changed(self, state: RunState) -> None:
        if state is not RunState.RUNNING:
            self._status.clear_speed()
        self._say_what_trains()

    def _say_what_trains(self) -> None:
        """Say what trains where the recipe that is chosen, for the next run, is another."""
        run, chosen, text = self._shown.run, self._next_run.recipe, ""
        if self._session.state.is_going and run is not None and run.recipe != chosen:
            differs = "; ".join(settings_differing(chosen, run.recipe))
            is_told_apart = run.curves.title != title_of(chosen)
            text = say("This run: {recipe}", recipe=run.curves.title if is_told_apart else differs)
        self._status.show_run(text)

    def _say_best(self, run: ReportedRun) -> None:
        curves = run.curves
        self._accuracy_plot.sentence.setText(sentence_during(curves.steps, curves.values))

    def _finish_plots(self, run: ReportedRun) -> None:
        for plot in self._plots:
            plot.finish()
        if run.tested is not None:
            self._accuracy_plot.set_test_accuracy(*run.tested)
        curves = run.curves
        sentence = sentence_after(curves.steps, curves.values, curves.history.costs, run.diverged)
        self._accuracy_plot.sentence.setText(sentence)

    def _leave_step(self) -> None:
        """Mark no step, where one was gone back to: it would be marked in another run."""
        if self._shown.rewound is not None:
            self._hover(None)

    def _hover(self, step: int | None) -> None:
        for plot in self._plots:
            plot.set_hover(step)
