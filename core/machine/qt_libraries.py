"""Which of Qt's libraries the system lacks, found out without importing Qt; on Linux, elsewhere they ship whole."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

APT_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 "
    "libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 "
    "libxkbcommon-x11-0"
)
REMEDY = f"on Debian and Ubuntu: apt-get install {APT_PACKAGES}"
WIDGETS = "lib/libQt6Widgets.so.6"
WINDOWS = "plugins/platforms/libqxcb.so"  # what opens windows on X


def folder() -> Path | None:
    """Return Qt's own folder; None where Qt is not installed."""
    found = importlib.util.find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) / "Qt" if places else None


def fault(library: str, system: str = sys.platform, qt: Path | None = None) -> str:
    """Return why one of Qt's libraries, a path within its folder, cannot be loaded; "" for no reason."""
    qt = qt or folder()
    if qt is None or not system.startswith("linux") or not (qt / library).exists():  # a system's own Qt lies elsewhere
        return ""
    try:
        ctypes.CDLL(str(qt / library))
    except OSError as error:
        return str(error)
    return ""


def uses_x(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether windows would be opened on an X server."""
    return bool(environment.get("DISPLAY")) and environment.get("QT_QPA_PLATFORM", "xcb").split(":")[0] == "xcb"
