"""The app as a user starts it, in this process, with something that goes on in its window once that is whole."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from gui import main_window
from gui.app import main
from gui.main_window import MainWindow


def main_with(joins: Callable[[MainWindow], object], arguments: Sequence[str]) -> int:
    """Run the app with these arguments; return its exit status.

    joins : called with the window when its threads have been started; what it returns lives as long as the window
    """
    begin = MainWindow.start_threads

    def begin_and_join(window: MainWindow) -> None:
        begin(window)
        window.joined = joins(window)  # type: ignore[attr-defined]

    cast("Any", main_window.MainWindow).start_threads = begin_and_join
    return main(arguments)
