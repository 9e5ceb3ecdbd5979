"""What tests of the rewind slider share."""

from PySide6.QtWidgets import QSlider

from gui.plots.rewind import Rewind


def slider(rewind: Rewind) -> QSlider:
    """Return the slider itself."""
    found = rewind.findChild(QSlider, "rewind")
    assert found is not None
    return found
