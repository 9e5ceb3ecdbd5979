"""Gradient steps as TensorFlow functions: many of them per call, compiled by XLA.

What was measured is in docs/decisions/0003-training-speed.md. Nothing is imported here: whoever has TensorFlow loaded
hands it in.
"""

import logging
import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from core.digits.dataset import CLASSES
from core.training import image_warps
from core.training.plan import LARGEST_GATHERED, Plan

log = logging.getLogger(__name__)

WHOLE = 500  # images of a batch that go through the network whole, at most
PIECE = 250  # images of a larger batch that go through the network at once: as floats, 0.8 MB, which a cache holds
PART = 2_500  # images of a very large batch that are gathered at once
MOST_COMPILED = 8  # plans whose compiled steps are stored, the last that were used
# raised with every change after which the same run's costs differ in their last bits; 1 was before XLA compiled the
# steps where it can, 2 before images were warped to coarse ones, too, 3 before pixels that are never lit were left out
ARITHMETIC = "4"


@lru_cache(maxsize=MOST_COMPILED)
def function(tf: Any, plan: Plan) -> Any:
    """Return the concrete function that makes up to `plan.at_once` steps; XLA compiles it where that is faster.

    It takes all images (n, pixels) and labels (n,) as unsigned bytes; each step's rows (at_once, batch), warps
    (at_once, batch, 10) where images are warped, learning rate (at_once,) and the place, 0 .. places - 1, for the
    weights after it (at_once,); how many of these steps to make; the run's seed and the steps made before, (2,), where
    these count; the plan's numbers. It returns each step's cost before it, (at_once,), nats; the new numbers; and,
    where there are places, those on the way, (places, ...) each.
    """
    has_convolutions = plan.architecture.has_convolutions  # which XLA takes 15 s to compile, and makes slower
    gathers_first = plan.batch <= LARGEST_GATHERED and not (plan.warps_images or has_convolutions)
    make = _gathered if gathers_first else _in_parts
    compiled = make(tf, plan, not has_convolutions).get_concrete_function()
    try:
        _make_one(tf, compiled, plan)
    except tf.errors.OpError as error:
        log.info("XLA cannot compile the steps, so that they are slower: %s", error)
        return make(tf, plan, with_xla=False).get_concrete_function()
    return compiled


def call(tf: Any, steps: Any, given: Sequence[Any]) -> Any:
    """Call what `function` returned with what it takes, numpy's arrays too, and return a list of what that returns.

    By the operation, not from Python, which takes a fifth of a millisecond more and holds the interpreter meanwhile.
    """
    return tf.raw_ops.StatefulPartitionedCall(args=given, Tout=[each.dtype for each in steps.outputs], f=steps.name)


def _make_one(tf: Any, steps: Any, plan: Plan) -> None:
    """Call it for one step on nothing, which is when XLA compiles it."""
    given = [tf.zeros([size or 1 for size in spec.shape], spec.dtype) for spec in _signature(tf, plan)]
    at = 5 + plan.warps_images
    call(tf, steps, [*given[:at], tf.constant(1), *given[at + 1 :]])


def _gathered(tf: Any, plan: Plan, with_xla: bool) -> Any:
    """Gather the images of all steps, then make the steps: what XLA gathers itself takes it a hundred times as long."""
    is_whole = plan.batch <= WHOLE
    pieces = math.ceil(plan.batch / PIECE)
    piece = math.ceil(plan.batch / pieces)
    add_pieces = _piecewise(tf, plan, piece)

    def steps(images: Any, labels: Any, rates: Any, places: Any, count: Any, *others: Any) -> Any:
        def slope(index: Any, chance: Any, tensors: Any) -> Any:
            if is_whole:
                return _slope(tf, plan, images[index], labels[index], chance, tensors)
            return add_pieces(images[index], labels[index], plan.batch, chance, tensors, _nothing(tf, plan, tensors))

        return _descend(tf, plan, slope, rates, places, count, *others)

    compiled = tf.function(steps, autograph=False, jit_compile=with_xla)

    def gather(images: Any, labels: Any, batches: Any, *others: Any) -> Any:
        rows = batches if is_whole else _in_pieces(tf, batches, pieces, piece)
        return compiled(tf.gather(images, rows), tf.gather(labels, rows), *others)

    return tf.function(gather, autograph=False, input_signature=_signature(tf, plan))


def _in_parts(tf: Any, plan: Plan, with_xla: bool) -> Any:
    """Take a batch through the network part by part, a call each: no more of its images are gathered at once."""
    most, piece = min(plan.batch, PART), min(plan.batch, PIECE)
    pieces = math.ceil(most / piece)
    add_pieces = tf.function(_piecewise(tf, plan, piece), autograph=False, jit_compile=with_xla)

    def steps(images: Any, labels: Any, batches: Any, *others: Any) -> Any:
        warps, others = (others[0], others[1:]) if plan.warps_images else (None, others)

        def slope(index: Any, chance: Any, tensors: Any) -> Any:
            def add(first: Any, *sums: Any) -> tuple[Any, ...]:
                part = batches[index, first : first + most]
                rows = _in_pieces(tf, part[None], pieces, piece)[0]
                chosen = tf.gather(images, rows)
                if warps is not None:
                    with tf.name_scope("warped"):
                        chosen = image_warps.warped(tf, chosen, warps[index, first : first + most])
                added = add_pieces(chosen, tf.gather(labels, rows), tf.size(part), chance + first, tensors, sums)
                return first + most, *added

            start = (tf.constant(0), *_nothing(tf, plan, tensors))
            return tf.while_loop(lambda first, *_: first < plan.batch, add, start, parallel_iterations=1)[1:]

        return _descend(tf, plan, slope, *others)

    return tf.function(steps, autograph=False, input_signature=_signature(tf, plan))


