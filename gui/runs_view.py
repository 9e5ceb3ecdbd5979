"""The view of the table of runs: sorted by any column, rows selected whole."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.words import say
from gui import theme as look
from gui.runs_columns import HAND, NAME, RECIPE, STAR, TICK
from gui.runs_table import ID_ROLE, SORT_ROLE, RunsTable

WIDTHS = {TICK: 48, STAR: 30}  # pixels
ROOM = 8  # pixels between the lines of two rows


class RunsView(QTableView):
    """Shows a table of runs, as it comes until a column's title is clicked."""

    def __init__(self, table: RunsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(table)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setAccessibleName(say("Table of runs"))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setColumnHidden(HAND, True)
        self.verticalHeader().hide()
        self._set_up_header(self.horizontalHeader())

    def set_theme(self) -> None:
        """Take fonts; the colours come from the application's style."""
        self.setFont(look.body_font())
        self.horizontalHeader().setFont(look.small_font())
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROOM)

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

    def _set_up_header(self, header: QHeaderView) -> None:
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by the rows in sight: asking a thousand takes a second
        for column in (NAME, RECIPE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
