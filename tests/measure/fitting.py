"""What is fitted to digits once, for what ships and for what is measured: calibration, temperature."""

from dataclasses import replace

import numpy as np

from core.arrays import Numbers
from core.digits.dataset import Bytes
from core.model import softmax
from core.model.softmax import Weights

BINS = 15  # of equal width, as Guo et al. (2017) have them
COLDEST, HOTTEST = 0.1, 10.0  # temperatures
GOLDEN = (np.sqrt(5) - 1) / 2
HALVINGS = 40  # golden sections: the temperature is found to 1e-8


def calibration_error(probabilities: Numbers, labels: Bytes, bins: int = BINS) -> float:
    """Return the expected calibration error, 0..1, of probabilities (n, 10) for labels (n,).

    The mean over bins of the largest probability, weighted by their counts, of |share right - mean probability|
    (Guo et al., 2017, "On calibration of modern neural networks", equation 3).
    """
    sureness, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    bin_of = np.minimum((sureness * bins).astype(np.intp), bins - 1)
    gaps = np.bincount(bin_of, weights=right - sureness.astype(np.float64), minlength=bins)
    return float(np.abs(gaps).sum() / max(len(labels), 1))


def fitted_temperature(logits: Numbers, labels: Bytes) -> float:
    """Return the temperature by which logits (n, 10) are divided for the least cost with labels (n,).

    Golden-section search over its logarithm: the cost has one minimum there.
    """
    low, high = np.log(COLDEST), np.log(HOTTEST)
    for _ in range(HALVINGS):
        left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        if softmax.cost(logits / np.exp(left), labels) < softmax.cost(logits / np.exp(right), labels):
            high = right
        else:
            low = left
    return float(np.exp((low + high) / 2))


def tempered(weights: Weights, temperature: float) -> Weights:
    """Return weights with the temperature folded in: the same verdicts, other probabilities."""
    return replace(weights, arrays=(*weights.arrays[:-2], *(array / temperature for array in weights.arrays[-2:])))
