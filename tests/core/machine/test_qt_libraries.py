"""What Qt lacks is found without importing Qt."""

from pathlib import Path

from core.machine import qt_libraries


def test_the_installed_qt_is_found_and_whole() -> None:
    folder = qt_libraries.folder()
    assert folder is not None
    assert (folder / "plugins").is_dir()
    assert qt_libraries.fault(qt_libraries.WIDGETS) == ""


def test_a_library_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / qt_libraries.WIDGETS).write_bytes(b"not a library")
    assert "libQt6Widgets" in qt_libraries.fault(qt_libraries.WIDGETS, "linux", tmp_path)
    assert qt_libraries.fault(qt_libraries.WIDGETS, "darwin", tmp_path) == ""


def test_windows_are_opened_on_x_only_where_a_display_is_named() -> None:
    assert qt_libraries.uses_x({"DISPLAY": ":0"})
    assert not qt_libraries.uses_x({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"})
    assert not qt_libraries.uses_x({})
