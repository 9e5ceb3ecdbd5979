"""Which steps of a run a plot shows: all of them, or those that someone looks at more closely."""

import pyqtgraph as pg
from PySide6.QtCore import Qt

CLOSER = 0.5  # of the steps in view stay there when a key looks closer
PART = 0.25  # of the steps in view that an arrow key moves by
FEWEST = 10  # steps, at the closest
ZOOMS = {Qt.Key.Key_Plus: CLOSER, Qt.Key.Key_Equal: CLOSER, Qt.Key.Key_Minus: 1 / CLOSER}
MOVES = {Qt.Key.Key_Left: -PART, Qt.Key.Key_Right: PART}


class StepsBox(pg.ViewBox):
    """The steps 0 .. total, or a part of them; both ranges are set, never searched."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.total = 1  # the last step
        self.setMouseEnabled(x=True, y=False)
        self.disableAutoRange()
        self.setDefaultPadding(0)

    def set_total(self, total: int) -> None:
        """Let the steps run from 0 to total, all in view."""
        self.total = max(1, total)
        self.setLimits(xMin=0, xMax=self.total, minXRange=min(FEWEST, self.total))
        self.show_all()

    def show_all(self) -> None:
        """Bring all steps into view."""
        self.setXRange(0, self.total, padding=0)

    def press(self, key: int) -> bool:
        """Look closer (+), from further away (-), along the steps (arrows), or at all (Home); return whether it did."""
        if key in ZOOMS:
            self.scaleBy(x=ZOOMS[Qt.Key(key)])
        elif key in MOVES:
            low, high = self.viewRange()[0]
            shift = min(max(MOVES[Qt.Key(key)] * (high - low), -low), self.total - high)
            self.setXRange(low + shift, high + shift, padding=0)
        elif key == Qt.Key.Key_Home:
            self.show_all()
        else:
            return False
        return True

    def link(self, other: "StepsBox") -> None:
        """Let both show the same steps from now on; pyqtgraph's own link is off by a part of a pixel."""
        for one, two in ((self, other), (other, self)):
            one.sigXRangeChanged.connect(lambda _box, steps, two=two: two.setXRange(*steps, padding=0))
