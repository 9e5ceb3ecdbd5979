"""The Network tab: one step with its numbers, the graph that TensorFlow built, and the recipe as code."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.digits.dataset import DIGITS
from core.training.graph import GraphNode
from core.training.one_step import FollowedStep
from core.words import mark, said, say
from gui.look import theme as look
from gui.look.elided_label import ElidedLabel
from gui.look.giving_row import GivingRow
from gui.look.theme import Theme
from gui.panels.post_lines import post_table
from gui.panels.step_picture import StepPicture

STEP, GRAPH, CODE, POST = PAGES = (mark("One step"), mark("Graph"), mark("Code"), mark("The post"))
TIPS = {
    STEP: mark("Follows one image of the next batch through the network, and the step that comes of it."),
    GRAPH: mark("The graph that TensorFlow built for this training, node by node."),
    CODE: mark("The recipe as a short script of TensorFlow that prints the same costs."),
    POST: mark("Each line of the network in “Learn TensorFlow Now”, first post, beside today's, and where to see it."),
}
WAITING = mark("The graph is listed here as soon as TensorFlow is ready.")


class NetworkPanel(QWidget):
    """Three pages; `graph_requested` asks for the graph, `example_requested` for another image of the batch."""

    graph_requested = Signal()
    example_requested = Signal(int)  # place in the batch, from 0
    page_changed = Signal()

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network")
        self.setAccessibleName(say("Network"))
        self._theme = theme
        self._nodes: tuple[GraphNode, ...] = ()
        self.picture, self.code, self.tree = StepPicture(theme), QPlainTextEdit(), _tree()
        self._pages, self._buttons = QStackedWidget(), QButtonGroup(self)
        self._note, self._example = ElidedLabel(), QSpinBox()
        self._every = QCheckBox(say("bookkeeping, too"))
        self._copy = QToolButton()
        self._extras: dict[str, tuple[QWidget, ...]] = {}
        self._set_up()
        self._lay_out()
        self.set_theme(theme)
        self._show_page(STEP)

    def set_step(self, step: FollowedStep | None, names: tuple[str, ...] = DIGITS) -> None:
        """Show the step about to be made; None where there is no data set yet."""
        self.picture.set_step(step, names)
        if step is None:
            return
        with QSignalBlocker(self._example):
            self._example.setRange(1, len(step.rows))
            self._example.setSuffix(say(" of {rows}", rows=len(step.rows)))
            self._example.setValue(step.example + 1)
        self._note.setText(words(step))

    def set_graph(self, nodes: tuple[GraphNode, ...]) -> None:
        """List the nodes of the graph."""
        self._nodes = nodes
        self._fill_tree()

    def set_code(self, text: str) -> None:
        """Show a script; the place scrolled to stays where it is the same one."""
        if text != self.code.toPlainText():
            self.code.setPlainText(text)

    def page(self) -> str:
        """Return the name of the page that is shown."""
        return PAGES[self._pages.currentIndex()]

    def show_first_page(self) -> None:
        """Show one step."""
        self._buttons.button(0).click()

    def example(self) -> int:
        """Return the place in the batch of the image that is followed, from 0."""
        return self._example.value() - 1

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self._theme = theme
        self.picture.set_theme(theme)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(look.small_font().pointSizeF())
        self.code.setFont(fixed)
        self._note.setFont(look.small_font())
        self._head.fit()
        self._fill_tree()

    def _show_page(self, name: str) -> None:
        self._pages.setCurrentIndex(PAGES.index(name))
        for page, widgets in self._extras.items():
            for widget in widgets:
                widget.setVisible(page == name)
        if name == GRAPH and not self._nodes:
            self.graph_requested.emit()
        self.page_changed.emit()

    def _fill_tree(self) -> None:
        self.tree.clear()
        shown = [node for node in self._nodes if node.is_main or self._every.isChecked()]
        for node in shown:
            item = QTreeWidgetItem([node.operation, node.explanation, node.name])
            item.setToolTip(1, node.explanation)
            item.setToolTip(2, node.name)
            for column, colour in ((1, self._theme.text), (2, self._theme.dim)):
                item.setForeground(column, QColor(colour if node.is_main else self._theme.dim))
            self.tree.addTopLevelItem(item)
        if not self._nodes:
            self.tree.addTopLevelItem(QTreeWidgetItem(["", said(WAITING), ""]))

    def _set_up(self) -> None:
        self._example.setPrefix(say("image "))
        self._example.setRange(1, 1)
        self._example.setAccessibleName(say("Image of the batch"))
        self._example.setToolTip(say("Which image of the batch is followed through the network."))
        self._example.valueChanged.connect(lambda value: self.example_requested.emit(value - 1))
        self._every.setToolTip(say("Lists the nodes that only keep shapes, positions and constants, as well."))
        self._every.toggled.connect(self._fill_tree)
        self._copy.setText(say("Copy"))
        self._copy.setObjectName("copy_code")
        self._copy.setToolTip(say("Copies the script, to be pasted into a file or a notebook."))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.toPlainText()))
        self.code.setReadOnly(True)
        self.code.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setAccessibleName(say("The recipe as code"))
        self._note.setProperty("dim", True)
        self._extras = {STEP: (self._example, self._note), GRAPH: (self._every,), CODE: (self._copy,), POST: ()}

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, name in enumerate(PAGES):
            row.addWidget(self._page_button(number, name))
        self._head = GivingRow((buttons, self._example), self._note, _longest, (self._every, self._copy))
        for page in (self.picture, self.tree, self.code, post_table()):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)

    def _page_button(self, number: int, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(said(name))
        button.setObjectName("network_" + name.lower().replace(" ", "_"))
        button.setCheckable(True)
        button.setChecked(number == 0)
        button.setToolTip(said(TIPS[name]))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons.addButton(button, number)
        button.clicked.connect(lambda: self._show_page(name))
        return button


def words(step: FollowedStep) -> str:
    """Say which step it is and which images it takes."""
    rows = step.rows
    in_row = len(rows) < 2 or bool((rows[1:] - rows[:-1] == 1).all())
    which = _in_row(rows[0], rows[-1]) if in_row else say("{rows} images at random", rows=len(rows))
    return _taking(step.step + 1, which)


def _longest() -> str:
    """Return a sentence of `words` as long as those of nearly all runs."""
    return _taking(20_000, _in_row(55_000, 55_000))


def _taking(step: int, which: str) -> str:
    return say("Step {step:,} takes {which}.", step=step, which=which)


def _in_row(first: int, last: int) -> str:
    return say("images {rows:,} to {rows_2:,}", rows=first, rows_2=last)


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels([say("operation"), say("what it is for"), say("name in the graph")])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setFrameShape(QTreeWidget.Shape.NoFrame)
    tree.setAccessibleName(say("Nodes of the graph"))
    tree.setToolTip(say("In the order in which they are computed."))
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(2, 134)
    return tree
