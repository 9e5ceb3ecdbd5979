"""My digits: the wall of what a person has taught, to browse, correct, delete, learn from, and carry away."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.digits.dataset import CLASSES
from core.hands.hand import HandDigit
from core.words import mark, said, say
from gui.look import theme as look
from gui.look.figures import percent
from gui.look.theme import Theme
from gui.panels.hand_pictures import HandPictures
from gui.panels.image_wall import ImageWall

EMPTY = mark("Draw a digit, then say beneath it which one it was: it is kept here. Or press Ask me.")


class MyDigitsPanel(QWidget):
    """Shows one hand at a time; every request goes out, nothing is stored here."""

    hand_requested = Signal(str)  # the name of a hand that is there
    new_hand_requested = Signal()
    guided_requested = Signal()
    learn_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    correct_requested = Signal(str, int)  # a digit's id, and what it was
    delete_requested = Signal(str)  # a digit's id
    undo_requested = Signal()
    digit_opened = Signal(str)  # the id of a digit to look at
    shown = Signal()

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("my_digits")
        self.setAccessibleName(say("My digits"))
        self._digits: tuple[HandDigit, ...] = ()
        self._pictures = HandPictures(self)
        self._hand, self._label = self._make_hands(), self._make_label()
        self._count, self._result = QLabel(), QLabel()
        self._result.setWordWrap(True)
        self.wall = ImageWall(theme=theme)
        self.wall.set_empty_text(said(EMPTY))
        self._delete = _button("delete_digit", say("Delete"), say("Leaves the marked digit out; Undo brings it back."))
        self._undo = _button("undo_digit", say("Undo"), say("Takes back what was last deleted or corrected."))
        self._export = _button(
            "export_digits", say("Export..."), say("Writes the digits as strokes that any program can read.")
        )
        self._learn = _button(
            "learn",
            say("Learn from my digits"),
            say("Trains on, with your digits among those it knows, in a second or two."),
        )
        self._learn.setProperty("primary", True)
        self._learn.hide()
        self._lay_out()
        self._connect()
        self.set_digits(())

    def set_hands(self, names: tuple[str, ...], current: str) -> None:
        """Show the names of all hands, and which one is looked at."""
        with QSignalBlocker(self._hand):
            self._hand.clear()
            self._hand.addItems(list(names))
            self._hand.setCurrentText(current)

    def set_digits(self, digits: tuple[HandDigit, ...]) -> None:
        """Show the digits of a hand, those taught last in front."""
        self._digits = digits
        self._pictures.set_digits(digits)
        order = np.arange(len(digits))[::-1].astype(np.intp)
        self.wall.set_images(self._pictures.images, order, lambda index: (str(digits[index].label),), self._sentence)
        if self.isVisible():
            self._pictures.draw()
        self.set_score(None)
        self._count.setToolTip(_counts(digits))
        self._export.setEnabled(bool(digits))
        self._show_marked()

    def set_score(self, share: float | None) -> None:
        """Say which share of the digits, 0.0 .. 1.0, is read right by what reads now; None for no digits."""
        count = counted(len(self._digits))
        told = count if share is None else say("{count}, {share} right", count=count, share=percent(share, 0))
        self._count.setText(told)

    def drawn(self) -> frozenset[str]:
        """Return the ids of the digits whose pictures are on the wall by now."""
        return self._pictures.drawn()

    def score(self) -> str:
        """Return what is said of how many there are and how they are read."""
        return self._count.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the digits and ask for the score, which is not done while nobody looks."""
        super().showEvent(event)
        self._pictures.draw()
        self.shown.emit()

    def set_can_learn(self, can: bool) -> None:
        """Offer to learn from the digits, or not now."""
        self._learn.show()
        self._learn.setEnabled(can)

    def set_can_undo(self, can: bool) -> None:
        """Say whether there is a change to take back."""
        self._undo.setEnabled(can)

    def set_result(self, text: str) -> None:
        """Say what learning has changed, or what else there is to say."""
        self._result.setText(text)
        self._result.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self.wall.set_theme(theme)
        self._count.setFont(look.small_font())
        self._result.setFont(look.small_font())

    def _sentence(self, index: int) -> str:
        digit = self._digits[index]
        time = digit.time[:16].replace("T", " ")
        return say("labelled {label}, drawn {time} UTC", label=digit.label, time=time)

    def _marked(self) -> HandDigit | None:
        index = self.wall.current()
        return self._digits[index] if 0 <= index < len(self._digits) else None

    def _show_marked(self) -> None:
        marked = self._marked()
        self._delete.setEnabled(marked is not None)
        self._label.setEnabled(marked is not None)
        with QSignalBlocker(self._label):
            self._label.setCurrentIndex(-1 if marked is None else marked.label)

    def _on_chosen(self, index: int) -> None:
        self._show_marked()
        self.digit_opened.emit(self._digits[index].id)

    def _on_label_chosen(self, label: int) -> None:
        marked = self._marked()
        if marked is not None and label >= 0 and label != marked.label:
            self.correct_requested.emit(marked.id, label)

    def _on_delete(self) -> None:
        marked = self._marked()
        if marked is not None:
            self.delete_requested.emit(marked.id)

    def _connect(self) -> None:
        self._pictures.one_drawn.connect(self.wall.viewport().update)
        self.wall.chosen.connect(self._on_chosen)
        self._hand.textActivated.connect(self.hand_requested)
        self._label.currentIndexChanged.connect(self._on_label_chosen)
        self._delete.clicked.connect(self._on_delete)
        self._undo.clicked.connect(self.undo_requested)
        self._export.clicked.connect(self.export_requested)
        self._learn.clicked.connect(self.learn_requested)

    def _lay_out(self) -> None:
        new = _button("new_hand", say("New..."), say("Starts a hand of another person: each is kept apart."))
        new.clicked.connect(self.new_hand_requested)
        ask = _button(
            "guided", say("Ask me"), say("Asks for three of each digit in random order: 30 drawings in two minutes.")
        )
        ask.clicked.connect(self.guided_requested)
        bring = _button(
            "import_digits", say("Import..."), say("Adds the labelled digits of a file of strokes (.jsonl).")
        )
        bring.clicked.connect(self.import_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(_dim(say("Hand")), self._hand, new, self._count, None, ask, self._learn))
        column.addWidget(self.wall, 1)
        column.addWidget(self._result)
        column.addLayout(_row(_dim(say("It was a")), self._label, self._delete, self._undo, None, bring, self._export))
        self._count.setProperty("dim", True)
        self.set_result("")
        self.set_can_undo(False)

    def _make_hands(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("hand")
        box.setAccessibleName(say("Hand"))
        box.setToolTip(say("Whose digits these are; what you teach goes to this hand."))
        box.setMinimumContentsLength(6)
        return box

    def _make_label(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("digit_label")
        box.setAccessibleName(say("What the marked digit was"))
        box.setToolTip(say("Corrects the label of the marked digit."))
        box.addItems([str(digit) for digit in range(CLASSES)])
        return box


def counted(digits: int) -> str:
    """Return how many digits there are, in words."""
    return say("1 digit") if digits == 1 else say("{digits:,} digits", digits=digits)


def _counts(digits: tuple[HandDigit, ...]) -> str:
    labels = [digit.label for digit in digits]
    return (
        say("How many of each digit:") + "  " + "  ".join(f"{label}: {labels.count(label)}" for label in range(CLASSES))
    )


def _button(name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    return button


def _dim(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("dim", True)
    return label


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None for a stretch."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
