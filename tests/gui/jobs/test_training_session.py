"""The training session: its states, its one thread, and what it tells when; with the real TensorFlow."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.recipes.recipe import EVERYTHING, PATIENCE, PENS, TUTORIAL, ZEROS
from core.training.reports import RunResult
from gui.jobs.run_requirements import Requirement, RunRequirements
from gui.jobs.run_state import RunState
from gui.jobs.training_job import TrainingJob
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import RequestedRun
from gui.state.shared import DataInUse
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS

SHORT, LONG = replace(ZEROS, steps=60), replace(ZEROS, steps=1_000_000)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[TrainingSession]:
    """Return a session with TensorFlow loaded and the made digits; every report is painted at once."""
    session = TrainingSession(DataInUse())
    session.progressed.connect(session.acknowledge_report)
    with qtbot.waitSignal(session.tensorflow_ready):
        session.load()
    session.requirements.data.use(small.dataset())
    yield session
    assert session.close(WAIT_MS)


def test_a_run_reports_every_cost_once_and_in_order(qtbot: QtBot, session: TrainingSession) -> None:
    reports = widgets.heard(session.progressed)
    with qtbot.waitSignal(session.finished) as ended:
        session.request(RequestedRun(SHORT))
    assert sum(len(report.costs) for report in reports) == 60
    assert (reports[0].costs[0], reports[-1].step) == (pytest.approx(np.log(10), rel=1e-6), 60)
    assert ended.args[0].steps == 60
    assert session.state is RunState.FINISHED


def test_steps_asked_for_while_loading_are_made_and_no_more(qtbot: QtBot) -> None:
    session = TrainingSession(DataInUse())
    reports = widgets.heard(session.progressed)
    session.progressed.connect(session.acknowledge_report)
    session.request(RequestedRun(SHORT))
    session.step()
    session.step()
    session.load()
    session.requirements.data.use(small.dataset())
    qtbot.waitUntil(lambda: bool(reports) and reports[-1].step == 2)
    assert session.state is RunState.PAUSED
    assert session.close(WAIT_MS)


def test_nothing_of_an_older_run_is_told_after_the_next_has_started(qtbot: QtBot, session: TrainingSession) -> None:
    runs: list[int] = []
    session.progressed.connect(lambda report: runs.append(report.run))
    with qtbot.waitSignal(session.progressed):
        session.request(RequestedRun(LONG))
    runs.clear()
    with qtbot.waitSignal(session.finished) as ended:
        session.request(RequestedRun(SHORT))
    assert (set(runs), ended.args[0].run) == ({session.run}, session.run)


def test_a_window_that_does_not_paint_still_gets_every_cost(qtbot: QtBot) -> None:
    session = TrainingSession(DataInUse())
    costs: list[int] = []
    session.progressed.connect(lambda report: costs.append(len(report.costs)))
    session.requirements.data.use(small.dataset())
    session.request(RequestedRun(SHORT))
    assert session.state is RunState.LOADING  # Train was pressed before TensorFlow is there
    with qtbot.waitSignal(session.finished):
        session.load()
    assert sum(costs) == 60
    assert session.close(WAIT_MS)


def test_fifty_starts_and_stops_leave_one_quiet_thread(qtbot: QtBot, session: TrainingSession) -> None:
    for _ in range(50):
        session.request(RequestedRun(LONG))
        session.stop()
        assert session.state is RunState.IDLE
    with qtbot.waitSignal(session.finished):
        session.request(RequestedRun(SHORT))


def test_a_continued_run_and_an_undone_reset_keep_their_number(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.finished):
        session.request(RequestedRun(SHORT))
    number = session.run
    session.reset()
    assert session.run != number
    assert session.undo_reset()
    assert (session.run, session.state) == (number, RunState.FINISHED)
    with qtbot.waitSignal(session.finished) as ended:
        session.extend(40)
    assert ended.args[0].steps == 100


def test_a_reset_that_is_undone_in_full_run_loses_no_cost(qtbot: QtBot, session: TrainingSession) -> None:
    reports = widgets.heard(session.progressed)
    session.set_pace(1_000)
    with qtbot.waitSignal(session.progressed):
        session.request(RequestedRun(LONG))
    for _ in range(5):
        with qtbot.waitSignal(session.progressed):
            pass
        session.reset()
        discarded = threading.Event()
        session.submit(discarded.set)
        assert discarded.wait(120)
        QApplication.processEvents()
        assert session.undo_reset()
        with qtbot.waitSignal(session.progressed):
            session.set_paused(False)
    assert sum(len(report.costs) for report in reports) == reports[-1].step


def test_a_run_waits_for_the_digits_of_the_recipe_in_place_of_its_own(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.requirements.added_digits_requested):
        session.request(RequestedRun(replace(EVERYTHING, steps=20)))
    session.replace_requested(replace(PENS, steps=20))
    session.requirements.set_added_digits(EVERYTHING, small.labelled(50, 9))
    assert session.state is RunState.LOADING
    session.reset()
    assert not session.can_undo_reset  # there was no run yet
    assert not session.undo_reset()
    session.request(RequestedRun(replace(EVERYTHING, steps=20)))
    session.replace_requested(replace(PENS, steps=20))
    with qtbot.waitSignal(session.finished):
        session.requirements.set_added_digits(PENS, small.labelled(50, 9))
    session.reset()
    assert session.can_undo_reset
    session.request(RequestedRun(replace(EVERYTHING, steps=20)))
    with qtbot.waitSignal(session.finished) as ended:
        session.replace_requested(SHORT)
    assert ended.args[0].recipe == SHORT


def test_a_run_that_waits_tells_what_for_each_time_that_changes(qtbot: QtBot) -> None:
    session, told = TrainingSession(DataInUse()), list[Requirement]()
    session.waits.connect(told.append)
    session.request(RequestedRun(PENS))
    session.requirements.data.use(small.dataset())
    session.requirements.set_added_digits(PENS, small.labelled(50, 9))
    assert told == [Requirement.DATASET, Requirement.ADDED_DIGITS, Requirement.TENSORFLOW]
    assert session.close(WAIT_MS)


def test_more_steps_go_on_at_the_rate_that_is_told(qtbot: QtBot, session: TrainingSession) -> None:
    for rate, told in ((None, 0.05), (0.2, 0.2)):
        with qtbot.waitSignal(session.finished):
            session.request(RequestedRun(replace(PATIENCE, steps=40)))
        with qtbot.waitSignal(session.finished):
            session.extend(40, rate)
        assert session.learning_rate == pytest.approx(told)


def broken() -> None:
    raise ValueError("a job that is no run")


def test_another_jobs_fault_is_told_and_leaves_the_run_as_it_is(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.finished):
        session.request(RequestedRun(SHORT))
    with qtbot.waitSignal(session.failed) as told:
        session.submit(broken)
    assert "a job that is no run" in told.args[0]
    assert session.state is RunState.FINISHED
    assert session.can_continue
    with qtbot.waitSignals([session.failed, session.finished]):
        session.submit(broken)
        session.request(RequestedRun(SHORT))  # which is not dropped
    assert session.state is RunState.FINISHED


def test_a_fault_ends_with_its_own_run(qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch) -> None:
    told = widgets.heard(session.failed)
    at_work, go_on = threading.Event(), threading.Event()
    drive = TrainingJob.drive

    def fail_once(job: TrainingJob) -> RunResult | None:
        if at_work.is_set():
            return drive(job)
        at_work.set()
        go_on.wait(120)
        raise ValueError("the first run")

    monkeypatch.setattr(TrainingJob, "drive", fail_once)
    session.request(RequestedRun(SHORT))
    assert at_work.wait(120)
    with qtbot.waitSignal(session.finished):
        session.request(RequestedRun(SHORT))
        go_on.set()
    assert told == []


def test_a_run_that_fails_says_so(qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_job: TrainingJob) -> None:
        raise ValueError("amid the run")

    monkeypatch.setattr(TrainingJob, "drive", fail)
    with qtbot.waitSignal(session.failed) as told:
        session.request(RequestedRun(SHORT))
    assert "amid the run" in told.args[0]
    assert session.state is RunState.FAILED


def test_only_what_is_lacking_is_asked_for(qapp: object) -> None:
    requirements, asked = RunRequirements(DataInUse()), list[str]()
    requirements.dataset_requested.connect(lambda: asked.append("dataset"))
    requirements.added_digits_requested.connect(lambda recipe: asked.append(recipe.name))
    requirements.request(PENS)
    requirements.data.use(small.dataset())
    requirements.set_added_digits(PENS, small.labelled(5, 9))
    requirements.request(PENS)
    requirements.request(TUTORIAL)
    assert asked == ["dataset", "pens"]
