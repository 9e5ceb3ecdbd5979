"""The row of a number's digits: what the network sees of each, what it reads, and where it is in doubt."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from core.arrays import Numbers
from core.model.doubt import Doubt, Judgement
from core.words import say
from gui.look import theme as look
from gui.look.painting import CENTRED, Painted, describe, paint_text
from gui.look.pixels import as_picture

LARGEST, GAP = 42.0, 4.0  # points: the side of an image, and what lies between two
FRAME = 1  # points around each
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class RowDigit:
    """A digit of the row: what the network sees, (28, 28), what it reads, and what is to be said of that."""

    image: Numbers
    digit: int
    judgement: Judgement

    @property
    def texts(self) -> tuple[str, str]:
        """What stands under it: in words where there is room, and in short."""
        first, second = sorted(self.judgement.digits)
        if self.judgement.doubt is Doubt.UNSURE:
            return say("{first} or {second}", first=first, second=second), f"{first}|{second}"
        return (f"{self.digit}?",) * 2 if self.judgement.doubt is Doubt.NOT_A_DIGIT else (str(self.digit),) * 2


class DigitRow(Painted):
    """One small image a digit; `digit_chosen` asks for one of them to be looked at, by mouse or arrow keys."""

    digit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("digit_row", usual=(400, 0), least=(0, 0), has_keys=True)
        self._digits: tuple[RowDigit, ...] = ()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the images and a line beneath them."""
        return QSize(self._usual.width(), round(FRAME + LARGEST + GAP + QFontMetricsF(look.small_font()).height()))

    def set_digits(self, digits: tuple[RowDigit, ...], at: int) -> None:
        """Show the digits of a number, of which one is looked at."""
        self._digits, self._at = digits, at
        read = ", ".join(digit.texts[0] for digit in digits)
        text = say("reads {digits}; digit {at} of {count} is looked at", digits=read, at=at + 1, count=len(digits))
        if digits:
            describe(self, text)
        self.update()

    def square(self, number: int) -> QRectF:
        """Return where the image of a digit lies."""
        side = min(LARGEST, self.width() / max(len(self._digits), 1) - GAP)
        left = (self.width() - (side + GAP) * len(self._digits) + GAP) / 2
        return QRectF(round(left + number * (side + GAP)), FRAME + round(LARGEST - side), int(side), int(side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit that is pressed."""
        for number in range(len(self._digits)):
            if self.square(number).adjusted(-GAP / 2, -LARGEST, GAP / 2, LARGEST).contains(event.position()):
                self.digit_chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the digit before or after."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._at + step < len(self._digits):
            self.digit_chosen.emit(self._at + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint images, frames and what is read."""
        painter = QPainter(self)
        for number, digit in enumerate(self._digits):
            square = self.square(number)
            painter.drawImage(square, as_picture(digit.image, self.theme))
            is_chosen = number == self._at
            colour = self.theme.accent if is_chosen else self.theme.line
            painter.setPen(QPen(QColor(colour), 2 if is_chosen and self.hasFocus() else 1))
            painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
            font = look.small_font()
            font.setWeight(QFont.Weight.Bold if is_chosen else QFont.Weight.Normal)
            is_doubted = digit.judgement.doubt is not Doubt.NONE
            colour = self.theme.warm if is_doubted else self.theme.text
            line = square.adjusted(-GAP / 2, square.height(), GAP / 2, self.height() - square.bottom())
            fitting = (text for text in digit.texts if QFontMetricsF(font).horizontalAdvance(text) <= line.width())
            paint_text(painter, line, next(fitting, f"{digit.digit}?"), colour, CENTRED, font)
