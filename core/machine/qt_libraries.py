"""Whether Qt can start here, found out without importing it: its Python package and, on Linux, what it needs there."""

import ctypes
import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from core.files import assets

PACKAGES = "qt-libraries.txt"  # of assets: what each program that installs packages calls them
WIDGETS = "lib/libQt6Widgets.so.6"
PLATFORMS = "plugins/platforms"
X, WAYLAND = "xcb", "wayland"  # Qt's names of what opens windows
VARIABLES = {WAYLAND: "WAYLAND_DISPLAY", X: "DISPLAY"}
FITS_OLD_PYTHON = 'pip install "PySide6-Essentials<6.12"'


def remedy() -> str:
    """Return the command that installs what Qt needs, as this system's packages are installed, or else Debian's."""
    lines = [line for line in assets.text(PACKAGES).splitlines() if not line.startswith("#")]
    here = next((line for line in lines if shutil.which(line.split()[0])), lines[0])
    return f"install what it needs with: sudo {here.replace(':', '', 1)}"


def folder() -> Path | None:
    """Return Qt's own folder; None where Qt is not installed."""
    found = importlib.util.find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) / "Qt" if places else None


def unfit_version(python: tuple[int, ...] = sys.version_info[:2], qt: Path | None = None) -> str:
    """Return the version of PySide6 where it would end this Python, or "".

    Since 6.12 its calls return None without taking a reference, which is right where None is immortal: from Python 3.12
    on. Before, some thousand calls end the process (PYSIDE-3474).
    """
    qt = qt or folder()
    about = qt.with_name("_config.py") if qt else None
    if python >= (3, 12) or about is None or not about.is_file():
        return ""
    found = re.search(r'^version = "((\d+)\.(\d+).*)"', about.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found and (int(found[2]), int(found[3])) >= (6, 12) else ""


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


def window_fault(environment: Mapping[str, str] = os.environ, qt: Path | None = None) -> str:
    """Return why Qt could open no window on any platform that it would try; "" where it could, or would try none."""
    qt = qt or folder()
    faults = [_platform_fault(name, qt) for name in platforms(environment)] if qt else []
    return faults[0] if faults and all(faults) else ""


def platforms(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the platforms that Qt would try, by its names: those requested, or else those with a display."""
    there = (name for name, variable in VARIABLES.items() if environment.get(variable))
    return requested_platforms(environment) or tuple(there)


def requested_platforms(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the platforms that Qt was requested to try, in order, without their options."""
    requested = environment.get("QT_QPA_PLATFORM", "")
    return tuple(name.split(":")[0] for name in requested.split(";") if name)


def _platform_fault(name: str, qt: Path) -> str:
    """Return why none of the plugins of a platform can be loaded: wayland and wayland-egl may be one, or two."""
    found = sorted((qt / PLATFORMS).glob(f"libq{name.partition('-')[0]}*.so"))
    faults = [fault(path.relative_to(qt).as_posix(), qt=qt) for path in found]
    return faults[0] if faults and all(faults) else ""
