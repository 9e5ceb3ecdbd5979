"""The stages from drawing to image, side by side, each to be switched off to see what that costs."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy

from core.arrays import Floats
from core.digits import stages
from core.words import say
from gui.look import controls, parts
from gui.look.pixels import FRAME, PixelView, whole_blocks

CANVAS = "canvas"
GAP = 4  # points


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
