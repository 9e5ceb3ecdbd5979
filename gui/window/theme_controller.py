"""Joins the theme's menu and the system's colour scheme to the look of the window."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication

from gui.frame.actions import Actions
from gui.look import theme as look

SYSTEM = "system"
CHOICES = {SYSTEM: Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def theme_for(choice: str) -> look.Theme:
    """Return the theme of a choice; the system's for "system" and for what is none."""
    system = QGuiApplication.styleHints().colorScheme()
    return look.theme_of(system if choice == SYSTEM else CHOICES.get(choice, system))


class ThemeController(QObject):
    """Owns the choice between the system's colours, light ones and dark ones."""

    theme_changed = Signal(object)  # Theme

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self.choice = SYSTEM
        self._actions = {name: actions[f"theme_{name}"] for name in CHOICES}
        self._group = QActionGroup(self)
        for name, action in self._actions.items():
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self.choose(name))
        self._actions[SYSTEM].setChecked(True)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def theme(self) -> look.Theme:
        """Return the theme that is chosen."""
        return theme_for(self.choice)

    def choose(self, choice: str) -> None:
        """Wear the system's colours ("system"), or always "light" or "dark"; another choice is passed over."""
        if choice in CHOICES and choice != self.choice:
            self.choice = choice
            self._actions[choice].setChecked(True)
            QGuiApplication.styleHints().setColorScheme(CHOICES[choice])  # for what Qt does not paint: title bars
            self.theme_changed.emit(self.theme())

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.choice == SYSTEM:
            self.theme_changed.emit(self.theme())
