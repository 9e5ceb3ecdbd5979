"""`digitscope doctor` in the terminal: one line a part, 0 where all is well, 2 where something is at fault."""

import pytest

from core.commands import doctor
from tests.core.commands.conftest import Run


def test_where_all_is_well_the_status_is_0(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "findings", lambda: iter([doctor.Finding("Python", "3.11.7")]))
    answer = run("doctor")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.split() == ["ok", "Python", "3.11.7"]


def test_a_fault_is_told_with_what_to_do_and_the_status_is_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [doctor.Finding("Python", "3.11.7"), doctor.Finding("Qt", "not installed", "install it")]
    monkeypatch.setattr(doctor, "findings", lambda: iter(found))
    answer = run("doctor")
    assert answer.status == 2
    assert "FAULT  Qt" in answer.out
    assert "-> install it" in answer.out
    assert answer.err == "digitscope: 1 part is at fault; what to do stands above.\n"
