"""TensorFlow's own formats: SavedModel and TFLite."""

from pathlib import Path
from typing import Any

from core.digits.dataset import DIGITS, PIXELS
from core.exporting import model_card
from core.files.whole import new_file, new_folder
from core.machine.tensorflow import load_tensorflow
from core.model.softmax import Weights


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
    """Return the network as a tf.Module, whose function `read` names its input so that it says if deskewed."""
    module = tensorflow.Module(name="digitscope")
    made = weights.architecture
    module.numbers = [tensorflow.Variable(array) for array in made.to_training(weights.arrays)]

    def read(images: Any) -> dict[str, Any]:
        logits = made.logits_tf(tensorflow, module.numbers, images)
        return {"probabilities": tensorflow.nn.softmax(logits), "logits": logits}

    spec = tensorflow.TensorSpec((None, PIXELS), tensorflow.float32, name=model_card.input_name(weights))
    module.read = tensorflow.function(read, input_signature=[spec])
    return module
