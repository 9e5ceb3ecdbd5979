"""The numbers of one step of training, as they are written."""

import numpy as np

from core.training.one_step import FollowedStep
from core.words import figure, mark, say
from gui.look.figures import percent, signed

COLUMNS = ("", mark("bias"), mark("logit"), mark("softmax"), mark("label"))  # of the table of outputs


def output_row(step: FollowedStep, digit: int, name: str) -> tuple[str, ...]:
    """Return the row of a digit in the table of outputs, a text for each of `COLUMNS`."""
    bias, logit = float(step.weights.bias[digit]), float(step.logits[digit])
    label = "1" if digit == step.label else "0"
    return name, signed(bias), signed(logit), percent(float(step.probabilities[digit])), label


def cost_rows(step: FollowedStep) -> tuple[tuple[str, str], ...]:
    """Return what the cost is, and how it changes the weights: name and number of each, two empty for a gap."""
    share = max(float(step.probabilities[step.label]), 1e-30)
    return (
        (say("−log {share:.3g}", share=share), figure(step.cost_of_image, ".3f")),
        (say("batch mean"), figure(step.cost, ".3f")),
        ("", ""),
        (say("rate"), figure(step.rate, ".4g")),
        (say("× gradient"), figure(step.largest_gradient, ".2g")),
        (say("= change"), figure(step.rate * step.largest_gradient, ".2g")),
    )


COST_TOTALS = (1, 5)  # rows of the costs that sum up those before


def in_words(step: FollowedStep | None, names: tuple[str, ...]) -> str:
    """Say what is seen, to those who do not see it."""
    if step is None:
        return say("no step yet")
    return say(
        "image labelled {names}, largest logit {best}, cost {cost_of_image:.3f}, mean cost of the batch "
        "{cost:.3f}, learning rate {rate:.4g}",
        names=names[step.label],
        best=names[int(np.argmax(step.logits))],
        cost_of_image=step.cost_of_image,
        cost=step.cost,
        rate=step.rate,
    )
