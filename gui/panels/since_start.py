"""The switch that shows weights less those that their run began with: what it has learned."""

from PySide6.QtWidgets import QCheckBox, QWidget

from core.model.softmax import Weights, changed
from gui.look import controls, parts


class SinceStart(QCheckBox):
    """Checked by itself where a run began with random weights, until someone chooses otherwise."""

    def __init__(self, name: str, parent: QWidget | None = None, *, of_single: bool = True) -> None:
        """Take its name among the controls, and whether it is for single layers or for networks of several."""
        super().__init__(controls.words(name), parent)
        self._of_single = of_single
        parts.set_apart(controls.named(self, name), "small")
        self._start: Weights | None = None
        self._chosen: bool | None = None  # by hand
        self.clicked.connect(self.choose)
        self.setEnabled(False)

    @property
    def start(self) -> Weights | None:
        """The weights that are taken off; None while the switch is off."""
        return self._start if self.isChecked() else None

    def set_start(self, start: Weights | None, is_random: bool) -> None:
        """Take the weights that a run began with; None where they are not known, as of the app's own."""
        if start is not None and start.architecture.is_single != self._of_single:
            start = None
        if start is not self._start:
            self._start = start
            self.setEnabled(start is not None)
            wanted = is_random if self._chosen is None else self._chosen
            self.setChecked(wanted and start is not None)

    def choose(self, on: bool) -> None:
        """Do as someone chose, here or at another such switch."""
        self._chosen = on
        self.setChecked(on and self._start is not None)

    def shown(self, weights: Weights | None) -> Weights | None:
        """Return what is to be shown of these weights: all, or what has changed."""
        return weights if weights is None or self.start is None else changed(weights, self.start)
