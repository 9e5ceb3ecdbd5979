"""The Help menu: the log, the keys, and what the app is made of."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from core.files import folders
from gui.frame.actions import Actions
from gui.frame.help_pages import HelpPage
from gui.frame.status_line import StatusLine
from gui.window.help_controller import HelpController


class Bench:
    """The Help menu of a bare window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.status = QMainWindow(), StatusLine(QAction("Cancel"))
        self.window.setCentralWidget(self.status)
        self.actions = Actions(self.window)
        qtbot.addWidget(self.window)
        self.help = HelpController(self.status, self.actions, self.window)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def test_the_folder_of_the_log_is_made_and_opened_or_told_of(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    folder = folders.of("log")
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file is in the way")
    bench.actions["show_log"].trigger()
    assert bench.status.note().startswith("No log is written")
    assert opened == []
    folder.unlink()
    bench.actions["show_log"].trigger()
    assert [Path(path) for path in opened] == [folder]
    assert folder.is_dir()


def test_a_page_lists_each_key_and_about_versions(qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.actions["shortcuts"].trigger()
    (page,) = bench.window.findChildren(HelpPage)
    assert page.isVisible()
    page.close()
    qtbot.waitUntil(lambda: not bench.window.findChildren(HelpPage))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda _window, _title, text: told.append(text))
    bench.actions["about"].trigger()
    assert "tensorflow" in told[0]
