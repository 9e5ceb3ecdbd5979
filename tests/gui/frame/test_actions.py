"""The table of actions: each can be read, and no key does two things."""

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.frame.actions import TABLE, Actions
from gui.look import theme as look
from tests.gui.worn import wear


def test_every_action_has_a_text_and_a_tooltip_of_one_sentence(qtbot: QtBot) -> None:
    for spec in TABLE:
        assert spec.text
        assert spec.tip.endswith("."), spec.name


def test_no_key_does_two_things(qtbot: QtBot) -> None:
    keys = Counter(spec.shortcut for spec in TABLE if spec.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(not QKeySequence(key).isEmpty() for key in keys)


def test_the_tooltip_names_the_key(qtbot: QtBot) -> None:
    owner = QObject()
    assert "Ctrl+T" in Actions(owner)["train"].toolTip()


def test_icons_take_the_colour_of_the_theme(qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(owner)
    seen = []
    for theme in (look.LIGHT, look.DARK):
        wear(theme, actions)
        picture = actions["step"].icon().pixmap(32, 32).toImage()
        opaque = [
            picture.pixelColor(x, y) for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() == 255
        ]
        assert opaque
        seen.append(opaque[0].name().upper())
    assert seen == [look.LIGHT.text, look.DARK.text]
