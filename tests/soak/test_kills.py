"""The whole app is killed, once while it trains and once while it exports; `tests.soak.kills` does it 20 times."""

from pathlib import Path

from core.runs import RunStore
from tests.core.runs.made import keep_made_run
from tests.soak.kills import Shown, damaged, faults_of, killed


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
