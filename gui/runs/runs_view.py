"""The view of the table of runs, sorted by any column, rows selected whole; what can be done with them."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from core.exporting.export import EXPORTERS
from core.words import said, say
from gui.look import controls, theme as look
from gui.look.run_colours import BADGE
from gui.runs.runs_columns import COST, HAND, NAME, RECIPE, SECONDS, STAR, START, TICK, VALIDATION
from gui.runs.runs_table import ID_ROLE, SORT_ROLE, RunsTable

WIDTHS = {TICK: 56, STAR: 30}  # pixels
ROOM = 8  # pixels between the lines of two rows
LEFT_OUT = (RECIPE, START, SECONDS, COST, VALIDATION)  # in this order, where a name would find no room beside them
LETTERS = 16  # that a name has room for at least
MOST_LETTERS = 30  # of a name, for which other columns are left out
NEED_ONE = ("open", "repeat", "rename")  # run that is selected
NEED_SOME = ("star", "delete")
ACTIONS = (*NEED_ONE, *NEED_SOME, "undo_delete")


class RunsView(QTableView):
    """Shows a table of runs, as it comes until a column's title is clicked."""

    def __init__(self, table: RunsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent, showGrid=False, wordWrap=False)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(table)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        controls.named(self, "run_table")
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setColumnHidden(HAND, True)
        self.setIconSize(QSize(*BADGE))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by the rows in sight: asking a thousand takes a second
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.dress()

    def dress(self) -> None:
        """Take fonts; the colours come from the application's style."""
        self.setFont(look.body_font())
        self.horizontalHeader().setFont(look.small_font())
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that matter less before the names are cut."""
        super().resizeEvent(event)
        if self.isVisible():  # of a hidden table, Qt measures every row
            self.make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for the names."""
        super().showEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Show as many columns as leave room for the names."""
        for column in LEFT_OUT:
            self.setColumnHidden(column, False)  # Qt does not measure the cells of hidden ones
        columns = set(range(self.model().columnCount())) - ({HAND} if self.isColumnHidden(HAND) else set())
        room = self.viewport().width() - sum(map(self._least_width, columns))
        for column in LEFT_OUT:
            self.setColumnHidden(column, room < 0)
            room += self._least_width(column) if room < 0 else 0

    def _least_width(self, column: int) -> int:
        if column in WIDTHS:
            return WIDTHS[column]
        needed = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
        if column != NAME:
            return needed
        letter = self.fontMetrics().averageCharWidth()
        return min(max(needed, LETTERS * letter), MOST_LETTERS * letter)

    def selected(self) -> list[str]:
        """Return the ids of the selected runs, from the top."""
        rows = self.selectionModel().selectedRows()
        return [str(index.data(ID_ROLE)) for index in sorted(rows, key=QModelIndex.row)]

    def select(self, run_ids: Collection[str]) -> None:
        """Select the runs of these ids, and no others."""
        selection = self.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
        selection.clearSelection()
        for row in range(self._sorted.rowCount()):
            index = self._sorted.index(row, 0)
            if index.data(ID_ROLE) in run_ids:
                selection.select(index, rows)


def made_actions(owner: QWidget) -> dict[str, QAction]:
    """Return the actions by their names; their keys hold where `owner` itself has the focus."""
    made = {}
    for name in ACTIONS:
        action = QAction(controls.words(name), owner, toolTip=controls.words(name, "tip"))
        keys = controls.TABLE[name].get("keys", "")
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
