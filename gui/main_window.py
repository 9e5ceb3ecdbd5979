"""The main window: where the widgets, the reader and the training session meet."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QDeadlineTimer, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
)

from core import assets, recipes
from core.dataset import Dataset
from core.softmax import Weights
from core.words import say
from gui import menus
from gui import theme as look
from gui.accuracy_plot import AccuracyPlot
from gui.actions import Actions
from gui.cost_plot import CostPlot
from gui.data_loader import DataLoader
from gui.data_wiring import DataWiring
from gui.dock_wiring import DockWiring
from gui.drawing_side import DrawingSide
from gui.edit_wiring import EditWiring
from gui.evaluation import Evaluation
from gui.hand_wiring import HandWiring
from gui.help_wiring import HelpWiring
from gui.kept_runs import KeptRuns
from gui.language_wiring import LanguageWiring
from gui.learn_wiring import LearnWiring
from gui.learning import Learning
from gui.lower_tabs import LowerTabs
from gui.my_digits_panel import MyDigitsPanel
from gui.network_feed import NetworkFeed
from gui.pace import PaceSlider
from gui.panel_wiring import PanelWiring
from gui.preference_wiring import keep_choices, keep_language, keep_run, keep_window
from gui.preferences import Preferences
from gui.reader import BY_APP, Reader, Reading
from gui.recent_folders import RecentFolders
from gui.rewind import Rewind
from gui.rewind_wiring import RewindWiring
from gui.run_keeper import RunKeeper
from gui.run_presenter import RunPresenter
from gui.run_state import RunState
from gui.run_wiring import RunWiring
from gui.runs_panel import RunsPanel
from gui.runs_wiring import RunsWiring
from gui.settings_dock import SettingsDock
from gui.status_line import StatusLine
from gui.story_plot import StoryPlot
from gui.theme_wiring import ThemeWiring
from gui.toolbar import TrainingBar
from gui.training_session import TrainingSession
from gui.window_layout import in_panel, laid_out

END_MS = 1_200  # the longest that closing waits for what is being done
TABS_WIDTH = 440  # points; the widest tab alone does not set the width of the window


class MainWindow(QMainWindow):
    """Builds the window; what a part of the work needs of it meets in that part's wiring."""

    def __init__(self, folder: Path | None = None, forgetful: bool = False) -> None:
        """Take the folder of a data set, if one was asked for; forgetful forgets what earlier windows remembered."""
        super().__init__()
        self.setWindowTitle("Digitscope")
        self.threads_ended = False  # known once it has been closed
        self.is_painted = False
        self._weights_shown: Weights | None = None
        self._build(folder)
        self._wire()
        self._connect_actions()
        self.set_theme(self.theme.theme())
        self._remember(forgetful)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and with the first painting start what would have held it up."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self.start_threads)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self.is_painted:
            self.set_theme(look.current())

    def closeEvent(self, event: QCloseEvent) -> None:
        """End all threads; what cannot end, a library being loaded, is left to the end of the process."""
        self.preferences.save()
        for part in (self.loader, self.evaluation, self.learning):
            part.close(0)  # asked first, so that all end at the same time
        left = QDeadlineTimer(END_MS)
        parts = (self.session, self.keeper, self.loader, self.evaluation, self.learning)
        ended = [part.close(left.remainingTime()) for part in parts]  # each is waited for
        self.threads_ended = all(ended)
        super().closeEvent(event)

    def _build(self, folder: Path | None) -> None:
        self.actions_by_name = Actions(self)
        self.reader = Reader(assets.shipped_weights(), self)
        self.session = TrainingSession(self)
        self.loader = DataLoader(folder, self)
        self.toolbar, self.pace = TrainingBar(tuple(recipes.LADDER.values())), PaceSlider()
        run_actions = {name: self.actions_by_name[name] for name in menus.RUN_ACTIONS}
        self.toolbar.fill(run_actions, self.pace, self.actions_by_name["settings"])
        canvas_actions, teach = (
            {n: self.actions_by_name[n] for n in names} for names in (menus.CANVAS_ACTIONS, menus.TEACH)
        )
        self.drawing = DrawingSide(self.reader, canvas_actions, teach)
        self.cost_plot, self.accuracy_plot = CostPlot(), AccuracyPlot()
        self.evaluation = Evaluation(self)
        self.tabs = LowerTabs(self.reader, self.evaluation)
        self.tabs.setMinimumWidth(TABS_WIDTH)
        self.accuracy_plot.link_steps(self.cost_plot)
        self.accuracy_plot.hovered.connect(self.cost_plot.set_hover)
        self.cost_plot.hovered.connect(self.accuracy_plot.set_hover)
        self.rewind, self.story = Rewind(), StoryPlot()
        self.accuracy_plot.add_below(self.rewind)
        self.tabs.insertTab(1, self.story, say("Story"))
        self.my_digits = MyDigitsPanel()
        self.tabs.addTab(self.my_digits, say("My digits"))
        self.tabs.setTabToolTip(
            self.tabs.count() - 1, say("How you write: what you taught it, to look at and to learn from.")
        )
        self.runs_panel = RunsPanel()
        self.tabs.addTab(self.runs_panel, say("Runs"))
        self.tabs.setTabToolTip(self.tabs.count() - 1, say("Every run you made, to compare, open, repeat and export."))
        self.keeper = RunKeeper(self.session, self)
        self.status = StatusLine(self.actions_by_name["cancel_download"])
        self.presenter = RunPresenter(
            self.session, (self.cost_plot, self.accuracy_plot), self.reader, self.status, self
        )
        self.settings = SettingsDock()
        self.recent = RecentFolders(self)
        right = (self.cost_plot, self.accuracy_plot, in_panel(self.tabs))
        self.setCentralWidget(laid_out(self.toolbar, self.drawing, right, self.status))
        menus.fill(self.menuBar(), self.actions_by_name, self.recent)
        self.setMinimumSize(960, 600)
        self.resize(1280, 800)

    def _wire(self) -> None:
        bar, actions = (self.toolbar, self.pace), self.actions_by_name
        self.runs = RunWiring(self.session, self.presenter, bar, self.status, actions, self)
        self.data = DataWiring(self.loader, self.session, self.status, actions, self)
        self.help = HelpWiring(self.status, actions, self)
        self.rewinding = RewindWiring(self.rewind, self.story, self.presenter, self.reader, self)
        self.tabs.currentChanged.connect(self.rewinding.tell_story)
        self.rewinding.continue_requested.connect(self.keeper.expect_continuation)
        self.rewinding.continue_requested.connect(self.runs.continue_from)
        self.pace.pace_changed.connect(self.keeper.mark_pace)
        self.keeper.noted.connect(self.status.show_note)
        plots = (self.cost_plot, self.accuracy_plot)
        kept = (self.runs_panel, self.keeper, self.session, self.presenter)
        self.kept_runs = KeptRuns(*kept, plots, self.status, self)
        self.run_list = RunsWiring(self.runs_panel, self.keeper.store, self.keeper.submit, self)
        self.run_list.noted.connect(self.status.show_note)
        self.keeper.kept.connect(self.run_list.refresh)
        DockWiring(self, self.settings, actions["settings"])
        self.settings.recipe_changed.connect(self.runs.set_recipe)
        self.runs.recipe_changed.connect(self.settings.show_recipe)
        self.runs.data_wanted.connect(self.data.fetch)
        self.data.dataset_changed.connect(self.runs.set_dataset)
        self.data.dataset_changed.connect(self.tabs.set_dataset)
        self.tabs.image_opened.connect(self._on_image_opened)
        self.network_feed = NetworkFeed(self.tabs, self.session, self)
        self.runs.recipe_changed.connect(self.network_feed.set_recipe)
        self.network_feed.set_recipe(self.runs.recipe)
        self.session.state_changed.connect(self._on_state_changed)
        self.reader.read.connect(self._show_reader)
        panel, row = self.my_digits, self.drawing.teach
        self.hands = HandWiring(self.drawing.canvas, self.reader, row, panel, self.status, actions, self)
        self.session.finished.connect(lambda _result: self.hands.tell_score())
        self.learning = Learning(self)
        self.teaching = LearnWiring(self.learning, panel, self.reader, self.status, self)
        self.hands.hand_changed.connect(self.teaching.set_hand)
        self.data.dataset_changed.connect(self.teaching.set_dataset)
        self.teaching.undo_offered.connect(self.hands.offer_undo)
        self.teaching.set_hand(self.hands.hand)
        self.hands.hand_changed.connect(self.run_list.set_hand)
        self.run_list.set_hand(self.hands.hand)
        self.session.finished.connect(lambda result: self.run_list.score(result.weights))
        self.run_list.hand_scored.connect(self.runs.tell_hand)
        actions["learn"].triggered.connect(self.teaching.learn)
        self.edit = EditWiring(self.drawing.canvas, self.reader, self.status, actions, self)
        self.edit.folder_wanted.connect(self.data.open_folder)
        self.edit.recipe_wanted.connect(self.runs.set_recipe)
        self.edit.recipe_copy_wanted.connect(lambda: self.edit.copy_recipe(self.runs.recipe))
        panels = {say("Cost"): self.cost_plot, say("Accuracy"): self.accuracy_plot, say("Drawing"): self.drawing}
        self.panels = PanelWiring(panels, self.tabs, actions, self.keeper.submit, self)
        self.panels.noted.connect(self.status.show_note)
        self.theme = ThemeWiring(actions, self)
        self.language = LanguageWiring(actions, self.status, self)
        self.theme.theme_changed.connect(self.set_theme)
        self.data.folder_opened.connect(self.recent.add)
        self.recent.folder_requested.connect(self.data.open_folder)
        self.reader.read_by(BY_APP)

    def _remember(self, forgetful: bool) -> None:
        """Bring back what was remembered, and remember it from now on."""
        self.preferences = Preferences()
        keep_run(self.preferences, self.runs, self.pace)
        keep_choices(self.preferences, self.actions_by_name, self.theme, self.hands, self.recent)
        keep_language(self.preferences, self.language)
        keep_window(self.preferences, self)
        if forgetful:
            self.preferences.reset()
        self.preferences.restore()

    def _connect_actions(self) -> None:
        stack = self.drawing.canvas.undo_stack
        does = {
            "undo": stack.undo,
            "redo": stack.redo,
            "clear": self.drawing.canvas.clear,
            "guide": self.drawing.canvas.set_guide,
            "quit": self.close,
        }
        for name, slot in does.items():
            self.actions_by_name[name].triggered.connect(slot)
        stack.canUndoChanged.connect(self.actions_by_name["undo"].setEnabled)
        stack.canRedoChanged.connect(self.actions_by_name["redo"].setEnabled)
        for name in ("undo", "redo"):
            self.actions_by_name[name].setEnabled(False)

    @property
    def dataset(self) -> Dataset | None:
        """The data set in use; None while none was found."""
        return self.data.dataset

    def start_threads(self) -> None:
        """Look for data and load TensorFlow; the first painting calls it."""
        self.status.show_engine(say("loading TensorFlow ..."))
        self.loader.look()
        self.session.load()

    def set_theme(self, theme: look.Theme) -> None:
        """Dress the whole window."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.apply(app, theme)
        plots = (self.cost_plot, self.accuracy_plot)
        for widget in (
            self.actions_by_name,
            self.drawing,
            *plots,
            self.tabs,
            self.my_digits,
            self.runs_panel,
            self.settings,
        ):
            widget.set_theme(theme)

    def _on_image_opened(self, image: NDArray[np.float32], _label: int) -> None:
        self.drawing.canvas.show_image(image)
        self.reader.set_image(image)

    def _on_state_changed(self, state: RunState) -> None:
        self.tabs.set_running(state in (RunState.RUNNING, RunState.PAUSED))

    def _show_reader(self, reading: Reading) -> None:
        if reading.weights is not self._weights_shown:
            self._weights_shown = reading.weights
            self.tabs.set_weights(reading.weights, self.presenter.step())
        self.tabs.set_reading(reading)
        self.drawing.verdict.set_reader(self.presenter.read_by(), self.reader.by, self.reader.can_read_by_run)
        self.drawing.show_stages(self.reader.weights.stages)
