"""A choice of one thing among several entries of a menu, such as the colours or the language."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup

from gui.frame.actions import Actions

SYSTEM = "system"  # as the system has it: what is chosen at first


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
