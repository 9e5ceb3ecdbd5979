"""My digits: the wall of what a person has taught, to browse, correct, delete, learn from, and carry away."""

import time
from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.digits.dataset import CLASSES, PIXELS, Bytes
from core.digits.raster import image_of
from core.hands.hand import HandDigit
from core.words import say
from gui.look import controls, parts
from gui.look.figures import percent
from gui.look.parts import ElidedLabel, GivingRow
from gui.panels.image_wall import ImageWall

SLICE_S = 0.004  # a quarter of a frame at 60 a second


class HandPictures:
    """The images of some digits, (784,) each, by place: drawn when they are first seen, a few at each painting."""

    def __init__(self, paint_again: Callable[[], object]) -> None:
        """Take what paints anew where not all that is seen could be drawn at once."""
        self.digits: tuple[HandDigit, ...] = ()
        self.drawn: dict[str, Bytes] = {}  # by now, by id; strokes never change
        self._next, self._end_s = QTimer(singleShot=True, interval=0), 0.0  # the next painting, and the end of this
        self._next.timeout.connect(paint_again)

    def __getitem__(self, place: int) -> Bytes:
        """Return the image of a digit; paper where it has no ink, or is drawn for the next painting."""
        digit = self.digits[place]
        if digit.id not in self.drawn:
            if not self._next.isActive():  # the first one of a painting
                self._next.start()
                self._end_s = time.perf_counter() + SLICE_S
            if time.perf_counter() > self._end_s:
                return np.zeros(PIXELS, np.uint8)
            image = image_of(digit.drawing)
            pixels = np.zeros(PIXELS) if image is None else np.rint(image.ravel() * 255)
            self.drawn[digit.id] = pixels.astype(np.uint8)
        return self.drawn[digit.id]


class MyDigitsPanel(QWidget):
    """Shows one hand at a time; every request goes out, nothing is stored here."""

    hand_requested = Signal(str)  # the name of a hand that is there
    correct_requested = Signal(str, int)  # a digit's id, and what it was
    delete_requested = Signal(str)  # a digit's id
    digit_opened = Signal(str)  # the id of a digit to look at
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "my_digits")
        self._hand = controls.choice("hand")
        self._hand.setMinimumContentsLength(6)
        self._label = controls.choice("digit_label", [(str(digit), digit) for digit in range(CLASSES)])
        self.new = controls.button("new_hand")
        self.new.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.new.setMenu(QMenu(self.new))
        for name in ("rename_hand", "merge_hand", "remove_hand"):  # the hand in use
            self.new.menu().addAction(controls.words(name)).setObjectName(name)
        self.hand_menu = {action.objectName(): action for action in self.new.menu().actions()}
        self.count = parts.set_apart(ElidedLabel(), "dim", "small")
        self._result = parts.set_apart(parts.WrappedLabel(), "small")
        self.wall, self.ask = ImageWall("hand_images"), controls.button("guided")
        self.pictures = HandPictures(self.wall.viewport().update)
        self.learn = controls.button("learn", "primary")
        self.learn.setEnabled(False)
        lower = ("delete_digit", "undo_digit", "import_digits", "export_digits")
        self._delete, self.undo, self.bring, self.export = (controls.button(name, "small", "page") for name in lower)
        self._lay_out()
        self.wall.chosen.connect(self._on_chosen)
        self._hand.textActivated.connect(self.hand_requested)
        self._label.activated.connect(self._on_label_chosen)
        self._delete.clicked.connect(self._on_delete)
        self.set_digits(())

    def set_hands(self, names: tuple[str, ...], current: str) -> None:
        """Show the names of all hands, and which one is looked at."""
        self._hand.clear()
        self._hand.addItems(list(names))
        self._hand.setCurrentText(current)

    def set_digits(self, digits: tuple[HandDigit, ...]) -> None:
        """Show the digits of a hand, those taught last in front."""
        self.pictures.digits = digits
        order = np.arange(len(digits))[::-1].astype(np.intp)
        self.wall.set_images(self.pictures, order, lambda index: (str(digits[index].label),), self._sentence)
        self.set_score(None)
        labels = [digit.label for digit in digits]
        each = [f"{digit}: {labels.count(digit)}" for digit in range(CLASSES)]
        self.count.setToolTip("  ".join([say("How many of each digit:"), *each]))
        self.export.setEnabled(bool(digits))
        self._show_marked()

    def set_score(self, share: float | None) -> None:
        """Say which share of the digits, 0.0 .. 1.0, is read right by what reads now; None for no digits."""
        count = counted(len(self.pictures.digits))
        text = count if share is None else say("{count}, {share} right", count=count, share=percent(share, 0))
        self.count.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the score, which is not found while nobody looks."""
        super().showEvent(event)
        self.shown.emit()

    def set_result(self, text: str) -> None:
        """Say what learning has changed, or what else there is to say."""
        self._result.setText(text)
        self._result.setVisible(bool(text))

    def _sentence(self, index: int) -> str:
        digit = self.pictures.digits[index]
        time = digit.time[:16].replace("T", " ")
        return say("labelled {label}, drawn {time} UTC", label=digit.label, time=time)

    def _marked(self) -> HandDigit | None:
        index = self.wall.current()
        return self.pictures.digits[index] if 0 <= index < len(self.pictures.digits) else None

    def _show_marked(self) -> None:
        marked = self._marked()
        self._delete.setEnabled(marked is not None)
        self._label.setEnabled(marked is not None)
        self._label.setCurrentIndex(-1 if marked is None else marked.label)

    def _on_chosen(self, index: int) -> None:
        self._show_marked()
        self.digit_opened.emit(self.pictures.digits[index].id)

    def _on_label_chosen(self, label: int) -> None:
        marked = self._marked()
        if marked is not None and label != marked.label:
            self.correct_requested.emit(marked.id, label)

    def _on_delete(self) -> None:
        marked = self._marked()
        if marked is not None:
            self.delete_requested.emit(marked.id)

    def _lay_out(self) -> None:
        label = parts.caption(say("It was a"), buddy=self._label)
        longest = partial(say, "{count}, {share} right", count=counted(1_000), share=percent(1.0, 0))
        head = GivingRow((self._hand, self.new, self.ask, self.learn), self.count, longest)
        foot = parts.row(label, self._label, self._delete, self.undo, None, self.bring, self.export)
        parts.column(head, (self.wall, 1), self._result, foot, within=self, spacing=3, top=1)
        self.set_result("")
        self.undo.setEnabled(False)


def counted(digits: int) -> str:
    """Return how many digits there are, in words."""
    return say("1 digit") if digits == 1 else say("{digits:,} digits", digits=digits)
