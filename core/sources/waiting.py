"""How long work tells of its progress and learns that it is no longer wanted."""

from collections.abc import Callable

from core.errors import UserError
from core.words import say

Report = Callable[[str, int, int], None]  # what is being done, how much is done, how much there is
IsCancelled = Callable[[], bool]  # threading.Event.is_set fits


class CancelledError(UserError):
    """The user asked for the work to end; nothing half done is left behind."""


def no_report(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Return that nobody cancels."""
    return False


def go_on(is_cancelled: IsCancelled, what: str) -> None:
    """Raise CancelledError, naming `what`, once it is."""
    if is_cancelled():
        raise CancelledError(say("{what} was cancelled.", what=what))
