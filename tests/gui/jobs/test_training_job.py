"""The worker thread, and what it does with one run: pauses, single steps, stops, reports merged until painted."""

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.model import shipped
from core.training.reports import Progress
from gui.jobs import training_job
from gui.jobs.training_job import Controls, TrainingJob
from gui.jobs.worker import Worker

PATIENCE_S = 120.0
END_MS = 120_000


class Steps:
    """Stands for a Trainer: makes as many steps at once as it may, of the cost of their number."""

    def __init__(self, total: int, each: Callable[["Steps"], None] = lambda _: None) -> None:
        self.total, self.step, self.most_steps, self.learning_rate = total, 0, 100, 0.01
        self._each = each

    @property
    def finished(self) -> bool:
        return self.step >= self.total

    def __next__(self) -> Progress:
        made = min(self.most_steps, 100, self.total - self.step)
        costs = np.arange(self.step, self.step + made, dtype=np.float32)
        self.step += made
        self._each(self)
        return Progress(1, self.step, self.total, costs, (), shipped.shipped_layer(), self.learning_rate)

    def result(self) -> str:
        return "the result"


class Drive:
    """A run driven in a thread of its own, with what it told."""

    def __init__(self, steps: Steps, controls: Controls) -> None:
        self.reports: list[Progress] = []
        self.run_paused = threading.Event()
        self.result: object = None
        job = TrainingJob(steps, controls, self.reports.append, self.run_paused.set)  # type: ignore[arg-type]
        self._thread = threading.Thread(target=lambda: setattr(self, "result", job.drive()))
        self._thread.start()

    def join(self) -> None:
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()

    def costs(self) -> list[float]:
        return [float(cost) for report in self.reports for cost in report.costs]


def test_a_run_that_is_stopped_has_no_result_but_told_what_it_made() -> None:
    controls = Controls()
    drive = Drive(Steps(10**9, lambda made: setattr(controls, "stopped", made.step >= 500)), controls)
    drive.join()
    assert drive.result is None
    assert drive.costs() == list(range(500))


def test_single_steps_are_made_one_by_one_while_it_stands_still() -> None:
    controls = Controls(paused=True)
    drive = Drive(Steps(1_000), controls)
    for count in (1, 3):
        assert drive.run_paused.wait(PATIENCE_S)
        drive.run_paused.clear()
        controls.request_steps(count)
    assert drive.run_paused.wait(PATIENCE_S)
    assert drive.costs() == [0, 1, 2, 3]
    controls.stopped = True
    controls.wake()
    drive.join()


def test_no_step_is_lost_or_made_twice_where_both_threads_count_them() -> None:
    controls = Controls(paused=True)
    drive = Drive(Steps(10**9), controls)
    for _ in range(2_000):
        controls.request_steps(1)
    deadline_s = time.monotonic() + PATIENCE_S
    while len(drive.costs()) < 2_000 and time.monotonic() < deadline_s:
        drive.run_paused.wait(0.01)
        drive.run_paused.clear()
    controls.stopped = True
    controls.wake()
    drive.join()
    assert drive.costs() == list(range(2_000))


def test_pausing_takes_hold_between_two_blocks_and_going_on_loses_nothing() -> None:
    controls = Controls()
    drive = Drive(Steps(1_000, lambda made: setattr(controls, "paused", made.step == 300)), controls)
    assert drive.run_paused.wait(PATIENCE_S)
    assert drive.costs() == list(range(300))
    controls.paused = False
    controls.wake()
    drive.join()
    assert drive.costs() == list(range(1_000))


def test_a_window_that_has_not_painted_gets_its_reports_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_job, "REPORT_S", 0.0)
    drive = Drive(Steps(1_000), Controls())
    drive.join()
    assert [len(report.costs) for report in drive.reports] == [100, 900]


def test_a_window_that_paints_each_gets_each_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_job, "REPORT_S", 0.0)
    controls = Controls()
    drive = Drive(Steps(1_000, lambda _made: controls.acknowledge_report()), controls)
    drive.join()
    assert [len(report.costs) for report in drive.reports] == [100] * 10


def test_a_window_that_never_paints_gets_a_report_all_the_same_after_some_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_job, "PATIENCE_S", 0.0)
    monkeypatch.setattr(training_job, "REPORT_S", 0.0)
    drive = Drive(Steps(1_000), Controls())
    drive.join()
    assert len(drive.reports) == 10


def test_jobs_run_in_order_in_one_other_thread(qtbot: QtBot) -> None:
    worker = Worker("test")
    seen: list[tuple[int, int]] = []
    done = threading.Event()
    for number in range(20):
        worker.submit(lambda number=number: seen.append((number, threading.get_ident())))  # type: ignore[misc]
    worker.submit(done.set)
    assert done.wait(120)
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
    assert done.wait(120)
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


def test_no_job_starts_the_thread_again_after_its_end(qtbot: QtBot) -> None:
    worker = Worker("test")
    worker.submit(lambda: None)
    assert worker.end(END_MS)
    worker.submit(lambda: None)
    assert not worker.isRunning()
