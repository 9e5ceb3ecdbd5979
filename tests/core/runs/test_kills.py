"""What a kill leaves of runs, and what processes that work at once leave to each other."""

from core.runs import RunStore
from tests.core.runs.kills import faults_of, feeding, killed
from tests.core.runs.made import keep_made_run
from tests.there import there

KILLS = 20  # at random moments; `python -m tests.core.runs.kills` makes 200


def test_no_kill_loses_a_finished_run_or_leaves_one_that_cannot_be_opened(store: RunStore) -> None:
    safe = killed(store, KILLS, seed=7)
    assert faults_of(store, safe) == []
    assert "finished" in safe.values()


def test_what_is_lost_is_told(store: RunStore) -> None:
    run_id = keep_made_run(store)
    faults = faults_of(store, {run_id: "1001", "gone": "finished"})
    assert faults == ["gone is lost", f"{run_id} had 1001 steps, of which 1000 are kept"]


def test_two_processes_keep_list_label_and_delete_runs_without_harm(store: RunStore) -> None:
    mine = keep_made_run(store)
    with feeding(store.folder, "12") as one, feeding(store.folder, "12") as other:
        while one.poll() is None or other.poll() is None:
            assert store.listing().faults == ()
            store.star(mine, True)
            store.delete([mine])
            store.tidy(limit=10**12)
            assert store.restore([mine]) == (mine,)
        assert (one.returncode, other.returncode) == (0, 0)
    listing = store.listing()
    assert (listing.faults, len(listing.runs)) == ((), 25)
    assert {run.state for run in listing.runs} == {"finished"}
    assert faults_of(store, {}) == []


def test_a_run_that_another_process_writes_is_seen_as_running(store: RunStore) -> None:
    with feeding(store.folder) as process:
        run_id = there(process.stdout).readline().split()[0]
        assert {run.run_id: run.state for run in store.listing().runs}[run_id] in ("running", "finished")
    assert "running" not in {run.state for run in store.listing().runs}
