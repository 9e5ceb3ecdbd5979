"""Which run is the current one, and what of the thread's reports is of it: late ones of older runs are dropped."""

from dataclasses import dataclass, field

from core.training.reports import Progress
from core.training.trainer import Trainer
from gui.jobs.run_state import RunState


@dataclass(slots=True)
class DiscardedRun:
    """A run that can be brought back, and what it was doing."""

    trainer: Trainer
    state: RunState
    late: list[Progress] = field(default_factory=list)  # what it still reported: its last block of steps


class CurrentRun:
    """Owns the number of the run, and what brings one back."""

    number = _newest = 0
    trainer: Trainer | None = None  # the thread's while it runs; None until its images are ready
    discarded: DiscardedRun | None = None

    def renew(self) -> None:
        """Number the next run; nothing is heard of those before, and none of them can be brought back."""
        self._newest += 1
        self.number, self.trainer, self.discarded = self._newest, None, None

    def discard(self, state: RunState) -> None:
        """Number the next run, and let this one, which did that, be brought back if it has begun."""
        discarded = None if self.trainer is None else DiscardedRun(self.trainer, state)
        self.renew()
        self.discarded = discarded

    def restore(self, run: DiscardedRun) -> None:
        """Go on with a discarded run; what it reported meanwhile is for the caller to pass on."""
        self.renew()
        self.number, self.trainer = run.trainer.run, run.trainer

    def takes(self, run: int, news: object) -> bool:
        """Return whether news of a run, by its number, are of the current one; late ones of a discarded run stay."""
        if self.discarded is not None and run == self.discarded.trainer.run and isinstance(news, Progress):
            self.discarded.late.append(news)
        return run == self.number