def _in_pieces(tf: Any, rows: Any, pieces: int, piece: int) -> Any:
    """Return rows (k, n), filled up, as (k, pieces, piece)."""
    missing = pieces * piece - tf.shape(rows)[1]
    return tf.reshape(tf.pad(rows, [[0, 0], [0, missing]]), (-1, pieces, piece))


def _nothing(tf: Any, plan: Plan, tensors: Sequence[Any]) -> tuple[Any, ...]:
    """Return a cost, derivatives and measurements to add to."""
    return tf.constant(0.0), *(tf.zeros_like(tensor) for tensor in tensors), *(tf.zeros(n) for n in 2 * plan.units)


def _piecewise(tf: Any, plan: Plan, piece: int) -> Callable[..., Any]:
    """Return what adds the share of the first `count` images, (k, piece, pixels), to a batch's cost and derivatives."""

    def add_pieces(images: Any, labels: Any, count: Any, chance: Any, tensors: Any, sums: Any) -> Any:
        def add(index: Any, *sums: Any) -> tuple[Any, ...]:
            shares = tf.cast(tf.range(piece) < count - index * piece, tf.float32) / plan.batch
            pieces = _slope(tf, plan, images[index], labels[index], chance + index * piece, tensors, shares)
            return (index + 1, *(total + more for total, more in zip(sums, pieces, strict=True)))

        start = (tf.constant(0), *sums)
        return tf.while_loop(lambda index, *_: index * piece < count, add, start, parallel_iterations=1)[1:]

    return add_pieces


def _signature(tf: Any, plan: Plan) -> list[Any]:
    data = [tf.TensorSpec((None, plan.pixels), tf.uint8, "images"), tf.TensorSpec((None,), tf.uint8, "labels")]
    most = plan.at_once
    batches, rates = tf.TensorSpec((most, plan.batch), tf.int32, "batches"), tf.TensorSpec((most,), name="rates")
    warps = [tf.TensorSpec((most, plan.batch, image_warps.NUMBERS), name="warps")] if plan.warps_images else []
    places, count = tf.TensorSpec((most,), tf.int32, "places"), tf.TensorSpec((), tf.int32, "count")
    chance = [tf.TensorSpec((2,), tf.int32, "chance")] if plan.counts_steps else []
    names = ["matrix", "bias"] if len(plan.shapes) == 2 else [None] * len(plan.shapes)
    numbers = [tf.TensorSpec(shape, name=name) for shape, name in zip(plan.shapes, names, strict=True)]
    return [*data, batches, *warps, rates, places, count, *chance, *numbers]


def _slope(
    tf: Any, plan: Plan, images: Any, labels: Any, chance: Any, tensors: Sequence[Any], shares: Any = None
) -> tuple[Any, ...]:
    """Return the cost of images, (k, pixels) of 0 .. 255, with shares (k,) in it or alike, derivatives, moments."""
    pixels = tf.cast(images, tf.float32) * (1 / 255)
    answers = tf.one_hot(labels, CLASSES, axis=0)
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        logits, moments = plan.logits(tf, tensors, pixels, chance)
        columns = tf.transpose(logits)  # (classes, k): softmax over rows of ten takes longer than the sums of all
        differences = columns - tf.stop_gradient(tf.reduce_max(columns, axis=0))
        sums = tf.reduce_sum(tf.exp(differences), axis=0)
        costs = tf.math.log(sums) - tf.reduce_sum(answers * differences, axis=0)
        cost = tf.reduce_mean(costs) if shares is None else tf.reduce_sum(shares * costs)
    measured = moments if shares is None else [tf.reduce_sum(shares) * moment for moment in moments]
    return (cost, *tape.gradient(cost, tensors, unconnected_gradients="zero"), *measured)


def _descend(tf: Any, plan: Plan, slope: Callable[..., Any], rates: Any, places: Any, count: Any, *others: Any) -> Any:
    """Make `count` steps, each down its own slope(index, chance, tensors)."""
    chance, numbers = (others[0], others[1:]) if plan.counts_steps else (tf.zeros(2, tf.int32), others)

    def one(index: Any, costs: Any, stored: Any, *numbers: Any) -> tuple[Any, ...]:
        now = chance + tf.stack([0, index])
        cost, *found = slope(index, now, list(numbers[: plan.learned]))
        made = plan.updated(tf, rates[index], now[1], numbers, found)
        stored = [array.write(places[index], number) for array, number in zip(stored, made, strict=False)]
        return index + 1, costs.write(index, cost), stored, *made

    def array(size: int, shape: Any) -> Any:
        return tf.TensorArray(tf.float32, size=size, element_shape=shape, clear_after_read=False)

    stored = [array(plan.places, number.shape) for number in numbers[: plan.learned]] if plan.places else []
    start = (tf.constant(0), array(rates.shape[0], ()), stored, *numbers)
    _, costs, stored, *numbers = tf.while_loop(lambda index, *_: index < count, one, start, parallel_iterations=1)
    return costs.stack(), *numbers, *(array.stack() for array in stored)
