"""Joins the language's entries of the View menu to the language of the next start."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from core.words import say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.system.language import SHIPPED, SYSTEM


class LanguageController(QObject):
    """Owns the choice of a language; texts that are on screen stay as they are until the next start."""

    def __init__(self, actions: Actions, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self.choice = SYSTEM
        self._status = status
        self._actions = {name: actions[f"language_{name}"] for name in (SYSTEM, *SHIPPED)}
        self._group = QActionGroup(self)
        for name, action in self._actions.items():
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self._on_chosen(name))
        self._actions[SYSTEM].setChecked(True)

    def choose(self, choice: str) -> None:
        """Speak the system's language ("system"), or "en" or "de", at the next start; another choice is passed over."""
        if choice in self._actions:
            self.choice = choice
            self._actions[choice].setChecked(True)

    def _on_chosen(self, choice: str) -> None:
        if choice != self.choice:
            self.choose(choice)
            self._status.show_note(say("The language changes at the next start."))
