"""A state dict of PyTorch says nothing of steps, paper, pooling and pixels: they are found by trying it on digits."""

from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import LabelledImages, scaled
from core.errors import UserError
from core.importing import models
from core.model import architecture, softmax
from core.model.layers import Convolution, Dense
from core.model.softmax import Weights
from core.sources import practice
from tests.core.importing.test_models import safetensors

STEPS, BATCH, RATE, MOMENTUM = 150, 40, 0.03, 0.9  # so few that it is no surer than it is right
DIGITS = practice.drawn(2_000, 1)  # other ones than models are tried on


def learned(layers: tuple[str, ...], digits: LabelledImages = DIGITS) -> Weights:
    """A network that has learned some digits, by momentum."""
    made, images = architecture.of(layers), scaled(digits.images)
    arrays = softmax.initial_arrays(made, "he", 1)
    moved, random = made.zeros(), np.random.default_rng(0)
    for _ in range(STEPS):
        rows = random.integers(len(images), size=BATCH)
        through = made.activations(arrays, images[rows])
        slopes = (softmax.softmax(through[-1]) - np.eye(10, dtype=np.float32)[digits.labels[rows]]) / np.float32(BATCH)
        gradients = made.gradients(arrays, through, slopes)
        moved = tuple(MOMENTUM * each - RATE * slope for each, slope in zip(moved, gradients, strict=True))
        arrays = tuple(array + each for array, each in zip(arrays, moved, strict=True))
    return Weights(made, arrays)


def state_of(weights: Weights, is_normalized: bool) -> dict[str, np.ndarray]:
    """The arrays as PyTorch has them, perhaps of a network whose pixels are normalized as in PyTorch's own example."""
    found, made = dict[str, np.ndarray](), weights.architecture
    for number, (layer, inputs) in enumerate(zip(made.layers, made.inputs, strict=False)):
        kernel, bias = made.own(weights.arrays, number)
        if is_normalized and not number:
            bias = bias + kernel.sum(axis=tuple(range(kernel.ndim - 1))) * np.float32(models.MEAN)
            kernel = kernel * np.float32(models.DEVIATION)
        if isinstance(layer, Convolution):
            found |= {f"conv{number}.weight": kernel.transpose(3, 2, 0, 1), f"conv{number}.bias": bias}
        elif isinstance(layer, Dense):
            if len(inputs) == 3:
                kernel = kernel.reshape(*inputs, -1).transpose(2, 0, 1, 3).reshape(len(kernel), -1)
            found |= {f"fc{number}.weight": kernel.T, f"fc{number}.bias": bias}
    return found


def test_many_convolutions_that_fit_no_way_are_refused_without_trying_millions(tmp_path: Path) -> None:
    state = {f"conv{number}.weight": np.zeros((1, 1, 3, 3)) for number in range(7)} | {"fc.weight": np.zeros((10, 787))}
    with pytest.raises(UserError, match="sizes do not fit"):
        models.opened(safetensors(tmp_path / "a.safetensors", state))


@pytest.mark.parametrize("is_normalized", [False, True])
@pytest.mark.parametrize(
    "layers",
    [
        ("convolution 8 5x5 step 1 padding 0", "max pooling 2x2 step 2 padding 0", "dense 24"),
        ("convolution 8 5x5 step 1 padding 0", "average pooling 2x2 step 2 padding 0", "dense 24"),
        ("convolution 8 5x5 step 2 padding 0", "dense 24"),
        ("convolution 8 3x3 step 1 padding 0", "max pooling 3x3 step 3 padding 0"),
        ("convolution 6 5x5 step 1 padding 0 tanh", "max pooling 2x2 step 2 padding 0", "dense 24 tanh"),
        ("dense 24 tanh",),
    ],
)
def test_what_a_state_dict_does_not_say_is_found_by_trying_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layers: tuple[str, ...], is_normalized: bool
) -> None:
    monkeypatch.delenv("DIGITSCOPE_DATA", raising=False)  # it is tried on such digits as it has learned
    weights = learned(layers)
    assert softmax.accuracy(weights, DIGITS.images, DIGITS.labels) > 0.8
    opened = models.opened(safetensors(tmp_path / "a.safetensors", state_of(weights, is_normalized)))
    theirs = softmax.probabilities(weights, DIGITS.images[:200])
    np.testing.assert_allclose(softmax.probabilities(opened.weights, DIGITS.images[:200]), theirs, rtol=0, atol=1e-4)
    assert ("of mean 0 and deviation 1" if is_normalized else "from 0 to 1") in opened.note
