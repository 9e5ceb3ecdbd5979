"""The page of all keys: those of the actions from their one table, and those of the widgets that have some."""

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from core.words import mark, said, say
from gui.canvas.key_pen import HELP
from gui.frame import menus
from gui.frame.actions import Actions

Row = tuple[str, str]
WIDTH, HEIGHT = 520, 600  # points
KEYS = 44  # per cent of the width; all tables of the page stand in line
PLOTS = (
    (mark("Wheel"), mark("Look closer, or from further away.")),
    (mark("Drag"), mark("Move along the steps.")),
    (mark("Double click"), mark("Show all steps again.")),
    (mark("+, −"), mark("Look closer, or from further away, where the curves have the focus.")),
    (mark("Left, Right"), mark("Move along the steps.")),
    (mark("Home"), mark("Show all steps again.")),
)
ANYWHERE = (
    (mark("Tab, Shift+Tab"), mark("Go to the next control, or the one before.")),
    (mark("Alt, then arrow keys"), mark("Open the menus; with Alt and the letter underlined, one of them.")),
    (mark("Menu key"), mark("Open the menu of the panel: its picture, its numbers.")),
)


class ShortcutsPage(QDialog):
    """Lists every key."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.setObjectName("shortcuts")
        self.page = QTextBrowser()
        self.page.setHtml("".join(_sections(actions)))
        self.page.setAccessibleName(self.windowTitle())
        QVBoxLayout(self).addWidget(self.page)
        self.resize(WIDTH, HEIGHT)


def _sections(actions: Actions) -> Iterable[str]:
    for title, names in menus.MENUS.items():
        rows = [_row(actions[name]) for name in names if name and name != menus.RECENT]
        yield _section(said(title), [row for row in rows if row[0]])
    tables = ((say("Drawing on the canvas"), HELP), (say("Curves"), PLOTS), (say("Anywhere"), ANYWHERE))
    for title, table in tables:
        yield _section(title, [(said(keys), said(does)) for keys, does in table])


def _row(action: QAction) -> Row:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text().rstrip(".")


def _section(title: str, rows: list[Row]) -> str:
    cells = "".join(
        f"<tr><td width='{KEYS}%'><b>{escape(keys)}</b></td><td>{escape(does)}</td></tr>" for keys, does in rows
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3' width='100%'>{cells}</table>" if rows else ""
