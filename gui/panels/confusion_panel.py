"""The Confusion tab: the matrix, and beside it the images of the cell that is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.digits.dataset import DIGITS
from core.model.evaluated import Evaluated
from core.words import mark, said, say
from gui.look import theme as look
from gui.look.figures import percent
from gui.look.theme import Theme
from gui.panels.confusion_picture import ConfusionPicture
from gui.panels.image_wall import ImageWall

HINT = mark("Click a cell to see its images; a digit at the edge for its row or column.")

SHORT = 2  # letters; the names of two classes so short stand in one line


class ConfusionPanel(QWidget):
    """Joins picture and wall; `cell_chosen` reports label and verdict (-1 = all), `image_chosen` an image's index."""

    cell_chosen = Signal(int, int)
    image_chosen = Signal(int)

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion")
        self.setAccessibleName(say("Confusion"))
        self._evaluated: Evaluated | None = None
        self._cell: tuple[int | None, int | None] = (None, None)
        self.picture = ConfusionPicture(theme)
        self.wall = ImageWall(1, theme)
        self.wall.setAccessibleName(say("Images of the cell"))
        self.wall.setToolTip(say("Click an image to see why it was read so, and to have it in place of the drawing."))
        self.wall.set_empty_text(said(HINT))
        self._title, self._note = QLabel(), QLabel()
        self._lay_out()
        self.picture.cell_chosen.connect(self.cell_chosen)
        self.wall.chosen.connect(self.image_chosen)
        self.set_theme(theme)
        self._show()

    def set_evaluated(self, evaluated: Evaluated | None) -> None:
        """Show the confusions of a reading."""
        self._evaluated = evaluated
        self._show()

    def set_cell(self, label: int | None, verdict: int | None) -> None:
        """Look at the images of a label, read as a verdict; None = any."""
        if (label, verdict) != self._cell:
            self._cell = (label, verdict)
            self.wall.scroll_to_top()
        self._show()

    def set_current(self, index: int) -> None:
        """Mark an image, where it is among those shown; -1 marks none."""
        self.wall.set_current(index)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self.picture.set_theme(theme)
        self.wall.set_theme(theme)
        self._note.setFont(look.small_font())

    def _show(self) -> None:
        shown = self._evaluated
        names = shown.class_names if shown else DIGITS
        self.picture.set_counts(shown.scores.confusion if shown else None, names)
        self.picture.set_selected(*self._cell)
        self._title.setText(self.picture.sentence(*self._cell))
        self._note.setText(
            say("{title} · read by: {by}", title=shown.title, by=shown.by) if shown and shown.by else said(HINT)
        )
        self._show_images()

    def _show_images(self) -> None:
        shown = self._evaluated
        if shown is None:
            return
        label, verdict = self._cell
        every = label is None and verdict is None
        order = shown.scores.mistakes() if every else shown.scores.with_verdict(label, verdict)
        of_one_pair = label is not None and verdict is not None

        def caption(index: int) -> tuple[str]:
            sure = percent(float(shown.scores.sureness[index]))
            names = shown.names(index)
            pair = " → ".join(names) if max(map(len, names)) <= SHORT else f"→ {names[1]}"
            return (sure if of_one_pair else pair,)

        self.wall.set_images(shown.images.images, order, caption, shown.sentence)

    def _lay_out(self) -> None:
        self._note.setProperty("dim", True)
        for label in (self._title, self._note):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self._title)
        side.addWidget(self._note)
        side.addWidget(self.wall, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.picture, 3)
        row.addLayout(side, 2)
