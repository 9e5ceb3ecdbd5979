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
    bad = b'{\n{"step": -1, "kind": "rate", "value": 1}\n{"step": 3, "kind": "rate"}\n\xff\xff\n'
    (folder / "events.jsonl").write_bytes(b"".join([*lines[:5], bad, *lines[6:], b'{"st']))
    with (folder / "costs.npy").open("ab") as file:
        file.write(b"\x01\x02\x03")
    with (folder / "snapshots.npy").open("rb+") as file:
        file.truncate(128 + 785 * 40 * 20 + 17)
    run = store.open(folder.name)
    assert len(run.points) == len(lines) - 1
    assert (len(run.costs), len(run.snapshot_steps)) == (1_000, 20)
    assert all((run.weights_at(step).matrix == step).all() for step in run.snapshot_steps[1:])


def test_every_snapshot_is_the_weights_of_its_step_while_it_is_stored(store: RunStore, keep_run: KeepRun) -> None:
    run = store.open(keep_run(is_stopped=True))
    assert (run.final_weights().matrix == 1_000).all()  # of its last snapshot
    for step in run.snapshot_steps[1:]:
        assert (run.weights_at(step).matrix == step).all()
        assert run.weights_at(step).bias.tolist() == (np.arange(10) + step).tolist()
    assert (run.weights_at(777).matrix == max(step for step in run.snapshot_steps if step < 777)).all()
    (run.folder / "snapshots.npy").unlink()
    with pytest.raises(UserError, match="the weights at step 500 of .* are no longer stored"):
        run.weights_at(500)


def test_a_run_begins_with_start_weights_of_its_recipe_or_its_own(store: RunStore, keep_run: KeepRun) -> None:
    assert store.open(keep_run(recipe=replace(TUTORIAL, initial_weights="zeros"))).weights_at(0).matrix.max() == 0
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset(), start=weights_of(7))
    kept.close()
    record = store.open(kept.run_id)
    assert (record.weights_at(0).matrix == 7).all()
    assert (record.final_weights().matrix == 7).all()  # it was stopped before its first snapshot


def test_the_last_addition_of_steps_counts_and_impossible_ones_are_left_out(store: RunStore, keep_run: KeepRun) -> None:
    folder = store.folder / keep_run(recipe=replace(PATIENCE, steps=30))
    values = ("1e999", "NaN", "-Infinity", "0", "-5", "1e3", '"7"', "99999999999", "null")
    with (folder / "events.jsonl").open("a") as file:
        file.writelines(f'{{"step": 20, "kind": "extended", "value": {value}}}\n' for value in values)
    record = store.open(folder.name)
    assert (record.marks, record.total) == ((), 30)
    assert np.isfinite(record.rates()).all()
    with (folder / "events.jsonl").open("a") as file:
        file.write('{"step": 50, "kind": "extended", "value": 7}\n{"step": 30, "kind": "extended", "value": 20}\n')
    assert store.open(folder.name).total == 57


def test_a_run_that_diverged_is_opened_with_what_its_weights_became(store: RunStore) -> None:
    writer, result = RunWriter(store.folder, SHORT, tiny_dataset()), result_of(SHORT)
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
    endless = (record.final_weights().matrix, np.full(10, np.inf, np.float32))
    weights_file.save(record.folder / "weights.npz", replace(record.final_weights(), arrays=endless))
    with pytest.raises(UserError, match="not all finite numbers"):
        record.final_weights()
