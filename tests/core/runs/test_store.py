"""All stored runs: listed, found, labelled, deleted, brought back; each has one writer."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UserError
from core.runs import RunStore, RunWriter
from core.runs.locks import RunLock, is_locked
from tests.core.runs.made import SHORT, KeepRun, fill, tiny_dataset


def test_runs_are_listed_newest_first_and_each_is_told_as_the_list_tells_it(store: RunStore, keep_run: KeepRun) -> None:
    kept = [keep_run(recipe=SHORT) for _ in range(3)]
    assert [run.run_id for run in store.listing().runs] == kept[::-1]
    assert store.open(kept[2]).summary == store.listing().runs[0]
    for act in (store.open, lambda name: store.rename(name, "x")):
        with pytest.raises(UserError, match="there is no stored run"):
            act("20260101-000000-00000000")
    assert len(list(store.folder.iterdir())) == 3


def test_a_list_that_was_read_before_sees_what_has_changed_since(store: RunStore, keep_run: KeepRun) -> None:
    other = RunStore(store.folder)
    kept = RunWriter(store.folder, SHORT, tiny_dataset())
    kept.flush()
    assert [run.state for run in other.listing().runs] == ["running"]
    fill(kept, SHORT)
    kept.close()
    assert [run.state for run in other.listing().runs] == ["finished"]
    store.rename(kept.run_id, "renamed")
    assert [run.title for run in other.listing().runs] == ["renamed"]
    newer = keep_run(recipe=SHORT)
    store.delete([kept.run_id])
    assert [run.run_id for run in other.listing().runs] == [newer]


def test_a_run_is_found_by_id_by_the_beginning_of_it_by_name_and_as_last(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    store.rename(run_id, "my best")
    for wanted in (run_id, run_id[:18], "my best", "last"):
        assert store.find(wanted).run_id == run_id
    for wanted in ("", "nothing", "last week"):
        with pytest.raises(UserError, match="no stored run"):
            store.find(wanted)
    assert store.find(store.find(keep_run(recipe=SHORT)).title).run_id != run_id
    with pytest.raises(UserError, match="may be 2 runs"):
        store.find("2")
    with pytest.raises(UserError, match="no stored run ''"):
        store.find("")  # not the run that has no name


def test_name_star_and_note_are_kept_beside_each_other(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    store.rename(run_id, "  a   name ")
    store.star(run_id, True)
    store.note(run_id, "learned in class\nwith äöü")
    (run,) = store.listing().runs
    assert (run.title, run.label.starred, run.label.note) == ("a name", True, "learned in class\nwith äöü")
    store.rename(run_id, "")
    assert store.listing().runs[0].title == "As in the tutorial"


@pytest.mark.parametrize("run_id", ["", "..", "../elsewhere", "/etc", "20260101-000000-0000000g", ".deleted"])
def test_what_is_no_name_of_a_run_reaches_no_file(store: RunStore, run_id: str) -> None:
    for act in (store.open, lambda name: store.delete([name]), lambda name: store.rename(name, "x")):
        with pytest.raises(UserError, match="is not the name of a stored run"):
            act(run_id)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty run.json": lambda run: (run / "run.json").write_bytes(b""),
    "no JSON": lambda run: (run / "run.json").write_bytes(b"\xff\xfe\x00garbage"),
    "a list": lambda run: (run / "run.json").write_text("[]"),
    "deep JSON": lambda run: (run / "run.json").write_text("[" * 100_000),
    "huge run.json": lambda run: (run / "run.json").write_bytes(b" " * 2_000_000),
    "a folder for run.json": lambda run: replaced(run / "run.json", Path.mkdir),
    "a pipe for run.json": lambda run: replaced(run / "run.json", os.mkfifo),
    "no run.json": lambda run: (run / "run.json").unlink(),
    "another's run.json": lambda run: edit(run, id="20200101-000000-00000000"),
    "a newer format": lambda run: edit(run, format=2), "an older format": lambda run: edit(run, format=0),
    "a recipe with too many steps": lambda run: edit(run, recipe={"name": "x", "title": "x", "steps": 10**9}),
    "a recipe of text": lambda run: edit(run, recipe="tutorial"),
    "a dataset of nothing": lambda run: edit(run, dataset={}),
    "versions that are numbers": lambda run: edit(run, versions={"python": 3}),
}  # fmt: skip


def replaced(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink()
    make(path)


def edit(run: Path, **changed: object) -> None:
    (run / "run.json").write_text(json.dumps({**json.loads((run / "run.json").read_text()), **changed}))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_run_is_refused_and_hides_no_other(store: RunStore, keep_run: KeepRun, damage: str) -> None:
    broken, whole = keep_run(recipe=SHORT), keep_run(recipe=SHORT)
    DAMAGES[damage](store.folder / broken)
    listing = store.listing()
    assert ([run.run_id for run in listing.runs], len(listing.faults)) == ([whole], 1)
    with pytest.raises(UserError, match=broken) as refused:
        store.open(broken)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 500
    newer = "stored by a newer version of Digitscope (format 2, known is 1)"
    assert (newer in str(refused.value)) == (damage == "a newer format")


def test_strange_things_in_the_folder_are_passed_over(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    (store.folder / "holiday.jpg").write_bytes(b"not a run")
    (store.folder / "notes").mkdir()
    (store.folder / run_id / "label.json").write_text("{damaged")
    (store.folder / run_id / "more.part").write_text("left by a kill")
    listing = store.listing()
    assert (listing.faults, [run.title for run in listing.runs]) == ((), ["As in the tutorial"])


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
