"""A run has one writer."""

from pathlib import Path

from core.runs.locks import RunLock, is_locked


def test_a_lock_is_seen_by_others_until_it_is_given_back(tmp_path: Path) -> None:
    lock = RunLock(tmp_path)
    assert not is_locked(tmp_path)
    lock.take()
    lock.take()
    assert lock.is_held
    assert is_locked(tmp_path)
    lock.release()
    lock.release()
    assert not lock.is_held
    assert not is_locked(tmp_path)


def test_a_second_writer_does_without(tmp_path: Path) -> None:
    first, second = RunLock(tmp_path), RunLock(tmp_path)
    first.take()
    second.take()
    assert not second.is_held
    first.release()
    second.take()
    assert second.is_held
    second.release()
