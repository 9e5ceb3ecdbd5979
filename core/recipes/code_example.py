"""A recipe as a short script of today's TensorFlow, to be read, copied and run."""

from pathlib import Path
from string import Template

from core.digits.stages import DESKEW, RAW, SPREAD
from core.files import assets
from core.recipes.code_of_layers import parts
from core.recipes.recipe import Recipe

TEMPLATE, TEMPLATE_OF_LAYERS = "code_example.txt", "code_example_layers.txt"

INITIAL_WEIGHTS = {
    "normal": "weights = tf.Variable(np.random.default_rng(seed).standard_normal((784, 10)), dtype=tf.float32)",
    "zeros": "weights = tf.Variable(tf.zeros((784, 10)))",
    "glorot": """limit = np.sqrt(6 / (784 + 10))  # Glorot and Bengio, 2010
weights = tf.Variable(np.random.default_rng(seed).uniform(-limit, limit, (784, 10)), dtype=tf.float32)""",
    "he": """deviation = np.sqrt(1 / 784)  # He and others, 2015; 2 / 784 where a ReLU follows
weights = tf.Variable(np.random.default_rng(seed).normal(0, deviation, (784, 10)), dtype=tf.float32)""",
}
RATES = {"none": "learning_rate", "cosine": "learning_rate * 0.5 * (1 + np.cos(np.pi * step / steps))"}
IN_ORDER = """def rows_of(step):
    first = step * batch % (len(images) - batch)
    return np.arange(first, first + batch)"""
SHUFFLED = """@functools.lru_cache(1)
def order_of(epoch):
    return np.random.default_rng((seed, epoch)).permutation(len(images))

def rows_of(step):
    epoch, place = divmod(step, len(images) // batch)
    return order_of(epoch)[place * batch : (place + 1) * batch]"""
STAGES = "images = apply_to_bytes(images, {stages})  # {words}"
WORDS = {DESKEW: "sheared upright", SPREAD: "ink spread evenly"}
EXTRA_DIGITS = """more = added_digits.find({recipe})
images, labels = np.concatenate([images, more.images]), np.concatenate([labels, more.labels])"""
OF_EXTRA_DIGITS = ("deskew", "spread", "pen_digits", "warp", "practice_digits")  # settings that decide on them


KERAS_IMAGES = "(images, labels), _ = tf.keras.datasets.mnist.load_data()"
OWN_IMAGES = """images = np.frombuffer(gzip.open({images!r}).read(), np.uint8, offset=16)
labels = np.frombuffer(gzip.open({labels!r}).read(), np.uint8, offset=8)
images = images.reshape(-1, 28, 28)"""


def script(recipe: Recipe, files: tuple[Path, Path] | None = None) -> str:
    """Return a script that trains as the recipe does on MNIST and prints its costs.

    files : of MNIST's training images and labels on this machine; None = Keras is to fetch them

    It does not stop early; where images go through further stages or digits are added, it takes that from this package.
    """
    is_single = recipe.architecture.is_single and recipe.optimizer == "gradient descent" and not recipe.warp_images
    own = {"initial_weights": INITIAL_WEIGHTS[recipe.initial_weights]} if is_single else parts(recipe)
    return Template(assets.text(TEMPLATE if is_single else TEMPLATE_OF_LAYERS)).substitute(
        title=recipe.title.replace('"', "'"),
        imports=_imports(recipe, files is not None),
        images=OWN_IMAGES.format(images=str(files[0]), labels=str(files[1])) if files else KERAS_IMAGES,
        steps=recipe.steps,
        batch=recipe.batch,
        learning_rate=recipe.learning_rate,
        seed=recipe.seed,
        preparation=_preparation(recipe),
        batches=SHUFFLED if recipe.shuffle else IN_ORDER,
        rate=RATES[recipe.decay],
        **own,
    )


def _imports(recipe: Recipe, unpacks: bool) -> str:
    standard = ["import functools"] * recipe.shuffle + ["import gzip"] * unpacks
    lines = [*standard, ""] if standard else []
    lines += ["import numpy as np", "import tensorflow as tf"]
    own = []
    if recipe.adds_digits:
        own += ["from core.recipes import added_digits", "from core.recipes.recipe import Recipe"]
    if recipe.stages != RAW:
        own.append("from core.digits.stages import apply_to_bytes")
    if recipe.warp_images:
        own.append("from core.training import image_warps")
    own[:1] = [f"{line}  # comes with Digitscope" for line in own[:1]]
    return "\n".join(lines + ([""] if own else []) + own)


def _preparation(recipe: Recipe) -> str:
    lines = []
    if recipe.stages != RAW:
        words = ", ".join(WORDS[name] for name in recipe.stages if name in WORDS)
        lines.append(STAGES.format(stages=str(recipe.stages).replace("'", '"'), words=words))
    if recipe.adds_digits:
        settings = "".join(f", {name}=True" for name in OF_EXTRA_DIGITS if getattr(recipe, name))
        lines.append(EXTRA_DIGITS.format(recipe=f'Recipe("", ""{settings})'))
    return "".join(f"\n{line}" for line in lines)
