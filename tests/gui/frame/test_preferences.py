"""What a window remembers is there in the next one; what cannot be used any more is passed over."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core import folders, recipes
from core.errors import UserError
from gui.app import create_window
from gui.frame.preferences import FILE, Preferences, as_bytes, as_text
from gui.frame.recent_folders import MOST, RecentFolders
from gui.look import dress
from gui.look import theme as look
from gui.main_window import MainWindow


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    dress.apply(qapp, look.LIGHT)


@pytest.fixture
def kept(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


def closed(window: MainWindow) -> None:
    assert window.close()


def opened(qtbot: QtBot, *arguments: str) -> MainWindow:
    window = create_window(arguments)
    qtbot.addWidget(window)
    return window


def test_a_text_is_given_back_at_the_next_start(tmp_path: Path, kept: Preferences) -> None:
    kept.keep("hand", lambda: "Zoë, with a comma", lambda _: None)
    kept.save()
    heard: list[str] = []
    later = Preferences(tmp_path)
    later.keep("hand", lambda: "", heard.append)
    later.restore()
    assert heard == ["Zoë, with a comma"]


def test_what_cannot_be_used_any_more_does_not_keep_the_rest_back(tmp_path: Path, kept: Preferences) -> None:
    def refuse(text: str) -> None:
        raise UserError(text)

    heard: list[str] = []
    kept.keep("first", lambda: "x", lambda text: [float(text)])
    kept.keep("second", lambda: "y", refuse)
    kept.keep("third", lambda: "z", heard.append)
    kept.save()
    kept.restore()
    assert heard == ["z"]


def test_nothing_is_left_after_a_reset(kept: Preferences) -> None:
    heard: list[str] = []
    kept.keep("hand", lambda: "me", heard.append)
    kept.save()
    kept.reset()
    kept.restore()
    assert heard == []


HALF = r"@Variant(\0\0\0\x3f\0\x3c)"  # a number for which Python has no type


@pytest.mark.parametrize(
    ("value", "given"), [(HALF, ["3.5762786865234375e-06"]), ("@Invalid()", []), ("a, b", []), ("@Size(3 4)", [])]
)
def test_what_is_no_text_is_passed_over_or_made_one(tmp_path: Path, value: str, given: list[str]) -> None:
    (tmp_path / FILE).write_text(f"[General]\nhand={value}\n")
    heard: list[str] = []
    kept = Preferences(tmp_path)
    kept.keep("hand", lambda: "", heard.append)
    kept.restore()
    assert heard == given


def test_bytes_go_through_text() -> None:
    data = QByteArray(bytes(range(256)))
    assert as_bytes(as_text(data)) == data


@pytest.mark.parametrize("damage", [lambda t: t[:-4], lambda t: "x" + t, lambda t: "", lambda t: t.split(":")[1]])
def test_a_state_that_was_damaged_is_not_given_to_qt_which_would_crash(damage: Callable[[str], str]) -> None:
    with pytest.raises(ValueError):
        as_bytes(damage(as_text(QByteArray(b"a state of Qt's"))))


def test_a_window_brings_back_what_the_last_one_had(qtbot: QtBot) -> None:
    first = opened(qtbot)
    first.resize(960, 640)  # fits the screen of the tests, or comes back smaller
    first.runs.set_recipe(recipes.changed(recipes.ZEROS, steps=42))
    first.runs.set_pace(math.inf)
    first.actions_by_name["guide"].trigger()
    first.actions_by_name["theme_dark"].trigger()
    first.hands.use("Ada")
    first.recent.add(Path("somewhere"))
    closed(first)
    second = opened(qtbot)
    assert (second.width(), second.height()) == (960, 640)
    assert (second.runs.recipe.steps, second.runs.recipe.based_on) == (42, "zeros")
    assert second.settings.recipe() == second.runs.recipe
    assert second.pace.pace() == second.session.pace == math.inf
    assert second.actions_by_name["guide"].isChecked()
    assert second.actions_by_name["theme_dark"].isChecked()
    assert look.current() is look.DARK
    assert second.hands.hand.name == "Ada"
    assert second.recent.folders() == (Path("somewhere"),)
    closed(second)


def test_reset_settings_starts_as_the_first_time(qtbot: QtBot) -> None:
    first = opened(qtbot)
    first.runs.set_recipe(recipes.PATIENCE)
    closed(first)
    second = opened(qtbot, "--reset-settings")
    assert second.runs.recipe == recipes.TUTORIAL
    closed(second)


@pytest.mark.parametrize("damage", [b"\x00\xff\x00" * 99, b"[General]\npace=nan\nrecipe=[]\ntheme=pink\nhand=../x\n"])
def test_a_damaged_file_opens_the_window_all_the_same(qtbot: QtBot, damage: bytes) -> None:
    folders.settings_folder().mkdir(parents=True)
    (folders.settings_folder() / FILE).write_bytes(damage)
    window = opened(qtbot)
    assert window.runs.recipe == recipes.TUTORIAL
    assert window.hands.hand.name == "me"
    assert window.theme.choice == "system"
    assert not math.isnan(window.session.pace)
    closed(window)


def test_an_open_dock_is_open_again(qtbot: QtBot) -> None:
    first = opened(qtbot)
    first.settings.setVisible(True)
    closed(first)
    second = opened(qtbot)
    assert second.settings.isVisibleTo(second)
    closed(second)


def test_recent_folders_are_few_and_each_once(qtbot: QtBot) -> None:
    menu = RecentFolders()
    qtbot.addWidget(menu)
    for number in [*range(MOST + 3), 5]:
        menu.add(Path(f"folder {number}"))
    assert menu.folders()[:2] == (Path("folder 5"), Path("folder 10"))
    assert len(menu.folders()) == len(menu.actions()) == MOST
    with qtbot.waitSignal(menu.folder_requested) as wish:
        menu.actions()[1].trigger()
    assert wish.args == [Path("folder 10")]


def test_text_that_is_no_list_of_folders_is_refused(qtbot: QtBot) -> None:
    menu = RecentFolders()
    qtbot.addWidget(menu)
    for text in ("", "{}", "[1]"):
        with pytest.raises(ValueError):
            menu.set_text(text)
    assert menu.folders() == ()


def test_remembered_colours_leave_every_title_its_font(qtbot: QtBot, qapp: QApplication) -> None:
    first = opened(qtbot)
    first.actions_by_name["theme_dark"].trigger()
    closed(first)
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    dress.apply(qapp, look.LIGHT)  # as a process begins
    second = opened(qtbot)
    second.show()
    title = second.findChild(QLabel, "drawing_title")
    assert isinstance(title, QLabel)
    assert title.font().weight() == look.title_font().weight()
    closed(second)
