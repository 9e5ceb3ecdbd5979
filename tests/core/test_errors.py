"""What the system refuses is told with its reason."""

import errno
import os

from core.errors import UserError, unreadable, unwritable

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_fault_names_the_thing_and_the_systems_reason() -> None:
    assert isinstance(unreadable("f", FULL), UserError)
    assert str(unreadable("f", FULL)) == "f cannot be read: No space left on device."
    assert str(unwritable("f", FULL)) == "f cannot be written: No space left on device."


def test_a_fault_without_a_number_tells_its_own_words() -> None:
    assert (
        str(unwritable("f", OSError("the disk took only a part"))) == "f cannot be written: the disk took only a part."
    )
