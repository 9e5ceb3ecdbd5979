"""The lines of the post's network beside those of today, and where in the window what they do is seen."""

import json
from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from core.files import assets
from core.words import said, say
from gui.look import parts

FILE = "post.json"
PART = Qt.ItemDataRole.UserRole


@cache
def texts() -> dict[str, Any]:
    """Return the boxes of the graph, the lines, and where in the code, one step and the window each part is."""
    found: dict[str, Any] = json.loads(assets.text(FILE))
    return found


def post_table() -> QTreeWidget:
    """Return the lines as a table; an item's PART names the part of the network that it is about."""
    headings = (say("in the post"), say("today"), say("in this window"))
    table = parts.table(say("The post's lines beside today's"), headings)
    for line in texts()["lines"]:
        item = QTreeWidgetItem(table, [line["post"], line["today"], said(line["place"])])
        item.setData(0, PART, line["part"])
        item.setToolTip(2, item.text(2))
    table.setMouseTracking(True)
    table.header().setStretchLastSection(True)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
