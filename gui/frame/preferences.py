"""What the window remembers from one start to the next, in one file of the user's settings folder."""

import base64
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from core.errors import UserError
from core.files import folders

FILE = "window.ini"
LANGUAGE, THEME = "language", "theme"  # the names of what is read before there is a window


class Preferences:
    """Named texts, each with a way to read it from the window and one to restore it there.

    A text that the window can no longer use (another version wrote it, a hand edited it) is passed over.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder to store them in; the user's, where none is given."""
        self._store = QSettings(str((folder or folders.of("settings")) / FILE), QSettings.Format.IniFormat)
        self._remembered: dict[str, Callable[[], str]] = {}

    def remember(self, name: str, read: Callable[[], str], restore: Callable[[str], object]) -> None:
        """Give `restore` what was remembered under a name; from now on remember what `read` returns."""
        self._remembered[name] = read
        if text := self.text(name):
            with suppress(UserError, ValueError):
                restore(text)

    def text(self, name: str) -> str:
        """Return what was remembered under a name, before there is anything to give it to; "" for nothing."""
        # as a text, by Qt: PySide has no Python type for some of what a file may claim to hold
        text = self._store.value(name, "", str)
        return text if isinstance(text, str) else ""

    def save(self) -> None:
        """Remember what is now; a disk that does not take it is none of the user's trouble at the end."""
        for name, read in self._remembered.items():
            self._store.setValue(name, read())
        self._store.sync()

    def reset(self) -> None:
        """Forget everything."""
        self._store.clear()
        self._store.sync()


def as_text(data: QByteArray) -> str:
    """Return bytes as plain text, with a checksum."""
    plain = data.data()
    return f"{zlib.crc32(plain):08x}:{base64.b64encode(plain).decode('ascii')}"


def as_bytes(text: str) -> QByteArray:
    """Return the bytes of such a text; raises ValueError unless it is as it was written.

    Qt trusts what it once saved: restoring a damaged state has ended the process, and would at each start.
    """
    checksum, _, encoded = text.partition(":")
    plain = base64.b64decode(encoded, validate=True)
    if checksum != f"{zlib.crc32(plain):08x}":
        raise ValueError("damaged")
    return QByteArray(plain)
