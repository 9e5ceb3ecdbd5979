"""The Runs tab: it shows stored runs, what can be done with them, and turns clicks into requests."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.exporting import export
from gui.look import theme as look
from gui.look.run_colours import COLOURS
from gui.runs.runs_columns import NAME, STAR, TICK
from gui.runs.runs_panel import RunsPanel
from tests.gui import widgets
from tests.gui.runs.conftest import IDS, RUNS, cells, kept


def place(panel: RunsPanel, row: int, column: int) -> QPoint:
    return panel.view.visualRect(panel.view.model().index(row, column)).center()


def click(panel: RunsPanel, row: int, column: int) -> None:
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, row, column))


def tick(panel: RunsPanel, row: int, checked: bool = True) -> None:
    state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
    panel.view.model().setData(panel.view.model().index(row, TICK), state.value, Qt.ItemDataRole.CheckStateRole)


def test_a_row_tells_a_run_and_without_runs_it_says_what_to_do(panel: RunsPanel) -> None:
    assert cells(panel, 0)[:8] == ["☆", "Zeros", "Zeros", "1,000", "0.250", "84.0 %", "85.0 %", "–"]
    assert "0.40 s" in cells(panel, 0)
    assert cells(panel, 1)[3:7] == ["412 of 1,000", "–", "–", "–"]
    assert cells(panel, 2)[:3] == ["★", "my best", "Patience"]
    assert "for the class" in panel.view.model().index(2, NAME).data(Qt.ItemDataRole.ToolTipRole)
    panel.set_usage(101_000_000, 1_000_000_000)
    assert "3 runs, 0.10 of 1 GB" in widgets.texts(panel)
    assert panel.view.isVisible()
    panel.set_runs(())
    assert not panel.view.isVisible()


def test_a_column_that_a_long_row_took_the_room_of_is_back_once_the_run_has_ended(qtbot: QtBot) -> None:
    for width in range(480, 760, 10):
        panels = [widgets.shown(qtbot, RunsPanel(), width, 300) for _ in range(2)]
        panels[0].set_runs([kept(4, "patience", "running", 12_000)])
        for panel in panels:
            panel.set_runs([kept(4, "patience", steps=20_000)])
        there = [[panel.view.isColumnHidden(column) for column in range(10)] for panel in panels]
        assert there[0] == there[1], width


def test_ticked_runs_are_told_in_order_of_ticking_and_their_difference_in_words(qtbot: QtBot, panel: RunsPanel) -> None:
    assert not panel.difference.isVisible()
    tick(panel, 2)
    with qtbot.waitSignal(panel.compare_changed) as told:
        tick(panel, 0)
    assert told.args == [[IDS[2], IDS[0]]]
    assert panel.difference.isVisible()
    assert "Steps 1,000 instead of 20,000" in panel.difference.sentences[0]
    tick(panel, 0, checked=False)
    assert not panel.difference.isVisible()
    panel.table.set_ticked(IDS[:2])
    with qtbot.waitSignal(panel.compare_changed) as told:
        panel.set_runs(RUNS[1:])  # the first is deleted, and its tick with it
    assert told.args == [[IDS[1]]]


def test_selection_and_ticks_stay_when_a_run_is_added_or_changes(panel: RunsPanel) -> None:
    panel.view.select([IDS[1]])
    panel.table.set_ticked([IDS[0]])
    panel.set_runs((kept(5), *RUNS))
    assert (panel.view.selected(), panel.table.ticked) == ([IDS[1]], [IDS[0]])
    panel.set_runs((kept(5), RUNS[0], replace(RUNS[1], steps=500), RUNS[2]))
    assert (panel.view.selected(), cells(panel, 2)[3]) == ([IDS[1]], "500 of 1,000")


def test_a_click_on_a_star_asks_for_it_and_a_double_click_opens_a_run(qtbot: QtBot, panel: RunsPanel) -> None:
    with qtbot.waitSignal(panel.star_requested) as asked:
        click(panel, 0, STAR)
    assert (asked.args, cells(panel, 0)[0]) == ([IDS[0], True], "☆")
    with qtbot.waitSignal(panel.star_requested) as asked:
        click(panel, 2, STAR)
    assert asked.args == [IDS[2], False]
    click(panel, 1, NAME)
    with qtbot.waitSignal(panel.open_requested) as asked:
        QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 1, NAME))
    assert asked.args == [IDS[1]]


def test_a_name_is_edited_in_place_and_asked_for_as_a_note_is(qtbot: QtBot, panel: RunsPanel) -> None:
    panel.view.select([IDS[0]])
    panel.actions_by_name["rename"].trigger()
    editor = widgets.child(panel.view, QLineEdit)
    assert editor.text() == ""
    editor.setText(" in class ")
    with qtbot.waitSignal(panel.table.rename_requested) as asked:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (asked.args, cells(panel, 0)[1]) == ([IDS[0], "in class"], "Zeros")
    panel.view.select([IDS[2]])
    assert panel.note.text() == "for the class"
    panel.note.setFocus()
    panel.note.selectAll()
    QTest.keyClicks(panel.note, "for everyone")
    with qtbot.waitSignal(panel.note_requested) as asked:
        QTest.keyClick(panel.note, Qt.Key.Key_Return)
    assert asked.args == [IDS[2], "for everyone"]


def test_deleting_asks_for_all_selected_and_offers_to_undo_when_told(qtbot: QtBot, panel: RunsPanel) -> None:
    panel.view.select(IDS[:2])
    with qtbot.waitSignal(panel.delete_requested) as asked:
        panel.actions_by_name["delete"].trigger()
    assert asked.args == [IDS[:2]]
    assert not panel.actions_by_name["undo_delete"].isEnabled()
    panel.set_undo_possible(True)
    with qtbot.waitSignal(panel.undo_delete_requested):
        panel.actions_by_name["undo_delete"].trigger()


def test_one_selected_run_can_be_repeated_and_exported(qtbot: QtBot, panel: RunsPanel) -> None:
    panel.view.select([IDS[1]])
    with qtbot.waitSignal(panel.repeat_requested) as asked:
        panel.actions_by_name["repeat"].trigger()
    assert asked.args == [IDS[1]]
    for action, kind in zip(panel.export_menu.actions(), export.KINDS, strict=True):
        with qtbot.waitSignal(panel.export_requested) as asked:
            action.trigger()
        assert asked.args == [IDS[1], kind]


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_ticks_wear_the_numbers_and_colours_of_their_curves(panel: RunsPanel, theme: look.Theme) -> None:
    widgets.wear(theme, panel)
    panel.table.set_ticked(IDS[:2])
    panel.table.set_numbers({IDS[0]: 2})
    model = panel.view.model()
    icon = model.index(0, TICK).data(Qt.ItemDataRole.DecorationRole)
    assert icon.pixmap(22, 14).toImage().pixelColor(1, 1).name() == COLOURS[1].lower()
    assert model.index(1, TICK).data(Qt.ItemDataRole.DecorationRole) is None
    assert not panel.grab().isNull()


def test_what_needs_one_run_waits_for_one(panel: RunsPanel) -> None:
    for count in (0, 1, 2):
        panel.view.select(IDS[:count])
        for name in ("open", "repeat", "rename"):
            assert panel.actions_by_name[name].isEnabled() is (count == 1)
        assert panel.actions_by_name["delete"].isEnabled() is (count > 0)
        assert panel.note.isVisible() is (count == 1)


def test_runs_of_a_step_at_most_are_folded_away_but_for_those_that_somebody_named(panel: RunsPanel) -> None:
    named = kept(8, steps=1, label=replace(kept(1).label, name="my first step"))
    panel.set_runs((kept(9, state="running", steps=0), named, kept(7, steps=0), kept(6, steps=1), *RUNS))
    assert [run.facts.run_id[6:8] for run in panel.table.runs] == ["09", "08", "04", "03", "02"]
    assert panel.short.text() == "2 short"
    panel.short.click()
    assert len(panel.table.runs) == 7
    panel.table.set_ticked([kept(7).run_id])
    panel.view.select([kept(6).run_id])
    panel.short.click()
    assert len(panel.table.runs) == 7  # none that is compared or selected is out of sight
    panel.view.select([])
    panel.table.set_ticked([])
    panel.set_runs((kept(7, steps=0),))
    assert panel.view.isVisible()  # it does not say that there are none
    panel.set_runs(RUNS)
    assert not panel.short.isVisible()
