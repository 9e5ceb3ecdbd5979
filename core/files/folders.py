"""Where everything of the user's is stored, and what files may be called; nothing here makes a folder.

DIGITSCOPE_HOME, where set, holds it all; otherwise each kind lies where the operating system wants it.
"""

import os
from pathlib import Path

import platformdirs

from core.files import presence

APP = "digitscope"
HOME_VARIABLE = "DIGITSCOPE_HOME"


def expanded(path: str) -> Path:
    """Return a path whose `~` stands for a home folder; where nobody knows whose, it stays as it is."""
    return Path(os.path.expanduser(path))  # noqa: PTH111  pathlib's raises RuntimeError for a user without a home


def data_cache(name: str = "") -> Path:
    """Return the folder of a downloaded or drawn data set, or of all; all of it can be fetched or made anew."""
    return (_under_home("data") or platformdirs.user_cache_path(APP, appauthor=False) / "data") / name


def log_folder() -> Path:
    """Return the folder of log files."""
    return _under_home("log") or platformdirs.user_log_path(APP, appauthor=False)


def runs_folder() -> Path:
    """Return the folder of finished runs."""
    return _under_home("runs") or platformdirs.user_data_path(APP, appauthor=False) / "runs"


def hands_folder() -> Path:
    """Return the folder of people's own labelled digits."""
    return _under_home("hands") or platformdirs.user_data_path(APP, appauthor=False) / "hands"


def settings_folder() -> Path:
    """Return the folder of the window's settings."""
    return _under_home("settings") or platformdirs.user_config_path(APP, appauthor=False)


def how_to_folder() -> Path:
    """Return the folder of the how-to pages: in a checkout those of docs/, else what was installed beside the code."""
    beside = Path(__file__).parents[2]
    return next((each for each in (beside / "docs" / "how-to", beside / "how-to") if presence.is_folder(each)), beside)


def keras_folder() -> Path | None:
    """Return where Keras is to store its own settings; None: where it always does."""
    return _under_home("keras")


def _under_home(kind: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return expanded(home) / kind if home else None


def file_name(title: str) -> str:
    """Return a title as a file may be called."""
    return "".join(letter if letter.isalnum() or letter in " -_.,+" else "-" for letter in title)
