"""Makes a list that shows a fault short, by leaving parts out: A. Zeller's ddmin (1999), complements only."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def shrunk(items: Sequence[Item], fails: Callable[[Sequence[Item]], bool], tries: int) -> list[Item]:
    """Return a shorter list that still fails, after at most so many tries."""
    kept, parts = list(items), 2
    while len(kept) > 1 and tries > 0:
        size = max(1, -(-len(kept) // parts))
        for start in range(0, len(kept), size):
            rest = kept[:start] + kept[start + size :]
            tries -= 1
            if rest and fails(rest):
                kept, parts = rest, max(parts - 1, 2)
                break
            if tries <= 0:
                return kept
        else:
            if size == 1:
                return kept
            parts = min(2 * parts, len(kept))
    return kept
