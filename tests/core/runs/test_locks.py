"""A run has one writer."""

import time
from pathlib import Path

import pytest

from core.runs.locks import RunLock, is_locked


def test_a_lock_is_seen_by_others_until_it_is_given_back_and_a_second_writer_does_without(tmp_path: Path) -> None:
    lock, second = RunLock(tmp_path), RunLock(tmp_path)
    assert not is_locked(tmp_path)
    lock.take()
    lock.take()
    second.take()
    assert is_locked(tmp_path)
    lock.release()
    lock.release()
    assert not is_locked(tmp_path)
    second.take()
    assert is_locked(tmp_path)
    second.release()


def test_who_only_looks_is_no_writer_and_keeps_none_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "lock").touch()
    looking = (tmp_path / "lock").open("rb+")
    fcntl.flock(looking, fcntl.LOCK_SH | fcntl.LOCK_NB)  # as somebody does who only looks
    assert not is_locked(tmp_path)
    monkeypatch.setattr(time, "sleep", lambda _: looking.close())  # the look ends while the writer waits
    lock = RunLock(tmp_path)
    lock.take()
    assert is_locked(tmp_path)
    lock.release()
