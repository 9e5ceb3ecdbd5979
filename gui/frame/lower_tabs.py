"""The tabs beneath the plots."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from gui.look import controls

Kind = TypeVar("Kind", bound=QWidget)
LOWEST = 13  # lines of text, with the titles


class LowerTabs(QTabWidget):
    """Holds a panel of each kind; what they show, and say to each other, comes from outside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, documentMode=True)
        controls.named(self, "tabs")

    def add(self, make: Callable[[], QWidget]) -> None:
        """Make a panel, and add it behind the others; the table of controls has its title, and what it teaches."""
        panel = make()
        name = panel.objectName()
        self.setTabToolTip(self.addTab(panel, controls.words(name, "tab")), controls.words(name, "teaches"))

    def panel(self, kind: type[Kind]) -> Kind:
        """Return the panel of a kind, which there has to be."""
        return next(page for page in map(self.widget, range(self.count())) if isinstance(page, kind))

    def turn_to(self, name: str) -> None:
        """Show the panel of that object name, where there is one."""
        for page in map(self.widget, range(self.count())):
            if page.objectName() == name:
                self.setCurrentWidget(page)

    def place_of(self, widget: QWidget | None) -> tuple[QWidget | None, QRect | None]:
        """Return where a widget is seen: of a panel that is not in front its title and where that is, else itself."""
        index = -1 if widget is None else self.indexOf(widget)
        return (widget, None) if index in (-1, self.currentIndex()) else (self.tabBar(), self.tabBar().tabRect(index))

    def minimumSizeHint(self) -> QSize:
        """Ask for no more height than a low window has; a panel that needs more is pressed together."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), LOWEST * self.fontMetrics().height()))

    def turn(self, by: int) -> None:
        """Show the tab so many places on, round and round, with the keyboard on its title."""
        if not self.isVisible():
            return
        self.setCurrentIndex((self.currentIndex() + by) % self.count())
        self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)
