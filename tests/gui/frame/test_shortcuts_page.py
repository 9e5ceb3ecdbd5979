"""The page of all keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.frame.actions import TABLE, Actions
from gui.frame.shortcuts_page import ShortcutsPage
from tests.gui import widgets


def test_it_lists_every_key_of_the_table_and_how_to_draw_by_keyboard(qtbot: QtBot) -> None:
    parent = QObject()
    actions = Actions(parent)
    page = widgets.hidden(qtbot, ShortcutsPage(actions))
    text = page.page.toPlainText()
    for spec in TABLE:
        if spec.shortcut:
            assert QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText) in text
            assert actions[spec.name].text().rstrip(".") in text
    assert "Put the pen down, or lift it." in text
    parent.deleteLater()
