"""Networks of any layers, each trained the same way by each library: gradient descent, every step's cost reported.

What they are given and asked for is that of tests.bench.contenders; arrays are as core.model.layers has them.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from core.arrays import Floats
from core.digits.dataset import CLASSES, SIDE
from core.machine.tensorflow import load_tensorflow
from core.model.fixed_layers import Layer
from core.model.layers import Convolution
from core.model.softmax import single
from core.recipes.recipe import CONVOLUTION, HIDDEN, TUTORIAL, start_weights
from core.training import lit_pixels
from core.training.network import Network
from core.training.plan import Plan
from core.training.schedule import Batches
from tests.bench.contenders import BATCH, BLOCK, OURS, RATE, Arrays, Problem, Task, Train

NOTHING: Floats = np.empty(0, np.float32)  # costs of those that report none
BOUND = "the bare products"
ON_ONE_CORE = "JAX, scan over 50, on one core"


def digitscope(task: Task) -> Train:
    training, recipe = task.problem.dataset.training, replace(TUTORIAL, layers=task.made.texts)
    network = Network(training, Plan.of(recipe, BATCH, lit_pixels.count(training.images)), task.start)
    batches = Batches(len(task.problem.labels), BATCH, shuffle=False, seed=0)

    def train(steps: int) -> Floats:
        network.set_weights(task.start)
        return network.run(batches.of(0, steps), np.full(steps, RATE, np.float32))

    return train


def _logits_tf(tf: Any, task: Task, arrays: Arrays, x: Any) -> Any:
    for layer, kernel, bias, is_hidden in task.layers(arrays):
        if isinstance(layer, Convolution):
            x = tf.nn.conv2d(x, kernel, layer.step, "SAME") + bias
        else:
            x = tf.reshape(x, (BATCH, -1)) @ kernel + bias
        x = tf.nn.relu(x) if is_hidden else x
    return x


def tf_function_a_step(task: Task) -> Train:
    tf = load_tensorflow()
    images, labels = tf.constant(task.problem.images), tf.constant(task.problem.one_hot)
    variables = [tf.Variable(array) for array in task.start.arrays]

    @tf.function(autograph=False)
    def step(first: Any) -> Any:
        with tf.GradientTape() as tape:
            logits = _logits_tf(tf, task, variables, tf.reshape(images[first : first + BATCH], task.shape))
            cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels[first : first + BATCH], logits))
        for variable, gradient in zip(variables, tape.gradient(cost, variables), strict=True):
            variable.assign_sub(RATE * gradient)
        return cost

    def train(steps: int) -> Floats:
        for variable, array in zip(variables, task.start.arrays, strict=True):
            variable.assign(array)
        return np.array([step(tf.constant(first)).numpy() for first in task.problem.offsets(steps)], np.float32)

    return train


def keras_fit(task: Task, *callbacks: Any) -> Train:
    """Keras `fit`, which reports a running mean and no single cost: its costs are not compared."""
    keras = load_tensorflow().keras
    layers: list[Any] = [keras.Input(task.shape[1:])]
    for layer, _, bias, is_hidden in task.layers(task.start.arrays):
        activation = "relu" if is_hidden else None
        if isinstance(layer, Convolution):
            layers.append(keras.layers.Conv2D(layer.filters, layer.side, layer.step, "same", activation=activation))
        else:
            layers += [keras.layers.Flatten(), keras.layers.Dense(len(bias), activation)]
    model = keras.Sequential(layers)
    model.compile(optimizer=keras.optimizers.SGD(RATE), loss=keras.losses.CategoricalCrossentropy(from_logits=True))
    images = task.problem.images.reshape(-1, *task.shape[1:])

    def train(steps: int) -> Floats:
        model.set_weights(task.start.arrays)
        rows = steps * BATCH
        whole = {"batch_size": BATCH, "epochs": 1, "shuffle": False, "verbose": 0, "callbacks": list(callbacks)}
        model.fit(images[:rows], task.problem.one_hot[:rows], **whole)
        return NOTHING

    return train


def keras_fit_with_callback(task: Task) -> Train:
    """Keras `fit` with a callback after each batch, as live plots use it."""
    seen: list[float] = []
    note = load_tensorflow().keras.callbacks.LambdaCallback
    return keras_fit(task, note(on_train_batch_end=lambda _batch, logs: seen.append(logs["loss"])))


def pytorch(task: Task) -> Train:
    """PyTorch's plain loop: images (n, channels, height, width), as it likes them."""
    import torch

    torch.set_num_threads(1)  # as ours
    shape = (-1, 1, SIDE, SIDE) if task.made.has_convolutions else (-1, SIDE * SIDE)
    images = torch.from_numpy(task.problem.images).reshape(shape)
    labels = torch.from_numpy(task.problem.labels.astype(np.int64))
    functional = torch.nn.functional

    def logits_of(arrays: Arrays, x: Any) -> Any:
        for layer, kernel, bias, is_hidden in task.layers(arrays):
            if isinstance(layer, Convolution):
                missing = (-(-x.shape[2] // layer.step) - 1) * layer.step + layer.side - x.shape[2]
                low, high = missing // 2, missing - missing // 2  # as TensorFlow pads
                x = functional.conv2d(functional.pad(x, (low, high, low, high)), kernel, bias, layer.step)
            else:
                x = (x.permute(0, 2, 3, 1) if x.dim() == 4 else x).reshape(BATCH, -1) @ kernel + bias
            x = functional.relu(x) if is_hidden else x
        return x

    def train(steps: int) -> Floats:
        turned = [array.transpose(3, 2, 0, 1) if array.ndim == 4 else array for array in task.start.arrays]
        arrays = [torch.tensor(np.ascontiguousarray(array), requires_grad=True) for array in turned]
        optimizer, costs = torch.optim.SGD(arrays, lr=RATE), []
        for first in task.problem.offsets(steps).tolist():
            logits = logits_of(arrays, images[first : first + BATCH])
            cost = functional.cross_entropy(logits, labels[first : first + BATCH])
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
            costs.append(cost.item())
        return np.array(costs, np.float32)

    return train


def jax_step(task: Task) -> Train:
    import jax

    jitted = jax.jit(_jax(task))

    def train(steps: int) -> Floats:
        arrays, costs = task.start.arrays, []
        for first in task.problem.offsets(steps):
            arrays, cost = jitted(arrays, first)
            costs.append(float(cost))
        return np.array(costs, np.float32)

    return train


def jax_scan(task: Task) -> Train:
    import jax

    step = _jax(task)
    scan = jax.jit(lambda arrays, first: jax.lax.scan(step, arrays, first))

    def train(steps: int) -> Floats:
        arrays, costs, first = tuple(map(jax.numpy.asarray, task.start.arrays)), [], task.problem.offsets(steps)
        for at in range(0, steps, BLOCK):
            arrays, some = scan(arrays, first[at : at + BLOCK])
            costs.append(np.asarray(some))
        return np.concatenate(costs)

    return train


def _jax(task: Task) -> Callable[[Any, Any], tuple[Any, Any]]:
    import jax

    images, labels = jax.numpy.asarray(task.problem.images), jax.numpy.asarray(task.problem.one_hot)
    axes = ("NHWC", "HWIO", "NHWC")

    def cost_of(arrays: Any, first: Any) -> Any:
        x = jax.lax.dynamic_slice(images, (first, 0), (BATCH, images.shape[1])).reshape(task.shape)
        for layer, kernel, bias, is_hidden in task.layers(arrays):
            if isinstance(layer, Convolution):
                steps = (layer.step, layer.step)
                x = jax.lax.conv_general_dilated(x, kernel, steps, "SAME", dimension_numbers=axes) + bias
            else:
                x = x.reshape(BATCH, -1) @ kernel + bias
            x = jax.nn.relu(x) if is_hidden else x
        wanted = jax.lax.dynamic_slice(labels, (first, 0), (BATCH, labels.shape[1]))
        return -(wanted * jax.nn.log_softmax(x)).sum(axis=1).mean()

    def step(arrays: Any, first: Any) -> tuple[Any, Any]:
        cost, gradient = jax.value_and_grad(cost_of)(arrays, first)
        return tuple(array - RATE * slope for array, slope in zip(arrays, gradient, strict=True)), cost

    return step


def bare_products(task: Task) -> Train:
    """The bound: nothing but each layer's products or convolutions, forward and backward, in TensorFlow."""
    tf = load_tensorflow()
    ops, arrays = tf.raw_ops, [tf.constant(array) for array in task.start.arrays]
    passed = [tf.ones((BATCH, *shape)) for shape in task.made.inputs]

    def one(layer: Layer, x: Any, kernel: Any, y: Any, is_first: bool) -> Any:
        if isinstance(layer, Convolution):
            how = {"strides": [1, layer.step, layer.step, 1], "padding": "SAME"}
            found = [ops.Conv2D(input=x, filter=kernel, **how)]
            found.append(ops.Conv2DBackpropFilter(input=x, filter_sizes=kernel.shape, out_backprop=y, **how))
            back = {"input_sizes": x.shape, "filter": kernel, "out_backprop": y, **how}
            return found if is_first else [*found, ops.Conv2DBackpropInput(**back)]
        x = tf.reshape(x, (BATCH, -1))
        found = [x @ kernel, tf.matmul(x, y, transpose_a=True)]
        return found if is_first else [*found, tf.matmul(y, kernel, transpose_b=True)]

    @tf.function(autograph=False)
    def step(passed: Arrays, arrays: Arrays) -> Any:  # as arguments: what is constant would be worked out beforehand
        layers = enumerate(task.layers(arrays))
        return [one(layer, passed[at], kernel, passed[at + 1], at == 0) for at, (layer, kernel, _, _) in layers]

    def train(steps: int) -> Floats:
        for _ in range(steps):
            step(passed, arrays)
        return NOTHING

    return train


NETWORKS = {recipe.name: recipe for recipe in (HIDDEN, CONVOLUTION)}
CONTENDERS: dict[str, Callable[[Task], Train]] = {
    OURS: digitscope, "a tf.function a step": tf_function_a_step, "Keras fit": keras_fit,
    "Keras fit with a callback a batch": keras_fit_with_callback, "PyTorch": pytorch,
    "JAX, one jitted step": jax_step, "JAX, scan over 50": jax_scan, ON_ONE_CORE: jax_scan, BOUND: bare_products,
}  # fmt: skip


def trains(network: str, contender: str, problem: Problem) -> Train:
    """Return how a contender trains the network of a recipe, or the tutorial's, ""."""
    start = start_weights(NETWORKS[network]) if network else single(problem.matrix, np.zeros(CLASSES, np.float32))
    return CONTENDERS[contender](Task(problem, start))
