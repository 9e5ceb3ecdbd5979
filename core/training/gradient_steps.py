"""Gradient steps as TensorFlow functions: many of them per call, compiled by XLA.

What was measured is in docs/decisions/0003-training-speed.md. Nothing is imported here: whoever has TensorFlow loaded
hands it in.
"""

import logging
import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from core.digits.dataset import CLASSES, PIXELS

log = logging.getLogger(__name__)

WHOLE = 500  # images of a batch that go through the network whole, at most
PIECE = 250  # images of a larger batch that go through the network at once: as floats, 0.8 MB, which a cache holds
PART = 2_500  # images of a very large batch that are gathered at once
ROWS_A_CALL = 5_000  # images that are gathered for the steps of one call, but for larger batches: as bytes, 4 MB
MOST_AT_ONCE = 100
MOST_COMPILED = 8  # sizes of batches whose compiled steps are kept, the last that were used
# raised with every change after which the same run's costs differ in their last bits; 1 was before XLA compiled the
# steps where it can
ARITHMETIC = "2"
PLACES = 6  # for weights on the way: the first takes those that nobody wants


def at_once(batch: int) -> int:
    """Return how many steps of batches of this size one call makes at most."""
    return max(1, min(MOST_AT_ONCE, ROWS_A_CALL // batch))


@lru_cache(maxsize=MOST_COMPILED)
def function(tf: Any, batch: int) -> Any:
    """Return the concrete function that makes up to `at_once` steps; compiled where this TensorFlow has XLA.

    It takes all images (n, 784) and labels (n,) as unsigned bytes, weights (10, 784), bias (10,), each step's rows
    (at_once, batch), learning rate (at_once,) and the place, 0 .. PLACES - 1, for the weights after it (at_once,), and
    how many of these steps to make. It returns the new weights and bias, each step's cost before it, (at_once,), nats,
    and the weights (PLACES, 10, 784) and biases (PLACES, 10) on the way.
    """
    make = _gathered if batch <= ROWS_A_CALL else _in_parts
    compiled = make(tf, batch, with_xla=True).get_concrete_function()  # half the price of a call to a tf.function
    try:
        _make_one(tf, compiled, batch)
    except tf.errors.OpError as error:
        log.info("XLA cannot compile the steps, so that they are slower: %s", error)
        return make(tf, batch, with_xla=False).get_concrete_function()
    return compiled


def _make_one(tf: Any, steps: Any, batch: int) -> None:
    """Call it for one step on nothing, which is when XLA compiles it."""
    data = tf.zeros((1, PIXELS), tf.uint8), tf.zeros(1, tf.uint8)
    numbers = tf.zeros((CLASSES, PIXELS)), tf.zeros(CLASSES)
    most = at_once(batch)
    steps(*data, *numbers, tf.zeros((most, batch), tf.int32), tf.zeros(most), tf.zeros(most, tf.int32), tf.constant(1))


def _gathered(tf: Any, batch: int, with_xla: bool) -> Any:
    """Gather the images of all steps, then make the steps: what XLA gathers itself takes it a hundred times as long."""
    is_whole = batch <= WHOLE
    pieces = math.ceil(batch / PIECE)
    piece = math.ceil(batch / pieces)
    add_pieces = _piecewise(tf, batch, piece)

    def steps(images: Any, labels: Any, matrix: Any, bias: Any, rates: Any, places: Any, count: Any) -> Any:
        def slope(index: Any, matrix: Any, bias: Any) -> Any:
            if is_whole:
                return _slope(tf, images[index], labels[index], matrix, bias, tf.reduce_mean)
            return add_pieces(images[index], labels[index], batch, matrix, bias, *_nothing(tf, matrix, bias))

        return _descend(tf, slope, matrix, bias, rates, places, count)

    compiled = tf.function(steps, autograph=False, jit_compile=with_xla)

    def gather(images: Any, labels: Any, matrix: Any, bias: Any, batches: Any, *others: Any) -> Any:
        rows = batches if is_whole else _in_pieces(tf, batches, pieces, piece)
        return compiled(tf.gather(images, rows), tf.gather(labels, rows), matrix, bias, *others)

    return tf.function(gather, autograph=False, input_signature=_signature(tf, batch))


def _in_parts(tf: Any, batch: int, with_xla: bool) -> Any:
    """Take a large batch through the network part by part, a call each: its images are not all gathered at once."""
    add_pieces = tf.function(_piecewise(tf, batch, PIECE), autograph=False, jit_compile=with_xla)

    def steps(
        images: Any, labels: Any, matrix: Any, bias: Any, batches: Any, rates: Any, places: Any, count: Any
    ) -> Any:
        def slope(index: Any, matrix: Any, bias: Any) -> Any:
            def add(first: Any, *sums: Any) -> tuple[Any, ...]:
                part = batches[index, first : first + PART]
                rows = _in_pieces(tf, part[None], PART // PIECE, PIECE)[0]
                chosen = tf.gather(images, rows), tf.gather(labels, rows)
                return first + PART, *add_pieces(*chosen, tf.size(part), matrix, bias, *sums)

            start = (tf.constant(0), *_nothing(tf, matrix, bias))
            return tf.while_loop(lambda first, *_: first < batch, add, start, parallel_iterations=1)[1:]

        return _descend(tf, slope, matrix, bias, rates, places, count)

    return tf.function(steps, autograph=False, input_signature=_signature(tf, batch))


def _in_pieces(tf: Any, rows: Any, pieces: int, piece: int) -> Any:
    """Return rows (k, n), filled up, as (k, pieces, piece)."""
    missing = pieces * piece - tf.shape(rows)[1]
    return tf.reshape(tf.pad(rows, [[0, 0], [0, missing]]), (-1, pieces, piece))


def _nothing(tf: Any, matrix: Any, bias: Any) -> tuple[Any, Any, Any]:
    """Return a cost and derivatives to add to."""
    return tf.constant(0.0), tf.zeros_like(matrix), tf.zeros_like(bias)


def _piecewise(tf: Any, batch: int, piece: int) -> Callable[..., Any]:
    """Return what adds the share of the first `count` images, (k, piece, 784), to a batch's cost and derivatives."""

    def add_pieces(images: Any, labels: Any, count: Any, matrix: Any, bias: Any, *sums: Any) -> Any:
        def add(index: Any, *sums: Any) -> tuple[Any, ...]:
            shares = tf.cast(tf.range(piece) < count - index * piece, tf.float32) / batch
            pieces = _slope(tf, images[index], labels[index], matrix, bias, lambda costs: tf.reduce_sum(shares * costs))
            return (index + 1, *(total + more for total, more in zip(sums, pieces, strict=True)))

        start = (tf.constant(0), *sums)
        return tf.while_loop(lambda index, *_: index * piece < count, add, start, parallel_iterations=1)[1:]

    return add_pieces


def _signature(tf: Any, batch: int) -> list[Any]:
    data = [tf.TensorSpec((None, PIXELS), tf.uint8, "images"), tf.TensorSpec((None,), tf.uint8, "labels")]
    numbers = [tf.TensorSpec((CLASSES, PIXELS), name="matrix"), tf.TensorSpec((CLASSES,), name="bias")]
    most = at_once(batch)
    batches, rates = tf.TensorSpec((most, batch), tf.int32, "batches"), tf.TensorSpec((most,), name="rates")
    places, count = tf.TensorSpec((most,), tf.int32, "places"), tf.TensorSpec((), tf.int32, "count")
    return [*data, *numbers, batches, rates, places, count]


def _slope(tf: Any, images: Any, labels: Any, matrix: Any, bias: Any, mean: Callable[..., Any]) -> tuple[Any, Any, Any]:
    """Return the mean of the costs of images, (k, 784) bytes, and its derivatives by matrix and bias."""
    pixels = tf.cast(images, tf.float32) * (1 / 255)
    answers = tf.one_hot(labels, CLASSES)
    with tf.GradientTape() as tape:
        tape.watch([matrix, bias])
        logits = tf.nn.bias_add(tf.matmul(pixels, matrix, transpose_b=True), bias)
        cost = mean(tf.nn.softmax_cross_entropy_with_logits(answers, logits))
    return (cost, *tape.gradient(cost, [matrix, bias]))


def _descend(
    tf: Any, slope: Callable[..., Any], matrix: Any, bias: Any, rates: Any, places: Any, count: Any
) -> tuple[Any, ...]:
    """Make `count` steps, each down its own slope(index, matrix, bias)."""

    def one(index: Any, costs: Any, matrices: Any, biases: Any, matrix: Any, bias: Any) -> tuple[Any, ...]:
        cost, by_matrix, by_bias = slope(index, matrix, bias)
        rate, place = rates[index], places[index]
        matrix, bias = matrix - rate * by_matrix, bias - rate * by_bias
        on_the_way = matrices.write(place, matrix), biases.write(place, bias)
        return index + 1, costs.write(index, cost), *on_the_way, matrix, bias

    def array(size: int, shape: Any) -> Any:
        return tf.TensorArray(tf.float32, size=size, element_shape=shape, clear_after_read=False)

    arrays = array(rates.shape[0], ()), array(PLACES, matrix.shape), array(PLACES, bias.shape)
    start = (tf.constant(0), *arrays, matrix, bias)
    _, costs, matrices, biases, matrix, bias = tf.while_loop(
        lambda index, *_: index < count, one, start, parallel_iterations=1
    )
    return matrix, bias, costs.stack(), matrices.stack(), biases.stack()
