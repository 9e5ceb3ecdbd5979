"""The status line: the data set, progress, notes and speed."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from gui.frame.status_line import StatusLine
from tests import small
from tests.gui import widgets
from tests.there import there


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    """Return a status line."""
    return widgets.hidden(qtbot, StatusLine(QAction("Cancel")))


def texts(status: StatusLine) -> list[str]:
    return [label.text() for label in status.findChildren(QLabel)]


def test_the_data_set_is_named_with_its_three_sizes(status: StatusLine) -> None:
    status.show_dataset(small.dataset())
    assert "made digits   1,000 train · 100 validation · 200 test" in texts(status)


def test_cancel_is_there_only_while_something_is_fetched(status: StatusLine) -> None:
    bar, cancel = status.findChild(QProgressBar), status.findChild(QToolButton)
    assert bar is not None
    assert cancel is not None
    assert cancel.isHidden()
    status.show_progress(0.25, "downloading MNIST")
    assert (bar.value(), cancel.isHidden()) == (25, False)
    assert "downloading MNIST" in texts(status)
    status.show_progress(None)
    assert bar.isHidden()
    assert cancel.isHidden()


def test_nothing_above_it_moves_when_cancel_comes_and_goes(status: StatusLine) -> None:
    status.show_progress(None)
    height = max(status.sizeHint().height(), status.minimumHeight())
    status.show_progress(0.25, "downloading MNIST")
    assert max(status.sizeHint().height(), status.minimumHeight()) == height
    bare = there(status.layout())
    status.show_progress(None)
    assert status.minimumHeight() > bare.sizeHint().height()  # without Cancel there would be less


def test_the_speed_is_steps_over_seconds(status: StatusLine, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("gui.frame.status_line.time.perf_counter", lambda: now[0])
    status.count_steps(0)
    now[0] += 1.0
    status.count_steps(500)
    assert "500 steps/s" in texts(status)
    status.clear_speed()
    assert "500 steps/s" not in texts(status)


@pytest.mark.parametrize(
    ("note", "shown"),
    [("One.", "One."), ("the disk is full.", "The disk is full."), ("my_digits is no folder.", ""), ("", "")],
)
def test_a_note_begins_with_a_capital_unless_a_file_s_name_does(status: StatusLine, note: str, shown: str) -> None:
    status.show_note(note)
    assert status.note() == (shown or note)
