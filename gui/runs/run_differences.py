"""What differs between compared runs, in words, each beside its number; a few lines, the rest is scrolled to."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from core.runs.facts import RunSummary, differences_between
from core.words import say
from gui.look import parts
from gui.look.run_colours import badge, colour_of

LINES = 5  # in sight at most


class RunDifferences(QScrollArea):
    """Shows what each run does otherwise than the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference")
        self.setAccessibleName(say("What differs"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._label = parts.caption(small=True, wraps=True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._label)
        for part in (self.viewport(), self._label):
            part.setAutoFillBackground(False)  # it lies on the panel
        self.sentences: list[str] = []

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Compare these runs, numbered from 1 on, with the first of them; one alone is compared with nothing."""
        self.sentences = [differences_between(runs[0], run) for run in runs[1:]]
        lines = [_line(place + 2, runs[place + 1].title, text) for place, text in enumerate(self.sentences)]
        head = say("Against “{title}”:", title=runs[0].title) if runs else ""
        self._label.setText("<br>".join([f"{badge(1, colour_of(1))} {escape(head)}", *lines]))
        self.setVisible(len(runs) > 1)
        self.updateGeometry()

    def dress(self) -> None:
        """Ask for as much room as the lines need in another font."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for as many lines as there are, up to some."""
        whole = self._label.heightForWidth(max(100, self.viewport().width()))
        return QSize(200, min(whole, LINES * self._label.fontMetrics().lineSpacing()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Ask for two lines at least."""
        return QSize(100, 2 * self._label.fontMetrics().lineSpacing())


def _line(number: int, title: str, text: str) -> str:
    return f"{badge(number, colour_of(number))} {escape(title)}: {escape(text)}"
