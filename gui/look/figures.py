"""Numbers as they are written on screen, in the user's language, and the colours they can be read in."""

import math
import re
from functools import lru_cache

from core.words import figure, say
from gui.look import theme as look
from gui.look.theme import Theme

# between a number and its unit, and round the sign of a size such as 28 × 28
WITHIN = re.compile(r"(?<=\d) (?=[%×]|(?:s|ms|kB|MB|GB)\b)|(?<=\d\s×) (?=\d)")
LARGE, HUGE = 1_000, 100_000  # from here on without decimals, and by its power of ten; so it takes no more room


def percent(share: float, decimals: int = 1) -> str:
    """Return a share, 0.0 .. 1.0, in percent; one that is not 1 never reads as 100, and no number as a dash."""
    if math.isnan(share):
        return "–"
    whole = 100 * 10**decimals
    return say("{share} %", share=figure(100 * _of(whole, share) / whole, f".{decimals}f"))


def together(text: str) -> str:
    """Return a text in which no line ends between a number and its unit."""
    return WITHIN.sub("\N{NO-BREAK SPACE}", text)


def in_tenths(share: float) -> int:
    """Return the tenths of a percent that `percent` shows of a share, 0.0 .. 1.0."""
    return _of(1_000, share)


def _of(whole: int, share: float) -> int:
    return min(math.floor(share * whole + 0.5), whole - 1) if share < 1 else whole


def signed(value: float, decimals: int = 2) -> str:
    """Return a number with its sign, the minus as wide as the plus: "+3.14", "−0.50", "+6,452", "−1.2e+07"."""
    form = f"+.{decimals}f" if abs(value) < LARGE else "+,.0f" if abs(value) < HUGE else "+.2g"
    return figure(value, form).replace("-", "−")


def readable_on(fill: str, theme: Theme) -> str:
    """Return the theme's text or panel colour, whichever contrasts more with a fill, each as "#rrggbb"."""
    return max((theme.text, theme.panel), key=lambda colour: contrast(colour, fill))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours "#rrggbb", 1 .. 21 (WCAG 2.1, success criterion 1.4.3)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4_096)
def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in look.rgb(colour))
    red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in shares)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
