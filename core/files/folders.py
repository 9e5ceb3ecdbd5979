"""Where everything of the user's is stored, and what files may be called; nothing here makes a folder.

DIGITSCOPE_HOME, where set, holds it all; otherwise each kind lies where the operating system wants it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import platformdirs

from core.files import presence

APP = "digitscope"
HOME_VARIABLE = "DIGITSCOPE_HOME"
Kind = Literal["data", "runs", "hands", "settings", "log"]
PLACES: dict[Kind, Callable[[], Path]] = {
    "data": lambda: platformdirs.user_cache_path(APP, appauthor=False) / "data",
    "runs": lambda: platformdirs.user_data_path(APP, appauthor=False) / "runs",
    "hands": lambda: platformdirs.user_data_path(APP, appauthor=False) / "hands",
    "settings": lambda: platformdirs.user_config_path(APP, appauthor=False),
    "log": lambda: platformdirs.user_log_path(APP, appauthor=False),
}


def expanded(path: str) -> Path:
    """Return a path whose `~` stands for a home folder; where nobody knows whose, it stays as it is."""
    return Path(os.path.expanduser(path))  # noqa: PTH111  pathlib's raises RuntimeError for a user without a home


def of(kind: Kind, *names: str) -> Path:
    """Return the user's folder of a kind, or what is called so within it; data sets can all be fetched or made anew."""
    return (_under_home(kind) or PLACES[kind]()).joinpath(*names)


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
