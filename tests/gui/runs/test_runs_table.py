"""The stored runs as Qt's views ask for them: cells, ticks, names as wishes, and no more news than there is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.runs.facts import Label
from gui.look import theme as look
from gui.runs.runs_columns import COLUMNS, HAND, NAME, STAR, TICK
from gui.runs.runs_table import ID_ROLE, SORT_ROLE, RunsTable
from tests.gui.runs.made_runs import kept
from tests.gui.worn import wear

RUNS = (
    kept(4, "zeros"),
    kept(3, "tutorial", "stopped", 412),
    kept(2, "patience", label=Label("my best", True, "for the class")),
)
IDS = [run.run_id for run in RUNS]
Role = Qt.ItemDataRole


@pytest.fixture
def table(qapp: object) -> RunsTable:
    made = RunsTable()
    made.set_runs(RUNS)
    return made


def tick(table: RunsTable, row: int, checked: bool = True) -> None:
    state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
    assert table.setData(table.index(row, TICK), state.value, Role.CheckStateRole)


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
    assert [table.index(row, 0).data(ID_ROLE) for row in range(len(RUNS))] == IDS


def test_the_head_of_a_column_teaches_and_rows_have_none(table: RunsTable) -> None:
    for column in range(len(COLUMNS)):
        assert table.headerData(column, Qt.Orientation.Horizontal, Role.ToolTipRole)
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_another_name_is_asked_for_and_the_same_is_not(qtbot: QtBot, table: RunsTable) -> None:
    name = table.index(2, NAME)
    assert name.data(Role.EditRole) == "my best"
    assert table.index(0, NAME).data(Role.EditRole) == ""  # its title is the recipe's, not a name
    with qtbot.waitSignal(table.rename_requested) as asked:
        assert table.setData(name, " in class ")
    assert asked.args == [IDS[2], "in class"]
    assert name.data() == "my best"
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
    wear(theme, table)
    stars = [table.index(row, STAR).data(Role.ForegroundRole).name().upper() for row in (0, 2)]
    assert stars == [theme.ghost, theme.accent]
    assert table.index(1, HAND).data(Role.ForegroundRole).name().upper() == theme.dim
    assert table.index(0, HAND).data(Role.ForegroundRole) is None
    assert table.index(1, NAME).data(Role.ForegroundRole) is None
