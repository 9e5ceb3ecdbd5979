"""How the app introduces itself to the desktop: its icon, and the name under which its windows are grouped."""

import sys

from PySide6.QtWidgets import QApplication

from gui.look.icons import icon

DESKTOP_ID = "org.digitscope.Digitscope"  # of the files in assets/desktop


def introduce(app: QApplication) -> None:
    """Give the app its name and icon; before the first window is shown."""
    app.setApplicationName("Digitscope")
    app.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(icon("digitscope"))
    if sys.platform == "win32":
        import ctypes

        # the AppUserModelID; without one the taskbar shows Python's icon
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(DESKTOP_ID)
