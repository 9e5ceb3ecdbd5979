"""A run has one writer."""

import time
from pathlib import Path
from typing import IO

import pytest

from core.runs.locks import RunLock, is_locked


def look(file: IO[bytes]) -> None:
    """Hold a lock as somebody does who only looks at it."""
    fcntl = pytest.importorskip("fcntl")
    fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)


def test_a_lock_is_seen_by_others_until_it_is_given_back(tmp_path: Path) -> None:
    lock = RunLock(tmp_path)
    assert not is_locked(tmp_path)
    lock.take()
    lock.take()
    assert is_locked(tmp_path)
    lock.release()
    lock.release()
    assert not is_locked(tmp_path)


def test_a_second_writer_does_without(tmp_path: Path) -> None:
    first, second = RunLock(tmp_path), RunLock(tmp_path)
    first.take()
    second.take()
    first.release()
    assert not is_locked(tmp_path)
    second.take()
    assert is_locked(tmp_path)
    second.release()


def test_whoever_only_looks_is_not_taken_for_a_writer_by_another_who_looks(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    with (tmp_path / "lock").open("rb+") as looking:
        look(looking)
        assert not is_locked(tmp_path)


def test_writer_takes_its_lock_though_somebody_is_just_looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lock").touch()
    looking = (tmp_path / "lock").open("rb+")
    look(looking)
    monkeypatch.setattr(time, "sleep", lambda _: looking.close())  # the look ends while the writer waits
    lock = RunLock(tmp_path)
    lock.take()
    assert is_locked(tmp_path)
    lock.release()
