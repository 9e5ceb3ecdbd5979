"""The Runs tab with three runs as a store lists them, and with two stored ones."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.runs.runs_panel import RunsPanel
from tests.gui import widgets
from tests.gui.runs.made_runs import RUNS
from tests.gui.runs.shelf import Shelf


@pytest.fixture
def panel(qtbot: QtBot) -> RunsPanel:
    made = widgets.hidden(qtbot, RunsPanel(), 900, 300)
    made.set_runs(RUNS)
    made.show()
    return made


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path) -> Shelf:
    return Shelf(qtbot, tmp_path / "runs")
