"""The recipes as rungs: what each changes, what one's own runs of it read, and how to climb."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER, ZEROS, text_of
from core.runs import RunStore
from core.runs.facts import Origin
from gui.look import theme as look
from gui.runs.ladder_panel import BEST, CHANGES, HAND, NAME, USUAL, LadderPanel
from tests.core.runs.made import keep_made_run
from tests.gui import widgets
from tests.there import there
from tests.words import ROOT


@pytest.fixture
def ladder(qtbot: QtBot) -> LadderPanel:
    return widgets.shown(qtbot, LadderPanel(), 800, 240)


def cell(ladder: LadderPanel, name: str, column: int) -> str:
    return there(ladder.rungs.topLevelItem(list(LADDER).index(name))).text(column)


def test_each_recipe_is_a_rung_with_what_it_changes_beneath_the_table_in_a_narrow_window(ladder: LadderPanel) -> None:
    assert ladder.rungs.topLevelItemCount() == len(LADDER)
    changes, why = text_of(recipes.TUTORIAL)
    assert f"{changes} {why}" in widgets.texts(ladder)
    assert cell(ladder, "tutorial", CHANGES) == changes
    ladder.resize(700, 180)
    assert ladder.rungs.isColumnHidden(CHANGES)
    assert changes in widgets.texts(ladder)


def test_each_rung_says_what_was_measured_of_it(ladder: LadderPanel) -> None:
    rows = [row.split("|") for row in (ROOT / "docs" / "ladder.md").read_text().splitlines() if row.startswith("| `")]
    assert [cell(ladder, row[1].strip(" `"), USUAL) for row in rows] == [row[7].strip() for row in rows]
    assert len(rows) == len(LADDER)


def test_keys_tell_what_a_rung_changes_and_enter_climbs_it(qtbot: QtBot, ladder: LadderPanel) -> None:
    ladder.rungs.setFocus()
    QTest.keyClick(ladder.rungs, Qt.Key.Key_Down)
    assert ladder.climb.text() == "Climb: Zeros"
    assert text_of(ZEROS)[1] in widgets.said(ladder)
    with qtbot.waitSignal(ladder.climb_requested) as climbed:
        QTest.keyClick(ladder.rungs, Qt.Key.Key_Return)
    assert climbed.args == ["zeros"]


def test_the_best_of_ones_own_runs_stands_on_its_rung(ladder: LadderPanel, tmp_path: Path) -> None:
    store = RunStore(tmp_path)
    for recipe in (ZEROS, recipes.changed(ZEROS, learning_rate=0.3)):
        keep_made_run(store, recipe)
    runs = store.listing().runs
    best = max((run for run in runs if not run.recipe.based_on and run.outcome), key=lambda run: run.run_id)
    best = replace(best, outcome=replace(there(best.outcome), test_accuracy=0.871))
    better = replace(best, outcome=replace(there(best.outcome), test_accuracy=0.9))
    continued = replace(better, facts=replace(better.facts, parent=Origin("x", 819), has_start=True))
    ladder.set_runs([*runs, best, continued, replace(better, steps=2_000)])
    ladder.set_hands({best.run_id: 0.5})
    assert (cell(ladder, "zeros", BEST), cell(ladder, "zeros", HAND)) == ("87.1 %", "50.0 %")
    assert cell(ladder, "tutorial", BEST) == "–"


def test_the_rung_of_the_next_run_is_marked(ladder: LadderPanel) -> None:
    ladder.set_recipe(recipes.changed(ZEROS, seed=3))
    for theme in (look.LIGHT, look.DARK):
        widgets.wear(theme, ladder)
        bold = [name for row, name in enumerate(LADDER) if there(ladder.rungs.topLevelItem(row)).font(NAME).bold()]
        assert bold == ["zeros"]
