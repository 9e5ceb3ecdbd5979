"""The dock of the lessons, before and after its page is built."""

from pytestqt.qtbot import QtBot

from gui.frame.lessons_dock import LessonsDock


def test_room_is_asked_for_before_the_page_is_built(qtbot: QtBot) -> None:
    dock = LessonsDock()
    qtbot.addWidget(dock)
    before = dock.sizeHint()
    dock.show()
    assert dock.page is not None
    assert before.width() >= dock.minimumSizeHint().width()
