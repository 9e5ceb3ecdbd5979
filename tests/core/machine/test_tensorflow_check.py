"""TensorFlow is trusted where it was installed whole for this processor, and tried apart first where it was not."""

import importlib.util
import sys
from pathlib import Path

import pytest

from core import about
from core.errors import UserError
from core.files import folders
from core.machine import tensorflow_check
from core.progress import never
from tests.there import there


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a made package `tensorflow` that no installer knows."""
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
    found = there(tensorflow_check.installed())
    tensorflow_check.check_version(there(found.version))


def test_what_no_installer_knows_is_tried_in_a_process_of_its_own(made: Path) -> None:
    assert tensorflow_check.installed() == tensorflow_check.Installed(made, None)
    tensorflow_check.check()
    assert tensorflow_check.tried() == "2.20.1"
    assert "tensorflow" not in sys.modules


def test_what_ended_the_process_while_it_was_loaded_is_tried_first(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[object] = []
    known = tensorflow_check.Installed(Path("tensorflow/__init__.py"), "2.20.0")
    monkeypatch.setattr(tensorflow_check, "installed", lambda: known)
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


def test_a_bundled_app_tries_it_by_an_option_of_its_own_and_trusts_what_it_was_made_of(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = tmp_path / "digitscope"
    app.write_text(f'#!/bin/sh\n[ "$*" = {tensorflow_check.TRIAL_OPTION} ] && echo 2.20.7\n', encoding="utf-8")
    app.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(app))
    assert tensorflow_check.tried() == "2.20.7"
    assert tensorflow_check.installed() == tensorflow_check.Installed(
        made, next(v for n, v in about.versions().items() if n.startswith("tensorflow"))
    )


def test_a_mark_that_cannot_be_made_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "file"))
    with tensorflow_check.noted():
        pass
    assert (tmp_path / "file").read_text() == ""


def test_a_trial_that_nobody_waits_for_is_ended(made: Path) -> None:
    made.write_text("import time; time.sleep(600)")
    with pytest.raises(UserError, match="SIGKILL"):
        tensorflow_check.tried(lambda: True)


def test_a_trial_that_takes_too_long_is_ended_and_said_to(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.write_text("import time; time.sleep(600)")
    monkeypatch.setattr(tensorflow_check, "LONGEST_TRIAL_S", 0.0)
    with pytest.raises(UserError, match="it takes too long"):
        tensorflow_check.tried()


@pytest.mark.parametrize("version", ["1.15.5", "2.15.1", "2.9"])
def test_a_version_without_keras_3_is_too_old(version: str) -> None:
    with pytest.raises(UserError, match=f"{version} is too old"):
        tensorflow_check.check_version(version)


@pytest.mark.parametrize("version", ["2.16.0", "2.21.0", "2.100.0rc1", "3.0"])
def test_a_newer_version_will_do(version: str) -> None:
    tensorflow_check.check_version(version)


@pytest.mark.parametrize(("flags", "expected"), [("fpu avx avx2", True), ("fpu sse4_2 avx512f_no", False)])
def test_the_processor_says_whether_it_has_avx(tmp_path: Path, flags: str, expected: bool) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(f"processor: 0\nflags\t\t: {flags}\n")
    assert tensorflow_check.has_avx("x86_64", "linux", cpuinfo) is expected


def test_where_the_processor_says_nothing_nothing_is_assumed(tmp_path: Path) -> None:
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
