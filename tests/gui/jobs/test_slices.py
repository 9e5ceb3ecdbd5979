"""Long work in slices: it comes to its end, other work takes its place, and events go on between."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from gui.jobs.worker import SLICE_S, Slices


def slow(done: list[int], count: int) -> Iterator[None]:
    """Take half a slice for each step."""
    for number in range(count):
        time.sleep(SLICE_S / 2)
        done.append(number)
        yield


def test_short_work_is_done_at_once(qtbot: QtBot) -> None:
    parent = QObject()
    slices, work = Slices(parent), iter([None])
    slices.begin(work)
    assert not list(work)


def test_long_work_is_done_between_events(qtbot: QtBot) -> None:
    parent, done, ticks = QObject(), list[int](), list[int]()
    slices, timer = Slices(parent), QTimer(parent)
    timer.setInterval(0)
    timer.timeout.connect(lambda: ticks.append(len(done)))
    timer.start()
    slices.begin(slow(done, 30))
    assert len(done) < 30
    qtbot.waitUntil(lambda: len(done) == 30)
    assert done == list(range(30))
    assert len(set(ticks)) > 5
    timer.stop()


def test_new_work_takes_the_place_of_old(qtbot: QtBot) -> None:
    parent, old, new = QObject(), list[int](), list[int]()
    slices = Slices(parent)
    slices.begin(slow(old, 1_000))
    slices.begin(slow(new, 5))
    qtbot.waitUntil(lambda: len(new) == 5)
    assert len(old) < 10
    assert new == list(range(5))
