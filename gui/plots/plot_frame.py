"""The panel round a plot: title, explanation, what is read now at the right, the plot, and room below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from core.words import say
from gui.look import parts, theme as look
from gui.plots.plot_view import PlotView

NARROW = 113  # letters of a caption; a panel less wide does without the line of explanation
LEAST, LEAST_WITHOUT = 50, 38  # pixels, a plot with its steps, and one that leaves them to another
SIDES, ABOVE, ABOVE_TIGHT = 13, 7, 4  # pixels, margins
GAP = 9  # pixels, between the parts of the header
TIGHT = 165  # pixels; in a panel less high every line counts
LOW = 180  # pixels; a panel less high leaves its steps to the panel beneath, where that shows the same


class PlotFrame(QFrame):
    """A panel with a header and a plot over the steps of a run."""

    def __init__(self, name: str, title: str, explanation: str, view: PlotView) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("panel", True)
        self.setAccessibleName(title)
        self.view = view
        view.setAccessibleName(title)
        self._title = parts.set_apart(QLabel(title), "title")
        self._explanation, self._aside, self._note = (parts.caption(text, small=True) for text in (explanation, "", ""))
        self._value = QLabel()
        self._hint = ""
        self._reading: tuple[str, str, str | None, str] = ("", "", None, "")
        self._preparing, self._work = False, ""  # whether the next run is, and what is done for it
        reading = (self._aside, self._note, self._value)
        for label in reading:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._controls: list[QWidget] = []
        self._controls_row = parts.row(spacing=6)
        header = parts.row(self._title, self._explanation, self._controls_row, None, *reading, spacing=GAP)
        self._column = parts.column(header, (view, 1), within=self, spacing=3)
        self._column.setContentsMargins(SIDES, ABOVE, SIDES, ABOVE)
        self._has_steps_beneath = self._is_tight = False
        view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        view.setMinimumHeight(LEAST)
        tip = say("Turn the wheel or press + to look closer, drag to move, double-click to see all steps again.")
        view.setToolTip(tip)

    def link_steps(self, above: "PlotFrame") -> None:
        """Let this plot and the one above it show the same steps from now on."""
        self.view.view_box.link(above.view.view_box)
        above._has_steps_beneath = True

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the plot, and under what was put there before."""
        self._column.addWidget(widget)

    def add_control(self, widget: QWidget) -> None:
        """Put a small control into the header."""
        self._controls.append(widget)
        self._controls_row.addWidget(widget)

    def set_explanation(self, text: str) -> None:
        """Set the line beside the title."""
        self._explanation.setText(text)
        self._leave_out()

    def set_hint(self, text: str) -> None:
        """Say what to do in the middle of an empty plot; an empty text says nothing."""
        self._hint = text
        self.view.show_hint(self._work if self._preparing else text)

    def set_preparing(self, preparing: bool, what: str = "") -> None:
        """Say in place of the reading that the next run is prepared, and in place of the hint what is done for it."""
        self._preparing = preparing
        self._work = say("Next run: {what}", what=what) if what else ""
        self.set_hint(self._hint)
        self.set_reading(*self._reading)

    def set_reading(self, note: str, value: str, colour: str | None = None, aside: str = "") -> None:
        """Set the note and the big value at the right, its colour, and what stands before them where there is room."""
        self._reading = (note, value, colour, aside)
        if self._preparing:
            note, value, aside = say("the next run is being prepared"), "", ""
        texts = {self._aside: aside, self._note: note, self._value: value}
        have_grown = [_write(label, text) for label, text in texts.items()]
        self.view.setAccessibleDescription(", ".join(filter(None, texts.values())))
        if any(have_grown):
            self._leave_out()
            self._column.activate()  # at once: else a longer text would be cut in the next painting
        wanted = f"color: {colour};" if colour else ""
        if self._value.styleSheet() != wanted:
            self._value.setStyleSheet(wanted)

    def dress(self) -> None:
        """Take colours and fonts."""
        self._value.setFont(look.title_font() if self._is_tight else look.big_font())
        for label in (self._aside, self._note, self._value):
            _write(label, label.text(), anew=True)
        self._leave_out()

    def minimumSizeHint(self) -> QSize:
        """Return the size below which more than the note would be missing."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least_width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._leave_out()
        has_steps = not self._has_steps_beneath or event.size().height() >= LOW
        self.view.show_step_labels(has_steps)
        self.view.setMinimumHeight(LEAST if has_steps else LEAST_WITHOUT)
        if (event.size().height() < TIGHT) is not self._is_tight:
            # leave the plot what large numbers and wide margins would take from it, or give it back
            self._is_tight = not self._is_tight
            above = ABOVE_TIGHT if self._is_tight else ABOVE
            self._column.setContentsMargins(SIDES, above, SIDES, above)
            self.dress()

    def _leave_out(self) -> None:
        room, note = self.width() - self._least_width(), self._note.minimumWidth()
        explanation = self._explanation.sizeHint().width() + GAP
        self._explanation.ensurePolished()  # its letters are small
        is_wide = self.width() >= NARROW * self._explanation.fontMetrics().averageCharWidth()
        is_explained = is_wide and explanation + note <= room
        if is_explained:
            room -= explanation
        self._explanation.setVisible(is_explained)
        self._note.setVisible(note <= room)
        self._aside.setVisible(note + self._aside.minimumWidth() + 2 * GAP <= room)

    def _least_width(self) -> int:
        """Return the width of a header without what can be left out."""
        widgets = (self._title, *self._controls, self._value)
        return 2 * SIDES + sum(widget.sizeHint().width() + GAP for widget in widgets)


def _write(label: QLabel, text: str, *, anew: bool = False) -> bool:
    """Set the text of a label whose size is fixed, so that 30 new texts a second never lay out the window anew.

    It never narrows while it has a text, so that nothing beside it moves to and fro; return whether it has grown.
    """
    label.setText(text)
    if anew:
        label.setMinimumSize(0, 0)  # its hint is never less
    needed, width = label.sizeHint(), label.minimumWidth()
    fixed = needed.width() if text else 0
    if not anew and (fixed <= width if text else width == 0):
        return False
    label.setFixedSize(fixed, needed.height())
    return True
