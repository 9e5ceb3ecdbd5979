"""The wall of misread images: surest and wrong first, to be filtered by the pair of digits mixed up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.model.scoring import Evaluated
from core.words import figure, say
from gui.jobs.evaluation import Selection
from gui.look import controls, parts
from gui.look.figures import percent
from gui.look.parts import ElidedLabel, GivingRow
from gui.panels.class_rows import ClassChoice
from gui.panels.image_wall import ImageWall

SHORT = 2  # letters; the names of two classes so short stand in one line


class MistakesWall(QWidget):
    """Shows what was misread; `pair_requested` reports the pair to see."""

    pair_requested = Signal(object)  # Selection

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "mistakes")
        self._evaluated: Evaluated | None = None
        self._held: Evaluated | None = None  # newer, but the pointer is on the wall
        self._pair = Selection()
        self._summary = parts.set_apart(ElidedLabel(), "small")
        self._label, self._verdict = ClassChoice("mistakes_label"), ClassChoice("mistakes_verdict")
        for box in (self._label, self._verdict):
            box.setSizeAdjustPolicy(ClassChoice.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda: self.pair_requested.emit(Selection(self._label.number, self._verdict.number)))
        self._all, self.wall = controls.button("mistakes_all", "flat"), ImageWall("mistakes_images", lines=2)
        self._all.clicked.connect(self.show_all)
        self.wall.pointer_left.connect(self._on_pointer_left)
        of_label = (parts.caption(say("labelled"), buddy=self._label), self._label)
        of_verdict = (parts.caption(say("read as"), buddy=self._verdict), self._verdict)
        head = GivingRow((*of_label, *of_verdict, self._all), self._summary, _longest)
        parts.column(head, (self.wall, 1), within=self, top=4)
        self._show()

    def set_evaluated(self, evaluated: Evaluated | None) -> None:
        """Show the mistakes of a reading; while the pointer is on the wall, nothing moves under it."""
        shown, is_watched = self._evaluated, self.wall.viewport().underMouse()
        if evaluated is not None and shown is not None and shown.part == evaluated.part and is_watched:
            self._held = evaluated
            return
        self._held, self._evaluated = None, evaluated
        if evaluated is not None:
            for box in (self._label, self._verdict):
                box.set_names(evaluated.class_names)
        self._show()

    def set_pair(self, pair: Selection) -> None:
        """Show the mistakes of a label, read as a verdict."""
        if pair != self._pair:
            self._pair = pair
            self.wall.scrollToTop()
        self._label.show_number(pair.label)
        self._verdict.show_number(pair.verdict)
        self._show()

    def show_all(self) -> None:
        """Request the mistakes of all digits."""
        self.pair_requested.emit(Selection())

    def _show(self) -> None:
        shown, is_every = self._evaluated, self._pair == Selection()
        self._all.setEnabled(not is_every)
        if shown is None:
            self._summary.setText("")
            self.wall.set_empty_text(controls.words("mistakes_images"))
            return
        order = shown.scores.mistakes(self._pair.label, self._pair.verdict)
        wrong = len(shown.scores.mistakes())
        chosen = "" if is_every else say(", {order:,} of them shown", order=len(order))
        self._summary.setText(_sentence(wrong, shown.title, chosen, shown.by))
        self.wall.set_empty_text(say("No image was misread so.") if wrong else say("None of these images was misread."))
        self.wall.set_images(shown.images.images, order, lambda index: captions(shown, index), shown.sentence)

    def _on_pointer_left(self) -> None:
        if self._held is not None:
            self._evaluated, self._held = self._held, None
            self._show()


def _sentence(wrong: int, title: str, chosen: str, by: str) -> str:
    misread = say("{wrong:,} of {title} misread{chosen}", wrong=wrong, title=title, chosen=chosen)
    return " · ".join(filter(None, (misread, by and say("read by: {by}", by=by), say("surest first"))))


def _longest() -> str:
    """Return a sentence as long as those of nearly all runs."""
    by = say("this run, step {step:,}{accuracy}", step=20_000, accuracy="")
    return _sentence(9_000, say("{count} test images", count=figure(10_000, ",")), "", by)


def captions(shown: Evaluated, index: int) -> tuple[str, str]:
    """Return what stands under an image: its label and verdict, and, where there is room, how sure the verdict was."""
    label, verdict = shown.names(index)
    if max(len(label), len(verdict)) > SHORT:
        return label, f"→ {verdict}"
    return f"{label} → {verdict}", percent(float(shown.scores.sureness[index]))
