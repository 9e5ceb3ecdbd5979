"""The Why tab: what in an image speaks for a digit and what against, to the last hundredth of its logit."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout

from core.arrays import Numbers
from core.digits.dataset import DIGITS, PIXELS, SIDE
from core.model.inside import effective, evidence, in_squares
from core.model.softmax import Weights, changed, logits
from core.words import mark, said, say
from gui.look import controls, parts
from gui.look.parts import ElidedLabel, GivingRow
from gui.panels.class_rows import ClassChoice, LogitRows
from gui.panels.evidence_picture import Equation, EvidencePicture
from gui.panels.since_start import SinceStart

MILLION = 1e6  # times that are reported no more precisely
SHORT = 4  # letters; the names of two classes so short stand beneath a picture
NOTHING = mark("Draw a digit, or open one from Mistakes or Data, to see why it is read so.")

NO_NUMBERS = mark("These weights are no longer numbers: their run diverged, and there is nothing to explain.")


def explained(values: Numbers, digit: int, other: int | None, names: tuple[str, ...]) -> str:
    """Return in words what logits, (10,), say of a digit, or of it and not the other one."""
    name, best = names[digit], int(np.argmax(values))
    if other is not None:
        ahead, behind = (digit, other) if values[digit] >= values[other] else (other, digit)
        times = float(np.exp(min(abs(float(values[digit] - values[other])), 20.0)))
        return compared(names[ahead], times, names[behind])
    if digit == best:
        return say("{name} has the largest logit, so it reads {name}.", name=name)
    named = {"name": name, "values": float(values[best] - values[digit]), "names": names[best]}
    return say("{name} is {values:.2f} behind {names}, which it reads.", **named)


def compared(ahead: str, times: float, behind: str) -> str:
    """Return how many times as probable one digit is as another."""
    if times >= MILLION:
        often = say("more than a million times")
    else:
        often = say("{times:,.0f} times", times=times) if times >= 10 else say("{times:.1f} times", times=times)
    return say("{names} is {times} as probable as {names_2}.", names=ahead, times=often, names_2=behind)


class WhyPanel(parts.Fitted):
    """Explains one digit, or why one and not another; `digits_requested` asks for both, None for what is read."""

    digits_requested = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "why")
        self._image: Numbers | None = None
        self._weights: Weights | None = None
        self._digit: int | None = None  # None = the verdict
        self._other: int | None = None
        self._names = DIGITS
        self._first, self._second = ClassChoice("why_digit"), ClassChoice("why_other")
        self.since_start = SinceStart("why_since_start")
        self.since_start.toggled.connect(self._show)
        sides = [(say("each pixel"), 1), *((say("{side} × {side}", side=side), side) for side in (2, 4))]
        self.squares = controls.choice("why_squares", sides)
        self.squares.setCurrentIndex(1)
        self.squares.hide()
        self.squares.currentIndexChanged.connect(self._show)
        self._ask, self.sentence = controls.button("why_not"), ElidedLabel(said(NOTHING))
        self.picture, self.rows = EvidencePicture(), LogitRows()
        self._body = parts.row(self.picture, self.rows, spacing=10)
        other = parts.caption(say("and not"), buddy=self._second)
        head = (self._first, other, self._second, self._ask, self.since_start, self.squares)
        self._head = GivingRow(head, self.sentence, self._longest)
        parts.column(self._head, (self._body, 1), within=self, top=4)
        for box in (self._first, self._second):
            box.activated.connect(lambda: self.digits_requested.emit(self._first.number, self._second.number))
        self._ask.clicked.connect(lambda: self.digits_requested.emit(self._digit, self._rival))
        self.rows.class_chosen.connect(lambda digit: self.digits_requested.emit(digit, self._other))
        self._show()

    def set_reading(self, image: Numbers | None, weights: Weights) -> None:
        """Explain how these weights read an image (28, 28), 0.0 .. 1.0; None where nothing is drawn."""
        self._image, self._weights = image, weights
        is_single = weights.architecture.is_single
        self.since_start.setVisible(is_single)
        self.squares.setVisible(not is_single)
        self._show()

    def set_digits(self, digit: int | None, other: int | None) -> None:
        """Explain a digit (None = the verdict), or why it and not the other one."""
        other = None if other == digit else other  # a cell on the confusion's diagonal names one digit twice
        self._digit, self._other = digit, other
        self._first.show_number(digit)
        self._second.show_number(other)
        self._show()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Offer these names of the ten classes."""
        self._names = names
        for box in (self._first, self._second):
            box.set_names(names)
        self._head.fit()
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more height than with the logits beside the pictures: one once tall would keep the plots low."""
        hint = super().minimumSizeHint()
        if self._body.direction() == QBoxLayout.Direction.LeftToRight:
            return hint
        saved = self._body.spacing() + min(self.picture.minimumHeight(), self.rows.minimumHeight())
        return QSize(hint.width(), hint.height() - saved)

    def fit(self) -> None:
        """Put the logits beside the pictures, or beneath them where there is height for both."""
        is_tall = self.height() > 0.5 * self.width()
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if is_tall else right)
        self._body.setStretch(0, 1 if is_tall else 3)
        self._body.setStretch(1, 1)

    def _show(self) -> None:
        image, weights = self._image, self._weights
        if image is None or weights is None:
            return self._show_nothing(said(NOTHING))
        with np.errstate(invalid="ignore", over="ignore"):
            weights = effective(weights, image)  # of several layers: the one that they are around this image
            values = logits(weights, image.reshape(1, PIXELS))[0]
        if not np.isfinite(values).all():
            return self._show_nothing(said(NO_NUMBERS))
        digit = int(np.argmax(values)) if self._digit is None else self._digit
        other = None if self._other == digit else self._other
        self.picture.set_equation(self._equation(weights, image, digit, other))
        self.rows.set_logits(values, digit, self._names)
        self.sentence.setText(explained(values, digit, other, self._names))
        self._rival = int(next(rival for rival in np.argsort(-values) if rival != digit))  # it comes next
        self._ask.setVisible(other is None)
        return self._ask.setText(say("Why not {names}?", names=self._names[self._rival]))

    def _show_nothing(self, why: str) -> None:
        self.picture.set_equation(None)
        self.rows.set_logits(None, 0)
        self.sentence.setText(why)
        self._ask.hide()

    def _equation(self, weights: Weights, image: Numbers, digit: int, other: int | None) -> Equation:
        start = self.since_start.start
        if self._weights is weights and start is not None:
            learned = self._equation_of(changed(weights, start), image, digit, other)
            bias = learned.evidence.bias + evidence(start, image, digit, other).logit
            captions = (say("image"), say("change"), say("learned"))
            made = replace(learned.evidence, bias=bias)
            return replace(learned, evidence=made, captions=captions, rest=say("bias, start"))
        shown = self._equation_of(weights, image, digit, other)
        if self._weights is weights:
            return shown
        summed = in_squares(shown.evidence, int(self.squares.currentData()))
        return replace(shown, evidence=summed, captions=(say("image"), say("weights"), shown.captions[2]))

    def _equation_of(self, weights: Weights, image: Numbers, digit: int, other: int | None) -> Equation:
        name, column = self._names[digit], weights.matrix[:, digit]
        if other is None:
            middle, right, total = say("weights of {name}", name=name), say("evidence"), say("= logit")
        else:
            column, against = column - weights.matrix[:, other], self._names[other]
            middle, right, total = say("weights' difference"), say("evidence"), say("= difference")
            if len(name + against) <= SHORT:
                middle = say("weights {name} − {against}", name=name, against=against)
                right = say("for {name}, not {against}", name=name, against=against)
                total = say("= logit {name} − {against}", name=name, against=against)
        made, captions = evidence(weights, image, digit, other), (say("image"), middle, right)
        return Equation(image, column.reshape(SIDE, SIDE), made, captions, total)

    def _longest(self) -> str:
        name = max(self._names, key=len)
        return compared(name, MILLION, name)
