"""What differs between compared runs, in words, in a few lines."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.runs.facts import Label
from gui.runs.run_differences import LINES, RunDifferences
from tests.gui import widgets
from tests.gui.runs.made_runs import kept


def test_each_run_is_told_apart_from_the_first(qtbot: QtBot) -> None:
    told = widgets.hidden(qtbot, RunDifferences())
    told.set_runs([kept(1), kept(2, "zeros"), kept(3, label=Label("<b>mine"))])
    assert told.sentences == ["Start weights all zero instead of random, wide", "the same settings, data and seed"]
    assert "&lt;b&gt;mine" in told.findChildren(QLabel)[0].text()


def test_it_takes_no_more_room_for_many_runs_than_for_some(qtbot: QtBot) -> None:
    told = widgets.hidden(qtbot, RunDifferences())
    told.set_runs([kept(number) for number in range(1, 21)])
    assert told.sizeHint().height() <= LINES * told.findChildren(QLabel)[0].fontMetrics().lineSpacing() + 2
    told.set_runs([kept(1)])
    assert told.isHidden()
