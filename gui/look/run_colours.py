"""How compared runs are distinguished, wherever they are shown: each has a number, from 1 on, and a colour."""

from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from gui.look import theme as look
from gui.look.figures import contrast

# Okabe and Ito's colours (2008), which colour-blind people can distinguish; without yellow, too pale for a line, and
# with orange and sky blue darker than theirs: three times as light or dark as either theme's paper
COLOURS = ("#D55E00", "#0072B2", "#009E73", "#CC79A7", "#B58100", "#3F97C9")
STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
INKS = ("#000000", "#FFFFFF")
BADGE = (22, 14)  # pixels, width and height
SHARP = 3  # pixels of the picture to one of the screen's at 100 %


def colour_of(number: int) -> str:
    """Return the colour of the compared run of a number, "#rrggbb"."""
    return COLOURS[(number - 1) % len(COLOURS)]


def style_of(number: int) -> Qt.PenStyle:
    """Return how its line is drawn: dashed, then dotted, where more are compared than there are colours."""
    return STYLES[max(0, number - 1) // len(COLOURS) % len(STYLES)]


def ink_on(colour: str) -> str:
    """Return black or white, whichever is read better on a colour."""
    return max(INKS, key=lambda ink: contrast(ink, colour))


def badge(number: int, colour: str) -> str:
    """Return a run's number on its colour, as rich text."""
    style = f"background-color:{colour}; color:{ink_on(colour)}"
    return f'<span style="{style}">&nbsp;{number}&nbsp;</span>'


def coloured(text: str, colour: str) -> str:
    """Return a text in a colour, as rich text."""
    return f'<span style="color:{colour}">{escape(text)}</span>'


def badge_icon(number: int, colour: str) -> QIcon:
    """Return a run's number on its colour, the same in a selected row."""
    picture = QPixmap(BADGE[0] * SHARP, BADGE[1] * SHARP)
    picture.setDevicePixelRatio(SHARP)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setFont(look.small_font())
    painter.setPen(QColor(ink_on(colour)))
    painter.drawText(QRect(0, 0, *BADGE), Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
