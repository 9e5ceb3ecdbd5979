"""The Why tab's sentences: how far one digit is ahead of another."""

import numpy as np
from numpy.typing import NDArray

from core.words import say

MILLION = 1e6  # times that are reported no more precisely


def explained(values: NDArray[np.floating], digit: int, other: int | None, names: tuple[str, ...]) -> str:
    """Return in words what logits, (10,), say of a digit, or of it and not the other one."""
    name, best = names[digit], int(np.argmax(values))
    if other is not None:
        ahead, behind = (digit, other) if values[digit] >= values[other] else (other, digit)
        times = float(np.exp(min(abs(float(values[digit] - values[other])), 20.0)))
        return compared(names[ahead], times, names[behind])
    if digit == best:
        return say("{name} has the largest logit, so it reads {name}.", name=name)
    return say(
        "{name} is {values:.2f} behind {names}, which it reads.",
        name=name,
        values=float(values[best] - values[digit]),
        names=names[best],
    )


def compared(ahead: str, times: float, behind: str) -> str:
    """Return how many times as probable one digit is as another."""
    return say("{names} is {times} as probable as {names_2}.", names=ahead, times=_times(times), names_2=behind)


def _times(times: float) -> str:
    if times >= MILLION:
        return say("more than a million times")
    return say("{times:,.0f} times", times=times) if times >= 10 else say("{times:.1f} times", times=times)
