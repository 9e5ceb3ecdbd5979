"""Joins the canvas, the teach row and My digits to the hand that is being taught."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from core.digits.dataset import CLASSES
from core.digits.drawing import Drawing
from core.hands import hand as hands
from core.hands.hand import Hand, HandDigit
from core.hands.requested import RequestedDigits
from core.model.softmax import Weights
from core.numbers.number import looks_strange
from core.words import say
from gui.frame.actions import Actions
from gui.frame.drawing_side import DrawingSide
from gui.frame.status_line import StatusLine
from gui.hands.hand_shelf import HandShelf
from gui.panels.my_digits_panel import MyDigitsPanel, counted
from gui.state.reading import Reading
from gui.state.shared import Shared

RESTED_MS = 150  # that weights read before they are scored on the hand


class HandController(QObject):
    """Teaches the hand in use; knows the order in which digits are requested, and what can be taken back."""

    def __init__(
        self,
        shared: Shared,
        side: DrawingSide,
        panel: MyDigitsPanel,
        status: StatusLine,
        actions: Actions,
        score: Callable[[Weights, Callable[[float, int], object]], None],
    ) -> None:
        """Take the parts in which digits are taught, and what has weights read the hand: it reports share and count."""
        super().__init__(shared)
        in_use, reader = self._in_use, self._reader = shared.hand, shared.reader
        self._side, self._canvas, self._row = side, side.canvas, side.teach
        self._panel, self._status = panel, status
        self._score, self._requested = score, object()  # of the score that was requested last,
        self._weights: Weights | None = None  # of whose readings it is
        self._later = QTimer(self, singleShot=True, interval=RESTED_MS)
        self._later.timeout.connect(self.show_score)
        self._teach = [actions[f"teach_{digit}"] for digit in range(CLASSES)]
        self._taught: tuple[Drawing, str] | None = None  # what was taught or opened last, and its id
        self._doubted: tuple[Drawing, int] | None = None  # what looks like no digit, and what it was to be taught as
        self.asked = RequestedDigits()
        self.shelf = HandShelf(in_use, self.use, panel, status)
        self._undos: list[Callable[[], object]] = []
        self._undoable = ""  # what was said last of what Undo takes back
        reader.read.connect(self._on_read)
        in_use.changed.connect(self._show)
        for digit, action in enumerate(self._teach):
            action.triggered.connect(lambda _checked=False, digit=digit: self._store_if_meant(digit))
        self._row.keep.clicked.connect(self._on_store_clicked)
        self._row.skip.clicked.connect(lambda: self.asked.rotate(-1))
        self._row.skip.clicked.connect(self._ask)
        self._row.stop.clicked.connect(lambda _checked=False: self.asked.clear())
        self._row.stop.clicked.connect(lambda: self._canvas.set_hint(self._row.ask(None)))
        panel.shown.connect(self.show_score)
        panel.ask.clicked.connect(self._on_guided)
        panel.hand_requested.connect(self.use)
        panel.correct_requested.connect(self._on_correct)
        panel.delete_requested.connect(self._on_delete)
        panel.undo.clicked.connect(self._on_undo)
        panel.digit_opened.connect(self._on_opened)
        actions["ask"].triggered.connect(self._on_guided)
        self.use(hands.USUAL)
        self._offer()

    @property
    def hand(self) -> Hand:
        """The hand in use."""
        return self._in_use.hand

    def use(self, name: str) -> None:
        """Teach the hand of that name from now on; it need not be there yet."""

        def use() -> None:
            hand = Hand(name)
            if self._undos and self._status.note() == self._undoable:
                self._status.show_note("")  # it would be taken back in the hand before
            self._undos, self._taught = [], None
            self._in_use.use(hand)

        self._status.attempt(use)

    def show_score(self) -> None:
        """Say how many of the hand's digits are read right by what reads now; only while somebody looks."""
        self._forget_score()
        requested = self._requested

        def show(share: float, _digits: int) -> None:
            if requested is self._requested:
                self._panel.set_score(share)

        if self._panel.isVisible():
            self._score(self._reader.weights, show)

    def _forget_score(self) -> None:
        """Say no more what is of other weights or digits: of what is there now there may be none to say."""
        self._requested = object()
        self._panel.set_score(None)

    def offer_undo(self, undo: Callable[[], object]) -> None:
        """Take back with the next Undo what another controller did."""
        self._undos.append(undo)
        self._panel.undo.setEnabled(True)
        self.show_score()

    def _show(self) -> None:
        known = hands.names()
        shown = known if self.hand.name in known else (*known, self.hand.name)
        self._panel.set_hands(shown, self.hand.name)
        self._panel.set_digits(self.hand.digits)
        self._panel.undo.setEnabled(bool(self._undos))
        self.show_score()

    # Teaching.

    def _on_read(self, reading: Reading) -> None:
        if reading.weights is not self._weights:
            self._weights = reading.weights
            self._forget_score()
            self._later.start()  # anew: of weights that change as they learn, only those are scored that stay
        self._offer()

    def _offer(self) -> None:
        can = not self._reader.own.is_empty
        self._row.keep.setEnabled(can)
        for action in self._teach:
            action.setEnabled(can)

    def _store_if_meant(self, label: int) -> bool:
        """Return whether the drawing is stored as this now; one that was stored before gets another label.

        What looks like no digit is meant when that is requested twice.
        """
        own, (doubted, as_label) = self._reader.own, self._doubted or (None, None)
        stored, is_said_twice = self._stored(), label == as_label and own.is_same(doubted)
        if stored is not None:
            self._on_correct(stored.id, label)
            corrected = self._stored()
            return corrected is not None and corrected.label == label
        if not is_said_twice and looks_strange(own):
            self._doubted = own, label
            note = say(
                "This does not look like a digit. Say once more that it is a {label}, and it is stored.", label=label
            )
            self._status.show_note(note)
            return False
        return self._status.attempt(lambda: self._store(label))

    def _store(self, label: int) -> None:
        own = self._reader.own
        self._taught = own, self.hand.teach(own, label).id
        self._undos.append(partial(self.hand.delete, self._taught[1]))
        if len(own.strokes) == len(self._canvas.drawing().strokes):  # no digit of a number, whose others may follow
            self._canvas.set_done(True)
        values = {"label": label, "digits": counted(len(self.hand.digits)), "hand": self.hand.name}
        self._say_undoable(
            say("Stored as an {label}: {digits} in the hand {hand!r}.", **values)
            if label == 8
            else say("Stored as a {label}: {digits} in the hand {hand!r}.", **values)
        )
        self._in_use.report_change()

    # Asking for digits.

    def _on_guided(self) -> None:
        self.asked.begin()
        self._ask()

    def _ask(self) -> None:
        self._canvas.clear()
        self._canvas.set_hint(self._row.ask(self.asked.digit, self.asked.number, self.asked.total))

    def _on_store_clicked(self) -> None:
        digit = self.asked.digit
        if digit is None or not self._store_if_meant(digit):
            return
        self.asked.popleft()
        self._ask()
        if self.asked.digit is None:
            values = {"total": self.asked.total, "hand": self.hand.name}
            self._status.show_note(say("Thank you: {total} digits are stored in the hand {hand!r}.", **values))

    # My digits.

    def _on_opened(self, digit_id: str) -> None:
        digit = self._digit(digit_id)
        if digit is not None:
            self._side.show_drawing(digit.drawing)
            self._taught = self._reader.own, digit_id

    def _on_correct(self, digit_id: str, label: int) -> None:
        digit = self._digit(digit_id)
        if digit is not None and digit.label == label:
            self._status.show_note(say("This drawing is stored already, labelled {label}.", label=label))
        elif digit is not None and self._status.attempt(lambda: self.hand.correct(digit_id, label)):
            self._undos.append(partial(self.hand.correct, digit_id, digit.label))
            before = digit.label
            self._say_undoable(
                say("The stored drawing is labelled {label} now, not {before}.", before=before, label=label)
            )
            self._in_use.report_change()

    def _on_delete(self, digit_id: str) -> None:
        if self._status.attempt(lambda: self.hand.delete(digit_id)):
            self._undos.append(partial(self.hand.restore, digit_id))
            self._say_undoable(say("Deleted; Undo in My digits brings it back."))
            self._report_taken_back()

    def _say_undoable(self, sentence: str) -> None:
        """Say what was done last, with a button beside it that takes it back."""
        done, self._undoable = self._undos[-1], sentence
        self._status.show_note(sentence, say("Undo"), lambda: self._on_undo() if self._undos[-1:] == [done] else None)

    def _on_undo(self) -> None:
        if self._status.attempt(self._undos[-1]):
            self._undos.pop()
            self._status.show_note("")
            self._report_taken_back()

    def _report_taken_back(self) -> None:
        if self._taught is not None and self._digit(self._taught[1]) is None:
            self._canvas.set_done(False)
        self._in_use.report_change()

    def _stored(self) -> HandDigit | None:
        """Return what the drawing at hand is stored as: the very same one, however like it another may be."""
        taught, digit_id = self._taught or (None, "")
        return self._digit(digit_id) if self._reader.own.is_same(taught) else None

    def _digit(self, digit_id: str) -> HandDigit | None:
        return next((digit for digit in self.hand.digits if digit.id == digit_id), None)
