"""The single layer in numpy, and a part of a data set as the network sees it."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, strategies as st
from hypothesis.extra import numpy as arrays

from core.digits.dataset import CLASSES, PIXELS
from core.model import softmax
from core.model.softmax import single

MATRIX = np.random.default_rng(0).normal(size=(PIXELS, CLASSES)).astype(np.float32)
SOME = single(MATRIX, np.arange(10, dtype=np.float32))


@given(arrays.arrays(np.float32, (3, 10), elements=st.floats(-(2.0**100), 2.0**100, width=32)))
def test_probabilities_are_shares_of_one_whatever_the_logits(logits: np.ndarray) -> None:
    shares = softmax.softmax(logits)
    assert np.allclose(shares.sum(axis=1), 1, atol=1e-6)
    assert (shares >= 0).all()
    assert np.array_equal(shares[np.arange(3), logits.argmax(axis=1)], shares.max(axis=1))


def test_the_predicted_probabilities_are_those_of_the_definition() -> None:
    images = np.random.default_rng(1).random((7, PIXELS))
    powers = np.exp(0.01 * images @ SOME.matrix.astype(np.float64))
    expected = powers / powers.sum(axis=1, keepdims=True)
    found = softmax.probabilities(single(SOME.matrix * 0.01, np.zeros(10, np.float32)), images)
    np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_the_cost_is_the_mean_of_minus_the_log_of_the_labels_probability_and_finite() -> None:
    logits = np.random.default_rng(2).normal(size=(50, CLASSES)) * 5
    labels = np.random.default_rng(3).integers(0, 10, 50).astype(np.uint8)
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    assert softmax.cost(logits, labels) == pytest.approx(-np.log(shares[np.arange(50), labels]).mean())
    assert softmax.cost(np.array([[1e6] + [0.0] * 9]), np.array([1], np.uint8)) == pytest.approx(1e6)


def test_bytes_are_read_as_their_share_of_255_in_parts_or_at_once() -> None:
    images = np.random.default_rng(4).integers(0, 256, (softmax.ROWS_AT_ONCE + 3, PIXELS)).astype(np.uint8)
    as_bytes = softmax.logits(SOME, images)
    as_numbers = softmax.logits(SOME, images / np.float32(255))
    assert as_bytes.shape == (len(images), CLASSES)
    np.testing.assert_allclose(as_bytes, as_numbers, rtol=1e-4, atol=1e-3)


def test_accuracy_is_the_share_of_largest_logits_that_are_right_and_0_of_no_images() -> None:
    constant = single(np.zeros((PIXELS, CLASSES), np.float32), np.eye(10, dtype=np.float32)[3])
    assert softmax.accuracy(constant, np.zeros((4, PIXELS), np.uint8), np.array([3, 3, 1, 3], np.uint8)) == 0.75
    assert softmax.accuracy(SOME, np.empty((0, PIXELS), np.uint8), np.empty(0, np.uint8)) == 0
    assert softmax.logits(SOME, np.empty((0, PIXELS), np.uint8)).shape == (0, CLASSES)


def test_weights_are_a_frozen_copy_and_those_of_other_shapes_are_refused() -> None:
    matrix = np.zeros((PIXELS, CLASSES), np.float32)
    weights = single(matrix, np.zeros(CLASSES, np.float32))
    matrix[0, 0] = 5
    assert weights.matrix[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        weights.bias[0] = 1
    for of_matrix, of_bias in (((PIXELS, 9), 10), ((PIXELS, CLASSES), 9), ((CLASSES, PIXELS), 10)):
        with pytest.raises(ValueError, match="not"):
            single(np.zeros(of_matrix, np.float32), np.zeros(of_bias, np.float32))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted as Linux lists them")
def test_numpy_shares_no_product_between_threads() -> None:
    told = "import os, core.model.softmax; print(len(os.listdir('/proc/self/task')))"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    found = subprocess.run([sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "1"


def test_what_has_changed_and_the_start_make_the_weights() -> None:
    start = single(np.ones((PIXELS, CLASSES), np.float32), np.ones(CLASSES, np.float32))
    learned = softmax.changed(SOME, start)
    assert np.allclose(learned.matrix + start.matrix, SOME.matrix, atol=1e-6)
    assert np.allclose(learned.bias + start.bias, SOME.bias, atol=1e-6)
