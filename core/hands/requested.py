"""Which digits a person is requested to draw: so many of each, in random order."""

from collections import deque

import numpy as np

from core.digits.dataset import CLASSES

EACH = 3  # of each digit


class RequestedDigits(deque[int]):
    """The digits still to be requested, the one to request now first; none before `begin` and after the last."""

    def __init__(self, seed: int | None = None) -> None:
        """Request in the order that a seed gives, or in another each time."""
        super().__init__()
        self._random = np.random.default_rng(seed)
        self.total = 0

    @property
    def digit(self) -> int | None:
        """The digit to request now; None where there is none."""
        return self[0] if self else None

    @property
    def number(self) -> int:
        """How many of them it is, from 1."""
        return self.total - len(self) + 1

    def begin(self) -> None:
        """Request EACH of each digit."""
        order = np.repeat(np.arange(CLASSES), EACH)
        self._random.shuffle(order)
        self.clear()
        self.extend(order.tolist())
        self.total = len(self)
