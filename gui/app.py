"""The entry point: the window, or a command of the terminal."""

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from core.errors import UserError
from core.files import folders
from core.machine import tensorflow_check
from gui.system import display

if TYPE_CHECKING:
    from core.recipes.recipe import Recipe
    from gui.main_window import MainWindow

LANGUAGES = ("system", "en", "de")  # as in gui.system.language, which this module reaches only with the window
TERMINAL_OPTIONS = ("--version", "--help", "-h")
USER_FAULT = 2
SWITCH_S = 0.0005  # that the window waits for the interpreter where other threads compute; Python's is 0.005


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or do what the command says; return the exit status.

    0 done; 1 our own fault; 2 the input or the machine is at fault; 130 interrupted.
    """
    argv = list(sys.argv[1:] if arguments is None else arguments)
    if argv and (argv[0] in TERMINAL_OPTIONS or not argv[0].startswith("-")):
        from core import commands

        return commands.main(argv)
    try:
        options = _parsed(argv)
        if not display.is_there():
            from core import commands

            return commands.train_without_window(argv)
        display.check_libraries()
    except UserError as error:
        sys.stderr.write(f"digitscope: {error}\n")
        return USER_FAULT
    return _show_window(options)


def create_window(arguments: Sequence[str] = ()) -> "MainWindow":
    """Build the whole window without showing it; needs a QApplication. Raises UserError for unknown arguments."""
    return build_window(_parsed(arguments))


def _show_window(options: argparse.Namespace) -> int:
    gc.disable()  # until the first painting: what is imported stays, and looking for what does not takes time
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from gui.system.faults import FaultWatch
    from gui.system.garbage import GarbageWatch
    from gui.system.termination import TerminationWatch

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the window, as people expect
    app = QApplication(sys.argv[:1])
    # X11 would leave out what the mouse did while the window was busy, and with it the corner of a fast 7
    app.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    display.introduce(app)
    _speak(options)
    garbage = GarbageWatch(app)
    watch = FaultWatch(folders.of("log"), app)
    watch.install()
    window = build_window(options, at_once=False)
    window.help.watch(watch)
    window.show()
    termination = TerminationWatch(window.close, app)
    QTimer.singleShot(0, garbage.begin)
    status = app.exec()
    watch.close()
    termination.close()
    if not window.threads_ended:
        tensorflow_check.forget()
        os._exit(status)  # a library that is being loaded cannot be interrupted, only left
    return status


def _speak(options: argparse.Namespace) -> None:
    """Speak the language that is requested, or remembered, or the system's."""
    from gui.frame.preferences import LANGUAGE, Preferences
    from gui.system import language

    remembered = "" if options.reset_settings else Preferences().text(LANGUAGE)
    language.use(options.language or remembered or language.SYSTEM)


def build_window(options: argparse.Namespace, *, at_once: bool = True) -> "MainWindow":
    """Build the window that options ask for, at once or part by part once it is shown."""
    from gui.frame.menus import theme_for
    from gui.frame.preferences import THEME, Preferences
    from gui.look import dress
    from gui.main_window import MainWindow

    sys.setswitchinterval(SWITCH_S)
    # before there are widgets: dressing them afterwards takes 0.1 s, and those not seen yet would lose their fonts
    dress.apply(theme_for("" if options.reset_settings else Preferences().text(THEME)))
    return MainWindow(options.data, options.reset_settings, options.recipe, at_once=at_once)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UserError("{message}; see: digitscope --help.", message=message)


def _recipe(name: str) -> "Recipe":
    """Return the recipe of a name or of a file; raises UserError."""
    from core.recipes import file as recipe_file

    return recipe_file.named_or_loaded(name)


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="digitscope", add_help=False)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--recipe", type=_recipe)
    parser.add_argument("--reset-settings", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
