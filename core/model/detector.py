"""Whether an image shows a digit at all, found from what the network that reads makes of it, by two small layers more.

A network of ten digits must give its belief to one of them, whatever it is shown; but letters and scribbles light up
other units than digits do (Hendrycks and Gimpel, 2017, train such a detector upon a network's own units).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

import numpy as np

from core.arrays import Floats
from core.files import assets
from core.model import shipped, softmax

SHIPPED = "digit_detector.npz"


@dataclass(frozen=True, slots=True)
class Detector:
    """Two layers upon d numbers of what a network's layers make of images."""

    middle: Floats  # (d,)
    spread: Floats  # (d,)
    hidden: Floats  # (d, h)
    hidden_bias: Floats  # (h,)
    output: Floats  # (h,)
    output_bias: Floats  # ()
    limit: Floats  # strangeness above which an image shows no digit

    def strangeness(self, activations: Sequence[Floats]) -> Floats:
        """Return how far from digits images are, logits, (n,), by what the network it was fitted to makes of them."""
        units = (features(activations) - self.middle) / self.spread
        found: Floats = np.maximum(units @ self.hidden + self.hidden_bias, 0) @ self.output + self.output_bias
        return found


def features(activations: Sequence[Floats]) -> Floats:
    """Return what a network's layers make of images, in few numbers, (n, d).

    All of the last hidden layer's units and the logits; of each map of a convolution its mean and largest; the sum of
    the logits' powers, the lead of the likeliest digit, and the ink.
    """
    images, last, logits = activations[0].reshape(len(activations[0]), -1), activations[-2], activations[-1]
    maps = [each for each in activations[1:-1] if each.ndim == 4]
    ranked = np.sort(logits, axis=1)
    highest = ranked[:, -1]
    total = np.log(np.exp(logits - highest[:, None]).sum(axis=1)) + highest
    ends = np.stack([total, highest - ranked[:, -2], images.mean(axis=1)], axis=1)
    means, peaks = ([np.sqrt(np.maximum(how(each, axis=(1, 2)), 0)) for each in maps] for how in (np.mean, np.max))
    return np.concatenate([last.reshape(len(images), -1), logits, *means, *peaks, ends], axis=1)


@cache
def _shipped() -> Detector:
    with np.load(io.BytesIO(assets.data(SHIPPED)), allow_pickle=False) as arrays:
        return Detector(*(arrays[field.name] for field in fields(Detector)))


def look(images: Floats) -> tuple[Floats, Floats, Floats]:
    """Return of images (n, 784) the logits of the app's network, (n, 10), strangeness above the limit, (n,), and units.

    These are what goes into the network's last layer, (n, d).
    """
    known, logits, strangeness, units = _shipped(), [], [], []
    for activations in softmax.activations(shipped.shipped_weights(), images):
        logits.append(activations[-1])
        strangeness.append(known.strangeness(activations) - known.limit)
        units.append(activations[-2].reshape(len(activations[-2]), -1))
    return np.concatenate(logits), np.concatenate(strangeness), np.concatenate(units)
