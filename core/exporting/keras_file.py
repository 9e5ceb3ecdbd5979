"""Keras' own format (.keras): written, and read after its layers were looked at."""

from pathlib import Path

import numpy as np

from core.digits.dataset import CLASSES, DIGITS, PIXELS
from core.errors import UserError
from core.exporting import keras_check, model_card
from core.files.array_damage import DAMAGE
from core.files.whole import new_file
from core.machine.tensorflow import load_tensorflow
from core.model.softmax import Weights, single
from core.words import said, say

KERAS = ".keras"


def write_keras(path: Path, weights: Weights, class_names: tuple[str, ...] = DIGITS) -> None:
    """Write a .keras model, 784 numbers in and ten probabilities out; its input's name and a card say if deskewed."""
    if path.suffix != KERAS:
        raise UserError(say("{path} must end in {keras}, or Keras would not know it.", path=path, keras=KERAS))
    load_tensorflow()
    import keras

    # in float32 a sum of 784 products may be off by 3e-6, and then so is what Keras reads
    pixels = keras.Input((PIXELS,), name=model_card.input_name(weights), dtype="float64")
    digits = keras.layers.Dense(CLASSES, activation="softmax", name="digits", dtype="float64")
    model = keras.Model(pixels, digits(pixels), name="digitscope")
    digits.set_weights([weights.matrix, weights.bias])
    with new_file(path) as part:
        model.save(part)
        model_card.add_to_zip(part, weights, class_names)


def read_keras(path: Path) -> Weights:
    """Read the weights of a .keras model of one dense layer, in Keras' safe mode, after its layers were looked at.

    Raises UserError that says what was found, when it is anything else.
    """
    stages = keras_check.checked_stages(path)
    load_tensorflow()
    import keras

    try:
        model = keras.saving.load_model(path, compile=False, safe_mode=True)
        numbers = [np.asarray(array) for array in model.get_weights()]
    except (OSError, IndexError, ImportError, *DAMAGE) as error:
        raise UserError(
            say("{path} cannot be read by Keras: {reason}", path=path, reason=" ".join(str(error).split())[:200])
        ) from None
    matrix, *rest = numbers or [np.empty(0)]
    bias = rest[0] if rest else np.zeros(CLASSES, np.float32)
    if matrix.shape != (PIXELS, CLASSES) or bias.shape != (CLASSES,) or len(rest) > 1:
        shapes = ", ".join(str(array.shape) for array in numbers)
        raise UserError(
            say(
                "{path} holds arrays of {shapes}; {wanted}.",
                path=path,
                shapes=shapes or say("nothing"),
                wanted=said(keras_check.WANTED),
            )
        )
    if not all(np.isfinite(array).all() for array in numbers):
        raise UserError(say("{path} holds weights that are not all finite numbers.", path=path))
    return single(matrix.astype(np.float32), bias.astype(np.float32), stages, path.stem)
