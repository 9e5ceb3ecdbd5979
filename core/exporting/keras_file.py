"""Keras' own format (.keras): written, and read after its layers were looked at."""

from pathlib import Path
from typing import Any

import numpy as np

from core.digits.dataset import CLASSES, DIGITS, PIXELS
from core.errors import UserError
from core.exporting import keras_check, model_card
from core.files.array_damage import DAMAGE
from core.files.whole import new_file
from core.machine.tensorflow import load_tensorflow
from core.model import softmax
from core.model.architecture import Architecture
from core.model.layers import Convolution
from core.model.softmax import Weights
from core.words import said, say

KERAS = ".keras"


def write_keras(path: Path, weights: Weights, class_names: tuple[str, ...] = DIGITS) -> None:
    """Write a .keras model, 784 numbers in and ten probabilities out; its input's name and a card say if deskewed."""
    if path.suffix != KERAS:
        raise UserError("{path} must end in {keras}, or Keras would not know it.", path=path, keras=KERAS)
    load_tensorflow()
    import keras

    # in float32 a sum of 784 products may be off by 3e-6, and then so is what Keras reads
    pixels = keras.Input((PIXELS,), name=model_card.input_name(weights), dtype="float64")
    model = keras.Model(pixels, _outputs(keras.layers, weights.architecture, pixels), name="digitscope")
    model.set_weights(list(weights.arrays))
    with new_file(path) as part:
        model.save(part)
        model_card.add_to_zip(part, weights, class_names)


def _outputs(layers: Any, made: Architecture, x: Any) -> Any:
    """Return what Keras' own layers, those of an architecture, make of x."""
    if made.has_convolutions:
        x = layers.Reshape(made.inputs[0], dtype="float64")(x)
    for number, layer in enumerate(made.hidden):
        if isinstance(layer, Convolution):
            size = {"kernel_size": layer.side, "strides": layer.step, "padding": "same"}
            x = layers.Conv2D(layer.filters, **size, activation="relu", dtype="float64")(x)
        else:
            x = _flat(layers, made, number, x)
            x = layers.Dense(made.inputs[number + 1][0], activation="relu", dtype="float64")(x)
    x = _flat(layers, made, len(made.hidden), x)
    return layers.Dense(made.classes, activation="softmax", name="digits", dtype="float64")(x)


def _flat(layers: Any, made: Architecture, number: int, x: Any) -> Any:
    return layers.Flatten(dtype="float64")(x) if len(made.inputs[number]) == 3 else x


def read_keras(path: Path) -> Weights:
    """Read the weights of a .keras model of one dense layer, in Keras' safe mode, after its layers were looked at.

    Raises UserError that says what was found, when it is anything else.
    """
    made, stages = keras_check.checked(path)
    load_tensorflow()
    import keras

    try:
        model = keras.saving.load_model(path, compile=False, safe_mode=True)
        numbers = [np.asarray(array) for array in model.get_weights()]
    except (OSError, IndexError, ImportError, *DAMAGE) as error:
        raise UserError(
            "{path} cannot be read by Keras: {reason}", path=path, reason=" ".join(str(error).split())[:200]
        ) from None
    if made.is_single and len(numbers) == 1:
        numbers.append(np.zeros(CLASSES))  # a layer without biases
    if tuple(array.shape for array in numbers) != made.shapes:
        shapes = ", ".join(str(array.shape) for array in numbers)
        raise UserError(
            "{path} holds arrays of {shapes}; {wanted}.",
            path=path,
            shapes=shapes or say("nothing"),
            wanted=said(keras_check.WANTED),
        )
    if not all(np.isfinite(array).all() for array in numbers):
        raise UserError("{path} holds weights that are not all finite numbers.", path=path)
    weights = Weights(made, tuple(numbers), stages, path.stem)
    if not (made.is_single or _reads_alike(model, weights)):
        raise UserError("{path} holds layers that are not one behind the other.", path=path)
    return weights


def _reads_alike(model: Any, weights: Weights) -> bool:
    """Return whether a Keras model makes of some images what its weights do, one layer behind the other."""
    images = np.random.default_rng(0).random((4, PIXELS), np.float32)
    try:
        made = np.asarray(model(images.reshape(4, *model.input_shape[1:])))
    except (ValueError, TypeError, AttributeError):
        return False
    ours = softmax.logits(weights, images)
    return any(
        made.shape == each.shape and np.allclose(made, each, atol=1e-3) for each in (ours, softmax.softmax(ours))
    )
