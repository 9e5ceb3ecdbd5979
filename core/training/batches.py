"""Which training images each step takes."""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]


class Batches:
    """The batches of a run, in the tutorial's order or shuffled anew each epoch.

    They are the same for a seed however steps are grouped.
    """

    def __init__(self, rows: int, batch: int, shuffle: bool, seed: int) -> None:
        """Take the numbers of training images and of images a step; a batch larger than the data is the data."""
        self.size = min(batch, rows)
        self._rows = rows
        self._shuffle = shuffle
        self._seed = seed
        self._epoch = -1
        self._order: Rows = np.empty(0, np.int32)

    def of(self, first: int, count: int) -> Rows:
        """Return the rows that steps first .. first+count-1 take, (count, size)."""
        steps = np.arange(first, first + count)
        if not self._shuffle:
            return np.add.outer(offsets(steps, self._rows, self.size), np.arange(self.size)).astype(np.int32)
        return np.stack([self._shuffled(int(step)) for step in steps])

    def _shuffled(self, step: int) -> Rows:
        epoch, place = divmod(step, self._rows // self.size)
        if epoch != self._epoch:
            # the epoch's own generator: a run that is continued or rewound meets the same batches
            self._order = np.random.default_rng((self._seed, epoch)).permutation(self._rows).astype(np.int32)
            self._epoch = epoch
        return self._order[place * self.size : (place + 1) * self.size]


def offsets(steps: NDArray[np.integer], rows: int, batch: int) -> Rows:
    """Return each step's first row, (step * batch) % (rows - batch), as in the tutorial.

    The rows of the last batch are never used.
    """
    return ((steps * batch) % max(rows - batch, 1)).astype(np.int32)
