"""The left side of the window: canvas, what the network sees, bars and verdict, laid out as one panel."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame

from core.arrays import Floats
from core.digits.dataset import DIGITS, SIDE
from core.digits.drawing import Drawing
from core.digits.raster import walk
from core.model.doubt import Doubt, are_unsure, judged
from core.numbers.number import Part, are_strange, looks_strange
from core.words import mark, said, say
from gui.canvas.digit_bars import DigitBars
from gui.canvas.digit_canvas import DigitCanvas
from gui.canvas.digit_row import DigitRow, RowDigit
from gui.canvas.frames import Frame
from gui.canvas.preview import Preview, StageStrip
from gui.canvas.square_row import SquareRow
from gui.canvas.teach_row import TeachRow
from gui.canvas.verdict import Verdict
from gui.look import controls, parts
from gui.look.parts import ElidedLabel
from gui.state.reader import Reader
from gui.state.reading import Reading

MARGIN = 14
LEAST_WIDTH = 340  # points
NO_NUMBERS = mark("The weights are no longer numbers")  # of a run that diverged
SCRIBBLED = 0.5  # of the digits of a number; where so many look like none, it is a scribble
WIDENED = 0.86  # of square paper's width: a number that ends further right gets wide paper
REST_MS = 150  # without a move, after which a drawing is looked at as a whole
WIDEN_MS = 700  # likewise, after which paper may change its shape: not between the two strokes of a 4


class DrawingSide(QFrame):
    """Joins the widgets round the drawing to the reader; owns none of what they show."""

    rested = Signal()  # the pen; the drawing has been looked at as a whole

    def __init__(self, reader: Reader, actions: dict[str, QAction], teach: dict[str, QAction] | None = None) -> None:
        """Take the reader, and actions by object name: for the buttons beneath the canvas, and to teach digits."""
        super().__init__()
        self.setProperty("panel", True)
        self._reader = reader
        self._stages_shown: tuple[str, ...] | None = None
        self._reading = Reading(None, None, reader.weights)  # shown last
        self._judged: tuple[RowDigit, ...] = ()  # those, each with what is to be said of it
        self._strange: tuple[tuple[Part, ...], list[bool]] = ((), [])  # the digits looked at last, and whether each is
        self._is_wide_by_hand = False
        self._is_strange = False
        self._given: Floats | None = None  # the picture last read
        self._look_later = QTimer(self, singleShot=True, interval=REST_MS)
        self._widen_later = QTimer(self, singleShot=True, interval=WIDEN_MS)
        self._announced = QTimer(self, singleShot=True)
        self._announced.timeout.connect(self._say_verdict)
        self.label: int | None = None  # of the image that stands on the canvas
        self.canvas, self.preview = DigitCanvas(), Preview()
        self.bars, self.verdict, self.stages = DigitBars(), Verdict(), StageStrip()
        self.teach, self.digits = TeachRow(teach or {}), DigitRow()
        self.stages.hide()
        self.digits.hide()
        self._lay_out(actions)
        self.canvas.drawing_changed.connect(self._on_drawing_changed)
        self.canvas.stroke_finished.connect(self._on_stroke_finished)
        self._look_later.timeout.connect(self._on_drawing_rested)
        self._widen_later.timeout.connect(self._on_writing_paused)
        self.canvas.wide_changed.connect(lambda: self._row.set_aspect(self.canvas.aspect))
        self.canvas.wide_changed.connect(self._show_digits)
        self.canvas.digit_chosen.connect(reader.choose)
        self.digits.digit_chosen.connect(reader.choose)
        self.preview.stages_requested.connect(self.stages.setVisible)
        self.preview.stages_requested.connect(self.preview.set_stages_shown)
        self.stages.stages_changed.connect(reader.set_stages)
        for changed in (self.preview.stages_requested, self.stages.stages_changed):
            changed.connect(self._show_walk)
        self.preview.stages_requested.connect(self._make_room)
        self.verdict.reader_requested.connect(reader.read_by)
        reader.read.connect(self.show_reading)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the verdict would be cut."""
        return super().minimumSizeHint().expandedTo(QSize(LEAST_WIDTH, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for all that is shown."""
        super().resizeEvent(event)
        self._make_room()

    def show_reading(self, reading: Reading) -> None:
        """Show what the network sees and says."""
        self.preview.set_image(reading.image)
        self.bars.set_probabilities(reading.probabilities, reading.class_names, reading.by_app)
        before, self._reading = self._reading, reading
        if self._reader.given is not self._given:  # a picture that has just come: does it show a digit at all?
            self._given, self._is_strange = self._reader.given, False
            self._look_later.start()
        was_labelled = self.label is not None
        if not self._reader.reads_image:
            self.label = None
        if was_labelled or reading.class_names != before.class_names:
            self._say_classes()
        self.verdict.dragged = reading.text
        self._judged = self._judge(reading) if reading.is_number else ()
        self._say_verdict()
        if not self._look_later.isActive() or reading.image is None:
            self._show_digits()

    def show_drawing(self, drawing: Drawing, label: int | None = None) -> None:
        """Show a drawing on the canvas, or its picture, and read it; an image of a data set has a label."""
        if drawing.picture is None:
            self.canvas.set_drawing(drawing)
        else:
            self.canvas.show_image(drawing.picture)
            self._reader.set_image(drawing.picture, is_own=label is None)
            self.show_label(label)

    def set_wide(self, wide: bool) -> None:
        """Draw on wide paper, for numbers, whatever is drawn; or on square paper, until a number needs more."""
        self._is_wide_by_hand = wide
        self.canvas.set_wide(wide)

    def announce(self, sentence: str, time_ms: int) -> None:
        """Say a sentence in the verdict's place for a while; the bars go on."""
        self._announced.start(time_ms)
        self.verdict.set_message(sentence)

    def end_announcement(self) -> None:
        """Say what is read again, where something else is said."""
        if self._announced.isActive():
            self._announced.stop()
            self._say_verdict()

    def show_label(self, label: int | None) -> None:
        """Say above the canvas what the image that stands there is labelled, if it is, and what it is read as."""
        self.label = label
        self._say_classes()

    def show_stages(self, names: tuple[str, ...]) -> None:
        """Show which stages the network that reads sends a drawing through."""
        if names != self._stages_shown:
            self._stages_shown = names
            self.preview.set_stages(names)
            self.stages.set_stages(names)

    def _on_drawing_changed(self, drawing: Drawing) -> None:
        self._is_strange = False
        self._look_later.start()
        self._widen_later.stop()
        self._reader.set_drawing(drawing)
        if self.stages.isVisible():
            self._show_walk()
        if drawing.is_empty and not self._reader.reads_image and not self._is_wide_by_hand:
            self.canvas.set_wide(False)

    def _on_stroke_finished(self) -> None:
        self._reader.regroup()
        self._widen_later.start()

    def _on_writing_paused(self) -> None:
        if self._reading.is_number and self.canvas.aspect == 1:
            self.canvas.set_wide(bool(self.canvas.drawing().points[:, 0].max(initial=0) > WIDENED))

    def _on_drawing_rested(self) -> None:
        """Ask, once the pen rests, whether this looks like a digit at all: half a 7 need not."""
        self._show_digits()
        given = self._reader.given
        if self._reading.is_number:  # of strokes, not of a picture
            strange = sum(digit.judgement.doubt is Doubt.NOT_A_DIGIT for digit in self._judged)
            self._is_strange |= given is None and strange >= SCRIBBLED * len(self._reading.parts)
        else:
            self._is_strange |= looks_strange(self._reader.drawing if given is None else Drawing(picture=given))
        if self._is_strange:
            self._say_verdict()
        self.rested.emit()

    def _show_digits(self) -> None:
        """Show the digits of a number, each by itself, and frames round them; nothing for a single digit."""
        at, read = self._reading.at, self._reading.parts
        self.digits.setVisible(bool(self._judged) or self.canvas.aspect != 1)
        self.digits.set_digits(self._judged, at)
        self._make_room()
        self.canvas.set_frames(
            tuple(
                Frame.round(self.canvas.on_paper(part.box), place == at, row.judgement.doubt is not Doubt.NONE)
                for place, (part, row) in enumerate(zip(read, self._judged, strict=False))
            )
        )

    def _judge(self, number: Reading) -> tuple[RowDigit, ...]:
        """Return the digits of a number, each with what is to be said of it."""
        if number.part_images is None or number.of_parts is None:
            return ()
        if self._strange[0] is not number.parts:  # a run reports the same digits again and again
            self._strange = number.parts, are_strange(number.parts)
        unsure = are_unsure(number.weights, number.part_images, number.of_parts).tolist()
        digits = zip(number.part_images, number.of_parts, self._strange[1], unsure, strict=True)
        return tuple(
            RowDigit(image.reshape(SIDE, SIDE), int(row.argmax()), judged(row, strange, is_unsure))
            for image, row, strange, is_unsure in digits
        )

    def _say_verdict(self) -> None:
        """Say what is read, or that it is in doubt."""
        if self._announced.isActive():
            return
        reading = self._reading
        if reading.is_number and reading.of_parts is not None:
            is_doubted = any(digit.judgement.doubt is not Doubt.NONE for digit in self._judged)
            self.verdict.set_number(reading.text, float(reading.of_parts.max(axis=1).prod()), is_doubted)
            if self._is_strange:
                self.verdict.set_message(say("This does not look like a number"))
            return
        self.verdict.set_reading(reading.probabilities, reading.class_names)
        if reading.probabilities is None and reading.image is not None:
            self.verdict.set_message(said(NO_NUMBERS))
        elif reading.probabilities is not None and reading.class_names == DIGITS:
            doubt = judged(reading.probabilities, self._is_strange, reading.is_unsure).sentence
            if doubt:
                self.verdict.set_message(doubt)

    def _say_classes(self) -> None:
        """Say above the canvas when what is learned is not digits."""
        names, read = self._reading.class_names, self._reading.probabilities
        if self.label is not None and read is not None:
            label, verdict = names[self.label], names[int(read.argmax())]
            text = say("Labelled {label}, read as {verdict}", label=label, verdict=verdict)
        elif names == DIGITS:
            text = say("Draw a digit")
        else:
            text = say("This run knows no digits, but: {names}", names=", ".join(names))
        self._title.setText(text)

    def _make_room(self) -> None:
        """Let the bars take what all else leaves in a low window."""
        self.bars.make_room(self.height() - self.minimumSizeHint().height() + self.bars.minimumHeight())

    def _show_walk(self) -> None:
        """Show what each stage that is switched on makes of the drawing."""
        self.stages.set_pictures(walk(self._reader.drawing, self.stages.stages()))

    def _lay_out(self, actions: dict[str, QAction]) -> None:
        self._title = parts.set_apart(ElidedLabel(say("Draw a digit")), "title")
        self._title.setObjectName("drawing_title")
        self._row = SquareRow(self.canvas, self.preview)
        buttons = parts.row(*(controls.action_button(name, action) for name, action in actions.items()), None)
        shown = (self.digits, self.stages, buttons, self.verdict, (self.bars, 2), self.teach)
        column = parts.column(self._title, (self._row, 3), *shown, within=self, spacing=5)
        column.setContentsMargins(MARGIN, MARGIN - 6, MARGIN, MARGIN - 6)
