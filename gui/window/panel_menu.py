"""Joins every panel to its menu: its picture copied or saved, and the numbers of its curves."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QTabWidget, QWidget

from core.exporting import tables
from core.exporting.tables import Table
from core.files.folders import file_name
from core.words import say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.jobs.worker import Submit
from gui.system import picture_file
from gui.system.save_dialog import asked_path

ACTIONS = ("copy_picture", "save_picture", "save_data")


@runtime_checkable
class Tabled(Protocol):
    """A panel that shows numbers."""

    def to_table(self) -> Table:
        """Return what is shown, copied; without rows where there is nothing."""
        ...


class PanelMenu(QObject):
    """Knows the panel that was used last, which the actions are about, and opens the menu of any."""

    def __init__(
        self,
        panels: Mapping[str, QWidget],
        tabs: QTabWidget,
        actions: Actions,
        submit: Submit,
        run: Callable[[], str],
        status: StatusLine,
        window: QWidget,
    ) -> None:
        """Take panels by title, tabs whose front one is a panel, who writes large files aside, who names the run."""
        super().__init__(window)
        self._panels, self._tabs, self._submit, self._window = dict(panels), tabs, submit, window
        self._run, self._status = run, status
        self._actions = {name: actions[name] for name in ACTIONS}
        self._used = next(iter(panels.values()))
        for widget in (*panels.values(), tabs):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(partial(self._open, widget))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        for name, slot in zip(ACTIONS, (self._on_copy, self._on_save_picture, self._on_save_data), strict=True):
            self._actions[name].triggered.connect(slot)

    def panel(self) -> QWidget:
        """Return the panel that the actions are about."""
        part = self._part()
        return self._tabs.currentWidget() if part is self._tabs else part

    def menu(self) -> QMenu:
        """Return the menu of that panel."""
        menu = QMenu(self._window)
        for name in ACTIONS:
            if name != "save_data" or isinstance(self.panel(), Tabled):
                menu.addAction(self._actions[name])
        return menu

    def _open(self, panel: QWidget, place: QPoint) -> None:
        """Open a panel's menu, where nothing in the panel has one of its own."""
        self._used = panel
        menu = self.menu()
        menu.exec(panel.mapToGlobal(place))
        menu.deleteLater()

    def _part(self) -> QWidget:
        """Return what was used last, or, where it has no room in the window by now, the first that has."""
        parts = (self._used, *self._panels.values(), self._tabs)
        return next((part for part in parts if part.isVisible() and not part.size().isEmpty()), self._used)

    def _title(self) -> str:
        part = self._part()
        if part is self._tabs:
            return self._tabs.tabText(self._tabs.currentIndex())
        return next(title for title, widget in self._panels.items() if widget is part)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        panels = (*self._panels.values(), self._tabs)
        while new is not None and new not in panels:
            new = new.parentWidget()
        self._used = new or self._used

    def _on_copy(self) -> None:
        with picture_file.printable(self.panel()):
            QGuiApplication.clipboard().setImage(picture_file.image_of(self.panel()))
        self._status.show_note(say("Copied the picture: {title}.", title=self._title()))

    def _on_save_picture(self) -> None:
        path = self._asked(say("Save picture: {title}", title=self._title()), picture_file.PIXELS, "*.png;;*.svg")
        if path is not None and self._status.attempt(lambda: picture_file.save(self.panel(), path)):
            self._say_saved(path)

    def _on_save_data(self) -> None:
        panel = self.panel()
        table = panel.to_table() if isinstance(panel, Tabled) else None
        if not table:
            self._status.show_note(say("{title} has no numbers to save yet.", title=self._title()))
            return
        path = self._asked(say("Save numbers: {title}", title=self._title()), ".csv", "*.csv")
        if path is not None:  # a million steps take a second to write
            self._submit(lambda: tables.write_table(path, table), lambda _written: self._say_saved(path))

    def _asked(self, title: str, suffix: str, filters: str) -> Path | None:
        start = file_name(" - ".join(filter(None, (self._run(), self._title())))) + suffix
        return asked_path(self._window, title, start, filters)

    def _say_saved(self, path: Path) -> None:
        self._status.show_note(say("Saved {path}.", path=path))
