"""A recipe as a short script of today's TensorFlow, to be read, copied and run."""

from pathlib import Path
from string import Template

from core.digits.stages import DESKEW, RAW, SPREAD
from core.files import assets
from core.model.architecture import Architecture
from core.model.fixed_layers import Pooling
from core.model.layers import Convolution, Dense
from core.recipes.recipe import Recipe

TEMPLATE, TEMPLATE_OF_LAYERS = "code_example.txt", "code_example_layers.txt"

PARTS = {  # of the script, by name
    name: code.removesuffix("\n")
    for name, _, code in (part.partition("\n") for part in assets.text("code_example_parts.txt").split("#### ")[1:])
}
WORDS = {DESKEW: "sheared upright", SPREAD: "ink spread evenly"}
OF_EXTRA_DIGITS = ("deskew", "spread", "pen_digits", "warp", "practice_digits")  # settings that decide on them


def _part(name: str, **values: object) -> str:
    return PARTS[name].format(**values) if values else PARTS[name]


def script(recipe: Recipe, files: tuple[Path, Path] | None = None) -> str:
    """Return a script that trains as the recipe does on MNIST, from files or Keras' copy, and prints its costs.

    It does not stop early; where images go through further stages or digits are added, it takes that from this package.
    """
    is_single = recipe.architecture.is_single and recipe.optimizer == "gradient descent" and not recipe.warp_images
    given = {"images": str(files[0]), "labels": str(files[1])} if files else {}
    # XLA draws other random numbers, and compiles the app's steps of networks without convolutions
    is_compiled = recipe.dropout and not recipe.architecture.has_convolutions
    warped = min(recipe.warped_steps, recipe.steps)
    return Template(assets.text(TEMPLATE if is_single else TEMPLATE_OF_LAYERS)).substitute(
        title=recipe.title.replace('"', "'"),
        imports=_imports(recipe, files is not None),
        images=_part("images of files" if files else "images of Keras", **given),
        steps=recipe.steps,
        batch=recipe.batch,
        learning_rate=recipe.learning_rate,
        seed=recipe.seed,
        preparation=_preparation(recipe),
        batches=_part("batches shuffled" if recipe.shuffle else "batches in order"),
        rate=_part(f"rate {recipe.decay}"),
        initial_weights=_part(f"weights {recipe.initial_weights}") if is_single else _weights(recipe),
        # of several layers alone
        optimizer=_part(f"optimizer {recipe.optimizer}"),
        network=_network(recipe),
        learned="weights + factors" if recipe.batch_norm else "weights",
        pixels="images" if recipe.warp_images else "images / 255, tf.float32",
        compiled="(jit_compile=True)" if is_compiled else "",
        warps="\n" + _part("warps", warped=warped) if recipe.warp_images else "",
    )


def _imports(recipe: Recipe, unpacks: bool) -> str:
    standard = ["import functools"] * recipe.shuffle + ["import gzip"] * unpacks
    others = ["import numpy as np", "import tensorflow as tf"]
    own = ["from core.recipes import added_digits", "from core.recipes.recipe import Recipe"] * recipe.adds_digits
    own += ["from core.digits.stages import apply_to_bytes"] * (recipe.stages != RAW)
    own += ["from core.training import image_warps"] * recipe.warp_images
    own[:1] = [f"{line}  # comes with Digitscope" for line in own[:1]]
    return "\n\n".join("\n".join(lines) for lines in (standard, others, own) if lines)


def _preparation(recipe: Recipe) -> str:
    lines = []
    if recipe.stages != RAW:
        words = ", ".join(WORDS[name] for name in recipe.stages if name in WORDS)
        lines.append(_part("stages", stages=str(recipe.stages).replace("'", '"'), words=words))
    if recipe.adds_digits:
        settings = "".join(f", {name}=True" for name in OF_EXTRA_DIGITS if getattr(recipe, name))
        lines.append(_part("added digits", recipe=f'Recipe("", ""{settings})'))
    return "".join(f"\n{line}" for line in lines)


def _weights(recipe: Recipe) -> str:
    kernels, biases = recipe.architecture.shapes[::2], [units for (units,) in recipe.architecture.shapes[1::2]]
    scaling = "start{}" if recipe.initial_weights == "zeros" else "tf.Variable(tf.ones({}))"
    starts = [(scaling if len(kernel) == 1 and any(kernel) else "start{}").format(kernel) for kernel in kernels]
    arrays = "\n".join(
        f"    {start}, tf.Variable(tf.zeros({units}))," for start, units in zip(starts, biases, strict=True)
    )
    lines = [_part("weights of layers", start=_part(f"start {recipe.initial_weights}"), arrays=arrays)]
    lines += [_part("weights he of the last")] * (recipe.initial_weights == "he")
    lines += [_part("factors", units=biases[:-1])] * recipe.batch_norm
    return "\n".join(lines)


def _network(recipe: Recipe) -> str:
    made = recipe.architecture
    before = [_part("normalised")] * recipe.batch_norm
    before += [_part("left", dropout=recipe.dropout)] if recipe.dropout else []
    lines = ["def network(x, step):", *["x = tf.reshape(x, (-1, 28, 28, 1))"] * made.has_convolutions]
    for number in range(len(made.layers)):
        lines += _layer(recipe, made, number)
    return "\n\n".join([*before, "\n    ".join([*lines, "return x"])])


def _layer(recipe: Recipe, made: Architecture, number: int) -> list[str]:
    layer, kernel, bias = made.layers[number], f"weights[{2 * number}]", f"weights[{2 * number + 1}]"
    lines, kind, paper = [], type(layer).__name__, ""
    if isinstance(layer, Convolution):
        pads = [layer.padding] * 2
        paper = '"SAME"' if layer.padding is None else str([[0, 0], pads, pads, [0, 0]])
    elif isinstance(layer, Pooling):
        kind, paper = layer.kind, '"SAME"' if layer.padding is None else '"VALID"'
    elif isinstance(layer, Dense):
        if len(made.inputs[number]) == 3:
            lines.append(f"x = tf.reshape(x, (-1, {made.shapes[2 * number][0]}))")
        if number and recipe.dropout:
            lines.append(f"x = left(x, {number}, step)")
    sums = _part(f"layer {kind}", layer=layer, kernel=kernel, bias=bias, paper=paper)
    if number < len(made.hidden):
        is_normed = recipe.batch_norm and not isinstance(layer, Pooling)
        sums = f"normalised({sums}, {bias}, factors[{number}])" if is_normed else sums
        sums = _part(f"function {layer.activation.kind}", sums=sums, slope=layer.activation.slope)
    return [*lines, f"x = {sums}"]
