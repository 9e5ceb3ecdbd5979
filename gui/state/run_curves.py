"""The curves of a run, which grow while it trains and are shared by whoever shows them."""

from dataclasses import dataclass, field

from core.training.history import History


@dataclass(slots=True, eq=False)
class RunCurves:
    """One run's costs, and its validation points: steps, rising, and accuracies 0..1, equally many."""

    title: str = ""
    history: History = field(default_factory=History)
    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.steps or len(self.history))
