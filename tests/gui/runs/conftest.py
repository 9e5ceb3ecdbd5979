"""The Runs tab with three stored runs."""

import pytest
from pytestqt.qtbot import QtBot

from gui.runs.runs_panel import RunsPanel
from tests.gui import widgets
from tests.gui.runs.made_runs import RUNS


@pytest.fixture
def panel(qtbot: QtBot) -> RunsPanel:
    made = widgets.hidden(qtbot, RunsPanel(), 900, 300)
    made.set_runs(RUNS)
    made.show()
    return made
