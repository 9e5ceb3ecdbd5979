"""Garbage is collected in the window's thread, from its event loop, and nowhere else."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from gui.system.garbage import DUE, GarbageWatch


class Ring:
    """An object that only the collector can free; it notes the thread that it dies in."""

    died_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself, self.qt = self, QObject()

    def __del__(self) -> None:
        Ring.died_in.append(threading.get_ident())


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[GarbageWatch]:
    Ring.died_in = []
    made = GarbageWatch()
    made.begin()
    yield made
    made.deleteLater()
    gc.enable()


def litter(count: int = 3 * DUE[0]) -> list[list[object]]:
    return [[] for _ in range(count)]


def test_a_busy_thread_collects_nothing_and_the_event_loop_does(qtbot: QtBot, watch: GarbageWatch) -> None:
    Ring()
    kept: list[object] = []
    thread = threading.Thread(target=lambda: kept.extend(litter()))
    thread.start()
    thread.join()
    kept.extend(litter())
    assert Ring.died_in == []
    QTimer.singleShot(50, lambda: None)  # the loop then waits
    qtbot.waitUntil(lambda: bool(Ring.died_in))
    assert Ring.died_in == [threading.get_ident()]


def test_a_loop_with_little_new_collects_nothing(qtbot: QtBot, watch: GarbageWatch) -> None:
    gc.collect()
    Ring()
    qtbot.wait(50)
    assert Ring.died_in == []


def test_old_garbage_is_found_in_its_turn(qtbot: QtBot, watch: GarbageWatch) -> None:
    ring = Ring()
    gc.collect()
    del ring
    kept: list[object] = []
    for _ in range((DUE[1] + 1) * (DUE[2] + 1) + 1):
        kept.append(litter())
        watch.collect_if_due()
        kept.clear()
    assert Ring.died_in == [threading.get_ident()]


def test_nothing_is_collected_while_tensorflow_is_imported(watch: GarbageWatch) -> None:
    gc.collect()
    thresholds = gc.get_threshold()
    gc.set_threshold(0)  # as the import does
    try:
        Ring()
        kept = litter()
        watch.collect_if_due()
        assert Ring.died_in == []
    finally:
        gc.set_threshold(*thresholds)
    kept.extend(litter())
    watch.collect_if_due()
    assert Ring.died_in == [threading.get_ident()]
