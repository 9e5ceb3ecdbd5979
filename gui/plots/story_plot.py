"""My digit's story: the ten probabilities of the current drawing over the whole run."""

import numpy as np
from PySide6.QtWidgets import QWidget

from core.arrays import Doubles, Numbers
from core.digits.dataset import CLASSES
from core.exporting.tables import Table
from core.words import say
from gui.look import controls, parts, theme as look
from gui.look.figures import percent
from gui.look.painting import hairline
from gui.plots.curve_labels import CurveLabels, Tag
from gui.plots.plot_view import PlotView

SHOWN = 4  # curves named and coloured: the likeliest at the end, and those that peaked highest on the way


class StoryPlot(QWidget):
    """Ten curves over the stored steps; the leading ones are coloured and named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        controls.named(self, "story")
        self.view = PlotView(" %")
        self.view.set_values(0.0, 100.0)
        self._steps: Doubles = np.empty(0)
        self._values: Doubles = np.empty((0, CLASSES))
        self._names = tuple(map(str, range(CLASSES)))
        self._curves = [self.view.curve(5, smooth=True) for _ in range(CLASSES)]
        self.labels = CurveLabels(self.view)
        self.view.hovered.connect(self.set_hover)
        explanation = parts.caption(say("How likely each digit was for your drawing, step by step."), small=True)
        parts.column(explanation, (self.view, 1), within=self, spacing=3, top=4)
        self.dress()
        self.view.show_hint(controls.words("story"))

    def set_names(self, names: tuple[str, ...]) -> None:
        """Take the names of the classes."""
        if names != self._names:
            self._names = names
            self._show()

    def set_story(self, total: int, steps: list[int], probabilities: Numbers | None) -> None:
        """Show probabilities (n, 10), 0.0 .. 1.0, at steps (n,) of a run of `total` steps; None for none."""
        if total != self.view.total:
            self.view.set_total(total)
        self._values = np.empty((0, CLASSES)) if probabilities is None else np.asarray(probabilities, np.float64)
        self._steps = np.array(steps[: len(self._values)], np.float64)
        self.view.show_hint("" if len(self._values) else controls.words("story"))
        self._show()

    def to_table(self) -> Table:
        """Return how likely each digit was, 0.0 .. 1.0, at each stored step."""
        return Table(("step", *self._names), (self._steps.astype(int).tolist(), *self._values.T.tolist()))

    def set_hover(self, step: int | None) -> None:
        """Show the three likeliest digits at a step, or nothing for None."""
        if step is None or not len(self._steps):
            return self.view.show_reading(None)
        at = int(np.abs(self._steps - step).argmin())
        best = np.argsort(-self._values[at])[:SHOWN]
        text = "   ".join(f"{self._names[digit]}: {percent(float(self._values[at][digit]), 0)}" for digit in best)
        shown = int(self._steps[at])
        return self.view.show_reading(shown, say("step {steps:,}   {text}", steps=shown, text=text))

    def dress(self) -> None:
        """Draw all anew, in the colours and fonts worn now."""
        self.labels.dress()
        self._show()

    def _show(self) -> None:
        theme, leading = look.current(), dict[int, None]()
        if len(self._values):  # the two likeliest digits at the end, then those that peaked highest
            at_end, peaks = np.argsort(-self._values[-1]), np.argsort(-self._values.max(axis=0))
            leading = dict.fromkeys([*at_end[:2].tolist(), *peaks.tolist()])
        colours = dict(zip(leading, (theme.accent, theme.warm, theme.text, theme.dim), strict=False))
        for digit, curve in enumerate(self._curves):
            curve.setPen(hairline(colours.get(digit, theme.line)))
            curve.setZValue(8 if digit in colours else 5)
            curve.setData(self._steps, 100 * self._values[:, digit])
        self.labels.set_tags([Tag(self._names[digit], colour=colour) for digit, colour in colours.items()])
        self.labels.place([(self._steps, 100 * self._values[:, digit]) for digit in colours])
