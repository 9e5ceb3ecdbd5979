"""When to stop: what the validation accuracies and the costs of a run say about its length, in one sentence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.arrays import Doubles
from core.words import say

LAST = 0.2  # the share of the run, at its end, that is judged
FEWEST, SHORTEST = 5, 100  # validation points and steps that a judgement needs: the first steps jump in every run
SURE = 3.5  # standard errors that a change must exceed to be more than noise
WORTH = 0.003  # accuracy: changes below 0.3 points in the last fifth are none
UNSTEADY = 0.01  # accuracy: scatter of single points from which a run is called noisy
SPREAD = 4.5  # noises that the best of a hundred points may lie above a level that does not fall
LOST = 0.01  # accuracy: what a run must have lost since its best point to be called falling
GUESSING = 0.2  # accuracy: what a run that hardly moved and stays below it reads, it guesses
PER = (100, 1_000, 10_000, 100_000)  # steps that a rise is reported for


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a run, measured."""

    slope: float  # accuracy (0..1) per step, the median over all pairs of points (Theil 1950, Sen 1968)
    noise: float  # standard deviation of single points about their neighbours, over the later half of the run
    window: float  # steps that the judged points span
    level: float  # median accuracy, 0..1, of the judged points
    points: int

    @property
    def gain(self) -> float:
        """Accuracy won over the window, negative where lost."""
        return self.slope * self.window


def best_point(steps: ArrayLike, accuracies: ArrayLike) -> tuple[int, float] | None:
    """Return step and accuracy (0..1) of the first best of the validation points, each (n,); None for no points."""
    at, values = _known(steps, accuracies)
    if not len(values):
        return None
    best = int(values.argmax())
    return int(at[best]), float(values[best])


def ending(steps: ArrayLike, accuracies: ArrayLike) -> Ending | None:
    """Measure the last fifth of the validation points, each (n,), at least five; None where a run is too short."""
    at, values = _known(steps, accuracies)
    if len(values) < FEWEST or at[-1] < SHORTEST:
        return None
    first = min(int(np.searchsorted(at, (1 - LAST) * at[-1])), len(at) - FEWEST)
    late = values[len(values) // 2 :]
    away = late[1:-1] - (late[:-2] + late[2:]) / 2  # from the neighbours' mean: independent noise on a slow course
    noise = 1.4826 * float(np.median(np.abs(away))) / float(np.sqrt(1.5))
    at, values = at[first:], values[first:]
    left, right = np.triu_indices(len(at), 1)
    slope = float(np.median((values[right] - values[left]) / np.maximum(at[right] - at[left], 1)))
    return Ending(slope, noise, float(at[-1] - at[0]), float(np.median(values)), len(at))


def sentence_after(steps: ArrayLike, accuracies: ArrayLike, costs: ArrayLike = (), diverged: bool = False) -> str:
    """Say whether a run was long enough, by its validation points, (n,), 0..1, and its costs, (k,), nats.

    A run that was broken off has made more steps, with a cost each, than were validated: it is named by the steps.
    """
    if diverged or not np.isfinite(np.asarray(costs, np.float64)).all():
        return _diverged(costs)
    end, best = ending(steps, accuracies), best_point(steps, accuracies)
    if end is None or best is None:
        return say("The run was too short to say whether more steps would help.")
    error = end.noise * float(np.sqrt(12 / end.points))  # standard error of a line's rise over evenly spaced points
    done = max(int(np.asarray(steps)[-1]), len(np.asarray(costs)))
    has_changed = abs(end.gain) > SURE * error and abs(end.gain) >= WORTH
    if has_changed and end.gain > 0:
        return _was_rising(end, done)
    if has_changed or best[1] - end.level > max(LOST, SPREAD * end.noise):
        return say(
            "Accuracy was best at step {step:,} ({share:.1f} %) and fell after it: stop there, or take a lower "
            "learning rate.",
            step=best[0],
            share=100 * best[1],
        )
    if end.noise >= UNSTEADY:
        by = _points(100 * end.noise)
        return say("Accuracy jumps by about {by} from check to check: a lower learning rate would settle it.", by=by)
    if best[1] < GUESSING and best[1] - _known(steps, accuracies)[1][0] < 2 * LOST:
        return say(
            "{done:,} steps taught it nothing: it reads {share:.0f} % of the images right, as guessing would.",
            done=done,
            share=100 * best[1],
        )
    return _was_enough(end, done)


def sentence_during(steps: ArrayLike, accuracies: ArrayLike) -> str:
    """Say where the best point is so far, and for how many steps there was no better; empty for no points."""
    best = best_point(steps, accuracies)
    if best is None:
        return ""
    since = int(np.asarray(steps)[-1]) - best[0]
    if since:
        return say("Best at step {step:,}, no better for {since:,} steps.", step=best[0], since=since)
    return say("Best so far at step {step:,}.", step=best[0])


def _known(steps: ArrayLike, accuracies: ArrayLike) -> tuple[Doubles, Doubles]:
    at, values = np.asarray(steps, np.float64), np.asarray(accuracies, np.float64)
    known = np.isfinite(values)
    return at[known], values[known]


def _diverged(costs: ArrayLike) -> str:
    are_numbers = np.isfinite(np.asarray(costs, np.float64))
    if are_numbers.all():
        return say("The run diverged: its cost grew beyond all measure; take a lower learning rate.")
    first = int(np.argmin(are_numbers))
    return say(
        "The run diverged: from step {first:,} on the cost is no longer a number; take a lower learning rate.",
        first=first,
    )


def _was_rising(end: Ending, done: int) -> str:
    # a slope in accuracy per step, as points per so many steps that the number is at least 1 where the run allows
    per = next((per for per in PER if 100 * end.slope * per >= 0.95 or 10 * per > done), PER[-1])
    rise = say("{points} per {steps:,} steps", points=_points(100 * end.slope * per), steps=per)
    return say("{done:,} steps were not enough: accuracy was still rising {rise}.", done=done, rise=rise)


def _was_enough(end: Ending, done: int) -> str:
    is_little, points = end.gain < 0.0005, _points(max(0.0, 100 * end.gain))
    gained = say("brought next to nothing") if is_little else say("gained {points}", points=points)
    return say(
        "{done:,} steps were enough: the last {last:,.0f} {gained}, so more would help little at this rate.",
        done=done,
        last=end.window,
        gained=gained,
    )


def _points(value: float) -> str:
    text = f"{value:.0f}" if value >= 1.95 else f"{value:.1f}".removesuffix(".0")
    return say("1 point") if text == "1" else say("{points:g} points", points=float(text))
