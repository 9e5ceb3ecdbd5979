"""Last layers that learn side by side: from the same batches at once, each leaving out what it is given to.

Plain numpy: so small a network and so few images need no more. Inputs, such as pixels, that are 0 for every image are
left alone, and so are the layers before the last.
"""

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Indexes
from core.digits.dataset import CLASSES
from core.model import softmax
from core.model.softmax import Weights

TINY = 1e-30  # a probability that rounds to 0 has a cost, too


class SideBySide:
    """Several copies of the same weights, each going its own way from them."""

    def __init__(self, before: Weights, networks: int, used: Indexes) -> None:
        """Take the weights to begin with, how many networks, and which inputs of the last layer (p,) are ever used."""
        self._before, self.count, self._used = before, networks, used
        self._last = before.arrays[-2]
        self._matrix = np.tile(self._last[used], (1, networks))  # (p, networks * 10)
        self._bias = np.tile(before.bias, networks)

    def step(self, images: Floats, labels: NDArray[np.uint8], learns: Floats, rate: float) -> Floats:
        """Make one gradient step of every network; return each one's cost before it, (networks,), nats.

        images : (n, p), what goes into the last layer; labels : (n,)
        learns : (n, networks), 1 or 0: which network learns from which image
        """
        values = images @ self._matrix + self._bias
        errors = softmax.softmax(values.reshape(len(images), self.count, CLASSES))
        likely = errors[np.arange(len(images)), :, labels]
        costs = -(np.log(np.maximum(likely, TINY)) * learns).sum(axis=0) / np.maximum(learns.sum(axis=0), 1)
        errors[np.arange(len(images)), :, labels] -= 1
        errors *= learns[:, :, None] * np.float32(rate / len(images))
        flat = errors.reshape(len(images), -1)
        self._matrix -= images.T @ flat
        self._bias -= flat.sum(axis=0)
        return np.asarray(costs, np.float32)

    def weights(self, network: int, share: float = 1.0) -> Weights:
        """Return a network's weights, with only a share, 0..1, of what it learned."""
        columns, before = slice(network * CLASSES, (network + 1) * CLASSES), self._before
        matrix = self._last.copy()
        matrix[self._used] += np.float32(share) * (self._matrix[:, columns] - self._last[self._used])
        bias = before.bias + np.float32(share) * (self._bias[columns] - before.bias)
        return before.with_arrays((*before.arrays[:-2], matrix, bias))
