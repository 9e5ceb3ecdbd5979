"""Which digits a person is requested to draw: so many of each, in random order."""

import numpy as np

from core.digits.dataset import CLASSES

EACH = 3  # of each digit


class RequestedDigits:
    """The digits still to be requested; none before `begin` and after the last."""

    def __init__(self, seed: int | None = None) -> None:
        """Request in the order that a seed gives, or in another each time."""
        self._left: list[int] = []  # the next one first
        self._random = np.random.default_rng(seed)
        self.total = 0

    @property
    def digit(self) -> int | None:
        """The digit to request now; None where there is none."""
        return self._left[0] if self._left else None

    @property
    def number(self) -> int:
        """How many of them it is, from 1."""
        return self.total - len(self._left) + 1

    def begin(self) -> None:
        """Request EACH of each digit."""
        order = np.repeat(np.arange(CLASSES), EACH)
        self._random.shuffle(order)
        self._left = [int(digit) for digit in order]
        self.total = len(self._left)

    def take(self) -> None:
        """Go on to the next digit: this one was drawn."""
        self._left.pop(0)

    def put_off(self) -> None:
        """Request this digit at the end instead."""
        self._left.append(self._left.pop(0))

    def stop(self) -> None:
        """Request nothing more."""
        self._left = []
