"""Data sets in the real window: what is opened during a run, what is no digits, and a machine without a network."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.recipes.recipe import EVERYTHING, PENS, Recipe
from core.sources import mnist, search
from gui.app import create_window
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from gui.panels.confusion_panel import ConfusionPanel
from tests import small
from tests.core.sources import server
from tests.gui import widgets
from tests.gui.conftest import Open, finished, opened, under_way
from tests.there import there


def made(folder: Path, *names: str) -> Path:
    """Make a folder with a small data set, and the names of its classes where there are any."""
    folder.mkdir()
    small.write_idx(folder, replace(small.dataset(), test=small.labelled(50, 8)))
    if names:
        (folder / "classes.txt").write_text("\n".join(names), encoding="utf-8")
    return folder


def open_folder(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    with qtbot.waitSignal(window.loader.opened):
        window.loader.open(folder)


def test_a_set_opened_meanwhile_is_the_next(qtbot: QtBot, open_window: Open, data_folder: Path, tmp_path: Path) -> None:
    window = open_window(data_folder)
    window.next_run.set_pace(10)
    under_way(qtbot, window)
    open_folder(qtbot, window, made(tmp_path / "clothes", "coat", "bag"))
    assert "the next run learns from it" in window.status.note()
    with qtbot.waitSignal(window.evaluation.scored):
        window.tabs.setCurrentWidget(window.tabs.panel(ConfusionPanel))
    newest = there(window.evaluation.newest)
    assert newest.title == f"91 validation images of {data_folder.name}"
    assert newest.class_names[0] == "0"
    window.actions_by_name["reset"].trigger()
    with qtbot.waitSignal(window.evaluation.scored) as scored:
        pass
    assert scored.args[0].title == "50 test images"


def test_a_button_takes_a_mended_set_as_is(qtbot: QtBot, open_window: Open, data_folder: Path, tmp_path: Path) -> None:
    window = open_window(data_folder)
    assert window.status.offer.isHidden()
    small.write_idx(tmp_path, small.bright())
    open_folder(qtbot, window, tmp_path)
    assert "swapped" in window.status.note()
    assert window.status.offer.text() == "Use it as it is"
    mended = there(window.data.dataset)
    window.status.offer.click()
    assert window.status.offer.isHidden()
    assert window.status.note() == "The data set is used as it is."
    assert (there(window.data.dataset).test.images == 255 - mended.test.images).all()
    open_folder(qtbot, window, tmp_path)
    assert not window.status.offer.isHidden()
    window.data.use(small.dataset())  # which the offer is not about
    assert window.status.offer.isHidden()


def test_a_run_on_what_is_no_digits_says_so_above_the_canvas(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window(made(tmp_path / "clothes", *"abcdefghij"))
    title = widgets.child(window, QLabel, "drawing_title")
    assert title.text() == "Draw a digit"
    finished(qtbot, window)
    assert title.text() == "This run knows no digits, but: a, b, c, d, e, f, g, h, i, j"
    window.actions_by_name["reset"].trigger()
    assert title.text() == "Draw a digit"


def test_the_highest_rung_is_drawn_ahead_where_no_run_is_at_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window, drawn, stopped = opened(qtbot), list[Recipe](), list[bool]()
    monkeypatch.setattr(window.loader, "draw_ahead", drawn.extend)
    monkeypatch.setattr(window.loader, "stop_drawing_ahead", lambda: stopped.append(True))
    window.data.use(small.dataset())
    window.session.state_changed.emit(RunState.IDLE)  # as when a run is requested, and no longer
    widgets.rested(qtbot, window.data_sets)
    assert (drawn[-2:], stopped) == ([EVERYTHING, PENS], [])
    drawn.clear()
    window.session.state = RunState.RUNNING
    window.session.state_changed.emit(RunState.RUNNING)
    widgets.rested(qtbot, window.data_sets)
    assert (drawn, stopped) == ([], [True])


@pytest.fixture
def offline(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> MainWindow:
    """Return a window without a data set, whose mirrors answer 404, and that draws few practice digits."""
    with server.running({}, server.refuse(404)) as mirror:
        base = mirror.base
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setattr(search, "find", partial(search.find, source=mnist.REMOTE.at(base)))
    monkeypatch.setattr(search, "practice_digits", partial(search.practice_digits, count=1_000))
    window = create_window([])
    qtbot.addWidget(window)
    return window


def test_without_a_network_practice_digits_do(qtbot: QtBot, offline: MainWindow, tmp_path: Path) -> None:
    notes = widgets.heard(offline.loader.noted)
    with qtbot.waitSignal(offline.loader.not_opened), qtbot.waitSignal(offline.data.changed) as changed:
        offline.loader.open(tmp_path)  # cannot be opened
        offline.actions_by_name["train"].trigger()
    assert (changed.args[0].title, len(notes)) == ("practice digits", 1)
    assert "MNIST could not be downloaded" in notes[0]
    assert offline.session.state is RunState.LOADING  # TensorFlow is loaded once the window is shown
    offline.close()


def test_a_folder_asked_for_at_the_start_that_holds_nothing_promises_no_download(qtbot: QtBot, tmp_path: Path) -> None:
    window = create_window(["--data", str(tmp_path)])
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.loader.failed):
        window.loader.look()
    assert str(tmp_path) in window.status.note()
    labels = widgets.said(window.status)
    assert "open a folder" in labels
    assert "downloads" not in labels
    open_folder(qtbot, window, made(tmp_path / "good"))
    assert window.status.note() == f"Opened {tmp_path / 'good'}."
    window.close()
