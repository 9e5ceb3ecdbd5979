"""Joins the choice of colours and the system's colour scheme to the look of the window."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from gui.frame.actions import Actions
from gui.frame.menus import SYSTEM, MenuChoice
from gui.look import theme as look

CHOICES = {SYSTEM: Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def theme_for(choice: str) -> look.Theme:
    """Return the theme of a choice; the system's for "system" and for what is none."""
    system = QGuiApplication.styleHints().colorScheme()
    return look.theme_of(system if choice == SYSTEM else CHOICES.get(choice, system))


class ThemeController(QObject):
    """Follows the choice between the system's colours, light ones and dark ones."""

    theme_changed = Signal(object)  # Theme

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self.choice = MenuChoice(actions, "theme", CHOICES, self)
        self.choice.changed.connect(self._on_chosen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def theme(self) -> look.Theme:
        """Return the theme that is chosen."""
        return theme_for(self.choice.name)

    def _on_chosen(self, name: str) -> None:
        QGuiApplication.styleHints().setColorScheme(CHOICES[name])  # for what Qt does not paint: title bars
        self.theme_changed.emit(self.theme())

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.choice.name == SYSTEM:
            self.theme_changed.emit(self.theme())
