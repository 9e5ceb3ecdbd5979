"""The wall of misread images: surest and wrong first, to be filtered by the pair of digits mixed up."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.digits.dataset import DIGITS
from core.model.evaluated import Evaluated
from core.words import mark, said, say
from gui.look import theme as look
from gui.look.elided_label import ElidedLabel
from gui.look.figures import percent
from gui.look.theme import Theme
from gui.panels.image_wall import ImageWall

ANY = -1  # a filter's item for any digit
CAPTION_LINES = 2
SHORT = 2  # letters; the names of two classes so short stand in one line
WAITING = mark("The misread images appear here once the data set has been read.")


class MistakesWall(QWidget):
    """Shows what was misread; `image_chosen` reports an image's index, `pair_requested` the pair (-1 = any) to see."""

    image_chosen = Signal(int)
    pair_requested = Signal(int, int)  # label, verdict

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mistakes")
        self.setAccessibleName(say("Misread images"))
        self._evaluated: Evaluated | None = None
        self._held: Evaluated | None = None  # newer, but the pointer is on the wall
        self._pair: tuple[int | None, int | None] = (None, None)
        self._summary, self._note = QLabel(), ElidedLabel()
        self._label = self._filter("mistakes_label", say("Label"), say("Shows only images that are of this digit."))
        self._verdict = self._filter(
            "mistakes_verdict", say("Verdict"), say("Shows only images that were read as this digit.")
        )
        self._all = self._make_button()
        self.wall = ImageWall(CAPTION_LINES, theme)
        self.wall.setAccessibleName(say("Misread images, the surest first"))
        self.wall.setToolTip(say("Click an image to see why it was misread, and to have it in place of the drawing."))
        self.wall.chosen.connect(self.image_chosen)
        self.wall.pointer_left.connect(self._on_pointer_left)
        self._lay_out()
        self.set_names(DIGITS)
        self.set_theme(theme)
        self._show()

    def set_evaluated(self, evaluated: Evaluated | None) -> None:
        """Show the mistakes of a reading; while the pointer is on the wall, nothing moves under it."""
        if evaluated is not None and self._is_pointed_at(evaluated):
            self._held = evaluated
            return
        self._held, self._evaluated = None, evaluated
        if evaluated is not None:
            self.set_names(evaluated.class_names)
        self._show()

    def set_pair(self, label: int | None, verdict: int | None) -> None:
        """Show the mistakes of a label, read as a verdict; None = any."""
        if (label, verdict) != self._pair:
            self._pair = (label, verdict)
            self.wall.scroll_to_top()
        for box, digit in ((self._label, label), (self._verdict, verdict)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(ANY if digit is None else digit))
        self._show()

    def set_current(self, index: int) -> None:
        """Mark an image, where it is among those shown; -1 marks none."""
        self.wall.set_current(index)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Offer these names of the ten classes in the filters."""
        for box in (self._label, self._verdict):
            with QSignalBlocker(box):
                for digit, name in enumerate(names):
                    box.setItemText(1 + digit, name)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self.wall.set_theme(theme)
        self._note.setFont(look.small_font())

    def _is_pointed_at(self, evaluated: Evaluated) -> bool:
        shown = self._evaluated
        return shown is not None and shown.part == evaluated.part and self.wall.viewport().underMouse()

    def _show(self) -> None:
        shown = self._evaluated
        self._all.setEnabled(self._pair != (None, None))
        if shown is None:
            self._summary.setText("")
            self._note.setText("")
            self.wall.set_empty_text(said(WAITING))
            return
        order = shown.scores.mistakes(*self._pair)
        wrong = len(order) if self._pair == (None, None) else len(shown.scores.mistakes())
        chosen = "" if self._pair == (None, None) else say(", {order:,} of them shown", order=len(order))
        self._summary.setText(
            say("{wrong:,} of {title} misread{chosen}", wrong=wrong, title=shown.title, chosen=chosen)
        )
        self._note.setText(say("surest first · read by: {by}", by=shown.by) if shown.by else say("surest first"))
        self.wall.set_empty_text(
            say("None of these images was misread.") if wrong == 0 else say("No image was misread so.")
        )
        self.wall.set_images(shown.images.images, order, lambda index: captions(shown, index), shown.sentence)

    def _on_pointer_left(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            self._evaluated = held
            self._show()

    def _on_filter_changed(self) -> None:
        self.pair_requested.emit(int(self._label.currentData()), int(self._verdict.currentData()))

    def _filter(self, object_name: str, name: str, tip: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(object_name)
        box.setAccessibleName(name)
        box.setToolTip(tip)
        box.addItem(say("any"), ANY)
        for digit in range(len(DIGITS)):
            box.addItem(DIGITS[digit], digit)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(self._on_filter_changed)
        return box

    def _make_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("mistakes_all")
        button.setText(say("Show all"))
        button.setProperty("flat", True)
        button.setToolTip(say("Shows the mistakes of all digits again."))
        button.setAccessibleName(say("Show all mistakes"))
        button.clicked.connect(lambda: self.pair_requested.emit(ANY, ANY))
        return button

    def _lay_out(self) -> None:
        self._note.setProperty("dim", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._summary)
        row.addWidget(self._note, 1)
        for text, box in ((say("labelled"), self._label), (say("read as"), self._verdict)):
            caption = QLabel(text)
            caption.setProperty("dim", True)
            caption.setBuddy(box)
            row.addWidget(caption)
            row.addWidget(box)
        row.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.wall, 1)


def captions(shown: Evaluated, index: int) -> tuple[str, str]:
    """Return what stands under an image: its label and verdict, and, where there is room, how sure the verdict was."""
    label, verdict = shown.names(index)
    if max(len(label), len(verdict)) > SHORT:
        return label, f"→ {verdict}"
    return f"{label} → {verdict}", percent(float(shown.scores.sureness[index]))
