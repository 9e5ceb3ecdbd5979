"""Networks that learn side by side."""

import numpy as np

from core.digits.stages import RAW
from core.hands.side_by_side import SideBySide
from core.model import architecture, softmax
from core.model.softmax import Weights, initial_arrays, single

RANDOM = np.random.default_rng(0)
BEFORE = single(RANDOM.normal(0, 0.1, (784, 10)).astype(np.float32), np.zeros(10, np.float32), RAW, "zeros")
IMAGES = RANDOM.uniform(0, 1, (100, 784)).astype(np.float32)
LABELS = RANDOM.integers(0, 10, 100).astype(np.uint8)
ALL = np.arange(784)


def stepped(images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the matrix after a plain gradient step of rate 0.5, divided by a hundred images."""
    errors = softmax.softmax(images @ BEFORE.matrix + BEFORE.bias) - np.eye(10, dtype=np.float32)[labels]
    made: np.ndarray = BEFORE.matrix - 0.5 * images.T @ errors / len(IMAGES)
    return made


def test_each_network_makes_the_step_of_the_images_it_learns_from() -> None:
    networks = SideBySide(BEFORE, 3, ALL)
    learns = np.ones((100, 3), np.float32)
    learns[:40, 1] = 0
    learns[60:, 2] = 0
    networks.step(IMAGES, LABELS, learns, 0.5)
    for network, rows in enumerate((slice(None), slice(40, None), slice(60))):
        wanted = stepped(IMAGES[rows], LABELS[rows])
        np.testing.assert_allclose(networks.weights(network).matrix, wanted, atol=1e-5)


def test_pixels_without_ink_stay_as_they_were_and_change_nothing() -> None:
    used = np.arange(100, 700)
    paper = IMAGES.copy()
    paper[:, [*range(100), *range(700, 784)]] = 0
    networks = SideBySide(BEFORE, 1, used)
    networks.step(paper[:, used], LABELS, np.ones((100, 1), np.float32), 0.5)
    np.testing.assert_allclose(networks.weights(0).matrix, stepped(paper, LABELS), atol=1e-5)


def test_a_share_of_what_was_learned_lies_between() -> None:
    networks = SideBySide(BEFORE, 1, ALL)
    networks.step(IMAGES, LABELS, np.ones((100, 1), np.float32), 0.5)
    half = (BEFORE.matrix + networks.weights(0).matrix) / 2
    np.testing.assert_allclose(networks.weights(0, 0.5).matrix, half, atol=1e-6)
    assert np.array_equal(networks.weights(0, 0.0).matrix, BEFORE.matrix)


def test_of_several_layers_only_the_last_learns_from_what_the_others_give() -> None:
    made = architecture.of(("dense 16",))
    before = Weights(made, initial_arrays(made, "he", 0), RAW, "hidden")
    inputs = softmax.last_inputs(before, np.rint(IMAGES * 255).astype(np.uint8))
    networks = SideBySide(before, 1, np.arange(16))
    for _ in range(50):
        networks.step(inputs, LABELS, np.ones((100, 1), np.float32), 0.01)
    after = networks.weights(0)
    assert all(map(np.array_equal, before.arrays[:2], after.arrays[:2]))
    costs = [softmax.cost(softmax.logits(each, IMAGES), LABELS) for each in (before, after)]
    assert costs[1] < costs[0]
