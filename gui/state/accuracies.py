"""The validation points of a run, which grow while it trains and are shared by whoever shows them."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Accuracies:
    """The validation points of one run: steps, rising, and accuracies 0..1, equally many."""

    title: str
    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
