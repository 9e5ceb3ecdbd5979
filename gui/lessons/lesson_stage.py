"""Sets the window up for a lesson, whatever was chosen before, and puts back what was there."""

from PySide6.QtCore import QObject

from core.digits.dataset import Dataset
from core.lessons import Lesson
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.sources.search import are_for_lessons
from gui.frame.actions import Actions
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.data_loader import DataLoader
from gui.jobs.training_session import TrainingSession
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.network_panel import NetworkPanel
from gui.runs.stored_runs import StoredRuns
from gui.state.shared import Shared
from gui.state.shown_run import ReportedRun


class LessonStage(QObject):
    """Changes recipe, pace, tab and data set as a learner would, and remembers what they were."""

    def __init__(
        self,
        shared: Shared,
        session: TrainingSession,
        tabs: LowerTabs,
        actions: Actions,
        loader: DataLoader,
        runs: StoredRuns,
    ) -> None:
        super().__init__(shared)
        self._next, self._shown, self._data = shared.next_run, shared.shown, shared.data
        self._reader = shared.reader
        self._session, self._tabs, self._actions, self._loader, self._runs = session, tabs, actions, loader, runs
        self._before: tuple[Recipe, float, int] | None = None
        self._data_before: Dataset | None = None  # no digits, or too few
        self._brought: Dataset | None = None  # in its place
        self._run_before: ReportedRun | None = None
        self._id_before = ""  # as it is stored
        self._read_before = self._reader.by, self._reader.opened
        self._recipes: list[Recipe] = []  # that lessons chose for their runs

    def set_up(self, lesson: Lesson) -> None:
        """Bring what a lesson needs."""
        self._restore()
        if self._before is None:
            self._before = self._next.recipe, self._next.pace, self._tabs.currentIndex()
            self._run_before, self._id_before, self._recipes = self._shown.run, self._runs.recorder.shown_id, []
            self._read_before = self._reader.by, self._reader.opened
            if self._data.dataset is not None and not are_for_lessons(self._data.dataset):
                self._data_before = self._data.dataset
                self._loader.find_for_lessons(self._on_data_found)
        run = self._shown.run
        has_ended = self._session.can_continue and run is not None and run.total == run.recipe.steps
        if lesson.recipe and not (lesson.goes_on and self.has_run(lesson) and has_ended):
            if self._session.state.is_active or run is not None:
                self._actions["reset"].trigger()
            recipe = recipes.named(lesson.recipe)
            self._next.set_recipe(recipes.changed(recipe, **lesson.changes) if lesson.changes else recipe)
            self._recipes.append(self._next.recipe)
        if lesson.pace:
            self._next.set_pace(lesson.pace)
        self._tabs.turn_to(lesson.tab)
        if lesson.name == "graph":
            self._tabs.panel(NetworkPanel).buttons.button(0).click()
        if lesson.name == "why":
            self._tabs.panel(MistakesWall).show_all()

    def has_run(self, lesson: Lesson) -> bool:
        """Return whether the run in view is of the recipe that a lesson names."""
        run = self._shown.run
        return run is not None and run.recipe.name == lesson.recipe and not run.recipe.based_on

    def put_back(self) -> bool:
        """Leave the window as it was before the first lesson, but for data and runs that the user chose meanwhile.

        Return whether another run is in view by that.
        """
        if self._before is None:
            return False
        self._restore()
        self._tabs.setCurrentIndex(self._before[2])
        self._before = None
        self._loader.cancel_for_lessons()
        ours = (self._data_before, self._brought)
        if self._data_before is not None and any(self._data.dataset is each for each in ours):
            self._data.use(self._data_before)  # the same one, too: nothing is being found any more
        self._data_before = self._brought = None
        before, shown = self._run_before, self._shown.run
        is_of_lessons = shown is None or shown.recipe in self._recipes
        if before is self._shown.before_reset and self._session.can_undo_reset:
            self._actions["undo_reset"].trigger()
        elif before is not None and before is not shown and is_of_lessons:
            before.run_id = self._id_before
            self._runs.show(before)
        by, opened = self._read_before
        is_back = self._shown.run is before if before is not None else is_of_lessons and opened is not None
        if is_back and opened is self._reader.opened:
            self._reader.read_by(by)
        return self._shown.run is not shown

    def _on_data_found(self, dataset: Dataset) -> None:
        self._brought = dataset
        self._data.use(dataset)

    def _restore(self) -> None:
        if self._before is not None:
            recipe, pace, _ = self._before
            if recipe != self._next.recipe:
                self._next.set_recipe(recipe)
            self._next.set_pace(pace)
