"""The panel round a plot: title, explanation, what is read now at the right, the plot, and room below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.words import say
from gui import theme as look
from gui.plot_view import PlotView

NARROW = 680  # pixels; a panel less wide does without the line of explanation


class PlotFrame(QFrame):
    """A panel with a header and a plot over the steps of a run."""

    hovered = Signal(object)  # the step (int) under the pointer, None when it leaves

    def __init__(self, name: str, title: str, explanation: str, view: PlotView) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("panel", True)
        self.setAccessibleName(title)
        self.view = view
        self._title, self._explanation = QLabel(title), QLabel(explanation)
        self._note, self._value = QLabel(), QLabel()
        for caption in (self._explanation, self._note):
            caption.setProperty("dim", True)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(13, 9, 13, 9)
        self._column.setSpacing(4)
        self._column.addLayout(self._header())
        self._column.addWidget(view, 1)
        view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        view.setMinimumHeight(70)
        view.setToolTip(say("Turn the wheel to look closer, drag to move, double-click to see all steps again."))
        view.hovered.connect(self.hovered)

    def link_steps(self, other: "PlotFrame") -> None:
        """Let both plots show the same steps from now on."""
        self.view.link_steps(other.view)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the plot, and under what was put there before."""
        self._column.addWidget(widget)

    def add_control(self, widget: QWidget) -> None:
        """Put a small control into the header."""
        self._controls.addWidget(widget)

    def set_explanation(self, text: str) -> None:
        """Set the line beside the title."""
        self._explanation.setText(text)

    def set_reading(self, note: str, value: str, colour: str | None = None) -> None:
        """Set the note and the big value at the right; the colour replaces the text's."""
        self._note.setText(note)
        self._value.setText(value)
        wanted = f"color: {colour};" if colour else ""
        if self._value.styleSheet() != wanted:
            self._value.setStyleSheet(wanted)

    def set_theme(self, theme: look.Theme) -> None:
        """Take a theme's colours and fonts."""
        self._title.setFont(look.title_font())
        self._value.setFont(look.big_font())
        for caption in (self._explanation, self._note):
            caption.setFont(look.small_font())
        self.view.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the explanation out where there is no room for it."""
        super().resizeEvent(event)
        self._explanation.setVisible(event.size().width() >= NARROW)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(9)
        for label in (self._title, self._explanation):
            row.addWidget(label)
        row.addLayout(self._controls)
        row.addStretch(1)
        row.addWidget(self._note)
        row.addWidget(self._value)
        return row
