"""Endings, kills, what listens, and the monkey, in short."""

import socket
from pathlib import Path

import pytest

from core.runs import RunStore
from tests.core.runs.made import keep_made_run
from tests.soak.__main__ import done_apart
from tests.soak.actions import OFTEN, drawn_up, from_text, to_text
from tests.soak.endings import SITUATIONS, ended
from tests.soak.hand import Hand
from tests.soak.kills import Shown, damaged, faults_of, killed
from tests.soak.listening import TABLES, listening
from tests.soak.shrink import shrunk


@pytest.mark.parametrize(("situation", "after_ms"), [("importing", 900), *((name, 100) for name in SITUATIONS)])
def test_a_window_closed_at_any_moment_ends_its_process_and_keeps_the_run(situation: str, after_ms: int) -> None:
    assert ended(situation, after_ms).fault == ""


def test_a_kill_of_the_whole_app_loses_nothing_older_than_a_second(tmp_path: Path) -> None:
    shown, faults, store = killed(2, 3, tmp_path)
    assert faults == []
    assert shown.finished
    assert len(store.listing().runs) >= 2


def test_lost_runs_lost_steps_and_half_exports_are_told(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run_id = keep_made_run(store)
    facts = [{"at": 1.0, "run": run_id, "steps": 1_001}, {"at": 1.0, "run": "gone", "steps": 5, "finished": True}]
    shown = Shown()
    shown.add([*facts, {"at": 9.5, "run": run_id, "steps": 9_999}, {"at": 9.5, "written": str(tmp_path / "3.npz")}], 10)
    assert faults_of(store, shown) == [
        "gone was finished, and is None now",
        f"{run_id} had 1001 steps, of which 1000 are kept",
        "gone had 5 steps, of which 0 are kept",
        "3.npz was written, and is not there",
    ]
    (tmp_path / "3.npz").write_bytes(b"PK")
    assert damaged(tmp_path) == [f"{tmp_path / '3.npz'} is not a file of weights (.npz)."]


@pytest.mark.skipif(not TABLES.exists(), reason="needs /proc, which only Linux has")
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_a_socket_that_takes_calls_is_seen_until_it_is_closed(kind: socket.SocketKind) -> None:
    before = listening()
    with socket.socket(socket.AF_INET, kind) as server:
        server.bind(("127.0.0.1", 0))
        if kind is socket.SOCK_STREAM:
            assert listening() == before
            server.listen()
        (found,) = set(listening()) - set(before)
        assert found.endswith(f":{server.getsockname()[1]:04X}")
    assert listening() == before


def test_a_user_who_tries_everything_finds_no_fault() -> None:
    done = done_apart(drawn_up(7, 150), 7)
    assert done.returncode == 0, done.stderr


def test_the_same_seed_draws_up_the_same_actions_that_can_all_be_done_and_files_keep_them() -> None:
    actions = drawn_up(3, 400)
    assert actions == drawn_up(3, 400) != drawn_up(4, 400)
    assert from_text(to_text(actions)) == actions
    assert all(callable(getattr(Hand, kind)) for kind in OFTEN if kind != "reopen")


def test_a_fault_is_made_as_short_as_it_can_be() -> None:
    assert shrunk(range(1_000), lambda some: 17 in some and 801 in some, 500) == [17, 801]
    assert shrunk(range(8), lambda some: 5 in some, 500) == [5]
