"""What the window shows at its first painting."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout

from core.model import shipped
from core.recipes import recipe as recipes
from gui.frame import menus
from gui.frame.actions import Actions
from gui.frame.drawing_side import DrawingSide
from gui.frame.preferences import Preferences
from gui.frame.status_line import StatusLine
from gui.frame.toolbar import PaceSlider, TrainingBar
from gui.frame.window_layout import LEAST, RightSide, first_size, laid_out
from gui.look import dress, theme as look
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.plots.rewind import Rewind
from gui.state.reader import Reader
from gui.state.shared import Shared
from gui.window.help_controller import HelpController
from gui.window.remembered import remember_first

NOT_AT_FIRST = ("pause", "reset", "more", "undo_reset", "undo", "redo", "clear")  # there is nothing yet to do them to


class WindowBase(QMainWindow):
    """The parts that the first painting shows, and the state that all parts share."""

    def __init__(self, forgetful: bool) -> None:
        """Build what is seen first, where the window was the last time; forgetful forgets what was remembered."""
        super().__init__()
        self.setWindowTitle("Digitscope")
        self.actions_by_name = Actions(self)
        shared = self.shared = Shared(Reader(shipped.shipped_weights(), self, shipped.shipped_layer()), self)
        self.reader, self.shown, self.next_run = shared.reader, shared.shown, shared.next_run
        self.data, self.hand = shared.data, shared.hand
        self.status = StatusLine(self.actions_by_name["cancel_download"])
        self.recent = menus.RecentFolders(self)
        self.pace, ladder = PaceSlider(self.next_run), tuple(recipes.LADDER.values())
        run_actions = {name: self.actions_by_name[name] for name in menus.RUN_ACTIONS}
        self.toolbar = TrainingBar(ladder, run_actions, self.pace, self.actions_by_name["settings"])
        for name in NOT_AT_FIRST:
            self.actions_by_name[name].setEnabled(False)
        self._build_drawing()
        self._build_plots()
        self.lower_panel = QFrame()
        self.lower_panel.setProperty("panel", True)
        QVBoxLayout(self.lower_panel).setContentsMargins(13, 4, 13, 6)
        self.right_side = RightSide((self.cost_plot, self.accuracy_plot, self.lower_panel))
        self.setCentralWidget(laid_out(self.toolbar, self.drawing, self.right_side, self.status))
        menus.fill(self.menuBar(), self.actions_by_name, self.recent)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        self.resize(first_size(self.screen().availableSize()))
        self._begin(forgetful)
        self.drawing.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys draw, before they do anything else

    def set_theme(self, theme: look.Theme) -> None:
        """Dress the whole window."""
        dress.apply(theme)
        dress.renew(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and images anywhere on the window, as the canvas does."""
        self.drawing.canvas.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let the canvas calm down."""
        self.drawing.canvas.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let what is dropped beside the canvas be dropped on it."""
        self.drawing.canvas.dropEvent(event)

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
            "wide": self.drawing.set_wide,
            "quit": self.close,
        }
        for name, slot in does.items():
            self.actions_by_name[name].triggered.connect(slot)
        self.actions_by_name["guide"].toggled.connect(self.drawing.canvas.set_guide)
        stack.canUndoChanged.connect(self.actions_by_name["undo"].setEnabled)
        stack.canRedoChanged.connect(self.actions_by_name["redo"].setEnabled)
        self.reader.read.connect(lambda reading: self.actions_by_name["clear"].setEnabled(reading.image is not None))

    def _on_clear(self) -> None:
        """Wipe the canvas; the keys then draw, as the button that was pressed has nothing more to do."""
        focused = self.drawing.focusWidget()
        if focused is not None and focused.objectName() == "clear" and focused.hasFocus():
            self.drawing.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawing.canvas.clear()

    def _build_plots(self) -> None:
        self.cost_plot, self.accuracy_plot = CostPlot(), AccuracyPlot()
        self.rewind = Rewind(self.accuracy_plot.sentence)
        self.accuracy_plot.add_below(self.rewind)
        view = self.accuracy_plot.view
        view.steps_shown.connect(lambda: self.rewind.lie_under(view.view_box.viewRange()[0], *view.sides()))
        self.accuracy_plot.link_steps(self.cost_plot)
        self.accuracy_plot.view.hovered.connect(self.cost_plot.set_hover)
        self.cost_plot.view.hovered.connect(self.accuracy_plot.set_hover)

    def _begin(self, forgetful: bool) -> None:
        """Wear the theme and take the place that were remembered, before anything is seen."""
        self.help = HelpController(self.status, self.actions_by_name, self)
        self.theme = menus.ThemeChoice(self.actions_by_name, self)
        self.preferences = Preferences()
        if forgetful:
            self.preferences.reset()
        remember_first(self)
        self.set_theme(menus.theme_for(self.theme.name))
        self.theme.theme_changed.connect(self.set_theme)
