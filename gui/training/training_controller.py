"""Joins the training bar and the Train menu to the training session."""

from PySide6.QtCore import QObject, QTimer

from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe, text_of
from core.runs.facts import Origin
from core.training.reports import Checkpoint, RunResult
from core.training.trainer import fitting
from core.words import mark, said, say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.frame.toolbar import TrainingBar, pace_text
from gui.jobs.run_requirements import Requirement
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import RequestedRun
from gui.look.figures import percent
from gui.state.shared import Shared
from gui.state.shown_run import ReportedRun
from gui.training import going_on
from gui.training.run_presenter import RunPresenter

MORE_STEPS = 1_000
FIRST_PACE, FIRST_MS = 3.0, 3_000  # steps/s with which a run begins that is watched, and for how long
WATCHED = 100.0  # steps/s, the quickest pace at which it does
SET_ASIDE = mark("The run is set aside.")
TOO_LARGE = mark("Stopped: the cost grows beyond all measure; the learning rate is too large. Lower it and train anew.")


class TrainingController(QObject):
    """Every request about the run and every fact of the session passes through here."""

    def __init__(
        self,
        shared: Shared,
        session: TrainingSession,
        presenter: RunPresenter,
        toolbar: TrainingBar,
        status: StatusLine,
        actions: Actions,
    ) -> None:
        super().__init__(shared)
        self._session, self._presenter, self._status, self._actions = session, presenter, status, actions
        self._shown, self._data, self._toolbar = shared.shown, shared.data, toolbar
        next_run = self._next_run = shared.next_run
        self._more_tip = actions["more"].toolTip()
        self._rate_for_more: tuple[ReportedRun | None, float | None] = None, None  # typed while a run was in view
        self._waiting = ""  # what was said of a run that could not begin at once
        self._result: RunResult | None = None  # of the run that came to its end last,
        self._ended = ""  # and what was said of it
        toolbar.recipe_chosen.connect(self._on_recipe_chosen)
        toolbar.learning_rate.valueChanged.connect(self._on_learning_rate_changed)
        next_run.recipe_changed.connect(self._on_recipe_changed)
        next_run.pace_changed.connect(session.set_pace)
        next_run.pace_changed.connect(lambda pace: presenter.mark(pace_text(pace), "pace"))
        does = {
            "train": self._on_train,
            "pause": session.set_paused,
            "step": self._on_step,
            "reset": self._on_reset,
            "undo_reset": self._on_undo_reset,
            "more": self._on_more,
        }
        for name, slot in does.items():
            actions[name].triggered.connect(slot)
        session.state_changed.connect(self._on_state_changed)
        session.tensorflow_ready.connect(lambda: status.show_engine(say("TensorFlow ready")))
        session.waits.connect(self._on_waits)
        session.training_ready.connect(self._show_rate_of_run)
        self._shown.changed.connect(self._offer)
        shared.data.changed.connect(self._offer)
        session.started.connect(self._on_started)
        session.finished.connect(self._on_finished)
        session.failed.connect(self._on_failed)
        session.set_pace(next_run.pace)
        toolbar.show_recipe(next_run.recipe)
        self._on_state_changed(session.state)

    def continue_from(self, point: Checkpoint, origin: Origin | None = None) -> None:
        """Start a new run of the recipe with the weights of an earlier step; `origin` says of which stored run."""
        recipe = self._next_run.recipe
        if self._status.attempt(lambda: fitting(point.weights, recipe)):
            self._start(RequestedRun(recipe, initial=point.weights, origin=origin))

    def add_hand_score(self, result: RunResult, share: float, digits: int) -> None:
        """Add to what is said of a run that has ended how well it reads so many of the user's own digits, 0..1."""
        if result is self._result and self._status.note() == self._ended:
            values = {"so_far": self._ended.removesuffix("."), "share": percent(share), "digits": digits}
            self._status.show_note(say("{so_far}, and {share} of your own digits ({digits:,}).", **values))

    def _on_recipe_chosen(self, name: str) -> None:
        recipe = recipes.named(name)
        self._next_run.set_recipe(recipe)
        self._toolbar.explain(" ".join(text_of(recipe)))

    def _on_recipe_changed(self, recipe: Recipe) -> None:
        self._rate_for_more = None, None
        self._toolbar.show_recipe(recipe)
        self._show_rate_of_run()
        self._session.replace_requested(recipe)

    def _on_learning_rate_changed(self, rate: float) -> None:
        if self._session.state.is_going:
            self._session.set_learning_rate(rate)
            self._presenter.mark(say("rate {rate:g}", rate=rate), "rate")
        else:
            self._next_run.set_recipe(recipes.changed(self._next_run.recipe, learning_rate=rate))
            self._rate_for_more = self._shown.run, rate

    def climb(self, name: str) -> None:
        """Choose a rung of the ladder and train it."""
        self._next_run.set_recipe(recipes.named(name))
        self._on_train()

    def _on_train(self) -> None:
        self._start(RequestedRun(self._next_run.recipe))

    def _on_step(self) -> None:
        if not self._session.state.is_active:
            self._start(RequestedRun(self._next_run.recipe, paused=True))
        self._session.step()

    def _start(self, requested: RequestedRun) -> None:
        self._toolbar.show_recipe(self._next_run.recipe)
        self._status.show_note("")
        self._session.request(requested)

    def _on_waits(self, missing: Requirement) -> None:
        """Say what the run that was requested waits for, unless something else is said, such as why it takes longer."""
        if self._status.note() in ("", self._waiting):
            self._waiting = said(missing.starts)
            self._status.show_note(self._waiting)

    def _on_reset(self) -> None:
        """Discard the run at hand; where that has not begun, the one before it stays in view."""
        if self._session.state is RunState.LOADING:
            self._session.stop()
        else:
            self._session.reset()
            self._presenter.reset()
        self._status.show_note("")
        if self._session.can_undo_reset:
            undo = self._actions["undo_reset"]
            self._status.show_note(said(SET_ASIDE), undo.text(), undo.trigger)
        self._toolbar.show_recipe(self._next_run.recipe)

    def _on_undo_reset(self) -> None:
        if self._session.can_undo_reset and (run := self._shown.before_reset) is not None:
            self._presenter.show(run)
            self._session.undo_reset()
            self._show_rate_of_run()

    def _on_more(self) -> None:
        """Add steps to the run at hand, or start a new run from the end of a stored one."""
        run, (typed_for, rate) = self._shown.run, self._rate_for_more
        rate = rate if typed_for is run else None
        if self._session.can_continue:
            self._status.show_note("")
            self._presenter.extend(MORE_STEPS)
            self._session.extend(MORE_STEPS, rate)
            self._show_rate_of_run()
        elif run is not None and run.run_id:
            self._start(going_on.request_from_end(run, MORE_STEPS, rate))

    def _show_rate_of_run(self) -> None:
        """Show the learning rate of a run that is going, whatever the next one will begin with."""
        rate = self._session.learning_rate
        if self._session.state.is_going and rate is not None:
            self._toolbar.show_learning_rate(rate)

    def _on_state_changed(self, state: RunState) -> None:
        self._actions["pause"].setChecked(state is RunState.PAUSED)
        self._offer()
        if state is RunState.LOADING or (state.is_going and self._status.note() == self._waiting):
            self._status.show_note("")

    def _offer(self) -> None:
        """Let be done what the run at hand, or the one that is shown, allows."""
        state, run = self._session.state, self._shown.run
        stored = run if run is not None and run.run_id and not state.is_active else None
        obstacle = "" if stored is None else going_on.obstacle_to(stored, self._data.dataset)
        allowed = {
            "pause": state.is_going,
            "reset": state is not RunState.IDLE or run is not None,
            "more": self._session.can_continue or (stored is not None and not obstacle),
            "undo_reset": self._session.can_undo_reset,
        }
        if not allowed["undo_reset"] and self._status.note() == said(SET_ASIDE):
            self._status.show_note("")  # nor is it offered any longer
        from_end = obstacle or said(going_on.GOES_ON)
        self._actions["more"].setToolTip(self._more_tip if stored is None else from_end)
        # last those that cannot be done: their buttons hand the keyboard on to one that can
        for name in sorted(allowed, key=lambda name: not allowed[name]):
            self._actions[name].setEnabled(allowed[name])

    def _on_started(self) -> None:
        """Make the first steps of a run that is watched slowly enough to be seen."""
        if FIRST_PACE < self._next_run.pace <= WATCHED:
            self._session.set_pace(FIRST_PACE)
            QTimer.singleShot(FIRST_MS, lambda: self._session.set_pace(self._next_run.pace))

    def _on_finished(self, result: RunResult) -> None:
        run, read = self._shown.run, {"share": percent(result.test_accuracy), "images": result.test_images}
        if result.diverged:
            self._status.show_note(said(TOO_LARGE))
            return
        self._result = result
        if run is None or run.best is None:
            self._ended = say("Finished: it reads {share} of {images:,} test images.", **read)
        else:
            self._ended = say(
                "Stopped early at step {step:,}: the best weights, of step {best:,}, read {share} of {images:,} "
                "test images.",
                step=len(run.history),
                best=run.best.step,
                **read,
            )
        self._status.show_note(self._ended)

    def _on_failed(self, sentence: str) -> None:
        if not self._session.requirements.has_tensorflow:
            self._status.show_engine(say("no TensorFlow"))
        self._status.show_note(sentence)
