"""The tabs beneath the plots, in their order: to add one, make its panel, name it in assets/controls.json and here."""

from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.data_panel import DataPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.panels.network_panel import NetworkPanel
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from gui.plots.story_plot import StoryPlot
from gui.runs.ladder_panel import LadderPanel
from gui.runs.runs_panel import RunsPanel

TABS = (
    *(WeightsPanel, StoryPlot, MistakesWall, ConfusionPanel, WhyPanel),
    *(NetworkPanel, DataPanel, MyDigitsPanel, LadderPanel, RunsPanel),
)
