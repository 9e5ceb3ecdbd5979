"""The view of the table of runs: sorted by numbers, and names have room."""

import pytest
from PySide6.QtCore import Qt

from gui.runs.runs_columns import NAME, RECIPE, SECONDS, START
from gui.runs.runs_panel import RunsPanel
from tests.gui.runs.made_runs import cells, kept


def test_a_click_on_a_title_sorts_by_the_numbers_not_their_texts(panel: RunsPanel) -> None:
    panel.view.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    steps = [cells(panel, row)[3] for row in range(3)]
    assert steps == ["412 of 1,000", "1,000", "1,000"]
    panel.view.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    assert [cells(panel, row)[6] for row in range(3)] == ["85.0 %", "83.0 %", "–"]


@pytest.mark.parametrize("width", [1_400, 620, 500, 330])
def test_a_narrow_table_gives_up_columns_before_it_cuts_names(panel: RunsPanel, width: int) -> None:
    panel.resize(width, 300)
    panel.show()
    view, order = panel.view, [RECIPE, START, SECONDS]
    view.make_room()  # again: what is hidden already stays so
    hidden = [column for column in order if view.isColumnHidden(column)]
    assert hidden == order[: len(hidden)]
    assert len(hidden) == {1_400: 0, 330: 3}.get(width, len(hidden))
    if len(hidden) < len(order):
        assert view.columnWidth(NAME) >= 16 * view.fontMetrics().averageCharWidth()


@pytest.mark.parametrize("width", [900, 780, 600])  # 780: of a window 1280 wide
def test_the_longest_title_of_the_ladder_is_whole_beside_what_is_not_given_up(panel: RunsPanel, width: int) -> None:
    panel.set_runs([kept(3, "everything")])
    panel.resize(width, 300)
    panel.show()
    view, title = panel.view, str(panel.view.model().index(0, NAME).data())
    assert view.columnWidth(NAME) > view.fontMetrics().horizontalAdvance(title)
