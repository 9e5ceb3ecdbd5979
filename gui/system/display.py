"""Whether a window can be shown here, found out before Qt is asked: Qt itself would abort the process."""

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from core.errors import UserError
from core.machine import qt_libraries
from core.machine.qt_libraries import REMEDY
from core.words import say

X = "xcb"  # Qt's name for the platform that opens windows on X


def is_there(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether there is a screen: on Linux an X or Wayland server that answers, or a platform without one."""
    if not platform.startswith("linux"):
        return True
    return any(_answers(name, environment) for name in _asked_platforms(environment) or ("wayland", X))


def check_libraries(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raise UserError, naming the packages, where a library that Qt's windows need is missing (on Linux)."""
    if not platform.startswith("linux"):
        return
    try:
        from PySide6 import QtWidgets  # noqa: F401
    except ImportError as error:
        raise UserError(say("Qt cannot start ({error}); {remedy}", error=error, remedy=REMEDY)) from None
    asked = _asked_platforms(environment)
    _check_platforms(asked)
    uses_x = X in (asked or (X,)) and not _wayland_answers(environment)
    fault = qt_libraries.fault(qt_libraries.WINDOWS, platform) if uses_x else ""
    if fault:
        raise UserError(say("Qt cannot open windows ({fault}); {remedy}", fault=fault, remedy=REMEDY))


def _asked_platforms(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the platforms that Qt was told to try, in order, without their options; none where it was told nothing."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    return tuple(name.split(":")[0] for name in asked.split(";") if name)


def _answers(name: str, environment: Mapping[str, str]) -> bool:
    if name.startswith("wayland"):
        return _wayland_answers(environment)
    return name != X or (bool(environment.get("DISPLAY")) and _x_answers())


def _check_platforms(asked: tuple[str, ...]) -> None:
    """Raise UserError where Qt has none of the platforms asked for: it would abort the process."""
    plugins = (qt_libraries.folder() or Path()) / "plugins" / "platforms"
    known = sorted(path.stem.removeprefix("libq") for path in plugins.glob("libq*.so"))
    if asked and known and not any(name in known or name.startswith("wayland") for name in asked):
        raise UserError(
            say(
                "QT_QPA_PLATFORM names {asked}, which Qt lacks; unset it, or use {known}.",
                asked=";".join(asked),
                known=" or ".join(known),
            )
        )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "/")) / str(name)).exists()


def _x_answers() -> bool:
    """Return whether the X server lets us in; also true where libxcb is missing, which is told later."""
    name = ctypes.util.find_library("xcb") or "libxcb.so.1"
    try:
        xcb = ctypes.CDLL(name)
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
