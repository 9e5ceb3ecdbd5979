"""The worker thread: jobs in order, faults told, an end that is waited for."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from gui.jobs.worker import Worker

END_MS = 10_000


def test_jobs_run_in_order_in_one_other_thread(qtbot: QtBot) -> None:
    worker = Worker("test")
    seen: list[tuple[int, int]] = []
    done = threading.Event()
    for number in range(20):
        worker.submit(lambda number=number: seen.append((number, threading.get_ident())))  # type: ignore[misc]
    worker.submit(done.set)
    assert done.wait(10)
    assert [number for number, _ in seen] == list(range(20))
    assert {thread for _, thread in seen}.isdisjoint({threading.get_ident()})
    assert len({thread for _, thread in seen}) == 1
    assert worker.end(END_MS)


def test_a_users_fault_is_told_and_the_next_job_runs(qtbot: QtBot) -> None:
    worker = Worker("test")
    done = threading.Event()

    def fail() -> None:
        raise UserError("the folder is empty.")

    with qtbot.waitSignal(worker.failed, timeout=END_MS) as told:
        worker.submit(fail)
    worker.submit(done.set)
    assert told.args == ["the folder is empty."]
    assert done.wait(10)
    assert worker.end(END_MS)


def test_our_own_fault_is_logged_and_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    worker = Worker("test")

    def fail() -> None:
        int("no number")

    with qtbot.waitSignal(worker.failed, timeout=END_MS) as told:
        worker.submit(fail)
    assert "ValueError" in told.args[0]
    assert "ValueError" in caplog.text
    assert worker.end(END_MS)


def test_a_worker_without_jobs_has_no_thread(qtbot: QtBot) -> None:
    worker = Worker("test")
    assert not worker.isRunning()
    assert worker.end(0)


def test_no_job_starts_the_thread_again_after_its_end(qtbot: QtBot) -> None:
    worker = Worker("test")
    worker.submit(lambda: None)
    assert worker.end(END_MS)
    worker.submit(lambda: None)
    assert not worker.isRunning()
