"""The lines of the post's network beside those of today, and where in the window what they do is seen."""

import json

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from core.files import assets
from core.words import said, say
from gui.look import parts

FILE = "post.json"


def post_table() -> QTreeWidget:
    """Return the lines as a table."""
    headings = (say("in the post"), say("today"), say("in this window"))
    table = parts.table(say("The post's lines beside today's"), headings)
    for line in json.loads(assets.text(FILE)):
        QTreeWidgetItem(table, [line["post"], line["today"], said(line["place"])])
    table.header().setStretchLastSection(True)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
