"""The preview: the 28x28 image that the network sees, and how it came to be."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from core.arrays import Numbers
from core.digits import stages
from core.digits.dataset import SIDE
from core.words import say
from gui.look import controls, parts
from gui.look.painting import describe
from gui.look.pixels import PixelView

GAP = 4  # points between the parts
LEAST_PICTURE = 3 * SIDE + 2  # points: three a pixel, and the rim; a smaller picture does without its caption


class Preview(parts.Fitted):
    """What the network sees, its numbers under the pointer; `stages_requested` asks for the way there, or not."""

    stages_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "preview")
        self.view = PixelView("preview_pixels")
        self._title = parts.caption(say("What it sees"), small=True)
        self._caption = parts.caption(small=True, wraps=True)
        self._button = controls.button("stages", "flat", "small", checkable=True)
        self._button.clicked.connect(self.stages_requested)
        parts.column(self._title, self.view, self._caption, self._button, None, within=self, spacing=GAP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_stages(stages.UPRIGHT)
        self.set_image(None)
        self.dress()

    def set_image(self, image: Numbers | None) -> None:
        """Show an image, (28, 28), 0.0 paper .. 1.0 ink; None where nothing is drawn."""
        self.view.set_image(image)
        inked = 0 if image is None else int(np.count_nonzero(np.asarray(image) > 0.5))
        words = say("{inked} of {side} pixels are more ink than paper", inked=inked, side=SIDE * SIDE)
        describe(self, say("empty") if image is None else words)

    def set_stages(self, names: tuple[str, ...]) -> None:
        """Say beneath the picture which stages it went through."""
        steps = [controls.words(f"stage_{name}", "caption") for name in names]
        self._caption.setText(f"{SIDE} × {SIDE}: " + (", ".join(steps) if steps else say("the canvas shrunk")))

    def set_stages_shown(self, shown: bool) -> None:
        """Show whether the stages are open; they then say themselves what the caption says."""
        self._button.setChecked(shown)
        self.fit()

    def dress(self) -> None:
        """Show the button whole in larger letters."""
        self._button.ensurePolished()
        wanted = self._button.sizeHint()
        self.setFixedWidth(max(self.view.sizeHint().width(), wanted.width()))
        self._button.setFixedHeight(wanted.height())  # the style sheet's min-height lets layouts squeeze it
        super().dress()

    def fit(self) -> None:
        """Leave the caption out where it would make the picture small."""
        others = self._title.sizeHint().height() + self._button.sizeHint().height() + 3 * GAP
        left = self.height() - others - self._caption.heightForWidth(self.width())
        self._caption.setVisible(left >= LEAST_PICTURE and not self._button.isChecked())
