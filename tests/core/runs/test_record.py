"""A stored run, opened: what is damaged in it loses only itself, and what cannot be read is told."""

from dataclasses import replace

import numpy as np
import pytest

from core.errors import UserError
from core.exporting import export, html_report
from core.model import weights_file
from core.recipes.recipe import PATIENCE, TUTORIAL
from core.runs import RunStore, RunWriter
from tests.core.runs.made import SHORT, KeepRun, result_of, tiny_dataset, weights_of


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


def test_weights_whose_snapshots_were_cleared_away_are_told_of(store: RunStore, keep_run: KeepRun) -> None:
    record = store.open(keep_run())
    (record.folder / "snapshots.npy").unlink()
    with pytest.raises(UserError, match="the weights at step 500 of .* are no longer stored"):
        record.weights_at(500)


def test_every_snapshot_is_the_weights_of_its_step(store: RunStore, keep_run: KeepRun) -> None:
    run = store.open(keep_run())
    for step in run.snapshot_steps[1:]:
        assert (run.weights_at(step).matrix == step).all()
        assert run.weights_at(step).bias.tolist() == (np.arange(10) + step).tolist()
    last = max(step for step in run.snapshot_steps if step < 777)
    assert (run.weights_at(777).matrix == last).all()


def test_a_run_begins_with_start_weights_of_its_recipe_or_its_own(store: RunStore, keep_run: KeepRun) -> None:
    assert store.open(keep_run(recipe=replace(TUTORIAL, initial_weights="zeros"))).weights_at(0).matrix.max() == 0
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset(), start=weights_of(7))
    kept.close()
    record = store.open(kept.run_id)
    assert (record.weights_at(0).matrix == 7).all()
    assert (record.final_weights().matrix == 7).all()  # it was stopped before its first snapshot


@pytest.mark.parametrize("value", ["1e999", "NaN", "-Infinity", "0", "-5", "1e3", '"7"', "99999999999", "null"])
def test_steps_added_that_no_run_can_have_are_left_out(store: RunStore, keep_run: KeepRun, value: str) -> None:
    folder = store.folder / keep_run(recipe=replace(PATIENCE, steps=30))
    with (folder / "events.jsonl").open("a") as file:
        file.write(f'{{"step": 20, "kind": "extended", "value": {value}}}\n')
    record = store.open(folder.name)
    assert (record.marks, record.total) == ((), 30)
    assert np.isfinite(record.rates()).all()


def test_the_total_is_that_of_the_last_addition(store: RunStore, keep_run: KeepRun) -> None:
    folder = store.folder / keep_run(recipe=SHORT)
    with (folder / "events.jsonl").open("a") as file:
        file.write('{"step": 50, "kind": "extended", "value": 7}\n{"step": 30, "kind": "extended", "value": 20}\n')
    assert store.open(folder.name).total == 57


def test_a_run_that_was_stopped_has_the_weights_of_its_last_snapshot(store: RunStore, keep_run: KeepRun) -> None:
    assert (store.open(keep_run(is_stopped=True)).final_weights().matrix == 1_000).all()


def test_a_run_that_diverged_is_opened_with_what_its_weights_became(store: RunStore) -> None:
    writer = RunWriter(store.folder, SHORT, tiny_dataset())
    result = result_of(SHORT)
    weights = replace(result.weights, arrays=(np.full((784, 10), np.nan, np.float32), result.weights.bias))
    writer.finish(replace(result, weights=weights, final_cost=np.nan, diverged=True))
    writer.close()
    record = store.open(writer.run_id)
    assert np.isnan(record.final_weights().matrix).all()
    assert "It diverged" in html_report.page_of(record)
    with pytest.raises(UserError, match="these weights are no longer numbers, since the run diverged"):
        export.export(record, "npz", store.folder / "w.npz")


def test_weights_that_are_no_numbers_are_damage_where_a_run_did_not_diverge(store: RunStore, keep_run: KeepRun) -> None:
    record = store.open(keep_run(recipe=SHORT))
    weights = record.final_weights()
    weights_file.save(
        record.folder / "weights.npz", replace(weights, arrays=(weights.matrix, np.full(10, np.inf, np.float32)))
    )
    with pytest.raises(UserError, match="not all finite numbers"):
        record.final_weights()
