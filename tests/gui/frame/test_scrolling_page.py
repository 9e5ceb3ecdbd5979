"""The inside of a dock."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.frame.scrolling_page import ScrollingPage
from tests.gui import widgets


def test_a_page_that_is_too_high_is_scrolled_and_one_that_is_too_wide_is_not(qtbot: QtBot) -> None:
    page = QLabel("word " * 200)
    page.setWordWrap(True)
    page.setMinimumHeight(2_000)
    box = widgets.hidden(qtbot, ScrollingPage(page, QSize(300, 480), 280))
    assert (box.sizeHint(), box.minimumWidth()) == (QSize(300, 480), 280)
    box.resize(300, 400)
    box.show()
    assert box.verticalScrollBar().isVisible()
    assert not box.horizontalScrollBar().isVisible()
    assert page.width() <= 300
