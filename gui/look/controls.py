"""The controls of the table assets/controls.json: what is read on each, said of it, and taught by it."""

import json
from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QLibraryInfo, QSize, Qt, QVersionNumber
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QPlainTextEdit, QToolButton, QTreeWidget, QWidget

from core.files import assets
from core.words import said
from gui.look import theme as look
from gui.look.parts import GAP, set_apart

Text = TypeVar("Text", bound=QPlainTextEdit)
Widget = TypeVar("Widget", bound=QWidget)
ICON = 16  # points, the side of one in usual letters
UNPADDED = QVersionNumber(6, 11, 3)  # from this Qt on, a style sheet's padding moves no text of a spin box
# by object name: what is read on a control ("text"), said of it ("spoken"), and what it teaches ("tip")
TABLE: dict[str, dict[str, str]] = json.loads(assets.text("controls.json"))


def words(name: str, kind: str = "text") -> str:
    """Return what the table has of a control, in the user's language; "" for nothing."""
    return said(TABLE[name].get(kind, ""))


def named(widget: Widget, name: str) -> Widget:
    """Give a widget of the table its object name, its name without the eye, and what it is for; return it."""
    widget.setObjectName(name)
    widget.setAccessibleName(words(name, "spoken"))
    widget.setToolTip(words(name, "tip"))
    return widget


def button(name: str, *kinds: str, checkable: bool = False) -> QToolButton:
    """Return a button of the table; kinds: "primary", "flat", "compact", "small"."""
    made = named(QToolButton(), name)
    made.setText(words(name))
    made.setCheckable(checkable)
    return set_apart(made, *kinds)


class ActionButton(QToolButton):
    """A button whose icon is as high as its letters."""

    def dress(self) -> None:
        """Take another size."""
        side = max(ICON, round(QFontMetricsF(look.body_font()).height()))
        self.setIconSize(QSize(side, side))


def action_button(name: str, action: QAction, kind: type[ActionButton] = ActionButton) -> ActionButton:
    """Return a button of an action, by its object name, with its text and icon; it takes keys and the mouse."""
    button = kind()
    button.setObjectName(name)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.dress()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def page_button(button: QToolButton, *, is_first: bool) -> QToolButton:
    """Let a button show a page of several, pressed for the first; return it."""
    button.setCheckable(True)
    button.setChecked(is_first)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return set_apart(button, "page", "small")


def choice(name: str, items: Iterable[tuple[str, object]] = ()) -> QComboBox:
    """Return a box of choices of the table, by the text and value of each choice."""
    box = named(QComboBox(), name)
    for text, value in items:
        box.addItem(text, value)
    return box


def inset(box: Widget) -> Widget:
    """Keep the number in a spin box off its edge, where Qt's style sheets do not; return the box."""
    if QLibraryInfo.version() >= UNPADDED:
        for line in box.findChildren(QLineEdit):
            line.setTextMargins(GAP, 0, 0, 0)
    return box


def set_plain(text: Text, name: str) -> Text:
    """Make a text of the table of controls one to read and to copy, in lines that are not broken; return it."""
    text.setReadOnly(True)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
    return named(text, name)


def table(name: str, headings: Iterable[str], wide: int | None = None) -> QTreeWidget:
    """Return an empty table of texts, by its name among the controls; wide: a column that gives way, else none does."""
    made = named(QTreeWidget(), name)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setFrameShape(QTreeWidget.Shape.NoFrame)
    made.setHeaderLabels(list(headings))
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    if wide is not None:
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    return made
