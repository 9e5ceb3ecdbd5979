"""The look: two sets of colours, and the type scale."""

import json
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from core.files import assets

SMALL = 0.9  # times the system's font size
LEAST = 6.0  # points, a font that can be read


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#rrggbb"; `current` returns those that the application wears."""

    name: str
    background: str
    panel: str
    line: str
    text: str
    dim: str
    accent: str
    ghost: str
    warm: str
    on_accent: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.name == "dark"


LIGHT, DARK = (Theme(**each) for each in json.loads(assets.text("themes.json")))
_worn = LIGHT


def wear(theme: Theme) -> None:
    """Let all that is painted from now on be in the colours of a theme."""
    global _worn
    _worn = theme


def current() -> Theme:
    """Return the theme that the application wears; called a hundred times a painting."""
    return _worn


def mix(first: str, second: str, share: float) -> str:
    """Return a colour on the way from first (share 0.0) to second (1.0)."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in pairs)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of "#rrggbb", each 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def fixed_font(share: float = 1.0) -> QFont:
    """Return a font of letters of one width, a share of the size of captions."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(max(LEAST, small_font().pointSizeF() * share))
    return font


def with_tabular_figures(font: QFont) -> QFont:
    """Return a font whose figures are all of one width, where it has them."""
    made = QFont(font)
    if made.pointSizeF() <= 0:  # a platform may set its font in pixels
        made.setPointSizeF(10.0)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=16)
def _made(_of_application: str, times: float, weight: QFont.Weight) -> QFont:
    """Return a font that is made anew only when the application's changes: widgets ask at every painting."""
    font = with_tabular_figures(QApplication.font())
    font.setPointSizeF(max(1.0, font.pointSizeF()) * times)
    font.setWeight(weight)
    return font


def _scaled(times: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return QFont(_made(QApplication.font().toString(), times, weight))


small_font = partial(_scaled, SMALL)  # captions and axes
title_font = partial(_scaled, 1.15, QFont.Weight.DemiBold)  # a panel's title
big_font = partial(_scaled, 1.75, QFont.Weight.DemiBold)  # the one number or sentence that a panel is about
strong_font = partial(_scaled, 1.0, QFont.Weight.DemiBold)  # the sentence among others that asks for something
body_font = partial(_scaled, 1.0)  # everything else


def dock_font() -> QFont:
    """Return the body's font for a dock: in one equal to the application's, Qt leaves a title the size it began in."""
    font = body_font()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font
