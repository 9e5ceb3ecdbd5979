"""Where faults of our own are written down, so that a user can send them."""

import traceback
from datetime import datetime
from pathlib import Path

from core.files import folders

FILE = "digitscope.log"


def write(error: BaseException, folder: Path | None = None) -> Path:
    """Append an error with its traceback to the log and return the log's path; raises OSError where that cannot be.

    folder : where the log lies; None = the user's log folder
    """
    path = (folder or folders.log_folder()) / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{when}\n{''.join(traceback.format_exception(error))}\n")
    return path
