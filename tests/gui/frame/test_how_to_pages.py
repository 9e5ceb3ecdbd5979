"""The how-to pages open, lead to each other, and show their pictures within the window."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from core.files.folders import how_to_folder
from gui.frame.how_to_pages import HowToPages
from tests.gui import widgets


def test_the_list_leads_to_every_page(qtbot: QtBot) -> None:
    pages = widgets.hidden(qtbot, HowToPages())
    text = pages.page.toMarkdown()
    for path in how_to_folder().glob("*.md"):
        assert path.name == "README.md" or path.name in text
    pages.page.setSource(QUrl("teach-your-hand.md"))
    assert "Learn from my digits" in pages.page.toPlainText()
    image = QTextDocument.ResourceType.ImageResource.value
    picture = pages.page.loadResource(image, QUrl("../pictures/tab-my-digits-light.png"))
    assert 0 < picture.width() <= pages.page.width()
    assert pages.page.loadResource(image, QUrl("none.png")).isNull()
