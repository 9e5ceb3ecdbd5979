"""The stored runs as Qt's views ask for them: cells, columns, differences, sorting."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.recipes.recipe import TUTORIAL
from core.runs.facts import Label
from gui.look import theme as look
from gui.runs.runs_columns import COLUMNS, COST, HAND, NAME, RECIPE, SECONDS, STAR, START, TICK, VALIDATION, tip_of
from gui.runs.runs_panel import LINES, RunDifferences, RunsPanel
from gui.runs.runs_table import ID_ROLE, SORT_ROLE, RunsTable
from tests.gui import widgets
from tests.gui.runs.conftest import IDS, RUNS, cells, kept

Role = Qt.ItemDataRole


@pytest.fixture
def table(qapp: object) -> RunsTable:
    made = RunsTable()
    made.set_runs(RUNS)
    return made


def test_it_keeps_to_the_rules_of_models(table: RunsTable) -> None:
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning, table)
    table.set_runs((kept(5), *RUNS))
    table.set_runs(RUNS)
    table.set_hands({IDS[0]: 0.5})
    table.set_ticked(IDS)
    assert table.rowCount(table.index(0, 0)) == table.columnCount(table.index(0, 0)) == 0


def test_every_cell_has_a_text_a_side_and_a_key_to_sort_by(table: RunsTable) -> None:
    for column in range(len(COLUMNS)):
        keys = [table.index(row, column).data(SORT_ROLE) for row in range(len(RUNS))]
        assert sorted(keys) is not None  # they can be compared
        side = table.index(0, column).data(Role.TextAlignmentRole)
        assert bool(side & Qt.AlignmentFlag.AlignRight) is COLUMNS[column].is_number
        assert isinstance(table.index(0, column).data(), str)
        assert table.headerData(column, Qt.Orientation.Horizontal, Role.ToolTipRole)  # which teaches
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert [table.index(row, 0).data(ID_ROLE) for row in range(len(RUNS))] == IDS


def test_the_name_that_a_run_has_is_not_asked_for_again(qtbot: QtBot, table: RunsTable) -> None:
    name = table.index(2, NAME)
    assert (name.data(Role.EditRole), table.index(0, NAME).data(Role.EditRole)) == ("my best", "")
    with qtbot.assertNotEmitted(table.rename_requested):
        assert not table.setData(name, "my best")


def test_only_names_are_edited_and_only_ticks_ticked(table: RunsTable) -> None:
    flags = [table.flags(table.index(0, column)) for column in range(len(COLUMNS))]
    assert [bool(flag & Qt.ItemFlag.ItemIsEditable) for flag in flags] == [c == NAME for c in range(len(COLUMNS))]
    assert [bool(flag & Qt.ItemFlag.ItemIsUserCheckable) for flag in flags] == [c == TICK for c in range(len(COLUMNS))]


def test_only_rows_that_changed_are_told_and_the_rest_stays(qtbot: QtBot, table: RunsTable) -> None:
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged) as told:
        table.set_runs((RUNS[0], replace(RUNS[1], steps=500), RUNS[2]))
    first, last = told.args[:2]
    assert isinstance(first, QModelIndex)
    assert (first.row(), last.row()) == (1, 1)
    with qtbot.assertNotEmitted(table.dataChanged):
        table.set_runs(table.runs)


def test_a_share_of_the_hand_stands_with_its_run_and_sorts_below_none(table: RunsTable) -> None:
    table.set_hands({IDS[1]: 0.8})
    assert [table.index(row, HAND).data() for row in range(3)] == ["–", "80.0 %", "–"]
    assert table.index(0, HAND).data(SORT_ROLE) < table.index(1, HAND).data(SORT_ROLE)


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_stars_that_are_set_stand_out_and_runs_that_did_not_end_stand_back(table: RunsTable, theme: look.Theme) -> None:
    widgets.wear(theme, table)
    stars = [table.index(row, STAR).data(Role.ForegroundRole).name().upper() for row in (0, 2)]
    assert stars == [theme.ghost, theme.accent]
    assert table.index(1, HAND).data(Role.ForegroundRole).name().upper() == theme.dim
    assert table.index(0, HAND).data(Role.ForegroundRole) is None
    assert table.index(1, NAME).data(Role.ForegroundRole) is None


def test_the_day_is_told_of_older_runs_and_the_hour_of_todays() -> None:
    begun, now = COLUMNS[START].text, datetime.now().astimezone().replace(hour=9, minute=5)
    assert "2026" in begun(kept(3)) or now.year == 2026
    today = replace(kept(3), facts=replace(kept(3).facts, started=now.isoformat()))
    assert begun(today) == "09:05"
    assert begun(replace(today, facts=replace(today.facts, started="yesterday"))) == "–"


def test_a_tip_tells_the_note_the_data_the_seed_the_state_and_what_was_changed_by_hand() -> None:
    assert tip_of(kept(3, state="running")).endswith("It is training now.")
    assert tip_of(kept(3, state="stopped")).endswith("It was stopped before its end.")
    assert f"Trained on MNIST, seed {TUTORIAL.seed}." in tip_of(kept(3))
    run = kept(3, label=Label(note="for the class"))
    tip = tip_of(replace(run, facts=replace(run.facts, recipe=replace(TUTORIAL, steps=500, based_on="tutorial"))))
    assert tip.startswith("for the class\n")
    assert "Changed: Steps 500" in tip


def test_each_run_is_told_apart_from_the_first_and_many_take_no_more_room_than_some(qtbot: QtBot) -> None:
    told = widgets.hidden(qtbot, RunDifferences())
    told.set_runs([kept(1), kept(2, "zeros"), kept(3, label=Label("<b>mine"))])
    assert told.sentences == ["Start weights all zero instead of random, wide", "the same settings, data and seed"]
    assert "&lt;b&gt;mine" in told.findChildren(QLabel)[0].text()
    told.set_runs([kept(number) for number in range(1, 21)])
    assert told.sizeHint().height() <= LINES * told.findChildren(QLabel)[0].fontMetrics().lineSpacing() + 2
    told.set_runs([kept(1)])
    assert told.isHidden()


def test_a_click_on_a_title_sorts_by_the_numbers_not_their_texts(panel: RunsPanel) -> None:
    panel.view.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    assert [cells(panel, row)[3] for row in range(3)] == ["412 of 1,000", "1,000", "1,000"]
    panel.view.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    assert [cells(panel, row)[6] for row in range(3)] == ["85.0 %", "83.0 %", "–"]


@pytest.mark.parametrize("width", [1_400, 620, 500, 330])
def test_a_narrow_table_gives_up_columns_before_it_cuts_names(panel: RunsPanel, width: int) -> None:
    panel.resize(width, 300)
    panel.show()
    view, order = panel.view, [RECIPE, START, SECONDS, COST, VALIDATION]
    view.make_room()  # again: what is hidden already stays so
    hidden = [column for column in order if view.isColumnHidden(column)]
    assert hidden == order[: len(hidden)]
    assert len(hidden) == {1_400: 0, 330: 5}.get(width, len(hidden))
    if len(hidden) < len(order):
        assert view.columnWidth(NAME) >= 16 * view.fontMetrics().averageCharWidth()


@pytest.mark.parametrize("width", [900, 780, 600, 440])  # 780: of a window 1280 wide
def test_the_longest_title_of_the_ladder_is_whole_beside_what_is_not_given_up(panel: RunsPanel, width: int) -> None:
    panel.set_runs([kept(3, "everything")])
    panel.resize(width, 300)
    panel.show()
    view, title = panel.view, str(panel.view.model().index(0, NAME).data())
    assert view.columnWidth(NAME) > view.fontMetrics().horizontalAdvance(title)
