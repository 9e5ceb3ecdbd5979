"""Widgets in a theme, without the style sheet of the whole application, which takes long to put on."""

from PySide6.QtWidgets import QWidget

from gui.look import dress
from gui.look import theme as look


def wear(theme: look.Theme, *parts: object) -> None:
    """Let these parts, and all that are made until the test ends, wear a theme."""
    look.wear(theme)
    for part in parts:
        if isinstance(part, QWidget):
            dress.renew(part)
        elif isinstance(part, look.Dressed):
            part.dress()
