"""Runs and weights for other tools, and weights from them. Only it and core.training.network reach TensorFlow."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from core.digits.dataset import CLASSES, DIGITS, PIXELS
from core.errors import UserError
from core.exporting import csv_file, html_report, keras_check, model_card, weight_strip
from core.exporting.targets import new_file, new_folder
from core.files.array_damage import DAMAGE
from core.model import weights_file
from core.model.softmax import Weights
from core.recipes import file as recipe_file
from core.runs.record import RunRecord
from core.training.network import load_tensorflow
from core.words import said, say

KERAS = ".keras"
PICTURES = 10  # of the weights in TensorBoard's files

# what can be made of a run, and the suffix of its file; "" = a folder
KINDS = {
    "npz": ".npz",
    "keras": KERAS,
    "saved-model": "",
    "tflite": ".tflite",
    "tensorboard": "",
    "csv": ".csv",
    "html": ".html",
    "recipe": ".json",
}


def export(record: RunRecord, kind: str, path: Path, step: int | None = None) -> None:
    """Write a run, or the weights that came of it, for another tool; TensorFlow is loaded where the kind needs it.

    kind : one of KINDS; path : the file, or, for `saved-model` and `tensorboard`, a folder that is new or empty
    step : take the weights as they were kept at or before this step, not those of the end
    Raises UserError for another kind, a path that cannot be written, or weights that are no numbers.
    """
    whole: dict[str, Callable[[Path, RunRecord], None]] = {
        "tensorboard": write_events,
        "csv": csv_file.write,
        "html": html_report.write,
        "recipe": lambda where, run: recipe_file.save(where, run.facts.recipe),
    }
    if kind in whole:
        whole[kind](path, record)
    else:
        weights = record.final_weights() if step is None else record.weights_at(step)
        export_weights(weights, kind, path, record.facts.dataset.class_names)


def export_weights(weights: Weights, kind: str, path: Path, class_names: tuple[str, ...] = DIGITS) -> None:
    """Write weights as `npz`, `keras`, `saved-model` or `tflite`; raises UserError as `export` does."""
    writers: dict[str, Callable[[Path, Weights], None]] = {
        "npz": weights_file.save,
        "keras": partial(write_keras, class_names=class_names),
        "saved-model": partial(write_saved_model, class_names=class_names),
        "tflite": write_tflite,
    }
    if kind not in writers:
        raise UserError(say("there is no export to {kind!r}; there are {kinds}.", kind=kind, kinds=", ".join(KINDS)))
    if not (np.isfinite(weights.matrix).all() and np.isfinite(weights.bias).all()):
        raise UserError(
            say("these weights are no numbers any more, since the run diverged; take those of an earlier step.")
        )
    writers[kind](path, weights)


def load(path: Path) -> Weights:
    """Read weights from a .npz file or a .keras model of one dense layer.

    Raises UserError that says what was found, when it is anything else.
    """
    return read_keras(path) if path.suffix == KERAS else weights_file.load(path)


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
    return Weights(matrix.astype(np.float32), bias.astype(np.float32), stages, path.stem)


def write_saved_model(path: Path, weights: Weights, class_names: tuple[str, ...] = DIGITS) -> None:
    """Write a TensorFlow SavedModel, a folder: images (n, 784) in, `probabilities` and `logits` (n, 10) out."""
    tensorflow = load_tensorflow()
    module = _module(tensorflow, weights)
    with new_folder(path) as part:
        tensorflow.saved_model.save(module, str(part), signatures={"serving_default": module.read})
        extra = part / "assets.extra"
        extra.mkdir()
        (extra / model_card.FILE).write_text(model_card.text_of(weights, class_names), encoding="utf-8")


def write_tflite(path: Path, weights: Weights) -> None:
    """Write a TFLite file: images (n, 784) in, `probabilities` and `logits` (n, 10) out, by its signature."""
    tensorflow = load_tensorflow()
    module = _module(tensorflow, weights)
    converter = tensorflow.lite.TFLiteConverter.from_concrete_functions([module.read.get_concrete_function()], module)
    with new_file(path) as part:
        part.write_bytes(converter.convert())


def _module(tensorflow: Any, weights: Weights) -> Any:
    """Return the layer as a tf.Module, whose function `read` names its input so that it says if deskewed."""
    module = tensorflow.Module(name="digitscope")
    module.matrix = tensorflow.Variable(weights.matrix, name="weights")
    module.bias = tensorflow.Variable(weights.bias, name="bias")

    def read(images: Any) -> dict[str, Any]:
        logits = tensorflow.matmul(images, module.matrix) + module.bias
        return {"probabilities": tensorflow.nn.softmax(logits), "logits": logits}

    spec = tensorflow.TensorSpec((None, PIXELS), tensorflow.float32, name=model_card.input_name(weights))
    module.read = tensorflow.function(read, input_signature=[spec])
    return module


def write_events(path: Path, record: RunRecord) -> None:
    """Write TensorBoard's event file of a run into a folder: costs, rates, accuracies, and pictures of the weights."""
    tensorflow = load_tensorflow()
    started = datetime.fromisoformat(record.facts.started).timestamp()
    with new_folder(path) as part:
        name = part / f"events.out.tfevents.{int(started)}.digitscope"
        with tensorflow.io.TFRecordWriter(str(name)) as file:
            for event in _events(tensorflow.compat.v1, record, started):
                file.write(event.SerializeToString())


def _events(v1: Any, record: RunRecord, started: float) -> Iterator[Any]:
    """Give the events of a run; `started` in seconds since 1970, and each step lasts what steps did on average.

    The event and summary messages are TensorFlow's own, so that TensorBoard need not be installed.
    """
    run = record.summary
    step_s = run.outcome.seconds / max(1, run.outcome.steps) if run.outcome else 0.0

    def event(step: int, **values: float) -> Any:
        shown = [v1.Summary.Value(tag=tag.replace("_in_", "/"), simple_value=value) for tag, value in values.items()]
        return v1.Event(wall_time=started + step * step_s, step=step, summary=v1.Summary(value=shown))

    yield v1.Event(wall_time=started, file_version="brain.Event:2")
    for step, (cost, rate) in enumerate(zip(record.costs.tolist(), record.rates().tolist(), strict=True)):
        yield event(step, cost=cost, learning_rate=rate)
    for point in record.points:
        yield event(
            point.step, accuracy_in_validation=point.validation_accuracy, cost_in_validation=point.validation_cost
        )
    if run.outcome is not None:
        yield event(run.outcome.steps, accuracy_in_test=run.outcome.test_accuracy)
    for step in _spread(record.snapshot_steps, PICTURES):
        yield _picture(v1, record.weights_at(step), step, started + step * step_s)


def _picture(v1: Any, weights: Weights, step: int, when: float) -> Any:
    """Return an event that shows the ten pictures of the weights."""
    image = v1.Summary.Image(encoded_image_string=weight_strip.png_of(weights), colorspace=3)
    image.width, image.height = weight_strip.size()
    value = v1.Summary.Value(tag="weights", image=image)
    return v1.Event(wall_time=when, step=step, summary=v1.Summary(value=[value]))


def _spread(steps: Sequence[int], count: int) -> list[int]:
    """Return so many of the steps, the first and the last among them."""
    places = np.unique(np.linspace(0, len(steps) - 1, min(count, len(steps))).round().astype(int))
    return [steps[place] for place in places]
