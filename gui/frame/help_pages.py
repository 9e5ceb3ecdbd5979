"""The pages of the Help menu, each in a window of its own: all keys, and the how-to pages of docs/."""

import json
from html import escape
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from core.files import assets
from core.files.folders import how_to_folder
from core.words import said, say
from gui.frame import menus
from gui.frame.actions import Actions

KEYS_SIZE, HOW_TO_SIZE = QSize(520, 600), QSize(760, 640)  # points
KEYS = 44  # per cent of the width; all tables of the page stand in line
FILE = "keys.json"  # of assets: what keys and wheel do besides the actions, by where they do
FIRST = "README.md"
BESIDE = 60  # points of the window that no picture takes


class HelpPage(QDialog):
    """Shows a page, which goes with its window."""

    def __init__(self, page: QTextBrowser, name: str, title: str, size: QSize, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.page = page
        page.setAccessibleName(title)
        QVBoxLayout(self).addWidget(page)
        self.resize(size)


def shortcuts_page(actions: Actions, parent: QWidget | None = None) -> HelpPage:
    """Return the page that lists every key."""
    page, sections = QTextBrowser(), []
    for title, names in menus.MENUS.items():
        in_menu = [actions[name] for name in names if name and name != menus.RECENT]
        keys = [action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for action in in_menu]
        rows = [(key, action.text().rstrip(".")) for key, action in zip(keys, in_menu, strict=True) if key]
        sections.append(_section(said(title).replace("&", ""), rows))
    for title, rows in json.loads(assets.text(FILE)).items():
        sections.append(_section(said(title), [(said(keys), said(does)) for keys, does in rows]))
    page.setHtml("".join(sections))
    return HelpPage(page, "shortcuts", say("Keyboard shortcuts"), KEYS_SIZE, parent)


def how_to_pages(parent: QWidget | None = None) -> HelpPage:
    """Return the list of the how-to pages; links lead from page to page, and out to the browser."""
    page = _Pages(openExternalLinks=True)
    made = HelpPage(page, "how_to", say("How to ..."), HOW_TO_SIZE, parent)
    page.setSource(_in_folder(FIRST))
    return made


def _section(title: str, rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td width='{KEYS}%'><b>{escape(keys)}</b></td><td>{escape(does)}</td></tr>" for keys, does in rows
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3' width='100%'>{cells}</table>" if rows else ""


class _Pages(QTextBrowser):
    """Shows pictures as wide as there is room."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return what a page asks for; pictures that do not ship with the app are left out."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture = QImage(_in_folder(name).toLocalFile())
        room = self.width() - BESIDE
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture


def _in_folder(name: QUrl | str) -> QUrl:
    return QUrl.fromLocalFile(f"{how_to_folder()}/").resolved(QUrl(name))
