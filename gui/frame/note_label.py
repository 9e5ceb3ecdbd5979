"""A sentence in a line that cannot grow: where it is too long it goes on in a second one, in small letters."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from gui.look import theme as look

LINES = 2
HIGHEST = 10_000  # pixels; more than any sentence takes


class NoteLabel(QLabel):
    """Shows a sentence in the width that is left over; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def sentence(self) -> str:
        """Return the whole sentence."""
        return self._sentence

    def show_sentence(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence = sentence
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of all its lines, whatever is said: what is above must not move."""
        return QSize(0, LINES * QFontMetrics(look.small_font()).lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sentence into the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the sentence in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        usual = QApplication.font()
        fits = QFontMetrics(usual).horizontalAdvance(self._sentence) <= self.width()
        font = usual if fits else look.small_font()
        if font != self.font():
            self.setFont(font)
        self.setText(self._sentence if fits else _cut(self._sentence, font, self.width()))


def _cut(sentence: str, font: QFont, width: int) -> str:
    """Return as many words of a sentence as find room in the lines, with an ellipsis where some do not."""
    metrics, room = QFontMetrics(font), QRect(0, 0, max(width, 1), HIGHEST)
    words, shown = sentence.split(" "), sentence
    while words and metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), shown).height() > (
        LINES * metrics.lineSpacing()
    ):
        words.pop()
        shown = " ".join(words) + " …"
    return shown
