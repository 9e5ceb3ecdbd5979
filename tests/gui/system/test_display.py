"""Whether a window can be shown, and what is said where it cannot."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.machine import qt_libraries
from gui.system import display


def test_a_display_that_does_not_answer_is_no_display() -> None:
    assert not display.is_there({}, "linux")
    assert not display.is_there({"WAYLAND_DISPLAY": "wayland-99", "XDG_RUNTIME_DIR": "/nowhere"}, "linux")
    assert display.is_there({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert display.is_there({"QT_QPA_PLATFORM": "xcb;offscreen:enable_fonts"}, "linux")
    for asked in ("xcb", "wayland", "wayland-egl;xcb"):
        assert not display.is_there({"QT_QPA_PLATFORM": asked}, "linux")
    assert display.is_there({}, "darwin")


def test_a_platform_that_qt_lacks_is_one_sentence() -> None:
    with pytest.raises(UserError, match=r"QT_QPA_PLATFORM names bogus, .* offscreen"):
        display.check_libraries({"QT_QPA_PLATFORM": "bogus"}, "linux")
    display.check_libraries({"QT_QPA_PLATFORM": "bogus;offscreen"}, "linux")


@pytest.mark.parametrize(("variable", "plugin"), [("DISPLAY", "libqxcb.so"), ("WAYLAND_DISPLAY", "libqwayland-egl.so")])
def test_a_missing_library_names_the_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, plugin: str
) -> None:
    path = tmp_path / qt_libraries.PLATFORMS / plugin
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a library")
    monkeypatch.setattr(qt_libraries, "folder", lambda: tmp_path)
    with pytest.raises(UserError, match="libxcb-cursor0"):
        display.check_libraries({variable: ":0"}, "linux")


def test_a_qt_that_would_end_this_python_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_libraries, "unfit_version", lambda: "6.12.0")
    with pytest.raises(UserError, match=r"PySide6 6.12.0 would end Python .* pip install"):
        display.check_libraries({}, "darwin")
