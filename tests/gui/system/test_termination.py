"""A signal to end is answered from the event loop."""

import os
import signal
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.system.termination import SIGNALS, TerminationWatch


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals as POSIX systems do")
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_to_end_calls_back_once_and_ends_nothing_by_itself(qtbot: QtBot, number: signal.Signals) -> None:
    before, parent, ended = signal.getsignal(number), QObject(), []
    watch = TerminationWatch(lambda: ended.append(number), parent)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: ended == [number])
    watch.close()
    assert signal.getsignal(number) is before
