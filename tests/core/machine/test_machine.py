"""The machine: TensorFlow tried apart where it is not trusted, Qt's missing libraries, and where faults are logged."""

import importlib.util
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from core import about
from core.errors import UserError
from core.files import folders
from core.machine import fault_log, qt_libraries, tensorflow_check
from core.progress import never
from tests.there import there


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "made" / "tensorflow" / "__init__.py"
    path.parent.mkdir(parents=True)
    path.write_text("__version__ = '2.20.1'\nprint('chatter')")
    monkeypatch.syspath_prepend(str(tmp_path / "made"))
    for name in [name for name in sys.modules if name.split(".")[0] == "tensorflow"]:
        monkeypatch.delitem(sys.modules, name)
    return path


def test_what_an_installer_brought_whole_is_known_by_its_version() -> None:
    if "tensorflow" in sys.modules and not hasattr(sys.modules["tensorflow"], "__version__"):
        pytest.fail("another test left a made tensorflow behind")
    tensorflow_check.check_version(there(tensorflow_check.installed()))


def test_what_no_installer_knows_is_tried_in_a_process_of_its_own(made: Path) -> None:
    assert tensorflow_check.installed() == ""
    tensorflow_check.check()
    assert tensorflow_check.tried() == "2.20.1"
    assert "tensorflow" not in sys.modules


def test_what_ended_the_process_while_it_was_loaded_is_tried_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []
    monkeypatch.setattr(tensorflow_check, "installed", lambda: "2.20.0")
    monkeypatch.setattr(tensorflow_check, "has_avx", lambda: True)

    def tried(is_cancelled: object) -> str:
        tries.append(is_cancelled)
        return "2.20.0"

    monkeypatch.setattr(tensorflow_check, "tried", tried)
    with tensorflow_check.noted():
        tensorflow_check.check()
    assert tries == [never]
    tensorflow_check.check()
    assert tries == [never]
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "file"))
    with tensorflow_check.noted():
        tensorflow_check.check()  # where no mark can be made
    assert tries == [never]


def test_a_bundled_app_tries_it_by_an_option(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = tmp_path / "digitscope"
    app.write_text(f'#!/bin/sh\n[ "$*" = {tensorflow_check.TRIAL_OPTION} ] && echo 2.20.7\n', encoding="utf-8")
    app.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(app))
    assert tensorflow_check.tried() == "2.20.7"
    version = next(version for name, version in about.versions().items() if name.startswith("tensorflow"))
    assert tensorflow_check.installed() == version
    app.write_text('#!/bin/sh\nsleep 600 & echo $! > "${0%/*}/left"; echo 2.20.7\n', encoding="utf-8")
    try:
        assert tensorflow_check.tried() == "2.20.7"  # what a trial leaves running is not waited for
    finally:
        os.kill(int((tmp_path / "left").read_text()), signal.SIGKILL)


def test_a_trial_that_nobody_waits_for_or_takes_too_long_ends(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.write_text("import time; time.sleep(600)")
    with pytest.raises(UserError, match="SIGKILL"):
        tensorflow_check.tried(lambda: True)
    monkeypatch.setattr(tensorflow_check, "LONGEST_TRIAL_S", 0.0)
    with pytest.raises(UserError, match="it takes too long"):
        tensorflow_check.tried()


def test_a_version_without_keras_3_is_too_old_and_a_newer_one_will_do() -> None:
    for version in ("1.15.5", "2.15.1", "2.9"):
        with pytest.raises(UserError, match=f"{version} is too old"):
            tensorflow_check.check_version(version)
    for version in ("2.16.0", "2.21.0", "2.100.0rc1", "3.0"):
        tensorflow_check.check_version(version)


def test_the_processor_says_whether_it_has_avx_or_nothing(tmp_path: Path) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    for flags, expected in (("fpu avx avx2", True), ("fpu sse4_2 avx512f_no", False)):
        cpuinfo.write_text(f"processor: 0\nflags\t\t: {flags}\n")
        assert tensorflow_check.has_avx("x86_64", "linux", cpuinfo) is expected
    assert tensorflow_check.has_avx("aarch64") is None
    assert tensorflow_check.has_avx("x86_64", "darwin", tmp_path / "none") is None


def test_a_tensorflow_that_is_not_installed_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert tensorflow_check.installed() is None
    with pytest.raises(UserError, match="is not installed, so nothing can be trained; install it with: pip"):
        tensorflow_check.check()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise ImportError('libtensorflow.so: no such file')", "libtensorflow.so: no such file"),
        ("raise SystemExit(3)", "exit status 3"),
        ("import os; os.kill(os.getpid(), 9)", "SIGKILL; this processor has no AVX"),
    ],
)
def test_a_trial_that_fails_says_why(made: Path, monkeypatch: pytest.MonkeyPatch, code: str, reason: str) -> None:
    made.write_text(code)
    monkeypatch.setattr(tensorflow_check, "has_avx", lambda: False)
    with pytest.raises(UserError, match=reason):
        tensorflow_check.tried()


def test_a_library_that_cannot_be_loaded_is_told_and_the_installed_qt_is_whole(tmp_path: Path) -> None:
    assert (there(qt_libraries.folder()) / "plugins").is_dir()
    assert qt_libraries.fault(qt_libraries.WIDGETS) == ""
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
def test_platform_that_cannot_be_loaded_is_fault_where_no_other_can(tmp_path: Path, variable: str, plugin: str) -> None:
    plugins = tmp_path / qt_libraries.PLATFORMS
    plugins.mkdir(parents=True)
    (plugins / plugin).write_bytes(b"not a library")
    assert plugin in qt_libraries.window_fault({variable: ":0"}, tmp_path)
    assert qt_libraries.window_fault(dict.fromkeys(qt_libraries.VARIABLES.values(), ":0"), tmp_path) == ""
    assert qt_libraries.window_fault({}, tmp_path) == ""


def test_a_qt_that_would_end_this_python_is_known(tmp_path: Path) -> None:
    for python, version, unfit in (
        ((3, 11), "6.12.0", "6.12.0"), ((3, 10), "7.0", "7.0"), ((3, 11), "6.11.3", ""), ((3, 12), "6.12.0", "")
    ):  # fmt: skip
        (tmp_path / "_config.py").write_text(f'shiboken = "1"\nversion = "{version}"\n', encoding="utf-8")
        assert qt_libraries.unfit_version(python, tmp_path / "Qt") == unfit


def test_the_remedy_is_said_for_the_packages_of_this_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "dnf" else None)
    assert "sudo dnf install -y mesa-libEGL" in qt_libraries.remedy()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "sudo apt-get install -y libegl1" in qt_libraries.remedy()


def fault(text: str) -> Exception:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_faults_are_appended_with_their_traceback(tmp_path: Path) -> None:
    first = fault_log.write(fault("one"), tmp_path / "log")
    second = fault_log.write(fault("two"), tmp_path / "log")
    written = second.read_text()
    assert first == second == tmp_path / "log" / "digitscope.log"
    assert written.index("ValueError: one") < written.index("ValueError: two")
    assert written.count("Traceback") == 2
    assert fault_log.write(fault("odd \udcff name")).parent == folders.of("log")
