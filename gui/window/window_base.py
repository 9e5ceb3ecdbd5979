"""What the window shows at its first painting, and the names of all its parts."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from core.model import shipped
from core.recipes import recipe as recipes
from gui.frame import menus
from gui.frame.actions import Actions
from gui.frame.drawing_side import DrawingSide
from gui.frame.pace import PaceSlider
from gui.frame.preferences import Preferences
from gui.frame.recent_folders import RecentFolders
from gui.frame.status_line import StatusLine
from gui.frame.toolbar import TrainingBar
from gui.frame.window_layout import empty_panel, laid_out
from gui.look import dress
from gui.look import theme as look
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.plots.rewind import Rewind
from gui.state.data_in_use import DataInUse
from gui.state.hand_in_use import HandInUse
from gui.state.next_run import NextRun
from gui.state.reader import Reader
from gui.window.preference_wiring import keep_theme, keep_window
from gui.wiring.help_wiring import HelpWiring
from gui.wiring.theme_wiring import ThemeWiring

if TYPE_CHECKING:
    from gui.frame.lower_tabs import LowerTabs
    from gui.frame.settings_dock import SettingsDock
    from gui.jobs.data_loader import DataLoader
    from gui.jobs.evaluation import Evaluation
    from gui.jobs.learning import Learning
    from gui.jobs.training_session import TrainingSession
    from gui.panels.my_digits_panel import MyDigitsPanel
    from gui.plots.story_plot import StoryPlot
    from gui.runs.runs_panel import RunsPanel
    from gui.state.shown_run import ShownRun
    from gui.wiring.data_wiring import DataWiring
    from gui.wiring.edit_wiring import EditWiring
    from gui.wiring.hand_scoring import HandScoring
    from gui.wiring.hand_wiring import HandWiring
    from gui.wiring.kept_runs import KeptRuns
    from gui.wiring.language_wiring import LanguageWiring
    from gui.wiring.learn_wiring import LearnWiring
    from gui.wiring.lesson_wiring import LessonWiring
    from gui.wiring.model_opening import ModelOpening
    from gui.wiring.panel_wiring import PanelWiring
    from gui.wiring.preparation_wiring import PreparationWiring
    from gui.wiring.rewind_wiring import RewindWiring
    from gui.wiring.run_keeper import RunKeeper
    from gui.wiring.run_presenter import RunPresenter
    from gui.wiring.run_wiring import RunWiring
    from gui.wiring.runs_wiring import RunsWiring
    from gui.wiring.tab_wiring import TabWiring
    from gui.wiring.view_wiring import ViewWiring

NOT_AT_FIRST = ("pause", "reset", "more", "undo_reset", "undo", "redo", "clear")  # there is nothing yet to do them to


class Dressed(Protocol):
    """A part that takes the colours and fonts of a theme."""

    def set_theme(self, theme: look.Theme) -> None:
        """Take colours and fonts."""


class WindowBase(QMainWindow):
    """The parts that the first painting shows; `window_rest` adds those named below them."""

    session: "TrainingSession"
    shown: "ShownRun"
    presenter: "RunPresenter"
    keeper: "RunKeeper"
    runs: "RunWiring"
    settings: "SettingsDock"
    loader: "DataLoader"
    data_sets: "DataWiring"
    preparing: "PreparationWiring"
    evaluation: "Evaluation"
    tabs: "LowerTabs"
    tab_wiring: "TabWiring"
    story: "StoryPlot"
    rewinding: "RewindWiring"
    runs_panel: "RunsPanel"
    kept_runs: "KeptRuns"
    scoring: "HandScoring"
    run_list: "RunsWiring"
    my_digits: "MyDigitsPanel"
    hands: "HandWiring"
    learning: "Learning"
    teaching: "LearnWiring"
    edit: "EditWiring"
    models: "ModelOpening"
    lessons: "LessonWiring"
    panels: "PanelWiring"
    language: "LanguageWiring"
    views: "ViewWiring"

    def __init__(self, forgetful: bool) -> None:
        """Build what is seen first, where the window was the last time; forgetful forgets what was remembered."""
        super().__init__()
        self.setWindowTitle("Digitscope")
        self._dressed: list[Dressed] = []
        self.actions_by_name = Actions(self)
        self.data, self.hand, self.next_run = DataInUse(self), HandInUse(self), NextRun(self)
        self.reader = Reader(shipped.shipped_weights(), self)
        self.status = StatusLine(self.actions_by_name["cancel_download"])
        self.recent = RecentFolders(self)
        self._build_bar()
        self._build_drawing()
        self._build_plots()
        self.lower_panel = empty_panel()
        right = (self.cost_plot, self.accuracy_plot, self.lower_panel)
        self.setCentralWidget(laid_out(self.toolbar, self.drawing, right, self.status))
        menus.fill(self.menuBar(), self.actions_by_name, self.recent)
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1280, 800)
        self._begin(forgetful)
        self.drawing.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys draw, before they do anything else

    def dress(self, part: Dressed) -> None:
        """Let a part follow the theme from now on."""
        self._dressed.append(part)
        part.set_theme(look.current())

    def set_theme(self, theme: look.Theme) -> None:
        """Dress the whole window."""
        dress.apply_to_app(theme)
        for part in self._dressed:
            part.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and images anywhere on the window, as the canvas does."""
        self.drawing.canvas.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let the canvas calm down."""
        self.drawing.canvas.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let what is dropped beside the canvas be dropped on it."""
        self.drawing.canvas.dropEvent(event)

    def _build_bar(self) -> None:
        self.toolbar, self.pace = TrainingBar(tuple(recipes.LADDER.values())), PaceSlider(self.next_run)
        run_actions = {name: self.actions_by_name[name] for name in menus.RUN_ACTIONS}
        self.toolbar.fill(run_actions, self.pace, self.actions_by_name["settings"])
        for name in NOT_AT_FIRST:
            self.actions_by_name[name].setEnabled(False)

    def _build_drawing(self) -> None:
        canvas_actions, teach = (
            {n: self.actions_by_name[n] for n in names} for names in (menus.CANVAS_ACTIONS, menus.TEACH)
        )
        self.drawing = DrawingSide(self.reader, canvas_actions, teach)
        stack = self.drawing.canvas.undo_stack
        does = {
            "undo": self.drawing.canvas.undo,
            "redo": stack.redo,
            "clear": self._on_clear,
            "guide": self.drawing.canvas.set_guide,
            "wide": self.drawing.set_wide,
            "quit": self.close,
        }
        for name, slot in does.items():
            self.actions_by_name[name].triggered.connect(slot)
        stack.canUndoChanged.connect(self.actions_by_name["undo"].setEnabled)
        stack.canRedoChanged.connect(self.actions_by_name["redo"].setEnabled)
        self.reader.read.connect(lambda reading: self.actions_by_name["clear"].setEnabled(reading.image is not None))

    def _on_clear(self) -> None:
        """Wipe the canvas; the keys then draw, as the button that was pressed has nothing more to do."""
        if self.drawing.has_focus("clear"):
            self.drawing.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawing.canvas.clear()

    def _build_plots(self) -> None:
        self.cost_plot, self.accuracy_plot, self.rewind = CostPlot(), AccuracyPlot(), Rewind()
        self.accuracy_plot.add_below(self.rewind)
        self.accuracy_plot.link_steps(self.cost_plot)
        self.accuracy_plot.hovered.connect(self.cost_plot.set_hover)
        self.cost_plot.hovered.connect(self.accuracy_plot.set_hover)

    def _begin(self, forgetful: bool) -> None:
        """Wear the theme and take the place that were remembered, before anything is seen."""
        self.help = HelpWiring(self.status, self.actions_by_name, self)
        self.theme = ThemeWiring(self.actions_by_name, self)
        self.preferences = Preferences()
        if forgetful:
            self.preferences.reset()
        keep_window(self.preferences, self)
        keep_theme(self.preferences, self.theme)
        self.preferences.restore()
        dress.apply_to_app(self.theme.theme())
        for part in (self.actions_by_name, self.drawing, self.cost_plot, self.accuracy_plot):
            self.dress(part)
        self.theme.theme_changed.connect(self.set_theme)
