"""`digitscope doctor`: one line a part, 0 where all is well; each fault is found and what to do is said."""

import re
from importlib import metadata
from pathlib import Path

import pytest

from core.about import PARTS
from core.commands import doctor
from core.files import folders
from core.machine import qt_libraries, tensorflow_check
from core.sources import mnist, search
from tests import small
from tests.core.commands.conftest import Answer, Run
from tests.test_house import project


def test_a_fault_is_told_with_what_to_do_and_the_status_is_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [doctor.Finding("Python", "3.11.7")]
    monkeypatch.setattr(doctor, "findings", lambda: iter(found))
    assert run("doctor") == Answer(0, "ok     Python                3.11.7\n", "")
    found.append(doctor.Finding("Qt", "not installed", "install it"))
    answer = run("doctor")
    assert answer.status == 2
    assert "FAULT  Qt" in answer.out
    assert "-> install it" in answer.out
    assert answer.err == "digitscope: 1 part is at fault; what to do stands above.\n"


def test_the_oldest_versions_are_those_that_the_project_asks_for() -> None:
    asked = project()["project"]["dependencies"]
    found = {match[1]: match[2] for text in asked if (match := re.match(r"([\w-]+)>=([\d.]+)", text))}
    known = {name: oldest for name, (_, oldest) in PARTS.items() if oldest}
    assert {name: oldest for name, oldest in found.items() if "tensorflow" not in name} == known


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 15, 0)])
def test_another_python_is_at_fault(version: tuple[int, ...]) -> None:
    assert doctor.python().is_well
    assert "3.10 to 3.14" in doctor.python(version).remedy


def test_a_package_is_missing_or_too_old_or_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.package("numpy", "1.26").is_well
    assert "pip install" in doctor.package("numpy", "99.0").remedy
    assert doctor.package("no-such-package", "1").found == "not installed"
    monkeypatch.setattr(metadata, "version", lambda _: "1.8.1rc2")
    assert doctor.package("requests", "1.8.1").is_well
    assert not doctor.package("requests", "1.9").is_well


def test_qt_missing_or_without_its_libraries_is_at_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_libraries, "fault", lambda library: "libEGL.so.1: cannot open" if "lib/" in library else "")
    assert any("libEGL.so.1" in each.found and "apt-get" in each.remedy for each in doctor.qt())
    monkeypatch.setattr(qt_libraries, "unfit_version", lambda: "6.12.0")  # which would end this Python
    assert any("6.12.0" in each.found and "pip install" in each.remedy for each in doctor.qt())
    monkeypatch.setattr(qt_libraries, "folder", lambda: None)
    assert [each.found for each in doctor.qt()] == ["not installed"]


def test_a_missing_library_of_windows_is_a_fault_only_where_there_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = "libxcb-cursor.so.0: cannot open"
    monkeypatch.setattr(qt_libraries, "window_fault", lambda environment=(): lacking)
    assert any(not each.is_well and lacking in each.found for each in doctor.qt())
    monkeypatch.setattr(qt_libraries, "window_fault", lambda environment=(): lacking if environment else "")
    monkeypatch.setattr(qt_libraries, "platforms", lambda: ())
    assert all(each.is_well for each in doctor.qt())


def test_no_data_are_no_fault_but_half_or_a_folder_without_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert doctor.data().is_well
    cache = folders.of("data", mnist.NAME)
    cache.mkdir(parents=True)
    (cache / mnist.FILES[0].name).write_bytes(b"half")
    assert "data get mnist" in doctor.data().remedy
    monkeypatch.setenv(search.DATA_VARIABLE, str(tmp_path))
    assert search.DATA_VARIABLE in doctor.data().remedy
    small.write_idx(tmp_path, small.dataset())
    assert doctor.data().is_well


def test_a_folder_that_is_read_only_or_has_no_room_is_at_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert doctor.folder("log folder", tmp_path / "deep" / "log").is_well
    assert not (tmp_path / "deep").exists()
    (tmp_path / "file").write_text("")
    assert folders.HOME_VARIABLE in doctor.folder("log folder", tmp_path / "file").remedy
    assert "cannot be written" in doctor.folder("log folder", tmp_path / ("x" * 300)).found
    monkeypatch.setattr(doctor, "LEAST_ROOM", 1 << 62)
    assert "make room" in doctor.folder("log folder", tmp_path).remedy


@pytest.mark.parametrize("name", ["crash.log", "last-crash.log"])
def test_a_crash_is_told_but_is_no_fault(name: str) -> None:
    assert doctor.last_crash().found == "none known"
    folders.of("log").mkdir(parents=True)
    (folders.of("log") / "crash.log").write_text("")
    assert doctor.last_crash().found == "none known"
    (folders.of("log") / name).write_text("Fatal Python error")
    assert doctor.last_crash().found.endswith(name)
    assert doctor.last_crash().is_well


def test_tensorflow_missing_broken_or_too_old_is_at_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tensorflow_check, "installed", lambda: None)
    assert "pip install" in doctor.tensorflow().remedy
    monkeypatch.setattr(tensorflow_check, "installed", lambda: "2.12.0")
    monkeypatch.setattr(tensorflow_check, "tried", lambda: "2.12.0")
    monkeypatch.setattr(tensorflow_check, "has_avx", lambda: False)
    assert "too old" in doctor.tensorflow().found
    assert "no AVX" in doctor.tensorflow().found


def test_what_this_machine_has_is_well() -> None:
    faults = [each for each in doctor.findings() if not each.is_well and each.name not in ("data folder", "log folder")]
    assert not faults
