"""Numbers as pixels: ink on paper, what speaks for and against, and a view of one image as crisp blocks."""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from core.arrays import Numbers
from core.digits.dataset import SIDE, Bytes
from core.words import say
from gui.look import theme as look
from gui.look.painting import Painted, paint_frame
from gui.look.plot_axes import rounded_up
from gui.look.theme import Theme

Shades = NDArray[np.uint32]  # 0xAARRGGBB, opaque
ROBUST = 0.995  # share of the weights that the colour scale holds
SLACK = 2.5  # times that the scale may be too wide before it is narrowed: colours must not flicker
LEVELS = 16  # of ink, and of light: together they index the 256 shades of a map
PALE, BRIGHT = 0.3, 0.92  # of the ink beneath a map, and of the brightest place
FRAME = 2  # points, both sides of the frame together


@lru_cache(maxsize=4)
def ink_shades(theme: Theme) -> Shades:
    """Return the shades, (256,), from paper (0), the theme's background, to ink (255), the colour of its text."""
    paper, ink = np.array(look.rgb(theme.background)), np.array(look.rgb(theme.text))
    return packed(np.rint(paper + (ink - paper) * np.linspace(0, 1, 256)[:, None]))


@lru_cache(maxsize=4)
def weight_shades(theme: Theme) -> Shades:
    """Return the shades, (256,), from what speaks against, orange, by nothing (128), the panel, to what speaks for."""
    stops = np.array([look.rgb(theme.warm), look.rgb(theme.panel), look.rgb(theme.accent)], dtype=np.float64)
    channels = [np.interp(np.arange(256), (0, 128, 255), stops[:, channel]) for channel in range(3)]
    return packed(np.rint(np.stack(channels, axis=1)))


def as_picture(image: Numbers, theme: Theme) -> QImage:
    """Return an image (h, w), 0.0 paper .. 1.0 ink, in the theme's colours."""
    share = np.clip(np.nan_to_num(np.asarray(image, np.float64)), 0, 1)
    return image_of(ink_shades(theme)[np.rint(255 * share).astype(np.uint8)])


def signed_levels(values: Numbers, limit: float) -> Bytes:
    """Return numbers, -limit .. +limit, as indexes of `weight_shades`, of the same shape; nan is nothing."""
    levels = np.nan_to_num(values * (127 / limit), nan=0.0, posinf=127, neginf=-127)
    return np.asarray(np.clip(levels, -127, 127) + 128.5, np.uint8)


def signed_picture(values: Numbers, limit: float, shades: Shades) -> QImage:
    """Return numbers (h, w) as shades, (256,), the first of which is -limit and the last +limit; nan is nothing."""
    return image_of(shades[signed_levels(values, limit)])


def image_of(pixels: Shades) -> QImage:
    """Return an image of pixels (rows, columns) that owns them."""
    rows, columns = pixels.shape
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


def packed(rgb: NDArray[np.generic]) -> Shades:
    """Return colours (n, 3), 0..255, as shades that nobody can change."""
    red, green, blue = rgb.astype(np.uint32).T
    made = np.asarray(0xFF << 24 | red << 16 | green << 8 | blue, np.uint32)
    made.setflags(write=False)  # handed out to all who ask
    return made


def steady_scale(matrix: Numbers, before: float) -> float:
    """Return the weight at the ends of the colour scale: `before` while it serves, else a round one that does."""
    sizes = np.abs(matrix[np.isfinite(matrix)])
    if not len(sizes):
        return before or 1.0
    place = int(ROBUST * (len(sizes) - 1))
    needed = max(float(np.partition(sizes, place)[place]), 1e-6)
    return before if needed <= before <= SLACK * needed else rounded_up(needed)


def map_levels(image: Numbers, outputs: Numbers, limit: float) -> Bytes:
    """Return where in an image (28, 28) each of the outputs (rows, columns, filters), 0 dark .. limit, is lit.

    Returns indexes of `map_shades`, (filters, 28, 28).
    """
    rows, columns = ((np.arange(SIDE) * side) // SIDE for side in outputs.shape[:2])
    light = np.clip(np.nan_to_num(outputs * ((LEVELS - 1) / limit)), 0, LEVELS - 1)
    lit = np.rint(light).astype(np.uint8)[rows[:, None], columns].transpose(2, 0, 1)
    ink = np.rint(np.clip(image, 0, 1) * (LEVELS - 1)).astype(np.uint8)
    return np.asarray(ink * np.uint8(LEVELS) + lit, np.uint8)


@lru_cache(maxsize=4)
def map_shades(theme: Theme) -> Shades:
    """Return the shades, (256,), of ink (16 levels, slow) in pale grey, lit (16 levels, fast) in the accent colour."""
    paper, ink, light = (np.array(look.rgb(colour), float) for colour in (theme.panel, theme.text, theme.accent))
    share = np.linspace(0, 1, LEVELS)
    beneath = paper + (ink - paper) * (PALE * share)[:, None, None]
    return packed(np.rint(beneath + (light - beneath) * (BRIGHT * share)[None, :, None]).reshape(-1, 3))


def whole_blocks(room: float, ratio: float) -> float:
    """Return the largest side, in points, within `room` at which a block is a whole number of screen pixels."""
    return SIDE * max(1, math.floor(room * ratio / SIDE)) / ratio


class PixelView(Painted):
    """A square view of one image; every block covers the same whole number of screen pixels."""

    def __init__(self, name: str = "") -> None:
        """Ask for blocks four points wide, and at least two."""
        usual, least = SIDE * 4 + FRAME, SIDE * 2 + FRAME
        super().__init__(name, usual=(usual, usual), least=(least, least))
        self.image: Numbers | None = None  # what is shown, (28, 28)
        self._is_faint = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_image(self, image: Numbers | None) -> None:
        """Show an image, (28, 28), 0.0 paper .. 1.0 ink, or nothing."""
        if image is not self.image:  # a run reports each new reading of the same image
            self.image = image
            self.update()

    def set_faint(self, faint: bool) -> None:
        """Step back, as a stage does that is switched off."""
        self._is_faint = faint
        self.update()

    def blocks(self) -> QRectF:
        """Return the square that the blocks cover, in the widget's points: at the top, in the middle."""
        ratio = self.devicePixelRatioF()
        side = whole_blocks(min(self.width(), self.height()) - FRAME, ratio)
        left = round((self.width() - side) / 2 * ratio) / ratio
        return QRectF(left, round(FRAME / 2 * ratio) / ratio, side, side)

    def text_at(self, place: QPointF) -> str:
        """Return what stands under a place, such as "row 12, column 15: 0.83"; "" where nothing does."""
        square = self.blocks()
        if self.image is None or not square.contains(place):
            return ""
        inside = place - square.topLeft()
        row, column = (min(SIDE - 1, int(way / square.width() * SIDE)) for way in (inside.y(), inside.x()))
        return say("row {row}, column {column}: {image:.2f}", row=row, column=column, image=self.image[row, column])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the number under the pointer."""
        text = self.text_at(event.position())
        if text:
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def event(self, event: QEvent) -> bool:
        """Keep the general tooltip away from where numbers are shown."""
        return (event.type() == QEvent.Type.ToolTip and self.image is not None) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, blocks and frame."""
        painter = QPainter(self)
        square = self.blocks()
        painter.fillRect(square, QColor(self.theme.background))
        painter.setOpacity(0.25 if self._is_faint else 1.0)
        if self.image is not None:
            painter.drawImage(square, as_picture(self.image, self.theme))
        painter.setOpacity(1.0)
        paint_frame(painter, square)
