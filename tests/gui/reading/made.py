"""The drawing and the tabs joined to what reads, beside a session in which nothing trains."""

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from core.digits.dataset import Dataset
from core.model import shipped
from core.recipes.recipe import ZEROS
from gui.frame.drawing_side import DrawingSide
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation
from gui.jobs.training_session import TrainingSession
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.data_panel import DataPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.network_panel import NetworkPanel
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from gui.reading.reading_controller import ReadingController
from gui.reading.selection_controller import SelectionController
from gui.state.reader import BY_RUN, Reader
from gui.state.shared import Shared
from gui.state.shown_run import ReportedRun
from gui.window.tabs import TABS

WEIGHTS = shipped.shipped_layer()


class Joined:
    def __init__(self, qtbot: QtBot) -> None:
        self.shared = Shared(Reader(WEIGHTS))
        self.data, self.reader, self.shown = self.shared.data, self.shared.reader, self.shared.shown
        self.session, self.evaluation = TrainingSession(self.data), Evaluation(self.data)
        self.drawing, self.tabs = DrawingSide(self.reader, {}), LowerTabs()
        for tab in TABS:
            self.tabs.add(tab)
        for widget in (self.drawing, self.tabs):
            qtbot.addWidget(widget)
        self.weights, self.why = self.tabs.panel(WeightsPanel), self.tabs.panel(WhyPanel)
        self.mistakes, self.confusion = self.tabs.panel(MistakesWall), self.tabs.panel(ConfusionPanel)
        self.images, self.network = self.tabs.panel(DataPanel), self.tabs.panel(NetworkPanel)
        self.selection = SelectionController(self.shared, self.tabs, self.evaluation, self.drawing.canvas)
        self.reading = ReadingController(self.shared, self.tabs, self.drawing, self.evaluation, self.session)

    def show_run(self, steps: int, dataset: Dataset | None = None, learned_from: str = "") -> None:
        """Let the weights of a run read that has made so many steps."""
        weights = replace(WEIGHTS, arrays=(WEIGHTS.matrix + steps, WEIGHTS.bias))
        run = ReportedRun(ZEROS, 1_000, weights=weights, dataset=dataset, learned_from=learned_from)
        run.history.append(np.ones(steps, np.float32))
        self.shown.show(run)
        self.reader.set_run_weights(weights)
        self.reader.read_by(BY_RUN)
