"""What the network sees: the 28x28 image, and the stages on the way there, to be switched off one by one."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy

from core.arrays import Floats, Numbers
from core.digits import stages
from core.digits.dataset import SIDE
from core.words import say
from gui.look import controls, parts
from gui.look.painting import describe
from gui.look.pixels import FRAME, PixelView, whole_blocks

GAP = 4  # points between the parts
LEAST_PICTURE = 3 * SIDE + 2  # points: three a pixel, and the rim; a smaller picture does without its caption
CANVAS = "canvas"


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


class StageStrip(parts.Fitted):
    """One picture a stage; `stages_changed` asks for the names of the stages that are to be used, in order."""

    stages_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "stage_strip")
        self._views: dict[str, PixelView] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for column, name in enumerate((CANVAS, *stages.STAGES)):
            view, title = PixelView(), controls.words(f"stage_{name}")
            view.setAccessibleName(say("Picture after stage {title}", title=title))
            view.setToolTip(controls.words(f"stage_{name}", "tip"))
            view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            heading = QLabel(title) if name == CANVAS else self._make_box(name)
            self._views[name] = view
            self._grid.addWidget(parts.set_apart(heading, "small"), 0, column, Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(view, 1, column)
            self._grid.setColumnStretch(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def stages(self) -> tuple[str, ...]:
        """Return the names of the stages that are switched on, in order."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def set_stages(self, names: tuple[str, ...]) -> None:
        """Show which stages are used, without asking for it."""
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in names)
            self._views[name].set_faint(name not in names)

    def set_pictures(self, pictures: dict[str, Floats]) -> None:
        """Show what each stage made of a drawing; a stage that is off shows, faintly, what came before it."""
        before = None
        for name, view in self._views.items():
            before = pictures.get(name, before)
            view.set_image(before)

    def dress(self) -> None:
        """Make room for larger letters."""
        self._grid.activate()  # the pictures stand lower beneath larger letters
        super().dress()

    def fit(self) -> None:
        """Leave no room beneath pictures that are as large as the width lets them be."""
        first = self._views[CANVAS]
        room = (self.width() - GAP * (len(self._views) - 1)) / len(self._views) - FRAME
        side = min(whole_blocks(room, self.devicePixelRatioF()) + FRAME, first.sizeHint().height())
        self.setMaximumHeight(round(first.y() + max(side, first.minimumHeight())))

    def _make_box(self, name: str) -> QCheckBox:
        self._boxes[name] = box = controls.named(QCheckBox(controls.words(f"stage_{name}")), f"stage_{name}")
        box.setChecked(True)
        box.setAccessibleDescription(box.toolTip())
        box.setToolTip(box.toolTip() + "\n" + say("Switch it off to see what that costs."))
        box.toggled.connect(self._on_toggled)
        return box

    def _on_toggled(self) -> None:
        for name, box in self._boxes.items():
            self._views[name].set_faint(not box.isChecked())
        self.stages_changed.emit(self.stages())
