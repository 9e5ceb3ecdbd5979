"""What Qt lacks is found without importing Qt."""

import shutil
import sys
from pathlib import Path

import pytest

from core.machine import qt_libraries
from tests.there import there


def test_the_installed_qt_is_found_and_whole() -> None:
    folder = there(qt_libraries.folder())
    assert (folder / "plugins").is_dir()
    assert qt_libraries.fault(qt_libraries.WIDGETS) == ""


def test_a_library_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / qt_libraries.WIDGETS).write_bytes(b"not a library")
    assert "libQt6Widgets" in qt_libraries.fault(qt_libraries.WIDGETS, "linux", tmp_path)
    assert qt_libraries.fault(qt_libraries.WIDGETS, "darwin", tmp_path) == ""


def test_the_display_says_which_platforms_are_tried() -> None:
    assert qt_libraries.platforms({"DISPLAY": ":0"}) == ("xcb",)
    assert qt_libraries.platforms({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ("wayland", "xcb")
    assert qt_libraries.platforms({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:fonts"}) == ("offscreen",)
    assert qt_libraries.platforms({}) == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt's libraries ship whole")
@pytest.mark.parametrize(("variable", "plugin"), [("DISPLAY", "libqxcb.so"), ("WAYLAND_DISPLAY", "libqwayland.so")])
def test_a_platform_that_cannot_be_loaded_is_a_fault_where_no_other_can(
    tmp_path: Path, variable: str, plugin: str
) -> None:
    plugins = tmp_path / qt_libraries.PLATFORMS
    plugins.mkdir(parents=True)
    (plugins / plugin).write_bytes(b"not a library")
    assert plugin in qt_libraries.window_fault({variable: ":0"}, tmp_path)
    assert qt_libraries.window_fault(dict.fromkeys(qt_libraries.VARIABLES.values(), ":0"), tmp_path) == ""
    assert qt_libraries.window_fault({}, tmp_path) == ""


@pytest.mark.parametrize(
    ("python", "version", "unfit"),
    [((3, 11), "6.12.0", "6.12.0"), ((3, 10), "7.0", "7.0"), ((3, 11), "6.11.3", ""), ((3, 12), "6.12.0", "")],
)
def test_a_qt_that_would_end_this_python_is_known(
    tmp_path: Path, python: tuple[int, int], version: str, unfit: str
) -> None:
    (tmp_path / "_config.py").write_text(f'shiboken = "1"\nversion = "{version}"\n', encoding="utf-8")
    assert qt_libraries.unfit_version(python, tmp_path / "Qt") == unfit


@pytest.mark.parametrize(
    ("program", "command"),
    [("dnf", "sudo dnf install -y mesa-libEGL"), ("nothing", "sudo apt-get install -y libegl1")],
)
def test_the_remedy_is_said_for_the_packages_of_this_system(
    monkeypatch: pytest.MonkeyPatch, program: str, command: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == program else None)
    assert command in qt_libraries.remedy()
