"""The parts of the window that its first painting does not wait for, each with what it is joined to.

Their modules are imported here and not above: importing them is half of what the first painting would wait for.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from core.words import say
from gui.window.window_base import WindowBase

TABS_WIDTH = 440  # points; the widest tab alone does not set the width of the window


class WholeWindow(WindowBase):
    """Adds part after part to what was painted first."""

    def rest(self, folder: Path | None) -> Iterator[None]:
        """Add the parts, so that a pen on the canvas is not held up between two; `folder` is the data set's, if any."""
        self._add_session()
        yield
        self._add_training()
        yield
        self._add_data(folder)
        yield
        yield from self._add_tabs()
        for add in (
            self._add_reading,
            self._add_stored_runs,
            self._add_rewinding,
            self._add_hands,
            self._add_editing,
            self._add_settings,
            self._add_lessons,
            self._add_views,
            self._add_remembered,
        ):
            yield
            add()

    def _add_session(self) -> None:
        from gui.jobs.training_session import TrainingSession

        self.session = TrainingSession(self.data, self)

    def _add_training(self) -> None:
        from gui.training.preparation_controller import PreparationController
        from gui.training.run_presenter import RunPresenter
        from gui.training.training_controller import TrainingController

        plots, session, actions = (self.cost_plot, self.accuracy_plot), self.session, self.actions_by_name
        self.presenter = RunPresenter(self.shared, session, plots, self.status)
        does = (self.presenter, self.toolbar, self.status, actions)
        self.training = TrainingController(self.shared, session, *does)
        self.preparing = PreparationController(session, plots, self)

    def _add_data(self, folder: Path | None) -> None:
        from gui.data.data_controller import DataController
        from gui.jobs.data_loader import DataLoader

        self.loader = DataLoader(folder, self)
        self.data_sets = DataController(self.loader, self.session, self.status, self.actions_by_name, self)
        self.loader.opened.connect(self.recent.add)
        self.recent.folder_requested.connect(self.loader.open)
        self.loader.progressed.connect(self.preparing.show_progress)

    def _add_tabs(self) -> Iterator[None]:
        from gui.frame.lower_tabs import LowerTabs
        from gui.window.tabs import TABS

        self.tabs = LowerTabs(self.lower_panel)
        self.tabs.setMinimumWidth(TABS_WIDTH)
        for panel in TABS:
            yield
            self.tabs.add(panel)
        for name, by in (("next_tab", 1), ("previous_tab", -1)):
            self.actions_by_name[name].triggered.connect(lambda _checked=False, by=by: self.tabs.turn(by))
        if (layout := self.lower_panel.layout()) is not None:
            layout.addWidget(self.tabs)
        self.right_side.divide()  # anew: the empty panel was smaller

    def _add_reading(self) -> None:
        from gui.jobs.evaluation import Evaluation
        from gui.network.network_controller import NetworkController
        from gui.panels.network_panel import NetworkPanel
        from gui.reading.reading_controller import ReadingController
        from gui.reading.selection_controller import SelectionController

        self.evaluation = Evaluation(self.data, self)
        self.evaluation.failed.connect(self.status.show_note)
        self.selection = SelectionController(self.shared, self.tabs, self.evaluation, self.drawing.canvas)
        self.selection.image_opened.connect(lambda _image, label: self.drawing.show_label(label))
        reading = ReadingController(self.shared, self.tabs, self.drawing, self.evaluation, self.session)
        NetworkController(self.shared, self.tabs, reading, self.evaluation, self.session)
        self.tabs.panel(NetworkPanel).noted.connect(self.status.show_note)

    def _add_stored_runs(self) -> None:
        from gui.runs.ladder_panel import LadderPanel
        from gui.runs.run_recorder import RunRecorder
        from gui.runs.runs_controller import HandScoreController, RunsController
        from gui.runs.runs_panel import RunsPanel
        from gui.runs.stored_runs import StoredRuns

        panel, plots = self.tabs.panel(RunsPanel), (self.cost_plot, self.accuracy_plot)
        self.recorder = RunRecorder(self.session, self.next_run, self)
        self.recorder.failed.connect(self.status.show_note)
        stored = (panel, self.recorder, self.session, self.presenter)
        self.stored_runs = StoredRuns(*stored, plots, self.status, self)
        disk = (panel, self.recorder.store, self.recorder.submit)
        self.scoring = HandScoreController(self.hand, *disk, self)
        ladder = self.tabs.panel(LadderPanel)
        runs = RunsController(*disk, self.scoring, self)
        runs.listed.connect(ladder.set_runs)
        runs.show_also(ladder)
        self.scoring.scored.connect(ladder.set_hands)
        self.next_run.recipe_changed.connect(ladder.set_recipe)
        ladder.set_recipe(self.next_run.recipe)
        ladder.climb_requested.connect(self.training.climb)
        runs.noted.connect(self.status.show_note)
        self.recorder.stored.connect(runs.refresh)
        add_score = self.training.add_hand_score
        self.session.finished.connect(lambda result: self.scoring.score(result.weights, partial(add_score, result)))

    def _add_rewinding(self) -> None:
        from gui.plots.story_plot import StoryPlot
        from gui.training.rewind_controller import RewindController

        story = self.tabs.panel(StoryPlot)
        rewinding = RewindController(self.shared, self.rewind, story, self.presenter)
        self.tabs.currentChanged.connect(rewinding.show_story)
        rewinding.continue_requested.connect(
            lambda point: self.training.continue_from(point, self.recorder.origin_of(point))
        )

    def _add_hands(self) -> None:
        from gui.hands.hand_controller import HandController
        from gui.hands.learning_controller import LearningController
        from gui.jobs.learning import Learning
        from gui.panels.my_digits_panel import MyDigitsPanel
        from gui.runs.taught_runs import TaughtRuns

        panel = self.tabs.panel(MyDigitsPanel)
        parts = (self.drawing, panel, self.status, self.actions_by_name)
        self.hands = HandController(self.shared, *parts, self.scoring.score)
        self.learning = Learning(self)
        teaching = LearningController(self.shared, self.learning, panel, self.status)
        teaching.undo_offered.connect(self.hands.offer_undo)
        self.taught = TaughtRuns(self.shared, self.recorder)
        teaching.taught.connect(self.taught.store)
        teaching.taken_back.connect(self.taught.take_back)
        self.actions_by_name["learn"].triggered.connect(teaching.learn)

    def _add_editing(self) -> None:
        from gui.reading.edit_controller import EditController, open_model
        from gui.window.panel_menu import PanelMenu

        actions = self.actions_by_name
        self.edit = EditController(self.shared, self.drawing, self.status, actions)
        self.edit.folder_requested.connect(self.loader.open)
        self.edit.model_requested.connect(lambda path: open_model(path, self.session, self.reader, self.status))
        panels = {say("Cost"): self.cost_plot, say("Accuracy"): self.accuracy_plot, say("Drawing"): self.drawing}
        PanelMenu(panels, self.tabs, actions, self.recorder.submit, self.shown.title, self.status, self)

    def _add_settings(self) -> None:
        from gui.frame.settings_dock import SettingsDock
        from gui.window.view_controller import DockController

        self.settings = SettingsDock(self.next_run)
        DockController(self, self.settings, self.actions_by_name["settings"])

    def _add_lessons(self) -> None:
        from gui.lessons.lesson_controller import LessonController
        from gui.lessons.lesson_stage import LessonStage
        from gui.lessons.lesson_watch import LessonWatch
        from gui.lessons.lessons_dock import LessonsDock
        from gui.window.view_controller import DockController

        dock, action = LessonsDock(), self.actions_by_name["lessons"]
        DockController(self, dock, action)
        watch = LessonWatch(self.shared, self.tabs, self.selection, self.evaluation, self.session)
        parts = (self.session, self.tabs, self.actions_by_name, self.loader, self.stored_runs)
        stage = LessonStage(self.shared, *parts)
        controls = (self.toolbar, self.drawing, self.tabs)
        self.lessons = LessonController(dock, watch, stage, controls, self.status, action, self)

    def _add_views(self) -> None:
        from gui.window.view_controller import ViewController

        plots, others = (self.cost_plot, self.accuracy_plot), (self.drawing.teach, self.lower_panel)
        ViewController(plots, others, self.actions_by_name, self.status, self)

    def _add_remembered(self) -> None:
        """Bring back what was remembered of these parts, and remember it from now on."""
        from gui.frame.menus import MenuChoice
        from gui.system.language import SHIPPED, SYSTEM
        from gui.window.remembered import remember_rest

        self.language = MenuChoice(self.actions_by_name, "language", (SYSTEM, *SHIPPED), self)
        remember_rest(self)
        note = say("The language changes at the next start.")  # for what is on screen stays as it is
        self.language.changed.connect(lambda _name: self.status.show_note(note))
