"""The one kind of error whose text is written for the user, and how others become such."""

import struct
import tokenize
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from core.words import mark, say

# what numpy and zipfile raise, by measurement, for files of arrays that were damaged or made up
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, tokenize.TokenError, SyntaxError, ValueError, TypeError, EOFError,
    KeyError, AttributeError, OverflowError, MemoryError, NotImplementedError, RuntimeError,
)  # fmt: skip


class UserError(Exception):
    """Something in the user's hands is at fault; its text is the one sentence the user reads."""

    def __init__(self, text: str = "", /, **values: object) -> None:
        """Take a sentence as `core.words.say` does, which says it in the user's language."""
        super().__init__(say(text, **values))


def unreadable(path: object, error: OSError) -> UserError:
    """Return the fault that something cannot be read, with the system's reason, or does not exist."""
    if isinstance(error, FileNotFoundError):
        return UserError("{path} does not exist.", path=path)
    return UserError("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)


@contextmanager
def reading(path: object) -> Iterator[None]:
    """Raise `unreadable` in place of an OSError meanwhile."""
    try:
        yield
    except OSError as error:
        raise unreadable(path, error) from None


@contextmanager
def os_errors_as(text: str, **values: object) -> Iterator[None]:
    """Raise a fault in place of an OSError meanwhile; its text, marked, has a place for the system's {reason}."""
    try:
        yield
    except OSError as error:
        raise UserError(text, reason=error.strerror or error, **values) from None


def writing(path: object) -> AbstractContextManager[None]:
    """Raise the fault that something cannot be written in place of an OSError meanwhile."""
    return os_errors_as(mark("{path} cannot be written: {reason}."), path=path)


@contextmanager
def instead_of(kinds: type[Exception] | tuple[type[Exception], ...], fault: UserError) -> Iterator[None]:
    """Raise a fault in place of exceptions of other kinds meanwhile."""
    try:
        yield
    except kinds:
        raise fault from None


def missing_package(path: object, name: str, extra: str = "data") -> UserError:
    """Return the fault that a file is read by a package which is not installed, and by which extra it would be."""
    text = mark("{path} needs a package to be read: pip install “digitscope[{extra}]”, or pip install {name}.")
    return UserError(text, path=path, name=name, extra=extra)
