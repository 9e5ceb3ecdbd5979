"""What can be done with stored runs: what each needs, and every export there is."""

import pytest

from core.exporting import export
from gui.runs.runs_panel import RunsPanel
from tests.gui.runs.made_runs import IDS


def test_every_export_there_is_can_be_chosen(panel: RunsPanel) -> None:
    assert [action.data() for action in panel.export_menu.actions()] == list(export.KINDS)


@pytest.mark.parametrize(("count", "enabled"), [(0, False), (1, True), (2, False)])
def test_what_needs_one_run_waits_for_one(panel: RunsPanel, count: int, enabled: bool) -> None:
    panel.view.select(IDS[:count])
    for name in ("open", "repeat", "rename"):
        assert panel.actions_by_name[name].isEnabled() is enabled
    assert panel.actions_by_name["delete"].isEnabled() is (count > 0)
    assert panel.note.isVisible() is enabled
