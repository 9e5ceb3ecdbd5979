"""A row of controls and a sentence about them, which goes beneath them where it would be cut beside them."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.look import parts
from gui.look.elided_label import ElidedLabel

GAP = 8  # points
BESIDE, BENEATH = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class GivingRow(QWidget):
    """Where the sentence stands depends on the width alone, not on what it says: nothing moves when that changes."""

    def __init__(
        self,
        controls: Sequence[QWidget],
        sentence: ElidedLabel,
        longest: Callable[[], str],
        others: Sequence[QWidget] = (),
    ) -> None:
        """Take the controls, and what returns a sentence as long as any that must be seen whole.

        others : controls that are shown only while the sentence is not
        """
        super().__init__()
        self._controls, self._sentence, self._longest = controls, sentence, longest
        beside = parts.row(*controls, *others, spacing=GAP)
        beside.addStretch(0)
        self._box = parts.laid_out(QBoxLayout(BESIDE, self), (beside, (sentence, 1)), GAP)

    def dress(self) -> None:
        """Measure in another font."""
        self.fit()

    def fit(self) -> None:
        """Put the sentence where there is room for it; to be called when controls have changed."""
        self._sentence.ensurePolished()  # it may be in small letters
        used = sum(widget.sizeHint().width() + GAP for widget in self._controls)
        needed = self._sentence.fontMetrics().horizontalAdvance(self._longest())
        self._box.setDirection(BESIDE if used + needed <= self.width() else BENEATH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence where there is room for it."""
        super().resizeEvent(event)
        self.fit()
