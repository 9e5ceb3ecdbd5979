"""The parts of the window that its first painting does not wait for, each with what it is joined to.

Their modules are imported here and not above: importing them is half of what the first painting would wait for.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.words import say
from gui.frame.window_layout import RightSide
from gui.window.window_base import WindowBase

if TYPE_CHECKING:
    from gui.panels.my_digits_panel import MyDigitsPanel
    from gui.plots.story_plot import StoryPlot
    from gui.runs.runs_panel import RunsPanel

    Panel = StoryPlot | MyDigitsPanel | RunsPanel

TABS_WIDTH = 440  # points; the widest tab alone does not set the width of the window


def completed(window: WindowBase, folder: Path | None) -> Iterator[None]:
    """Add part after part, so that a pen on the canvas is not held up between them.

    folder : of a data set, if one was asked for
    """
    _session(window)
    yield
    _training(window)
    yield
    _data(window, folder)
    for add in (_tabs, _network, _story, _runs, _hand, _learning, _editing, _lessons, _views, _remembered):
        yield
        add(window)


def _session(window: WindowBase) -> None:
    from gui.jobs.training_session import TrainingSession

    window.session = TrainingSession(window.data, window)


def _training(window: WindowBase) -> None:
    from gui.state.shown_run import ShownRun
    from gui.wiring.run_presenter import RunPresenter
    from gui.wiring.run_wiring import RunWiring

    plots, session, actions = (window.cost_plot, window.accuracy_plot), window.session, window.actions_by_name
    window.shown = ShownRun(window.reader, window)
    shows = (window.data, plots, window.reader, window.status)
    window.presenter = RunPresenter(window.shown, session, *shows, window)
    does = (window.presenter, window.toolbar, window.status, actions)
    window.runs = RunWiring(window.next_run, session, window.shown, *does, window)


def _data(window: WindowBase, folder: Path | None) -> None:
    from gui.jobs.data_loader import DataLoader
    from gui.wiring.data_wiring import DataWiring
    from gui.wiring.preparation_wiring import PreparationWiring

    window.loader = DataLoader(folder, window)
    parts = (window.loader, window.session, window.status, window.actions_by_name)
    window.data_sets = DataWiring(window.data, *parts, window)
    window.data_sets.folder_opened.connect(window.recent.add)
    window.recent.folder_requested.connect(window.data_sets.open_folder)
    window.preparing = PreparationWiring(window.session, (window.cost_plot, window.accuracy_plot), window)
    window.loader.progressed.connect(window.preparing.tell_progress)


def _tabs(window: WindowBase) -> None:
    from gui.frame.lower_tabs import LowerTabs
    from gui.jobs.evaluation import Evaluation
    from gui.wiring.tab_wiring import TabWiring

    window.evaluation = Evaluation(window.data, window)
    window.tabs = LowerTabs(window.reader, window.evaluation)
    window.tabs.setMinimumWidth(TABS_WIDTH)
    window.dress(window.tabs)
    window.tab_wiring = TabWiring(window.tabs, window.drawing, window.reader, window.shown, window.session, window)
    layout, side = window.lower_panel.layout(), window.findChild(RightSide)
    if layout is not None and isinstance(side, RightSide):
        layout.addWidget(window.tabs)
        side.divide()  # anew: the empty panel was smaller


def _network(window: WindowBase) -> None:
    from gui.network.network_controller import NetworkController

    NetworkController(window.tabs.network, window.tabs, window.session, window.next_run, window)


def _story(window: WindowBase) -> None:
    from gui.plots.story_plot import StoryPlot
    from gui.wiring.rewind_wiring import RewindWiring
    from gui.wiring.run_keeper import RunKeeper

    window.story = StoryPlot()
    _add_tab(window, 1, window.story, say("Story"), "")
    window.keeper = RunKeeper(window.session, window)
    window.next_run.pace_changed.connect(window.keeper.mark_pace)
    window.keeper.noted.connect(window.status.show_note)
    window.rewinding = RewindWiring(window.rewind, window.story, window.shown, window.presenter, window.reader, window)
    window.tabs.currentChanged.connect(window.rewinding.tell_story)
    window.rewinding.continue_requested.connect(
        lambda point: window.runs.continue_from(point, window.keeper.origin_of(point))
    )


def _hand(window: WindowBase) -> None:
    from gui.panels.my_digits_panel import MyDigitsPanel
    from gui.wiring.hand_wiring import HandWiring

    window.my_digits = MyDigitsPanel()
    tip = say("How you write: what you taught it, to look at and to learn from.")
    _add_tab(window, window.tabs.count() - 1, window.my_digits, say("My digits"), tip)
    canvas, row = window.drawing.canvas, window.drawing.teach
    parts = (canvas, window.reader, row, window.my_digits, window.status, window.actions_by_name)
    window.hands = HandWiring(window.hand, *parts, window)
    window.session.finished.connect(lambda _result: window.hands.tell_score())
    window.session.finished.connect(lambda result: window.scoring.score(result.weights))
    window.scoring.hand_scored.connect(window.runs.tell_hand)


def _learning(window: WindowBase) -> None:
    from gui.jobs.learning import Learning
    from gui.wiring.learn_wiring import LearnWiring

    window.learning = Learning(window)
    parts = (window.learning, window.hand, window.data, window.my_digits, window.reader, window.status)
    window.teaching = LearnWiring(*parts, window)
    window.teaching.undo_offered.connect(window.hands.offer_undo)
    window.actions_by_name["learn"].triggered.connect(window.teaching.learn)


def _runs(window: WindowBase) -> None:
    from gui.runs.runs_panel import RunsPanel
    from gui.wiring.hand_scoring import HandScoring
    from gui.wiring.kept_runs import KeptRuns
    from gui.wiring.runs_wiring import RunsWiring

    window.runs_panel = RunsPanel()
    tip = say("Every run you made, to compare, open, repeat and export.")
    _add_tab(window, window.tabs.count(), window.runs_panel, say("Runs"), tip)
    plots = (window.cost_plot, window.accuracy_plot)
    kept = (window.runs_panel, window.keeper, window.session, window.presenter)
    window.kept_runs = KeptRuns(*kept, plots, window.status, window)
    disk = (window.runs_panel, window.keeper.store, window.keeper.submit)
    window.scoring = HandScoring(window.hand, *disk, window)
    window.run_list = RunsWiring(*disk, window.scoring, window)
    window.run_list.noted.connect(window.status.show_note)
    window.keeper.kept.connect(window.run_list.refresh)


def _editing(window: WindowBase) -> None:
    from gui.frame.settings_dock import SettingsDock
    from gui.wiring.dock_wiring import DockWiring
    from gui.wiring.edit_wiring import EditWiring
    from gui.wiring.model_opening import ModelOpening
    from gui.wiring.panel_wiring import PanelWiring

    actions = window.actions_by_name
    window.edit = EditWiring(window.drawing.canvas, window.reader, window.status, actions, window)
    window.edit.folder_wanted.connect(window.data_sets.open_folder)
    window.models = ModelOpening(window.session, window.reader, window.status, window)
    window.edit.model_wanted.connect(window.models.open)
    window.edit.recipe_wanted.connect(window.next_run.set_recipe)
    window.edit.recipe_copy_wanted.connect(lambda: window.edit.copy_recipe(window.next_run.recipe))
    panels = {say("Cost"): window.cost_plot, say("Accuracy"): window.accuracy_plot, say("Drawing"): window.drawing}
    window.panels = PanelWiring(panels, window.tabs, actions, window.keeper.submit, window)
    window.panels.noted.connect(window.status.show_note)
    window.settings = SettingsDock(window.next_run)
    window.dress(window.settings)
    DockWiring(window, window.settings, actions["settings"])


def _lessons(window: WindowBase) -> None:
    from gui.frame.lessons_dock import LessonsDock
    from gui.wiring.dock_wiring import DockWiring
    from gui.wiring.lesson_watch import LessonWatch
    from gui.wiring.lesson_wiring import LessonWiring

    dock, action = LessonsDock(), window.actions_by_name["lessons"]
    window.dress(dock)
    DockWiring(window, dock, action)
    watch = LessonWatch(window.reader, window.tabs, window.session, window.hand, window)
    window.lessons = LessonWiring(dock, watch, (window.toolbar, window.drawing, window.tabs), action, window)
    window.lessons.noted.connect(window.status.show_note)


def _views(window: WindowBase) -> None:
    from gui.wiring.view_wiring import ViewWiring

    plots, bar = (window.cost_plot, window.accuracy_plot), (window.drawing, window.lower_panel, window.status)
    window.views = ViewWiring(plots, bar, window.actions_by_name, window)
    for name, by in (("next_tab", 1), ("previous_tab", -1)):
        window.actions_by_name[name].triggered.connect(lambda _checked=False, by=by: window.tabs.turn(by))


def _remembered(window: WindowBase) -> None:
    """Bring back what was remembered of these parts, and remember it from now on."""
    from gui.window.preference_wiring import keep_choices, keep_language, keep_layout, keep_lesson, keep_run
    from gui.wiring.language_wiring import LanguageWiring

    window.language = LanguageWiring(window.actions_by_name, window.status, window)
    keep_run(window.preferences, window.next_run)
    keep_choices(window.preferences, window.actions_by_name, window.hands, window.recent)
    keep_language(window.preferences, window.language)
    keep_lesson(window.preferences, window.lessons)
    keep_layout(window.preferences, window)
    window.preferences.restore()


def _add_tab(window: WindowBase, index: int, panel: "Panel", title: str, tip: str) -> None:
    window.dress(panel)
    window.tabs.insertTab(index, panel, title)
    window.tabs.setTabToolTip(index, tip)
