"""Faults of our own reach the person and the log; a crash is told of at the next start."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.faults import CRASH, FaultDialog, FaultWatch

FAULT = "a fault made by the test"


@pytest.fixture
def watch(qtbot: QtBot, tmp_path: Path) -> Iterator[FaultWatch]:
    """Return a watch on a folder of the test's own; Python's handlers are put back."""
    made = FaultWatch(tmp_path / "log")
    yield made
    made.close()


def raised() -> ValueError:
    try:
        raise ValueError(FAULT)
    except ValueError as error:
        return error


def test_a_fault_is_logged_with_its_traceback_and_told_in_one_sentence(qtbot: QtBot, watch: FaultWatch) -> None:
    watch.install()
    with qtbot.waitSignal(watch.faulted) as told:
        error = raised()
        sys.excepthook(type(error), error, error.__traceback__)
    assert FAULT in told.args[0]
    assert "\n" not in told.args[0]
    assert "test_faults.py" in told.args[1]
    assert FAULT in watch.log_path.read_text()


def test_the_window_shows_one_dialog_and_goes_on(qtbot: QtBot, watch: FaultWatch) -> None:
    window = create_window()
    qtbot.addWidget(window)
    window.help.watch(watch)
    for _ in range(3):
        watch.faulted.emit(FAULT, "the details")
    dialogs = window.findChildren(FaultDialog)
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    assert dialogs[0].detailedText() == "the details"
    dialogs[0].reject()
    watch.faulted.emit(FAULT, "again")
    assert any(dialog.detailedText() == "again" for dialog in window.findChildren(FaultDialog))


def test_a_crash_is_told_of_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "next").mkdir()
    (tmp_path / "next" / CRASH).write_text("Fatal Python error: Segmentation fault")
    second = FaultWatch(tmp_path / "next")
    window = create_window()
    qtbot.addWidget(window)
    window.help.watch(second)
    assert "crashed the last time" in window.status.note()
    second.close()


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    watch = FaultWatch(tmp_path / "file" / "log")
    assert watch.last_crash == ""
    watch.close()
