"""All kept runs: listed, found, labelled, deleted, brought back, and kept within their limit."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.recipes import PATIENCE, TUTORIAL
from core.runs import RunStore
from tests.core.runs.made import fill, tiny_dataset

KeepRun = Callable[..., str]
SHORT = replace(TUTORIAL, steps=30)


def test_an_empty_store_lists_nothing_and_takes_no_room(store: RunStore) -> None:
    assert store.listing().runs == ()
    assert store.usage() == 0
    assert store.tidy() == ()


def test_runs_are_listed_the_newest_first(store: RunStore, keep_run: KeepRun) -> None:
    kept = [keep_run(recipe=SHORT) for _ in range(3)]
    assert [run.run_id for run in store.listing().runs] == kept[::-1]


def test_one_run_is_told_as_the_list_tells_it(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    assert store.summary(run_id) == store.listing().runs[0]
    with pytest.raises(UserError, match="is not a kept run"):
        store.summary("20260101-000000-00000000")


def test_a_list_that_was_read_before_sees_what_has_changed_since(store: RunStore, keep_run: KeepRun) -> None:
    other = RunStore(store.folder)
    kept = store.writer(SHORT, tiny_dataset())
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


def test_a_run_is_found_by_id_by_the_beginning_of_it_by_name_and_as_the_last(
    store: RunStore, keep_run: KeepRun
) -> None:
    run_id = keep_run(recipe=SHORT)
    store.rename(run_id, "my best")
    for wanted in (run_id, run_id[:18], "my best", "last"):
        assert store.find(wanted).run_id == run_id
    for wanted in ("", "nothing", "last week"):
        with pytest.raises(UserError, match="no kept run"):
            store.find(wanted)
    keep_run(recipe=SHORT)
    with pytest.raises(UserError, match="may be 2 runs"):
        store.find("2")


def test_name_star_and_note_are_kept_beside_each_other(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    store.rename(run_id, "  a   name ")
    store.star(run_id, True)
    store.note(run_id, "learned in class\nwith äöü")
    (run,) = store.listing().runs
    assert (run.title, run.label.starred, run.label.note) == ("a name", True, "learned in class\nwith äöü")
    store.rename(run_id, "")
    assert store.listing().runs[0].title == "As in the tutorial"


def test_a_deleted_run_comes_back_whole(store: RunStore, keep_run: KeepRun) -> None:
    first, second = keep_run(recipe=SHORT), keep_run(recipe=SHORT)
    assert store.delete([first]) == (first,)
    assert [run.run_id for run in store.listing().runs] == [second]
    with pytest.raises(UserError, match="no kept run"):
        store.open(first)
    assert store.restore([first]) == (first,)
    assert len(store.open(first).costs) == 30


def test_runs_deleted_an_hour_ago_go_for_good(store: RunStore, keep_run: KeepRun) -> None:
    old, fresh = keep_run(recipe=SHORT), keep_run(recipe=SHORT)
    store.delete([old, fresh])
    os.utime(store.folder / ".deleted" / old, (0, 0))
    store.tidy()
    assert store.restore([old, fresh]) == (fresh,)


def test_a_run_that_trains_cannot_be_deleted(store: RunStore) -> None:
    kept = store.writer(TUTORIAL, tiny_dataset())
    kept.flush()
    with pytest.raises(UserError, match="still training"):
        store.delete([kept.run_id])
    kept.close()
    assert store.delete([kept.run_id]) == (kept.run_id,)


@pytest.mark.parametrize("run_id", ["", "..", "../elsewhere", "/etc", "20260101-000000-0000000g", ".deleted"])
def test_what_is_no_name_of_a_run_reaches_no_file(store: RunStore, run_id: str) -> None:
    for act in (store.open, lambda name: store.delete([name]), lambda name: store.rename(name, "x")):
        with pytest.raises(UserError, match="is not the name of a kept run"):
            act(run_id)


def test_over_the_limit_unstarred_runs_lose_their_snapshots_the_oldest_first(
    store: RunStore, keep_run: KeepRun
) -> None:
    runs = sorted(keep_run() for _ in range(4))
    store.star(runs[0], True)
    each = store.usage() // 4
    (sentence,) = store.tidy(limit=3 * each)
    assert "2 old runs gave up their snapshots" in sentence
    kept = [len(store.open(run).snapshot_steps) > 1 for run in runs]
    assert kept == [True, False, False, True]
    assert (store.open(runs[1]).final_weights().matrix == 1_000).all()
    assert len(store.open(runs[1]).costs) == 1_000


def test_when_that_is_not_enough_the_oldest_unstarred_runs_go(store: RunStore, keep_run: KeepRun) -> None:
    runs = sorted(keep_run() for _ in range(4))
    store.star(runs[1], True)
    each = store.usage() // 4
    sentences = store.tidy(limit=each + 100_000)
    assert any("removed" in sentence for sentence in sentences)
    left = {run.run_id for run in store.listing().runs}
    assert runs[1] in left
    assert runs[0] not in left
    assert store.usage() <= each + 100_000
    assert len(store.open(runs[1]).snapshot_steps) > 90


def test_a_stopped_run_that_gives_up_its_snapshots_keeps_its_last_weights(store: RunStore) -> None:
    kept = store.writer(TUTORIAL, tiny_dataset())
    fill(kept)
    kept._rest.pop()
    kept.close()
    store.tidy(limit=100_000)
    assert (store.open(kept.run_id).final_weights().matrix == 1_000).all()


def test_deleted_runs_go_before_any_other_gives_something_up(store: RunStore, keep_run: KeepRun) -> None:
    first, second = keep_run(), keep_run()
    each = store.usage() // 2
    store.delete([second])
    assert store.tidy(limit=each + 10_000) == ()
    assert len(store.open(first).snapshot_steps) > 90
    assert store.restore([second]) == ()


def test_a_run_that_trains_is_never_made_smaller(store: RunStore) -> None:
    kept = store.writer(TUTORIAL, tiny_dataset())
    fill(kept)
    kept.flush()
    store.tidy(limit=0)
    assert len(store.open(kept.run_id).snapshot_steps) > 90
    kept.close()


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
    "a newer format": lambda run: edit(run, format=99),
    "an older format": lambda run: edit(run, format=0),
    "a recipe with too many steps": lambda run: edit(run, recipe={"name": "x", "title": "x", "steps": 10**9}),
    "a recipe of text": lambda run: edit(run, recipe="tutorial"),
    "a dataset of nothing": lambda run: edit(run, dataset={}),
    "versions that are numbers": lambda run: edit(run, versions={"python": 3}),
}


def replaced(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink()
    make(path)


def edit(run: Path, **changed: object) -> None:
    values = json.loads((run / "run.json").read_text())
    (run / "run.json").write_text(json.dumps({**values, **changed}))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_run_is_refused_in_one_sentence_and_hides_no_other(
    store: RunStore, keep_run: KeepRun, damage: str
) -> None:
    broken, whole = keep_run(recipe=SHORT), keep_run(recipe=SHORT)
    DAMAGES[damage](store.folder / broken)
    listing = store.listing()
    assert [run.run_id for run in listing.runs] == [whole]
    assert len(listing.faults) == 1
    with pytest.raises(UserError, match=broken) as refused:
        store.open(broken)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 500


def test_a_format_of_the_future_is_refused_as_one(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    edit(store.folder / run_id, format=2)
    with pytest.raises(UserError, match=r"kept by a newer version of Digitscope \(format 2, known is 1\)"):
        store.open(run_id)


def test_strange_things_in_the_folder_are_passed_over(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run(recipe=SHORT)
    (store.folder / "holiday.jpg").write_bytes(b"not a run")
    (store.folder / "notes").mkdir()
    (store.folder / run_id / "label.json").write_text("{damaged")
    (store.folder / run_id / "more.part").write_text("left by a kill")
    listing = store.listing()
    assert listing.faults == ()
    assert [run.title for run in listing.runs] == ["As in the tutorial"]


def test_damaged_events_and_arrays_lose_only_themselves(store: RunStore, keep_run: KeepRun) -> None:
    folder = store.folder / keep_run()
    lines = (folder / "events.jsonl").read_bytes().splitlines(keepends=True)
    bad = [
        b"{\n",
        b'{"step": -1, "kind": "rate", "value": 1}\n',
        b'{"step": 3, "kind": "rate"}\n',
        b"\xff\xff\n",
        b'{"st',
    ]
    (folder / "events.jsonl").write_bytes(b"".join([*lines[:5], *bad[:4], *lines[6:], bad[4]]))
    with (folder / "costs.npy").open("ab") as file:
        file.write(b"\x01\x02\x03")
    with (folder / "snapshots.npy").open("rb+") as file:
        file.truncate(128 + 785 * 40 * 20 + 17)
    run = store.open(folder.name)
    assert len(run.points) == len(lines) - 1
    assert len(run.costs) == 1_000
    assert len(run.snapshot_steps) == 20
    assert all((run.weights_at(step).matrix == step).all() for step in run.snapshot_steps[1:])


@pytest.mark.parametrize("contents", [b"x" * 500, b"\x93NUMPY\x01\x00\x76\x00" + b"{" * 200])
def test_costs_that_are_no_array_are_refused(store: RunStore, keep_run: KeepRun, contents: bytes) -> None:
    folder = store.folder / keep_run(recipe=SHORT)
    (folder / "costs.npy").write_bytes(contents)
    with pytest.raises(UserError, match=r"costs\.npy is not an array of numbers"):
        store.open(folder.name)


def test_costs_of_another_type_or_claiming_too_much_do_no_harm(store: RunStore, keep_run: KeepRun) -> None:
    folder = store.folder / keep_run(recipe=SHORT)
    np.save(folder / "costs.npy", np.array([{"a": "pickle"}] * 9, dtype=object), allow_pickle=True)
    with pytest.raises(UserError, match=r"array of object"):
        store.open(folder.name)
    with (folder / "costs.npy").open("wb") as file:
        promised = {"descr": "<f4", "fortran_order": False, "shape": (10**15,)}
        np.lib.format.write_array_header_1_0(file, promised)
        file.write(b"\0" * 400)
    assert len(store.open(folder.name).costs) == 100


def test_a_long_recipe_is_listed_with_its_settings(store: RunStore, keep_run: KeepRun) -> None:
    keep_run(recipe=replace(PATIENCE, steps=200, seed=9, based_on="patience"))
    (run,) = store.listing().runs
    assert (run.recipe.seed, run.recipe.decay, run.recipe.based_on) == (9, "cosine", "patience")


def test_a_run_that_is_not_there_takes_no_name(store: RunStore, keep_run: KeepRun) -> None:
    run_id = keep_run()
    with pytest.raises(UserError, match="there is no kept run"):
        store.rename(run_id[:-1] + ("0" if run_id[-1] != "0" else "1"), "x")
    assert len(list(store.folder.iterdir())) == 1


def test_weights_whose_snapshots_were_cleared_away_are_told_of(store: RunStore, keep_run: KeepRun) -> None:
    record = store.open(keep_run())
    (record.folder / "snapshots.npy").unlink()
    with pytest.raises(UserError, match="the weights at step 500 of .* are not kept any more"):
        record.weights_at(500)
