"""The log of faults of our own, which the window and the terminal write alike, so that a user can send it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from core.files import folders

FILE = "digitscope.log"
LARGEST = 1_000_000  # bytes, then a new one is begun
OLD_LOGS = 2

log = logging.getLogger("digitscope")


def opened(folder: Path | None = None) -> RotatingFileHandler:
    """Return what appends records to the log in a folder, the user's log folder by default; raises OSError."""
    path = (folder or folders.of("log")) / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        path, maxBytes=LARGEST, backupCount=OLD_LOGS, encoding="utf-8", errors="backslashreplace"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def write(error: BaseException, folder: Path | None = None) -> Path:
    """Append an error with its traceback to the log and return the log's path; raises OSError where that cannot be."""
    handler = opened(folder)
    try:
        traced = type(error), error, error.__traceback__
        handler.handle(log.makeRecord(log.name, logging.ERROR, "", 0, "not caught", (), traced))
    finally:
        handler.close()
    return Path(handler.baseFilename)
