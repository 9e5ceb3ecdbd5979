"""The tabs beneath the plots, in their order: to add one, make its panel and add a line here."""

from core.words import mark
from gui.frame.lower_tabs import Tab
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
    Tab(
        mark("Weights"), mark("What each digit looks for: blue pixels speak for it, orange ones against."), WeightsPanel
    ),
    Tab(mark("Story"), mark("How sure it was of your digit at every step of the run."), StoryPlot),
    Tab(mark("Mistakes"), mark("The images it misreads, those it is surest of first."), MistakesWall),
    Tab(mark("Confusion"), mark("Which digits it takes for which."), ConfusionPanel),
    Tab(mark("Why"), mark("What in the image speaks for a digit, and what against."), WhyPanel),
    Tab(
        mark("Network"),
        mark("One step with all its numbers, the graph that TensorFlow built, and the code."),
        NetworkPanel,
    ),
    Tab(mark("Data"), mark("What it learns from: every image, its label, its 784 numbers."), DataPanel),
    Tab(mark("My digits"), mark("How you write: what you taught it, to look at and to learn from."), MyDigitsPanel),
    Tab(mark("Ladder"), mark("The recipes as rungs: what each changes, and what your runs of it read."), LadderPanel),
    Tab(mark("Runs"), mark("Every run you made, to compare, open, repeat and export."), RunsPanel),
)
