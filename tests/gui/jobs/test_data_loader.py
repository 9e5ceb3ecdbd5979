"""The data thread: what it finds, what it says when it does not, and that it ends."""

import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.digits.dataset import Dataset
from core.errors import UserError
from core.progress import Work, go_on
from core.sources import forms, search
from gui.jobs.data_loader import DataLoader
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS


class Held:
    """Finds a data set once it may go on; counts how often it was asked to."""

    def __init__(self) -> None:
        self.begun, self.go, self.count = threading.Event(), threading.Event(), 0

    def __call__(self, *_: object, **__: object) -> Dataset:
        self.count += 1
        self.begun.set()
        self.go.wait(120)
        return small.dataset()


def without_end(begun: threading.Event, *_: object, work: Work, **__: object) -> Dataset:
    """Work until it is not wanted any more; set as soon as that has begun."""
    begun.set()
    while True:
        go_on(work.is_cancelled, "what has no end")


def test_a_read_that_stalls_frees_the_window(qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> None:
    held, heard = Held(), widgets.heard(loader.found)
    with monkeypatch.context() as patched:
        patched.setattr(search, "find", held)
        loader.fetch()
        assert held.begun.wait(120)
    with qtbot.waitSignal(loader.cancelled):
        loader.cancel()
    with qtbot.waitSignal(loader.missing):
        loader.look()
    held.go.set()
    assert loader.close(WAIT_MS)
    assert heard == []


def test_the_end_gives_up_all_work(loader: DataLoader, monkeypatch: pytest.MonkeyPatch, data_folder: Path) -> None:
    begun = threading.Event()
    monkeypatch.setattr(search, "find", partial(without_end, begun))
    loader.fetch()
    assert begun.wait(120)
    loader.open(data_folder)  # which waits for the download
    assert loader.close(WAIT_MS)


def test_drawn_digits_give_way_to_a_folder_that_can_be_opened(
    qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch, data_folder: Path, tmp_path: Path
) -> None:
    begun = threading.Event()
    monkeypatch.setattr(search, "practice_digits", partial(without_end, begun))
    loader.practise()
    assert begun.wait(120)
    with qtbot.waitSignal(loader.not_opened), qtbot.assertNotEmitted(loader.failed):
        loader.open(tmp_path / "nothing")
    with qtbot.assertNotEmitted(loader.missing, wait=100):
        loader.look()  # behind the drawing, which goes on
    with qtbot.waitSignals([loader.found, loader.opened], order="strict"):
        loader.open(data_folder)
    with qtbot.waitSignal(loader.missing):
        loader.look()  # behind the drawing, which ends


def test_practice_digits_asked_for_after_a_folder_are_what_is_found(
    qtbot: QtBot, loader: DataLoader, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held()
    monkeypatch.setattr(forms, "opened", held)
    monkeypatch.setattr(search, "practice_digits", lambda **_: small.dataset())
    loader.open(data_folder)
    assert held.begun.wait(120)
    with qtbot.waitSignal(loader.found), qtbot.assertNotEmitted(loader.opened, wait=100):
        assert loader.is_opening
        loader.practise()
        assert not loader.is_opening
        held.go.set()


def test_a_search_being_made_is_made_once(qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    monkeypatch.setattr(search, "find", held)
    monkeypatch.setattr(search, "in_cache", lambda: None)
    with qtbot.waitSignal(loader.missing):
        loader.fetch()
        loader.fetch()
        loader.look()
        held.go.set()
    assert held.count == 1


def test_a_download_is_told_now_and_then(qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_: object, work: Work, **__: object) -> Dataset:
        for done in range(0, 11_600_000, 10_000):
            work.report("downloading MNIST", done, 11_600_000)
        work.report("downloading MNIST", 11_600_000, 11_600_000)
        return small.dataset()

    monkeypatch.setattr(search, "find", find)
    heard: list[tuple[str, float]] = []
    loader.progressed.connect(lambda *told: heard.append(told))
    with qtbot.waitSignal(loader.found):
        loader.fetch()
    assert heard[0] == ("downloading MNIST: 0.0 of 11.6 MB", 0.0)
    assert heard[-1] == ("downloading MNIST: 11.6 of 11.6 MB", 1.0)
    assert len(heard) < 1_161


def test_what_was_on_its_way_is_not_heard(qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> None:
    reported, go = threading.Event(), threading.Event()

    def find(*_: object, work: Work, **__: object) -> Dataset:
        work.report("downloading MNIST", 5, 10)
        reported.set()
        go.wait(120)
        raise UserError("the mirror is gone")

    monkeypatch.setattr(search, "find", find)
    heard: list[object] = []
    for signal in (loader.progressed, loader.failed, loader.found):
        signal.connect(lambda *told: heard.append(told))
    loader.fetch()
    assert reported.wait(120)  # the report waits for the window, which does not look before it gives all up
    go.set()
    loader.cancel()
    with qtbot.waitSignal(loader.missing):
        loader.look()
    assert loader.close(WAIT_MS)
    QApplication.processEvents()
    assert heard == []


def test_practice_digits_come_in_portions(qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "practice_digits", partial(search.practice_digits, count=6_000))
    heard = widgets.heard(loader.found)
    loader.practise()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [len(dataset.training) for dataset in heard] == [4_400, 5_400]
