"""Weights as a Keras model, and in the formats that TensorFlow makes of one: .keras, SavedModel, TFLite."""

from pathlib import Path
from typing import Any

from core.digits.dataset import CLASSES, DIGITS, PIXELS
from core.errors import UserError
from core.exporting import model_card
from core.files.whole import new_file, new_folder
from core.machine.tensorflow import load_tensorflow, raising_os_errors
from core.model.architecture import Architecture
from core.model.fixed_layers import Pooling, Scaling
from core.model.layers import Convolution
from core.model.softmax import Weights

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
    arrays = [array for array in weights.arrays if array.size]
    for variable, array in zip(model.trainable_variables, arrays, strict=True):  # a normalization's others stay as made
        variable.assign(array)
    with new_file(path) as part:
        model.save(part)
        model_card.add_to_zip(part, weights, class_names)


def _outputs(layers: Any, made: Architecture, x: Any) -> Any:
    """Return what Keras' own layers, those of an architecture, make of x."""
    if made.has_convolutions:
        x = layers.Reshape(made.inputs[0], dtype="float64")(x)
    for number, layer in enumerate(made.hidden):
        is_leaky = layer.activation.kind == "leaky"
        own = {"activation": "linear" if is_leaky else layer.activation.kind, "dtype": "float64"}
        if isinstance(layer, Convolution):
            x = layers.ZeroPadding2D(layer.padding, dtype="float64")(x) if layer.padding else x
            padding = "same" if layer.padding is None else "valid"
            size = {"kernel_size": layer.side, "strides": layer.step, "padding": padding}
            x = layers.Conv2D(layer.filters, **size, **own)(x)
        elif isinstance(layer, Pooling):
            pool = layers.AveragePooling2D if layer.kind == "average" else layers.MaxPooling2D
            x = pool(layer.side, layer.step, "same" if layer.padding is None else "valid", dtype="float64")(x)
        elif isinstance(layer, Scaling):
            fixed = {"moving_mean_initializer": "zeros", "moving_variance_initializer": "ones", "epsilon": 0.0}
            x = layers.BatchNormalization(**fixed, dtype="float64")(x)
        else:
            x = _flat(layers, made, number, x)
            x = layers.Dense(made.inputs[number + 1][0], **own)(x)
        if isinstance(layer, Scaling) and not is_leaky:
            x = layers.Activation(**own)(x)
        if is_leaky:
            x = layers.LeakyReLU(layer.activation.slope, dtype="float64")(x)
    x = _flat(layers, made, len(made.hidden), x)
    return layers.Dense(CLASSES, activation="softmax", name="digits", dtype="float64")(x)


def _flat(layers: Any, made: Architecture, number: int, x: Any) -> Any:
    return layers.Flatten(dtype="float64")(x) if len(made.inputs[number]) == 3 else x


def write_saved_model(path: Path, weights: Weights, class_names: tuple[str, ...] = DIGITS) -> None:
    """Write a TensorFlow SavedModel, a folder: images (n, 784) in, `probabilities` and `logits` (n, 10) out."""
    tensorflow = load_tensorflow()
    module = _module(tensorflow, weights)
    with new_folder(path) as part, raising_os_errors(tensorflow):
        tensorflow.saved_model.save(module, str(part), signatures={"serving_default": module.read})
        extra = part / model_card.EXTRA
        extra.mkdir()
        (extra / model_card.FILE).write_text(model_card.text_of(weights, class_names), encoding="utf-8")


def write_tflite(path: Path, weights: Weights, class_names: tuple[str, ...]) -> None:
    """Write a TFLite file: images (n, 784) in, `probabilities` (n, 10) out, its only output."""
    tensorflow = load_tensorflow()
    module = _module(tensorflow, weights)
    shares = tensorflow.function(
        lambda images: {"probabilities": module.read(images)["probabilities"]}, module.read.input_signature
    )
    converter = tensorflow.lite.TFLiteConverter.from_concrete_functions([shares.get_concrete_function()], module)
    with new_file(path) as part:
        part.write_bytes(converter.convert())
        model_card.add_to_zip(part, weights, class_names)


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
