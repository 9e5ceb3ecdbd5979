"""The how-to pages of docs/, in a window of their own."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from core.files.folders import how_to_folder
from core.words import say

WIDTH, HEIGHT = 760, 640  # points
FIRST = "README.md"
BESIDE = 60  # points of the window that no picture takes


class HowToPages(QDialog):
    """Begins with the list of them; links lead from page to page, and out to the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("How to ..."))
        self.setObjectName("how_to")
        self.page = _Pages()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setOpenExternalLinks(True)
        QVBoxLayout(self).addWidget(self.page)
        self.resize(WIDTH, HEIGHT)
        self.page.setSource(_in_folder(FIRST))


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
