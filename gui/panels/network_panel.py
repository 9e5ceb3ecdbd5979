"""The Network tab: one step with its numbers, the graph that TensorFlow built, and the recipe as code."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QSpinBox, QStackedWidget, QTreeWidgetItem, QWidget

from core.digits.dataset import DIGITS
from core.recipes.recipe import Recipe
from core.training.graph import GraphNode
from core.training.one_step import FollowedStep
from core.words import say
from gui.look import controls, parts, theme as look
from gui.look.parts import ElidedLabel, GivingRow
from gui.panels.graph_picture import GraphPicture
from gui.panels.post_table import PART, CodePage, graph_table, post_table
from gui.panels.step_picture import StepPicture

STEP, GRAPH, CODE, POST = PAGES = ("network_one_step", "network_graph", "network_code", "network_the_post")
LOW = 180  # points high: below it every line is needed for the numbers
AROUND = 24  # points beside the drawn graph: what parts it from the code, and its scroll bar
CODE_WIDTH = 320  # points, at which most lines of code are read


class NetworkPanel(parts.Fitted):
    """Four pages; `graph_requested` asks for the graph, `example_requested` for another image of the batch.

    What the mouse is over, a line of code, a box or a block, is one part of the network: all that show it light up.
    """

    graph_requested = Signal()
    example_requested = Signal(int)  # place in the batch, from 0
    page_changed = Signal()
    noted = Signal(str)  # one sentence
    pointed = Signal(str)  # the part of the network that the mouse is over, "" for none

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "network")
        self._nodes: tuple[GraphNode, ...] = ()
        self.picture, self.code, self.tree = StepPicture(), CodePage(), graph_table()
        self.graph, self.post = GraphPicture(), post_table()
        self._drawn = parts.Scrolled(self.graph)
        self._drawn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages, self.buttons = QStackedWidget(), QButtonGroup(self)
        self._note, self._example = parts.set_apart(ElidedLabel(), "dim", "small"), controls.inset(QSpinBox())
        boxes = ("network_nodes", "network_bookkeeping")
        self._listed, self._every = (controls.named(QCheckBox(controls.words(name)), name) for name in boxes)
        self._copy = controls.button("copy_code", "flat", "small")
        self._extras: dict[QWidget, str]  # and the page that each is for
        self._extras = {self._example: STEP, self._listed: GRAPH, self._every: GRAPH, self._copy: CODE}
        self._set_up()
        buttons = QWidget()
        row = parts.row(within=buttons, spacing=4)
        for number, name in enumerate(PAGES):
            button = controls.page_button(controls.button(name), is_first=number == 0)
            self.buttons.addButton(button, number)
            row.addWidget(button)
        self.buttons.idClicked.connect(lambda number: self._show_page(PAGES[number]))
        self._head = GivingRow((buttons, self._example), self._note, _longest, (self._listed, self._every, self._copy))
        for page in (self.picture, self.tree, self.code, self.post):
            self._pages.addWidget(page)
        self._body = parts.row(self._pages, self._drawn)
        parts.column(self._head, (self._body, 1), within=self, top=4)
        self.dress()
        self._show_page(STEP)

    def set_step(self, step: FollowedStep | None, names: tuple[str, ...] = DIGITS, model: str = "") -> None:
        """Show the step about to be made, of an opened model where one is named; None without a data set."""
        self.picture.set_step(step, names)
        if step is None:
            return
        with QSignalBlocker(self._example):
            self._example.setRange(1, len(step.rows))
            self._example.setSuffix(say(" of {rows}", rows=len(step.rows)))
            self._example.setValue(step.example + 1)
        self._note.setText(f"{model}: {words(step)}" if model else words(step))

    def set_graph(self, nodes: tuple[GraphNode, ...]) -> None:
        """List the nodes of the graph."""
        self._nodes = nodes
        self._fill_tree()

    def set_code(self, text: str, recipe: Recipe) -> None:
        """Show a script, and a recipe's graph; the place scrolled to stays where it is the same one."""
        self.graph.set_recipe(recipe)
        self.fit()
        self.code.set_code(text)

    def page(self) -> str:
        """Return the name of the page that is shown."""
        return PAGES[self._pages.currentIndex()]

    def example(self) -> int:
        """Return the place in the batch of the image that is followed, from 0."""
        return self._example.value() - 1

    def dress(self) -> None:
        """Take colours and fonts of the graph and the code."""
        self.code.dress()
        self._fill_tree()
        super().dress()

    def point_at(self, part: str) -> None:
        """Light a part of the network on every page."""
        self.graph.point_at(part)
        self.picture.point_at(part)
        for row in range(self.post.topLevelItemCount()):
            item = self.post.invisibleRootItem().child(row)
            item.setSelected(item.data(0, PART) == part)
        self.code.point_at(part)

    def leaveEvent(self, _event: QEvent) -> None:
        """Point at nothing once the mouse is elsewhere."""
        self._point("")

    def _point(self, part: str) -> None:
        self.point_at(part)
        self.pointed.emit(part)

    def fit(self) -> None:
        """Show the drawn graph beside code and post where there is room."""
        page, is_listed = self.page(), self._listed.isChecked()
        self._every.setVisible(page == GRAPH and is_listed)
        self._note.setVisible(page == STEP and self.height() >= LOW)
        self._pages.setVisible(page != GRAPH or is_listed)
        table = sum(self.post.sizeHintForColumn(column) for column in range(self.post.columnCount()))
        left = self.width() - {CODE: CODE_WIDTH, POST: table}.get(page, self.width())
        whole = self.graph.whole_width() + AROUND
        self._drawn.setVisible((page == GRAPH and not is_listed) or left >= whole)
        self._pages.setMinimumWidth(CODE_WIDTH if left >= whole else 0)  # else as wide as the picture of a step
        wide = min(left, max(whole, self.width() // 2))
        self._body.setStretch(0, self.width() - wide)
        self._body.setStretch(1, wide)

    def _show_page(self, name: str) -> None:
        self._pages.setCurrentIndex(PAGES.index(name))
        for widget, page in self._extras.items():
            widget.setVisible(page == name)
        self.fit()
        if name == GRAPH and not self._nodes:
            self.graph_requested.emit()
        self.page_changed.emit()

    def _fill_tree(self) -> None:
        self.tree.clear()
        theme = look.current()
        for node in (node for node in self._nodes if node.is_main or self._every.isChecked()):
            item = QTreeWidgetItem([node.operation, node.explanation, node.name])
            item.setToolTip(1, node.explanation)
            item.setToolTip(2, node.name)
            item.setForeground(1, QColor(theme.text if node.is_main else theme.dim))
            item.setForeground(2, QColor(theme.dim))
            self.tree.addTopLevelItem(item)
        if not self._nodes:
            self.tree.addTopLevelItem(QTreeWidgetItem(["", controls.words("graph_nodes"), ""]))

    def _set_up(self) -> None:
        controls.named(self._example, "network_image")
        self._example.setPrefix(say("image "))
        self._example.setRange(1, 1)
        self._example.valueChanged.connect(lambda value: self.example_requested.emit(value - 1))
        self._every.toggled.connect(self._fill_tree)
        self._listed.toggled.connect(self.fit)
        for shows in (self.graph, self.picture, self.code):
            shows.pointed.connect(self._point)
        self.post.itemEntered.connect(lambda item: self._point(item.data(0, PART)))
        self._copy.clicked.connect(self._on_copy)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.toPlainText())
        self.noted.emit(say("Copied the script."))


def words(step: FollowedStep) -> str:
    """Say which step it is and which images it takes."""
    rows = step.rows
    if (rows[1:] - rows[:-1] == 1).all():
        return _of_row(step.step + 1, rows[0], rows[-1])
    which = say("{rows} images at random", rows=len(rows))
    return say("Step {step:,} takes {which}.", step=step.step + 1, which=which)


def _of_row(step: int, first: int, last: int) -> str:
    which = say("images {rows:,} to {rows_2:,}", rows=first, rows_2=last)
    return say("Step {step:,} takes {which}.", step=step, which=which)


def _longest() -> str:
    """Return a sentence of `words` as long as those of nearly all runs."""
    return _of_row(20_000, 55_000, 55_000)
