"""The small parts that panels are made of, and how they are put side by side or one above the other."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.look.figures import together

Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | None  # a tuple: with its share of the room; None: a gap
Box = TypeVar("Box", bound=QBoxLayout)
Widget = TypeVar("Widget", bound=QWidget)
LEAST = 5  # letters; where not even these fit, nothing is better than a stump
GAP = 8  # points
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


def caption(text: str = "", *, buddy: QWidget | None = None, small: bool = False, wraps: bool = False) -> QLabel:
    """Return a text that steps back; buddy: the control that it names."""
    made = set_apart(WrappedLabel(text) if wraps else QLabel(text), "dim", *(["small"] if small else []))
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def set_apart(widget: Widget, *kinds: str) -> Widget:
    """Let the style sheet set a widget apart, as "dim", "small" or "title"; return it."""
    for kind in kinds:
        widget.setProperty(kind, True)
    return widget


class WrappedLabel(QLabel):
    """A label of as many lines as its text needs, none of which ends between a number and its unit."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text."""
        self._given = text
        super().setText(together(text))

    def text(self) -> str:
        """Return the text as it was given."""
        return self._given


class ElidedLabel(QLabel):
    """A label that takes whatever width is left over; its whole text is its tooltip where it is cut."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

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
        self._usual, self._narrowest = usual, narrowest
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click beside the controls is about none of them
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().valueChanged.connect(lambda: self.horizontalScrollBar().setValue(0))
        self.setWidget(page)
        for inside in (page, self.viewport()):
            inside.setAutoFillBackground(False)  # it lies on a panel

    def sizeHint(self) -> QSize:
        """Ask for the usual size, or for what the page needs in large letters."""
        return (self._usual or super().sizeHint()).expandedTo(QSize(self.minimumSizeHint().width(), 0))

    def minimumSizeHint(self) -> QSize:
        """Ask, where a least width is given, for that or for all of the page's width."""
        page = self.widget()
        around = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        whole = max(page.minimumSizeHint().width(), page.minimumWidth()) + around
        return super().minimumSizeHint().expandedTo(QSize(max(self._narrowest, whole) if self._narrowest else 0, 0))

    def dress(self) -> None:
        """Ask anew in another font: a page does not say that it needs another width, and measures nothing unseen."""
        if layout := self.widget().layout():
            layout.activate()
        self.updateGeometry()


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
