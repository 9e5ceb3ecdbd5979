"""The Runs tab: every stored run in a table, to compare, open, name, repeat, export and delete."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QStackedLayout, QToolButton, QWidget

from core.runs.facts import RunSummary, differences_between
from core.words import say
from gui.look import controls, parts
from gui.look.parts import ElidedLabel, Scrolled
from gui.look.run_colours import badge, colour_of
from gui.runs.runs_columns import HAND, NAME, STAR, TICK
from gui.runs.runs_table import ID_ROLE, RunsTable
from gui.runs.runs_view import NEED_ONE, NEED_SOME, RunsView, export_menu, made_actions

LINES = 5  # in sight at most
GIGA = 1e9


class RunDifferences(Scrolled):
    """Shows what each run does otherwise than the first."""

    def __init__(self) -> None:
        self._label = parts.caption(small=True, wraps=True)
        super().__init__(self._label)
        controls.named(self, "difference")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentences: list[str] = []

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Compare these runs, numbered from 1 on, with the first of them; one alone is compared with nothing."""
        self.sentences = [differences_between(runs[0], run) for run in runs[1:]]
        head = say("Against “{title}”:", title=runs[0].title) if runs else ""
        lines = [head, *(f"{run.title}: {text}" for run, text in zip(runs[1:], self.sentences, strict=True))]
        shown = (f"{badge(number, colour_of(number))} {escape(line)}" for number, line in enumerate(lines, 1))
        self._label.setText("<br>".join(shown))
        self.setVisible(len(runs) > 1)
        self.updateGeometry()

    def dress(self) -> None:
        """Ask for as much room as the lines need in another font."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for as many lines as there are, up to some."""
        whole = self._label.heightForWidth(max(100, self.viewport().width()))
        return QSize(200, min(whole, LINES * self._label.fontMetrics().lineSpacing()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Ask for two lines at least."""
        return QSize(100, 2 * self._label.fontMetrics().lineSpacing())


def _is_short(run: RunSummary) -> bool:
    """Whether nobody misses a run: it ended after a step at most, and was neither named nor starred."""
    return run.steps <= 1 and run.state != "running" and not (run.label.name or run.label.starred)


class RunsPanel(QWidget):
    """Shows what it is given; every request leaves as a signal and is seen once the runs come back changed."""

    compare_changed = Signal(list)  # ids of the ticked runs, in the order they were ticked
    open_requested = Signal(str)
    repeat_requested = Signal(str)
    export_requested = Signal(str, str)  # id, kind (core.exporting.export)
    star_requested = Signal(str, bool)
    note_requested = Signal(str, str)  # id, text
    delete_requested = Signal(list)  # ids
    undo_delete_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "runs")
        self.table = RunsTable(self)
        self.view = RunsView(self.table)
        self._usage, self.difference = parts.set_apart(ElidedLabel(), "dim", "small"), RunDifferences()
        self._empty = parts.caption(controls.words("run_table"), wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = controls.named(QLineEdit(placeholderText=controls.words("run_note")), "run_note")
        self.actions_by_name = made_actions(self.view)
        self._undo, self._all = self._button("undo_delete"), tuple[RunSummary, ...]()
        self.short = controls.button("short_runs", "flat", checkable=True)
        self.short.toggled.connect(lambda: self.set_runs(self._all))
        self._export = controls.button("export_run")
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_menu = export_menu(self)
        self._export.setMenu(self.export_menu)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        buttons = (*map(self._button, ("open", "repeat")), self._export, self._button("delete"))
        head = parts.row((self._usage, 1), self.short, self._undo, *buttons, spacing=6)
        column = parts.column(head, (self._stack, 1), self.difference, self.note, within=self, spacing=6)
        column.setContentsMargins(4, 4, 4, 4)
        self._connect()
        self.set_undo_possible(False)
        self._on_selected()

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs, the newest first, but short ones that are neither selected nor ticked on demand alone."""
        chosen, before, self._all = self.view.selected(), self.table.rows(), tuple(runs)
        active = {*chosen, *self.table.wanted}
        short = sum(map(_is_short, runs))
        self.short.setText(say("{count} short", count=short))
        self.short.setVisible(short > 0)
        everything = self.short.isChecked()
        self.table.set_runs([run for run in runs if everything or run.run_id in active or not _is_short(run)])
        self._stack.setCurrentIndex(1 if runs else 0)  # first: of a hidden table, Qt measures every row
        if self.table.rows() != before:  # it measures every cell, and a run that goes on is shown twice a second
            self.view.make_room()
        if self.view.selected() != chosen:
            self.view.select(chosen)
        self._on_selected()
        self._show_difference()
        titles = {run_id: title for run_id, title, _ in before}
        if any(titles.get(run.run_id, run.title) != run.title for run in runs if run.run_id in self.table.ticked):
            self.compare_changed.emit(list(self.table.ticked))  # their curves bear their names

    def set_usage(self, used: int, limit: int) -> None:
        """Show how many bytes all runs take, and may take."""
        count = len(self._all)
        runs = say("1 run") if count == 1 else say("{count:,} runs", count=count)
        self._usage.setText(say("{runs}, {used:.2f} of {limit:g} GB", runs=runs, used=used / GIGA, limit=limit / GIGA))

    def set_hands(self, accuracies: Mapping[str, float]) -> None:
        """Show the share, 0..1, of the user's own digits that each run, by its id, reads right; none hides it."""
        self.table.set_hands(accuracies)
        self.view.setColumnHidden(HAND, not accuracies)
        self.view.make_room()

    def set_undo_possible(self, possible: bool) -> None:
        """Offer to bring back what was deleted last, or not."""
        self._undo.setVisible(possible)
        self.actions_by_name["undo_delete"].setEnabled(possible)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self.actions_by_name[name])
        return button

    def _connect(self) -> None:
        does = {
            "open": lambda: self._for_one(self.open_requested.emit),
            "repeat": lambda: self._for_one(self.repeat_requested.emit),
            "star": self._star,
            "rename": self._rename,
            "delete": lambda: self.delete_requested.emit(self.view.selected()),
            "undo_delete": self.undo_delete_requested.emit,
        }
        for name, slot in does.items():
            self.actions_by_name[name].triggered.connect(slot)
        self.export_menu.triggered.connect(
            lambda action: self._for_one(lambda run_id: self.export_requested.emit(run_id, str(action.data())))
        )
        self.table.ticks_changed.connect(self._show_difference)
        self.table.ticks_changed.connect(self.compare_changed)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.view.clicked.connect(self._on_clicked)
        self.view.doubleClicked.connect(self._on_double_clicked)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.note.editingFinished.connect(self._on_note_edited)

    def _for_one(self, act: Callable[[str], object]) -> None:
        chosen = self.view.selected()
        if len(chosen) == 1:
            act(chosen[0])

    def _run(self, run_id: str) -> RunSummary | None:
        return next((run for run in self.table.runs if run.run_id == run_id), None)

    def _star(self) -> None:
        runs = [run for run in map(self._run, self.view.selected()) if run is not None]
        starred = not all(run.label.starred for run in runs)
        for run in runs:
            self.star_requested.emit(run.run_id, starred)

    def _rename(self) -> None:
        rows = self.view.selectionModel().selectedRows(NAME)
        if len(rows) == 1:
            self.view.edit(rows[0])

    def _show_difference(self) -> None:
        runs = [run for run in map(self._run, self.table.ticked) if run is not None]
        self.difference.set_runs(runs)

    def _on_selected(self) -> None:
        chosen = self.view.selected()
        run = self._run(chosen[0]) if len(chosen) == 1 else None
        for name in NEED_ONE:
            self.actions_by_name[name].setEnabled(run is not None)
        self._export.setEnabled(run is not None)
        for name in NEED_SOME:
            self.actions_by_name[name].setEnabled(bool(chosen))
        self.note.setVisible(run is not None)
        if not self.note.hasFocus():
            self.note.setText(run.label.note if run is not None else "")
        self._noted = run.run_id if run is not None else ""

    def _on_clicked(self, index: QModelIndex) -> None:
        run = self._run(str(index.data(ID_ROLE)))
        if index.column() == STAR and run is not None:
            self.star_requested.emit(run.run_id, not run.label.starred)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() not in (TICK, STAR):
            self.open_requested.emit(str(index.data(ID_ROLE)))

    def _on_note_edited(self) -> None:
        run = self._run(self._noted)
        if run is not None and self.note.text().strip() != run.label.note:
            self.note_requested.emit(run.run_id, self.note.text().strip())

    def _on_menu_requested(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.actions_by_name[name] for name in ("open", "repeat")])
        menu.addMenu(self.export_menu)
        menu.addSeparator()
        menu.addActions([self.actions_by_name[name] for name in ("star", "rename", "delete")])
        menu.popup(self.view.viewport().mapToGlobal(place))
