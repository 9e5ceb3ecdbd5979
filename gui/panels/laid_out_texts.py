"""Short texts that are painted again and again: each is cut to its width and laid out once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

MOST = 5_000  # texts cached


class LaidOutTexts:
    """Texts in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._cached: dict[tuple[str, float], QStaticText] = {}

    def __len__(self) -> int:
        """Return how many texts are cached."""
        return len(self._cached)

    def laid_out(self, text: str, width: float) -> QStaticText:
        """Return a text, cut with an ellipsis where it is wider than a width in points."""
        key = (text, width)
        if key not in self._cached:
            if len(self._cached) >= MOST:
                self._cached.clear()
            self._cached[key] = self._made(text, width)
        return self._cached[key]

    def _made(self, text: str, width: float) -> QStaticText:
        made = QStaticText(QFontMetricsF(self.font).elidedText(text, Qt.TextElideMode.ElideRight, width))
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(font=self.font)
        return made
