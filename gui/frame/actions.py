"""Every action of the window, from the one table assets/actions.json: its text, its key, its tooltip, its icon."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from core.files import assets
from core.words import said
from gui.look.icons import icon


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What the user reads of an action, in English; the shortcut is in Qt's portable notation, "" for none."""

    name: str
    text: str
    tip: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    short: str = ""  # on a button; the text where it is empty

    def shown(self, text: str) -> str:
        """Return the text or the tip in the user's language."""
        return said(text).format(short=self.short)


# macOS would go by an English text: it takes Settings out of its menu, and leaves Beenden in its own
ROLES = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
TABLE = tuple(ActionSpec(**entry) for entry in json.loads(assets.text("actions.json")))


class Actions(dict[str, QAction]):
    """The QActions of the table, by name; buttons and menus share them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        for spec in TABLE:
            action = self[spec.name] = QAction(spec.shown(spec.text), parent)
            action.setCheckable(spec.checkable)
            action.setMenuRole(ROLES.get(spec.name, QAction.MenuRole.NoRole))
            if spec.icon:
                colour = "on_accent" if spec.name == "train" else "text"
                action.setIcon(icon(spec.icon, colour, "accent" if spec.checkable else ""))
            if spec.short:
                action.setIconText(spec.short)
            action.setShortcut(QKeySequence(spec.shortcut))
            keys = f" ({QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)})"
            action.setToolTip(spec.shown(spec.tip) + (keys if spec.shortcut else ""))
