"""The worker thread, what it does with one run (pauses, single steps, stops, reports merged), and work in slices."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.recipes.recipe import TUTORIAL
from core.training.reports import Progress
from core.training.trainer import Trainer
from gui.jobs import training_job
from gui.jobs.training_job import Controls, TrainingJob
from gui.jobs.worker import Worker
from tests import small

PATIENCE_S, END_MS = 120.0, 120_000


RECIPE = replace(TUTORIAL, steps=2_500, batch=10)


class Watched(Trainer):
    """A real run of small digits, of which each block is told, of 100 steps at most."""

    def __init__(self, each: Callable[["Watched"], object] = lambda _: None) -> None:
        super().__init__(RECIPE, small.dataset())
        self.blocks, self._each = 0, each

    def __next__(self) -> Progress:
        self.most_steps = min(self.most_steps, 100)
        progress = super().__next__()
        self.blocks += 1
        self._each(self)
        return progress


class Drive:
    """A run driven in a thread of its own, with what it told."""

    def __init__(self, trainer: Watched, controls: Controls) -> None:
        self.reports: list[Progress] = []
        self.run_paused = threading.Event()
        self.result: object = None
        job = TrainingJob(trainer, controls, self.reports.append, self.run_paused.set)
        self._thread = threading.Thread(target=lambda: setattr(self, "result", job.drive()), daemon=True)
        self._thread.start()

    def join(self) -> None:
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()

    def costs(self) -> list[float]:
        return [float(cost) for report in self.reports for cost in report.costs]


@pytest.fixture(scope="module")
def costs() -> list[float]:
    """Return the costs of the run's steps where nobody disturbs it."""
    return [float(cost) for progress in Trainer(RECIPE, small.dataset()) for cost in progress.costs]


def test_a_run_that_is_stopped_has_no_result_but_told_what_it_made(costs: list[float]) -> None:
    controls = Controls()
    trainer = Watched(lambda made: setattr(controls, "stopped", made.step >= 500))
    drive = Drive(trainer, controls)
    drive.join()
    assert drive.result is None
    assert drive.costs() == costs[: trainer.step]
    assert trainer.step < 1_000


def test_single_steps_are_made_one_by_one_while_it_stands_still(costs: list[float]) -> None:
    controls = Controls(paused=True)
    drive = Drive(Watched(), controls)
    for count in (1, 3):
        assert drive.run_paused.wait(PATIENCE_S)
        drive.run_paused.clear()
        controls.request_steps(count)
    assert drive.run_paused.wait(PATIENCE_S)
    assert drive.costs() == costs[:4]
    controls.stopped = True
    controls.wake()
    drive.join()


def test_no_step_is_lost_or_made_twice_where_both_threads_count_them(costs: list[float]) -> None:
    controls = Controls(paused=True)
    drive = Drive(Watched(), controls)
    for _ in range(2_000):
        controls.request_steps(1)
    deadline_s = time.monotonic() + PATIENCE_S
    while len(drive.costs()) < 2_000 and time.monotonic() < deadline_s:
        drive.run_paused.wait(0.01)
        drive.run_paused.clear()
    controls.stopped = True
    controls.wake()
    drive.join()
    assert drive.costs() == costs[:2_000]


def test_pausing_takes_hold_between_two_blocks_and_going_on_loses_nothing(costs: list[float]) -> None:
    controls, pauses = Controls(), iter([True])
    drive = Drive(Watched(lambda made: setattr(controls, "paused", made.step >= 300 and next(pauses, False))), controls)
    assert drive.run_paused.wait(PATIENCE_S)
    assert 300 <= len(drive.costs()) < 500
    controls.paused = False
    controls.wake()
    drive.join()
    assert drive.costs() == costs


def test_an_unpainted_window_gets_reports_merged(monkeypatch: pytest.MonkeyPatch, costs: list[float]) -> None:
    monkeypatch.setattr(training_job, "REPORT_S", 0.0)
    drive = Drive(Watched(), Controls())
    drive.join()
    assert (len(drive.reports), drive.costs()) == (2, costs)
    monkeypatch.setattr(training_job, "PATIENCE_S", 0.0)  # after some time it gets each all the same
    trainer = Watched()
    drive = Drive(trainer, Controls())
    drive.join()
    assert len(drive.reports) == trainer.blocks


def test_a_window_that_paints_each_gets_each_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_job, "REPORT_S", 0.0)
    controls = Controls()
    trainer = Watched(lambda _made: controls.acknowledge_report())
    drive = Drive(trainer, controls)
    drive.join()
    assert len(drive.reports) == trainer.blocks >= 25


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


def test_a_fault_is_told_ours_is_logged_and_the_next_job_runs(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    worker, done = Worker("test"), threading.Event()

    def fail() -> None:
        raise UserError("the folder is empty.")

    with qtbot.waitSignal(worker.failed, timeout=END_MS) as told:
        worker.submit(fail)
    assert told.args == ["the folder is empty."]
    with qtbot.waitSignal(worker.failed, timeout=END_MS) as told:
        worker.submit(lambda: int("no number"))
    assert "ValueError" in told.args[0]
    assert "ValueError" in caplog.text
    worker.submit(done.set)
    assert done.wait(120)
    assert worker.end(END_MS)
    worker.submit(lambda: None)
    assert not worker.isRunning()
