"""The part of the script that a network of several layers has of its own: its weights, and how it reads."""

from core.model.architecture import Architecture
from core.model.fixed_layers import Pooling, Scaling
from core.model.layers import Convolution, Dense
from core.recipes.recipe import Recipe

OPTIMIZERS = {"gradient descent": "SGD()", "momentum": "SGD(momentum=0.9)", "adam": "Adam()"}
START = {
    "normal": "random.standard_normal(shape)",
    "zeros": "np.zeros(shape)",
    "glorot": "random.uniform(-1, 1, shape) * np.sqrt(6 / (np.prod(shape[:-1]) + np.prod(shape[:-2]) * shape[-1]))",
    "he": "random.normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)",
}
FUNCTIONS = {
    **{kind: f"tf.nn.{kind}({{sums}})" for kind in ("relu", "tanh", "sigmoid", "elu")},
    "leaky": "tf.nn.leaky_relu({sums}, {slope})",
    "linear": "{sums}",
}
NORMALISED = """def normalised(x, bias, factor):
    mean, variance = tf.nn.moments(x, list(range(len(x.shape) - 1)))
    return tf.nn.batch_normalization(x, mean, variance, bias, factor, 1e-3)

"""
LEFT = """def left(x, number, step):
    stays = tf.random.stateless_uniform(tf.shape(x), (seed + number, step + number)) >= {dropout}
    return x * tf.cast(stays, tf.float32) / (1 - {dropout})

"""
WARPS = "\n    x = image_warps.warped(tf, x, image_warps.drawn(seed, step, 1, batch, {warped})[0]) / 255"


def parts(recipe: Recipe) -> dict[str, str]:
    """Return what the script of a network of several layers has, by the names in its template."""
    return {
        "initial_weights": _weights(recipe),
        "optimizer": OPTIMIZERS[recipe.optimizer],
        "network": _network(recipe),
        "learned": "weights + factors" if recipe.batch_norm else "weights",
        "pixels": "images" if recipe.warp_images else "images / 255, tf.float32",
        # XLA draws other random numbers, and compiles the app's steps of networks without convolutions
        "compiled": "(jit_compile=True)" if recipe.dropout and not recipe.architecture.has_convolutions else "",
        "warps": WARPS.format(warped=min(recipe.warped_steps, recipe.steps)) if recipe.warp_images else "",
    }


def _weights(recipe: Recipe) -> str:
    made = recipe.architecture
    kernels, biases = made.shapes[::2], made.shapes[1::2]
    lines = [
        "random = np.random.default_rng(seed)",
        f"start = lambda *shape: tf.Variable({START[recipe.initial_weights]}, dtype=tf.float32)",
        "weights = [",
        *(
            f"    start{kernel}, tf.Variable(tf.zeros({bias[0]})),"
            for kernel, bias in zip(kernels, biases, strict=True)
        ),
        "]",
    ]
    if recipe.initial_weights == "he":
        lines.append("weights[-2].assign(weights[-2] / np.sqrt(2))  # no ReLU follows the last layer")
    if recipe.batch_norm:
        lines.append(f"factors = [tf.Variable(tf.ones(units)) for units in {[bias[0] for bias in biases[:-1]]}]")
    return "\n".join(lines)


def _network(recipe: Recipe) -> str:
    """Return the function from pixels to logits, with those that it needs."""
    made = recipe.architecture
    before = (NORMALISED if recipe.batch_norm else "") + (LEFT.format(dropout=recipe.dropout) if recipe.dropout else "")
    lines = ["def network(x, step):"] + (["    x = tf.reshape(x, (-1, 28, 28, 1))"] if made.has_convolutions else [])
    for number in range(len(made.layers)):
        lines += [f"    {line}" for line in _layer(recipe, made, number)]
    return before + "\n".join([*lines, "    return x"])


def _layer(recipe: Recipe, made: Architecture, number: int) -> list[str]:
    layer, kernel, bias = made.layers[number], f"weights[{2 * number}]", f"weights[{2 * number + 1}]"
    lines = []
    if isinstance(layer, Convolution):
        pads = [layer.padding] * 2
        paper = '"SAME"' if layer.padding is None else [[0, 0], pads, pads, [0, 0]]
        sums = f"tf.nn.conv2d(x, {kernel}, {layer.step}, {paper}) + {bias}"
    elif isinstance(layer, Pooling):
        paper = "SAME" if layer.padding is None else "VALID"
        sums = f'tf.nn.{layer.kind[:3]}_pool2d(x, {layer.side}, {layer.step}, "{paper}")'
    elif isinstance(layer, Scaling):
        sums = f"x * {kernel} + {bias}"
    else:
        if len(made.inputs[number]) == 3:
            lines.append(f"x = tf.reshape(x, (-1, {made.shapes[2 * number][0]}))")
        if number and recipe.dropout:
            lines.append(f"x = left(x, {number}, step)")
        sums = f"x @ {kernel} + {bias}"
    if number < len(made.hidden):
        is_normed = recipe.batch_norm and isinstance(layer, Dense | Convolution)
        sums = f"normalised({sums}, {bias}, factors[{number}])" if is_normed else sums
        sums = FUNCTIONS[layer.activation.kind].format(sums=sums, slope=layer.activation.slope)
    return [*lines, f"x = {sums}"]
