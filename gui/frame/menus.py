"""The menus: which actions stand where, the names of those that buttons share with them, choices, recent folders."""

import json
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from core.digits.dataset import CLASSES
from core.files import assets
from core.words import said, say
from gui.frame.actions import Actions
from gui.look import theme as look

RUN_ACTIONS = ("train", "pause", "step", "reset", "more")
CANVAS_ACTIONS = ("undo", "redo", "clear")
TEACH = tuple(f"teach_{digit}" for digit in range(CLASSES))
THEMES = ("theme_system", "theme_light", "theme_dark")
RECENT = "recent"  # a menu of its own
# the actions of each menu, "" for a line between, by title: a "&" stands before the letter that opens it with Alt
MENUS: dict[str, list[str]] = json.loads(assets.text("menus.json"))
MOST = 8  # folders
SYSTEM = "system"  # as the system has it: what is chosen at first
SCHEMES = {SYSTEM: Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def fill(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Fill a menu bar with the actions of the table, and the menu of recent folders."""
    for title, names in MENUS.items():
        menu = bar.addMenu(said(title))
        for name in names:
            if name == RECENT:
                menu.addMenu(recent)
            elif name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()


class MenuChoice(QObject):
    """Ticks one of the actions PREFIX_NAME at a time; `changed` reports another choice by its name."""

    changed = Signal(str)

    def __init__(self, actions: Actions, prefix: str, names: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self.name = SYSTEM
        self._actions = {name: actions[f"{prefix}_{name}"] for name in names}
        self._group = QActionGroup(self)
        for name, action in self._actions.items():
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self.choose(name))
        self._actions[SYSTEM].setChecked(True)

    def choose(self, name: str) -> None:
        """Choose this from now on; a name that there is not, as a hand-edited file may have, is passed over."""
        if name in self._actions and name != self.name:
            self.name = name
            self._actions[name].setChecked(True)
            self.changed.emit(name)


def theme_for(choice: str) -> look.Theme:
    """Return the theme of a choice; the system's for "system" and for what is none, light where it does not say."""
    scheme = SCHEMES.get(choice, Qt.ColorScheme.Unknown)
    if scheme == Qt.ColorScheme.Unknown:
        scheme = QGuiApplication.styleHints().colorScheme()
    return look.DARK if scheme == Qt.ColorScheme.Dark else look.LIGHT


class ThemeChoice(MenuChoice):
    """Follows the choice between the system's colours, light ones and dark ones."""

    theme_changed = Signal(object)  # Theme

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(actions, "theme", SCHEMES, parent)
        self.changed.connect(self._on_chosen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _on_chosen(self, name: str) -> None:
        QGuiApplication.styleHints().setColorScheme(SCHEMES[name])  # for what Qt does not paint: title bars
        self.theme_changed.emit(theme_for(name))

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.name == SYSTEM:
            self.theme_changed.emit(theme_for(SYSTEM))


class RecentFolders(QMenu):
    """The folders opened last, the newest on top; `folder_requested` reports the one that is chosen."""

    folder_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Open recent data"), parent)
        self.setToolTipsVisible(True)
        self._show(())

    def add(self, folder: Path) -> None:
        """Put a folder on top."""
        self._show((folder, *(known for known in self.folders if known != folder)))

    def text(self) -> str:
        """Return the folders as text that `set_text` takes."""
        return json.dumps([str(folder) for folder in self.folders])

    def set_text(self, text: str) -> None:
        """Show the folders of such a text; raises ValueError for another."""
        paths = json.loads(text)
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise ValueError("not a list of folders")
        self._show(tuple(map(Path, paths)))

    def _show(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders[:MOST]  # the newest first
        self.clear()
        for folder in self.folders:
            action = self.addAction(folder.name or str(folder))
            action.setToolTip(str(folder))
            action.triggered.connect(lambda _checked=False, folder=folder: self.folder_requested.emit(folder))
        self.menuAction().setEnabled(bool(self.folders))
