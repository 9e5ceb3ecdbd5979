"""What tests of the rewind slider share."""

from PySide6.QtWidgets import QSlider

from gui.plots.rewind import Rewind
from tests.gui import widgets


def slider(rewind: Rewind) -> QSlider:
    """Return the slider itself."""
    return widgets.child(rewind, QSlider, "rewind")


def go_back(rewind: Rewind, place: int) -> None:
    """Go back to a stored step by its place, from 0."""
    slider(rewind).setValue(rewind.steps[place])
