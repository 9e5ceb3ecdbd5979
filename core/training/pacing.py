"""How many steps are due at a chosen pace, as arithmetic of a clock that the caller reads."""

import math

AS_FAST_AS_IT_CAN = math.inf
MOST_BEHIND_S = 0.25  # a pace the machine cannot hold is not made up for later
GRAIN_S = 1 / 60  # quick paces are made in handfuls of steps, as often as a screen shows them


class Pacer:
    """Counts steps against a clock: at any moment as many are due as the pace has room for."""

    def __init__(self, pace: float = AS_FAST_AS_IT_CAN) -> None:
        """Take a pace in steps/s; the clock starts with the first question."""
        self.pace = pace
        self._began: float | None = None
        self._made = 0

    def set_pace(self, pace: float) -> None:
        """Go on at another pace, in steps/s, from now."""
        if pace != self.pace:
            self.pace = pace
            self.rest()

    def rest(self) -> None:
        """Forget the clock, as after a pause: the next step is due when it is next asked."""
        self._began = None

    def made(self, steps: int) -> None:
        """Count steps that were made."""
        self._made += steps

    def due(self, now_s: float) -> tuple[float, float]:
        """Return how many steps may be made now, and, where none, how many seconds to wait until some may."""
        if math.isinf(self.pace):
            return math.inf, 0.0
        if self._began is None:
            self._began, self._made = now_s, 0
        behind = (now_s - self._began) * self.pace + 1 - self._made
        if behind > MOST_BEHIND_S * self.pace + 1:
            self._began, self._made = now_s, 0
            behind = 1.0
        handful = max(1.0, math.floor(self.pace * GRAIN_S))
        if behind >= handful - 1e-9:
            return math.floor(behind + 1e-9), 0.0
        return 0, max((handful - behind) / self.pace, 0.0)
