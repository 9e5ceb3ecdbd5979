"""What is written of a network: the post's lines beside today's, the nodes of the graph, and the recipe as code."""

import json
import re
from functools import cache
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTextEdit, QTreeWidget, QTreeWidgetItem

from core.files import assets
from core.words import said, say
from gui.look import controls, theme as look

FILE = "post.json"
PART = Qt.ItemDataRole.UserRole


@cache
def texts() -> dict[str, Any]:
    """Return the boxes of the graph, the lines, and where in the code, one step and the window each part is."""
    found: dict[str, Any] = json.loads(assets.text(FILE))
    return found


def post_table() -> QTreeWidget:
    """Return the lines as a table; an item's PART names the part of the network that it is about."""
    table = controls.table("post_lines", (say("in the post"), say("today"), say("in this window")))
    for line in texts()["lines"]:
        item = QTreeWidgetItem(table, [line["post"], line["today"], said(line["place"])])
        item.setData(0, PART, line["part"])
        item.setToolTip(2, item.text(2))
    table.setMouseTracking(True)
    return table


def graph_table() -> QTreeWidget:
    """Return an empty table of the nodes of the graph that TensorFlow built."""
    headings = (say("operation"), say("what it is for"), say("name in the graph"))
    tree = controls.table("graph_nodes", headings, wide=1)
    tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
    tree.header().resizeSection(2, 134)
    return tree


class CodePage(QPlainTextEdit):
    """A script whose line under the mouse is one part of the network."""

    pointed = Signal(str)  # the part of the network that the mouse is over, "" for none

    def __init__(self) -> None:
        super().__init__()
        controls.set_plain(self, "code")
        self.viewport().setMouseTracking(True)

    def set_code(self, text: str) -> None:
        """Show a script; the place scrolled to stays where it is the same one."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def dress(self) -> None:
        """Take the font of the code."""
        self.setFont(look.fixed_font())

    def point_at(self, part: str) -> None:
        """Light the lines of a part of the network."""
        ground = QColor(look.mix(look.current().panel, look.current().accent, 0.25))
        lit = []
        for number, line in enumerate(self.toPlainText().split("\n")):
            if part and part in parts_of(line):
                shade: Any = QTextEdit.ExtraSelection()
                shade.cursor = QTextCursor(self.document().findBlockByNumber(number))
                shade.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
                shade.format.setBackground(ground)
                lit.append(shade)
        self.setExtraSelections(lit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what the line under the mouse does."""
        super().mouseMoveEvent(event)
        line = self.cursorForPosition(event.position().toPoint()).block().text()
        self.pointed.emit(next(iter(parts_of(line)), ""))


def parts_of(line: str) -> list[str]:
    """Return the parts of the network that a line of code is about, what it says most of all first."""
    return [part for part, said_by in reversed(texts()["code"].items()) if re.search(said_by, line)]
