"""How long work reports its progress and learns that it is cancelled."""

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import UserError
from core.words import say

Report = Callable[[str, int, int], None]  # what is being done, how much is done, how much there is
IsCancelled = Callable[[], bool]  # threading.Event.is_set fits


MEGA = 1_000_000  # from so many on, it is bytes that are counted: no set of digits here has as many


class CancelledError(UserError):
    """The user cancelled the work; nothing half done is left behind."""


def described(what: str, done: int, total: int) -> str:
    """Return in words what a report says: how much is done of how many bytes, or of how many digits."""
    if total >= MEGA:
        return say("{what}: {done:.1f} of {total:.1f} MB", what=what, done=done / MEGA, total=total / MEGA)
    return say("{what}: {done:,} of {total:,}", what=what, done=done, total=total)


def no_report(what: str, done: int, total: int) -> None:
    """Report nothing."""


def never() -> bool:
    """Return that nobody cancels."""
    return False


@dataclass(frozen=True, slots=True)
class Work:
    """What long work reports to, and what it asks whether it is to end."""

    report: Report = no_report
    is_cancelled: IsCancelled = never


UNWATCHED = Work()


def go_on(is_cancelled: IsCancelled, what: str) -> None:
    """Raise CancelledError, naming `what`, once it is."""
    if is_cancelled():
        raise CancelledError("{what} was cancelled.", what=what)
