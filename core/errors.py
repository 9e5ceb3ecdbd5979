"""The one kind of error whose text is written for the user."""

from core.words import say


class UserError(Exception):
    """Something in the user's hands is at fault; its text is the one sentence the user reads."""


def unreadable(path: object, error: OSError) -> UserError:
    """Return the fault that something cannot be read, with the system's reason."""
    return UserError(say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error))


def unwritable(path: object, error: OSError) -> UserError:
    """Return the fault that something cannot be written, with the system's reason."""
    return UserError(say("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error))
