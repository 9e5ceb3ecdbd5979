"""The Confusion tab: the matrix, and beside it the images of the cell that is looked at."""

from PySide6.QtWidgets import QWidget

from core.digits.dataset import DIGITS
from core.model.scoring import Evaluated
from core.words import say
from gui.jobs.evaluation import Selection
from gui.look import controls, parts
from gui.look.figures import percent
from gui.panels.confusion_picture import ConfusionPicture
from gui.panels.image_wall import ImageWall

SHORT = 2  # letters; the names of two classes so short stand in one line


class ConfusionPanel(QWidget):
    """Joins picture and wall, each of which reports what was chosen in it."""

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "confusion")
        self._evaluated: Evaluated | None = None
        self._cell = Selection()
        self.picture, self.wall = ConfusionPicture(), ImageWall("confusion_images")
        self._title, self._note = parts.WrappedLabel(), parts.caption(small=True, wraps=True)
        side = parts.column(self._title, self._note, (self.wall, 1), spacing=4)
        parts.row((self.picture, 3), (side, 2), within=self, spacing=16, top=4)
        self._show()

    def set_evaluated(self, evaluated: Evaluated | None) -> None:
        """Show the confusions of a reading."""
        self._evaluated = evaluated
        self._show()

    def set_cell(self, cell: Selection) -> None:
        """Look at the images of a label, read as a verdict."""
        if cell != self._cell:
            self._cell = cell
            self.wall.scrollToTop()
        self._show()

    def _show(self) -> None:
        shown = self._evaluated
        names = shown.class_names if shown else DIGITS
        self.picture.set_counts(shown.scores.confusion if shown else None, names, self._cell)
        self._title.setText(self.picture.sentence(self._cell))
        text = say("{title} · read by: {by}", title=shown.title, by=shown.by) if shown and shown.by else ""
        self._note.setText(text)
        if shown is None:
            return
        label, verdict = self._cell.label, self._cell.verdict
        is_every = self._cell == Selection()
        order = shown.scores.mistakes() if is_every else shown.scores.with_verdict(label, verdict)
        of_one_pair = label is not None and verdict is not None

        def caption(index: int) -> tuple[str]:
            if of_one_pair:
                return (percent(float(shown.scores.sureness[index])),)
            names = shown.names(index)
            return (" → ".join(names) if max(map(len, names)) <= SHORT else f"→ {names[1]}",)

        self.wall.set_images(shown.images.images, order, caption, shown.sentence)
