"""The line along the bottom: the data set, what is being fetched, what trains how fast, and how TensorFlow does."""

import time
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QSizePolicy, QToolButton, QWidget

from core.digits.dataset import Dataset
from core.errors import UserError
from core.words import figure, said, say
from gui.look import parts, theme as look
from gui.look.figures import together

LINES = 2
HIGHEST = 10_000  # pixels; more than any sentence takes
SPEED_EVERY_S = 0.5  # a number that changes oftener cannot be read


class NoteLabel(parts.WrappedLabel):
    """Shows a sentence in the width that is left over; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence = ""  # the whole of it
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_sentence(self, sentence: str) -> None:
        """Show another sentence."""
        self.sentence = sentence
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sentence into the new width."""
        super().resizeEvent(event)
        self.dress()

    def dress(self) -> None:
        """Fit the sentence into the width in the application's font, or in small letters as many words as go in."""
        usual = QApplication.font()
        fits = QFontMetrics(usual).horizontalAdvance(self.sentence) <= self.width()
        font = usual if fits else look.small_font()
        if font != self.font():
            self.setFont(font)
        metrics, room, wraps = QFontMetrics(font), QRect(0, 0, max(self.width(), 1), HIGHEST), Qt.TextFlag.TextWordWrap
        shown = together(self.sentence)
        words = shown.split(" ")
        while words and metrics.boundingRect(room, int(wraps), shown).height() > LINES * metrics.lineSpacing():
            words.pop()
            shown = " ".join(words) + " …"
        self.setText(shown)


class StatusLine(QWidget):
    """Shows what it is given; only the speed it works out itself, from steps and the clock."""

    def __init__(self, cancel: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._data, self._speed, self._engine = (parts.caption() for _ in range(3))
        self._note = parts.set_apart(NoteLabel(), "dim")
        self._run = parts.set_apart(parts.ElidedLabel(), "dim")
        self._run.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._run.setMinimumWidth(1)  # a long title makes the window no wider
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedSize(120, 6)
        self._cancel = parts.set_apart(QToolButton(), "flat")
        self._cancel.setDefaultAction(cancel)
        self.offer = parts.set_apart(QToolButton(), "flat")  # beside the sentence; hidden where nothing is offered
        self._taken: Callable[[], object] = lambda: None
        self.offer.clicked.connect(lambda _checked: self._taken())
        self._speed_since: tuple[float, int] | None = None
        shown = (self._data, self._bar, self._cancel, (self._note, 1), self.offer, self._run, self._speed, self._engine)
        row = parts.row(*shown, within=self, spacing=16)
        row.setContentsMargins(2, 0, 2, 0)
        self.setMinimumHeight(row.sizeHint().height())  # else all above would move when Cancel comes and goes
        self.show_progress(None)
        self.offer.hide()
        self._run.hide()

    def note(self) -> str:
        """Return the sentence shown in the middle."""
        return self._note.sentence

    def show_dataset(self, dataset: Dataset) -> None:
        """Name the data set and the sizes of its three parts."""
        parts = ((dataset.training, say("train")), (dataset.validation, say("validation")), (dataset.test, say("test")))
        sizes = " · ".join(f"{figure(len(part), ',')} {name}" for part, name in parts)
        self._data.setText(f"{said(dataset.title)}   {sizes}")
        self._data.setToolTip(f"{said(dataset.title)}: {dataset.source.described}")

    def show_missing_data(self, can_download: bool = True) -> None:
        """Say that there is no data set yet, and what brings one."""
        download = say("No training data yet: Train downloads MNIST (12 MB)")
        self._data.setText(download if can_download else say("No training data yet: open a folder (File menu)"))

    def show_note(self, sentence: str, offer: str = "", taken: Callable[[], object] = lambda: None) -> None:
        """Show one sentence; a fault's, which in the terminal stands at the end of another, begins large here.

        offer, taken : a button beside it, as long as it is shown, and what that does
        """
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._taken = taken
        first, _, _ = sentence.partition(" ")
        is_word = first.isalpha()  # and no file's name
        self._note.show_sentence(sentence[:1].upper() + sentence[1:] if is_word else sentence)

    def attempt(self, job: Callable[[], object]) -> bool:
        """Do a job; show its fault, if it is the input's or the disk's, and return False."""
        try:
            job()
        except UserError as error:
            self.show_note(str(error))
            return False
        return True

    def show_engine(self, text: str) -> None:
        """Say how TensorFlow does."""
        self._engine.setText(text)

    def show_progress(self, share: float | None, what: str = "") -> None:
        """Show how far a download or the like is, 0..1; None when there is none."""
        self._bar.setVisible(share is not None)
        self._cancel.setVisible(share is not None)
        if share is not None:
            self._bar.setValue(round(share * 100))
            self._data.setText(what)

    def show_run(self, text: str) -> None:
        """Say which run is at hand; "" where nobody could take it for another."""
        self._run.setText(text)
        self._run.setVisible(bool(text))

    def count_steps(self, step: int) -> None:
        """Take the number of steps made so far, and show the speed twice a second."""
        now = time.perf_counter()
        since = self._speed_since
        if since is None or step < since[1]:
            self._speed_since = (now, step)
        elif now - since[0] >= SPEED_EVERY_S:
            speed = round((step - since[1]) / (now - since[0]))
            self._speed.setText(say("1 step/s") if speed == 1 else say("{step:,.0f} steps/s", step=speed))
            self._speed_since = (now, step)

    def clear_speed(self) -> None:
        """Show no speed while nothing trains."""
        self._speed_since = None
        self._speed.clear()
