"""The small parts that panels are made of, and how they are put side by side or one above the other."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QLibraryInfo, QSize, Qt, QVersionNumber
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from core.files import assets
from core.words import said

Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | None  # a tuple: with its share of the room; None: a gap
Box = TypeVar("Box", bound=QBoxLayout)
Button = TypeVar("Button", bound=QToolButton)
Text = TypeVar("Text", bound=QPlainTextEdit)
Widget = TypeVar("Widget", bound=QWidget)
ICON = QSize(16, 16)  # points
LEAST = 5  # letters; where not even these fit, nothing is better than a stump
GAP = 8  # points
UNPADDED = QVersionNumber(6, 11, 3)  # from this Qt on, a style sheet's padding moves no text of a spin box
# by object name: what is read on a control ("text"), said of it ("spoken"), and what it teaches ("tip")
CONTROLS: dict[str, dict[str, str]] = json.loads(assets.text("controls.json"))
BESIDE, BENEATH = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def row(*parts: Part, within: QWidget | None = None, spacing: int = 8, top: int = 0) -> QHBoxLayout:
    """Return parts side by side, as the layout of a widget where one is given."""
    return laid_out(QHBoxLayout(within) if within else QHBoxLayout(), parts, spacing, top)


def column(*parts: Part, within: QWidget | None = None, spacing: int = 8, top: int = 0) -> QVBoxLayout:
    """Return parts one above the other, as the layout of a widget where one is given."""
    return laid_out(QVBoxLayout(within) if within else QVBoxLayout(), parts, spacing, top)


def laid_out(box: Box, parts: Iterable[Part], spacing: int, top: int = 0) -> Box:
    """Put parts into a layout without margins but so many points above."""
    box.setContentsMargins(0, top, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        what, share = part if isinstance(part, tuple) else (part, 0)
        if what is None:
            box.addStretch(1)
        elif isinstance(what, QWidget):
            box.addWidget(what, share)
        else:
            box.addLayout(what, share)
    return box


def words(name: str, kind: str = "text") -> str:
    """Return what the table has of a control, in the user's language; "" for nothing."""
    return said(CONTROLS[name].get(kind, ""))


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


def set_action(button: Button, name: str, action: QAction) -> Button:
    """Let a button do an action, with its text and icon, and take keys and the mouse; return it."""
    button.setObjectName(name)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(ICON)
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def action_button(name: str, action: QAction) -> QToolButton:
    """Return a button of an action, by its object name."""
    return set_action(QToolButton(), name, action)


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


def caption(text: str = "", *, buddy: QWidget | None = None, small: bool = False, wraps: bool = False) -> QLabel:
    """Return a text that steps back; buddy: the control that it names."""
    made = set_apart(QLabel(text, wordWrap=wraps), "dim", *(["small"] if small else []))
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def set_plain(text: Text, name: str) -> Text:
    """Make a text of the table of controls one to read and to copy, in lines that are not broken; return it."""
    text.setReadOnly(True)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
    return named(text, name)


def table(name: str, headings: Iterable[str]) -> QTreeWidget:
    """Return an empty table of texts, by its name among the controls."""
    made = named(QTreeWidget(), name)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setFrameShape(QTreeWidget.Shape.NoFrame)
    made.setHeaderLabels(list(headings))
    return made


def set_apart(widget: Widget, *kinds: str) -> Widget:
    """Let the style sheet set a widget apart, as "dim", "small" or "title"; return it."""
    for kind in kinds:
        widget.setProperty(kind, True)
    return widget


class ElidedLabel(QLabel):
    """A label that takes whatever width is left over; its whole text is its tooltip where it is cut."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """Return what can be seen of the text."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self.text()) <= self.width():
            return self.text()
        fits = metrics.averageCharWidth() * LEAST <= self.width()
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width()) if fits else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits, in the style's colours."""
        shown, flags = self.shown(), int(self.alignment().value)
        self.setToolTip("" if shown == self.text() else self.text())
        colours = self.palette(), self.isEnabled(), shown, self.foregroundRole()
        self.style().drawItemText(QPainter(self), self.rect(), flags, *colours)


class Scrolled(QScrollArea):
    """Holds a page that may need more height than there is, and never scrolls it sideways."""

    def __init__(self, page: QWidget, usual: QSize | None = None, narrowest: int = 0) -> None:
        """Take the page and, where they are not its own, its usual size and the least width it can be read at."""
        super().__init__(widgetResizable=True)
        self._usual = usual
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click beside the controls is about none of them
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(narrowest)
        self.setWidget(page)
        for inside in (page, self.viewport()):
            inside.setAutoFillBackground(False)  # it lies on a panel

    def sizeHint(self) -> QSize:
        """Ask for the usual size."""
        return self._usual or super().sizeHint()


class Fitted(QWidget):
    """A widget that arranges what is in it by `fit`, which follows its size and the application's font."""

    def fit(self) -> None:
        """Arrange what is in it."""

    def dress(self) -> None:
        """Arrange it in another font."""
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange it in another size."""
        super().resizeEvent(event)
        self.fit()


class GivingRow(Fitted):
    """Where the sentence stands depends on the width alone, not on what it says: nothing moves when that changes."""

    def __init__(
        self,
        controls: Sequence[QWidget],
        sentence: ElidedLabel,
        longest: Callable[[], str],
        others: Sequence[QWidget] = (),
    ) -> None:
        """Take controls, what returns the longest sentence to be seen whole, and controls shown only without it."""
        super().__init__()
        self._controls, self._sentence, self._longest = controls, sentence, longest
        beside = row(*controls, *others, spacing=GAP)
        beside.addStretch(0)
        self._box = laid_out(QBoxLayout(BESIDE, self), (beside, (sentence, 1)), GAP)

    def fit(self) -> None:
        """Put the sentence where there is room for it; to be called when controls have changed, too."""
        self._sentence.ensurePolished()  # it may be in small letters
        used = sum(widget.sizeHint().width() + GAP for widget in self._controls)
        needed = self._sentence.fontMetrics().horizontalAdvance(self._longest())
        self._box.setDirection(BESIDE if used + needed <= self.width() else BENEATH)
