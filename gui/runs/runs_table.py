"""The stored runs as a table for Qt's views: a row a run, ticks of its own, names and stars as requests."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from core.runs.facts import RunSummary
from core.words import say
from gui.look import controls, theme as look
from gui.look.figures import percent
from gui.look.run_colours import badge_icon, colour_of
from gui.runs.runs_columns import COLUMNS, HAND, NAME, STAR, TICK, Column, tip_of

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


class RunsTable(QAbstractTableModel):
    """Shows the runs it is given; which are ticked is its own, everything else is requested by signals."""

    ticks_changed = Signal(list)  # ids of the ticked runs, in the order they were ticked
    rename_requested = Signal(str, str)  # id, name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[RunSummary, ...] = ()
        self.ticked: list[str] = []
        self.wanted: list[str] = []  # those, and which were ticked when they were deleted: they are when they come back
        self._hands: Mapping[str, float] = {}
        self._badges: Mapping[str, QIcon] = {}

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs; rows stay where they are as long as the runs are the same."""
        before, ids = self.runs, [run.run_id for run in runs]
        if [run.run_id for run in before] == ids:
            self.runs = tuple(runs)
            for row in (row for row, was in enumerate(before) if was != runs[row]):
                self._changed(row, row)
            return
        self.beginResetModel()
        self.runs = tuple(runs)
        self.endResetModel()
        ticked = [run_id for run_id in self.wanted if run_id in ids]
        if ticked != self.ticked:
            self._show_ticked(ticked)

    def rows(self) -> list[tuple[str, str, str]]:
        """Return id, title and state of each run, from the top: what decides how wide the columns are."""
        return [(run.run_id, run.title, run.state) for run in self.runs]

    def set_hands(self, accuracies: Mapping[str, float]) -> None:
        """Show how well each run, by its id, reads the user's own digits, 0..1."""
        self._hands = dict(accuracies)
        self._changed(0, len(self.runs) - 1)

    def set_numbers(self, numbers: Mapping[str, int]) -> None:
        """Show the numbers of compared runs, by their id, beside their ticks, coloured as their curves are."""
        self._badges = {run_id: badge_icon(number, colour_of(number)) for run_id, number in numbers.items()}
        self._changed(0, len(self.runs) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of runs."""
        return 0 if parent is not None and parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let ticks be set and names be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TICK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return a column's title and what it teaches."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        kinds = {Role.DisplayRole: "text", Role.ToolTipRole: "tip"}
        return controls.words(column.name, kinds[Role(role)]) if role in kinds else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        run, column = self.runs[index.row()], index.column()
        if role == ID_ROLE:
            return run.run_id
        if role == SORT_ROLE:
            return self._key(run, column)
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(run, column, is_edited=role == Role.EditRole)
        if role == Role.TextAlignmentRole:
            return _alignment(COLUMNS[column])
        if role == Role.ToolTipRole:
            return controls.words(COLUMNS[column].name, "tip") if column in (TICK, STAR) else tip_of(run)
        return self._look(run, column, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick a run, or request another name."""
        run = self.runs[index.row()]
        if role == Role.CheckStateRole and index.column() == TICK:
            others = [run_id for run_id in self.ticked if run_id != run.run_id]
            self.set_ticked([*others, run.run_id] if Qt.CheckState(value) == Qt.CheckState.Checked else others)
            return True
        if role == Role.EditRole and index.column() == NAME and str(value).strip() != run.title:
            self.rename_requested.emit(run.run_id, str(value).strip())
            return True
        return False

    def _text(self, run: RunSummary, column: int, is_edited: bool) -> str:
        if column == HAND:
            return percent(self._hands.get(run.run_id, math.nan))
        return run.label.name if column == NAME and is_edited else COLUMNS[column].text(run)

    def _key(self, run: RunSummary, column: int) -> Any:
        if column == TICK:
            return run.run_id in self.ticked
        return self._hands.get(run.run_id, -1.0) if column == HAND else COLUMNS[column].key(run)

    def _look(self, run: RunSummary, column: int, role: int) -> Any:
        if column == TICK and role == Role.CheckStateRole:
            return Qt.CheckState.Checked if run.run_id in self.ticked else Qt.CheckState.Unchecked
        if column == TICK and role == Role.DecorationRole and run.run_id in self._badges:
            return self._badges[run.run_id]
        if column == TICK and role == Role.AccessibleTextRole:
            return say("compare {title}", title=run.title)
        if role == Role.ForegroundRole and column == STAR:
            return QColor(look.current().accent if run.label.starred else look.current().ghost)
        if role == Role.ForegroundRole and run.state != "finished" and column != NAME:
            return QColor(look.current().dim)
        return None

    def set_ticked(self, run_ids: list[str]) -> None:
        """Tick these runs, and no others."""
        ids = {run.run_id for run in self.runs}
        self.wanted = [*run_ids, *(run_id for run_id in self.wanted if run_id not in ids)]
        self._show_ticked(run_ids)

    def _show_ticked(self, run_ids: list[str]) -> None:
        self.ticked = run_ids
        self._changed(0, len(self.runs) - 1)
        self.ticks_changed.emit(list(run_ids))

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
