"""The verdict: the digit it reads, how sure it is, and what read it."""

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QMouseEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolButton

from core.digits.dataset import DIGITS
from core.numbers.spoken import spoken
from core.words import mark, said, say
from gui.look import controls, theme as look
from gui.look.icons import icon
from gui.look.painting import AT_LEFT, AT_RIGHT, Painted, font_within, paint_text
from gui.system import clipboard

APP, LAYER, RUN = "app", "layer", "run"  # the app's weights, its single layer, this run
USE = {APP: mark("The app's weights"), LAYER: mark("One layer"), RUN: mark("This run")}
GAP = 8.0  # points between the two texts of a line
SMALLEST_SHARE = 0.5  # of the big font, before a long sentence takes two lines


class Verdict(Painted):
    """One sentence, painted by hand so that 30 new texts a second never lay out the window anew."""

    reader_requested = Signal(str)  # APP, LAYER or RUN is to read

    def __init__(self) -> None:
        super().__init__("verdict", usual=(400, 0), least=(160, 0))
        self.text = self.sureness = self._heard = ""  # the sentence shown, and how sure it is; "" without a verdict
        self.read_by = self._worth = ""
        self.dragged, self._pressed = "", QPointF()  # the text that can be dragged out of it; "" for none
        self._first, self._second = QRectF(), QRectF()  # the lines, beside the button
        self._button, self._menu = controls.button("reader", "flat", "small"), QMenu(self)
        self._button.setParent(self)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.clicked.connect(lambda: self.reader_requested.emit(self._others[0]))
        self._button.hide()
        self._others: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else its panel would be painted beneath each time
        self.fit()
        self._tell()

    def sizeHint(self) -> QSize:
        """Return the height of the two lines."""
        return QSize(self._usual.width(), round(sum(self._heights())))

    def set_reading(self, probabilities: NDArray[np.floating] | None, names: tuple[str, ...] = DIGITS) -> None:
        """Say what probabilities (10,), 0.0 .. 1.0, mean; None where nothing is drawn: no verdict."""
        if probabilities is None:
            self._say("", "")
            return
        best = int(np.argmax(probabilities))
        self._say(reads(names[best]), sure(float(probabilities[best])))

    def set_number(self, text: str, probability: float, is_doubted: bool = False) -> None:
        """Say which number is read, whether any digit is in doubt, and the probability, 0.0 .. 1.0, of all of them."""
        reads = said(mark("It may read {name}") if is_doubted else mark("It reads {name}"))
        self._say(reads.format(name=text.replace("\n", " ")), sure(probability), reads.format(name=spoken(text)))

    def set_message(self, text: str) -> None:
        """Say a sentence in place of a reading, such as "Not sure: 4 or 9"."""
        self._say(text, "")

    def set_worth(self, share: float) -> None:
        """Say how often it is right when it is so sure, 0..1, where that is far from what it says; nan for unknown."""
        count = 0 if math.isnan(share) else min(max(round(100 * share), 1), 99)  # it was not seen to be always right
        worth = say("but then right {count} times in 100", count=count) if count else ""
        if worth != self._worth:
            self._worth = worth
            self._tell()
            self.update(self._first.toAlignedRect())

    def set_reader(self, text: str, others: tuple[str, ...] = ()) -> None:
        """Say what reads, as "this run, step 9 (38 %)", and who else can: the first by the button, all by its menu."""
        if others != self._others:
            self._others = others
            self._button.setVisible(bool(others))
            self.dress()
        if text != self.read_by:
            self.read_by = text
            self.setAccessibleDescription(text)
            self.update(self._second.toAlignedRect())

    def reader_shown(self) -> str:
        """Return what is said of who reads where the line has room: its end, the accuracy, matters most."""
        whole = say("read by: {read_by}", read_by=self.read_by) if self.read_by else ""
        texts = whole, self.read_by, self.read_by.partition(", ")[2] or self.read_by
        wide = QFontMetricsF(look.small_font()).horizontalAdvance
        return next((text for text in texts if wide(text) <= self._second.width()), texts[-1])

    def dress(self) -> None:
        """Take colours, and make room for the lines and the switch, which another font or a menu makes higher."""
        others, mode = self._others, QToolButton.ToolButtonPopupMode
        marks = {APP: icon("mark", "warm")}  # what the bars mark its reading with, for it to be known by
        self._menu.clear()
        for who in others:
            self._menu.addAction(marks.get(who, QIcon()), said(USE[who]), partial(self.reader_requested.emit, who))
        self._button.setText(said(USE[others[0]]) if others else "")
        self._button.setIcon(marks.get(others[0], QIcon()) if others else QIcon())
        is_choice = len(others) > 1
        self._button.setMenu(self._menu if is_choice else None)  # type: ignore[arg-type]  # None takes it away
        self._button.setPopupMode(mode.MenuButtonPopup if is_choice else mode.DelayedPopup)
        self._button.style().polish(self._button)  # its room depends on that
        super().dress()
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is read be dragged out as text."""
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.dragged and event.buttons() & Qt.MouseButton.LeftButton and far:
            clipboard.drag_out(self, self.dragged)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint those of the lines that have changed."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.panel))
        if event.region().intersects(self._first.toAlignedRect()):
            right = self._paint_sureness(painter, self._first)
            self._paint_sentence(painter, self._first.adjusted(0, 0, -right, 0))
        if event.region().intersects(self._second.toAlignedRect()):
            shown = self.reader_shown()
            paint_text(painter, self._second, shown, self.theme.dim, font=font_within(self._second, shown))

    def _paint_sureness(self, painter: QPainter, line: QRectF) -> float:
        """Paint how sure it is, and beneath, if there is room, what that is worth; return the room it takes."""
        sentence, small = look.big_font(), look.small_font()
        sentence.setPointSizeF(SMALLEST_SHARE * sentence.pointSizeF())
        least = QFontMetricsF(sentence).horizontalAdvance(self.text) + GAP
        has_room = least + QFontMetricsF(small).horizontalAdvance(self._worth) <= line.width()
        worth = self._worth if self.sureness and has_room else ""
        font = small if worth else look.title_font()
        font.setWeight(QFont.Weight.Normal)
        lower = QRectF(line.x(), line.center().y(), line.width(), line.height() / 2)
        paint_text(painter, lower, worth, self.theme.dim, AT_RIGHT, font)
        upper = lower.translated(0, -lower.height()) if worth else line
        paint_text(painter, upper, self.sureness, self.theme.dim, AT_RIGHT)
        widths = [QFontMetricsF(font).horizontalAdvance(text) for text in (self.sureness, worth)]
        return max(widths) + GAP if self.sureness else 0.0

    def _paint_sentence(self, painter: QPainter, line: QRectF) -> None:
        font, text = look.big_font(), self.text or say("Nothing drawn yet")
        if not self.text:
            font.setWeight(QFont.Weight.Normal)
        smallest = SMALLEST_SHARE * font.pointSizeF()
        while QFontMetricsF(font).horizontalAdvance(text) > line.width() and font.pointSizeF() > smallest:
            font.setPointSizeF(font.pointSizeF() - 0.5)  # hinted widths do not follow the size evenly
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text if self.text else self.theme.ghost))
        lines = QTextOption(AT_LEFT)  # two have room, in the smallest letters
        lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a long number has no words
        for tenths in range(20, 0, -1):
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, tenths / 10 * line.width())
            if painter.boundingRect(line, shown, lines).height() <= line.height():
                break  # a third line would be cut through its letters
        painter.drawText(line, shown, lines)

    def fit(self) -> None:
        """Place the two lines, and at the right of the second the switch."""
        size, (first, second) = self._button.sizeHint(), self._heights()
        self._first = QRectF(0, 0, self.width(), first)
        self._second = QRectF(0, first, self.width(), second)
        left, top = self.width() - size.width(), round(self._second.center().y() - size.height() / 2)
        self._button.setGeometry(left, top, size.width(), size.height())
        if not self._button.isHidden():
            self._second.setRight(left - GAP)
        self.update()

    def _heights(self) -> tuple[float, float]:
        beneath = max(QFontMetricsF(look.small_font()).height(), self._button.sizeHint().height())
        return QFontMetricsF(look.big_font()).height() + 4, beneath + 2

    def _say(self, text: str, sureness: str, heard: str = "") -> None:
        if (text, sureness) != (self.text, self.sureness):
            self.text, self.sureness, self._heard = text, sureness, heard or text
            self._tell()
            self.update(self._first.toAlignedRect())

    def _tell(self) -> None:
        heard = (self._heard or say("No verdict"), self.sureness, self.sureness and self._worth)
        name = ", ".join(filter(None, heard))
        if name != self.accessibleName():
            self.setAccessibleName(name)


def reads(name: str) -> str:
    """Return what it reads, with the article that a digit's name takes."""
    if name == "8":
        return say("It reads an {name}", name=name)
    return say("It reads a {name}", name=name) if len(name) == 1 else say("It reads {name}", name=name)


def sure(probability: float) -> str:
    """Return how sure a probability, 0.0 .. 1.0, is; never 100 %."""
    if probability >= 0.995:
        return say("over 99 % sure")
    return say("{percent:.0f} % sure", percent=probability * 100)
