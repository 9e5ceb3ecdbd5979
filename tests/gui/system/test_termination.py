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
    before, parent, ended = signal.signal(number, signal.SIG_DFL), QObject(), []  # whatever it was, as under nohup
    watch = TerminationWatch(lambda: ended.append(number), parent)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: ended == [number])
    watch.close()
    assert signal.signal(number, before) is signal.SIG_DFL
