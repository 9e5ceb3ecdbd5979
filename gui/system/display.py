"""Whether a window can be shown here, found out before Qt tries, which would abort; how the app introduces itself."""

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.machine import qt_libraries
from core.machine.qt_libraries import WAYLAND, X

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

DESKTOP_ID = "org.digitscope.Digitscope"  # of the files in assets/desktop


def is_there(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether there is a screen: on Linux an X or Wayland server that answers, or a platform without one."""
    if not platform.startswith("linux"):
        return True
    return any(_answers(name, environment) for name in qt_libraries.requested_platforms(environment) or (WAYLAND, X))


def check_libraries(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raise UserError that says what to do where Qt does not fit Python or, on Linux, would abort the process."""
    if version := qt_libraries.unfit_version():
        raise UserError(
            "PySide6 {version} would end Python {python} after a while; install one that fits: {remedy}",
            version=version,
            python=f"{sys.version_info[0]}.{sys.version_info[1]}",
            remedy=qt_libraries.FITS_OLD_PYTHON,
        )
    if not platform.startswith("linux"):
        return
    try:
        from PySide6 import QtWidgets  # noqa: F401
    except ImportError as error:
        remedy = qt_libraries.remedy()
        raise UserError("Qt cannot start ({error}); {remedy}", error=error, remedy=remedy) from None
    asked, plugins = qt_libraries.requested_platforms(environment), qt_libraries.folder() or Path()
    known = sorted(path.stem.removeprefix("libq") for path in (plugins / qt_libraries.PLATFORMS).glob("libq*.so"))
    if asked and known and not any(name in known or name.startswith(WAYLAND) for name in asked):
        values = {"asked": ";".join(asked), "known": " or ".join(known)}
        raise UserError("QT_QPA_PLATFORM names {asked}, which Qt lacks; unset it, or use {known}.", **values)
    if fault := qt_libraries.window_fault(environment):
        raise UserError("Qt cannot open windows ({fault}); {remedy}", fault=fault, remedy=qt_libraries.remedy())


def introduce(app: "QApplication") -> None:
    """Give the app its name and icon, and the name under which its windows are grouped; before the first is shown."""
    from gui.look.icons import icon

    app.setApplicationName("Digitscope")
    app.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(icon("digitscope"))
    if sys.platform == "win32":
        # the AppUserModelID; without one the taskbar shows Python's icon
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(DESKTOP_ID)


def _answers(name: str, environment: Mapping[str, str]) -> bool:
    if name.startswith(WAYLAND):
        socket = environment.get("WAYLAND_DISPLAY")
        return bool(socket) and (Path(environment.get("XDG_RUNTIME_DIR", "/")) / str(socket)).exists()
    return name != X or (bool(environment.get("DISPLAY")) and _x_answers())


def _x_answers() -> bool:
    """Return whether the X server lets us in; also true where libxcb is missing, which is reported later."""
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
