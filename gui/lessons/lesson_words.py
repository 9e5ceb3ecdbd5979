"""What came of each lesson, in sentences with the learner's own numbers; each is true for any drawing and recipe."""

import math

import numpy as np
from numpy.typing import NDArray

from core.model import metrics
from core.model.scoring import Evaluated
from core.model.softmax import logits
from core.training.reports import RunResult
from core.words import figure, say
from gui.look.figures import percent
from gui.state.reading import Reading

NEARLY = 0.05  # between the shares of the best and the worst read digit, where all are read nearly as well


def seen(image: NDArray[np.floating]) -> str:
    """Say what an image (28, 28) is to the network."""
    ink = int((image > 0).sum())
    return say("Your digit is {all} numbers now; {ink} of them are not 0.", all=image.size, ink=ink)


def divided(reading: Reading) -> str:
    """Say what the strokes of a number were divided into; "" for a single digit."""
    strokes = sum(len(part.strokes) for part in reading.parts)
    if len(reading.parts) < 2 or not strokes:
        return ""
    count, text = len(reading.parts), reading.text.replace("\n", " ")
    return say("Your {strokes} strokes are {count} digits to it: {text}.", strokes=strokes, count=count, text=text)


def costing(probabilities: NDArray[np.floating], names: tuple[str, ...]) -> str:
    """Say what the likeliest of probabilities (10,) would cost as the right one."""
    digit = int(probabilities.argmax())
    cost = math.log(1 / max(float(probabilities[digit]), 1e-7))  # minus the logarithm of 1 would be said as -0
    values = {"digit": names[digit], "share": percent(float(probabilities[digit])), "cost": figure(cost, ".2f")}
    return say("The {digit} got {share}: had you meant it, the cost would be {cost} nats.", **values)


def largest(reading: Reading) -> str:
    """Say which of the ten sums is the largest."""
    if reading.image is None:
        return ""
    sums = logits(reading.weights, reading.image.reshape(1, -1))[0]
    best = int(sums.argmax())
    value = figure(float(sums[best]), ".1f")
    return say(
        "Of your ten sums that of the {digit} is the largest: {value}.", digit=reading.class_names[best], value=value
    )


def stepped(cost: float, share: float, batch: int, images: int) -> str:
    """Say what the first step from zeros cost, nats, and what share, 0..1, is read after it."""
    return say(
        "Its {batch:,} images cost {cost} nats, as guessing does. After it, {share} of {images:,} validation images "
        "are read right.",
        batch=batch,
        cost=figure(cost, ".2f"),
        share=percent(share),
        images=images,
    )


def recalled(evaluated: Evaluated) -> tuple[str, int]:
    """Say which label is read best and which worst; and which choice that makes right."""
    recall = metrics.recall(evaluated.scores.confusion)
    best, worst = int(np.nanargmax(recall)), int(np.nanargmin(recall))
    sentence = say(
        "Of the images labelled {best} it reads {most}, of those labelled {worst} {least}; {all} of all {images}.",
        best=evaluated.class_names[best],
        most=percent(float(recall[best])),
        worst=evaluated.class_names[worst],
        least=percent(float(recall[worst])),
        all=percent(evaluated.scores.accuracy),
        images=evaluated.title,
    )
    return sentence, 0 if recall[best] - recall[worst] <= NEARLY else 1


def misled(evaluated: Evaluated, index: int) -> str:
    """Say by how much the wrong logit is the larger; "" for an image that is read right."""
    label, verdict = int(evaluated.scores.labels[index]), int(evaluated.scores.verdicts[index])
    if label == verdict:
        return ""
    sums = logits(evaluated.weights, evaluated.images.images[index : index + 1])[0]
    label_name, verdict_name = evaluated.names(index)
    return say(
        "Labelled {label}, read as {verdict}, {sure} sure: the sum for {verdict} is {more} larger than that for "
        "{label}.",
        label=label_name,
        verdict=verdict_name,
        sure=percent(float(evaluated.scores.sureness[index])),
        more=figure(float(sums[verdict] - sums[label]), ".2f"),
    )


def went_on(before: RunResult, after: RunResult) -> str:
    """Say what further steps brought."""
    return say(
        "After {first:,} steps it read {before} of the test images, after {last:,} it reads {after}.",
        first=before.steps,
        before=percent(before.test_accuracy),
        last=after.steps,
        after=percent(after.test_accuracy),
    )


def improved(zeros: float, random: float | None) -> str:
    """Say what share of the test images, 0..1, is read from zeros, and from random weights where that is known."""
    if random is None:
        return say("From zeros it reads {share} of the test images.", share=percent(zeros))
    values = {"zeros": percent(zeros), "random": percent(random)}
    return say("From zeros it reads {zeros} of the test images, from random weights it read {random}.", **values)


def taught(count: int) -> str:
    """Say how many digits of the learner's own are stored."""
    if count == 1:
        return say("Stored: your first digit. “Ask me” in My digits asks for 30; it learns from them in seconds.")
    return say(
        "Stored: {count} of your digits. “Ask me” in My digits asks for 30; it learns from them in seconds.",
        count=count,
    )
