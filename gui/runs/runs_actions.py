"""What can be done with stored runs: actions with their keys, and the menu of exports."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.exporting.export import EXPORTERS
from core.words import mark, said, say

ACTIONS = {  # name: text, key, what it teaches
    "open": (mark("Open"), "Return", mark("Show the run: its curves, its weights, and the slider back through it.")),
    "repeat": (
        mark("Repeat"),
        "",
        mark("Train it again from its record: the same costs, bit for bit on this machine."),
    ),
    "star": (mark("Star"), "Ctrl+B", mark("A star keeps a run, whatever room the others take.")),
    "rename": (mark("Rename"), "F2", mark("Give the run a name of your own.")),
    "delete": (mark("Delete"), "Delete; Backspace", mark("Delete the selected runs; Undo brings them back.")),
    "undo_delete": (mark("Undo delete"), "", mark("Bring back what was deleted last.")),
}
NEED_ONE = ("open", "repeat", "rename")  # run that is selected
NEED_SOME = ("star", "delete")


def made_actions(owner: QWidget) -> dict[str, QAction]:
    """Return the actions by their names; their keys hold where `owner` itself has the focus."""
    made = {}
    for name, (text, keys, tip) in ACTIONS.items():
        action = QAction(said(text), owner)
        action.setToolTip(said(tip))
        action.setShortcuts(QKeySequence.listFromString(keys))  # a Mac calls its Backspace "delete"
        # not of its children: Delete in the editor of a name deletes a letter
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made[name] = action
    owner.addActions(list(made.values()))
    return made


def export_menu(owner: QWidget) -> QMenu:
    """Return a menu of what a run can be exported to; each entry's data is its kind (core.exporting.export)."""
    menu = QMenu(say("Export"), owner)
    for exporter in EXPORTERS:
        menu.addAction(said(exporter.label)).setData(exporter.kind)
    return menu
