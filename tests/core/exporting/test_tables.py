"""Tables of columns as CSV files, and the curves of a run as such a table."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.exporting import tables
from core.exporting.tables import Table
from core.recipes.recipe import TUTORIAL
from core.runs import RunStore
from tests.core.runs.made import keep_made_run


def test_a_row_a_step_and_one_for_the_end(tmp_path: Path, store: RunStore) -> None:
    run = store.open(keep_made_run(store, replace(TUTORIAL, steps=200)))
    tables.write_curves(tmp_path / "run.csv", run)
    with (tmp_path / "run.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == list(range(201))
    assert [float(row["cost"]) for row in rows[:-1]] == run.costs.tolist()
    assert [float(row["learning_rate"]) for row in rows[:-1]] == pytest.approx([0.01] * 200)
    assert rows[-1]["cost"] == ""
    measured = {int(row["step"]): float(row["validation_accuracy"]) for row in rows if row["validation_accuracy"]}
    assert measured == {point.step: point.validation_accuracy for point in run.points}


def test_a_damaged_point_far_behind_makes_one_row_and_not_all_in_between(tmp_path: Path, store: RunStore) -> None:
    folder = store.folder / keep_made_run(store, replace(TUTORIAL, steps=5))
    with (folder / "events.jsonl").open("a") as file:
        point = {"step": 9_000_000_000, "kind": "checkpoint", "validation_accuracy": 1, "validation_cost": 1}
        file.write(json.dumps({**point, "snapshot": 0}) + "\n")
    tables.write_curves(tmp_path / "run.csv", store.open(folder.name))
    lines = (tmp_path / "run.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in lines] == ["step", "0", "1", "2", "3", "4", "5", "9000000000"]


def test_what_was_written_is_read_back_by_python_s_own_reader(tmp_path: Path) -> None:
    table = Table(("run", "step", "cost (nats)"), (["a, b", 'say "c"'], [0, 1], [2.302585, float("nan")]))
    tables.write_table(tmp_path / "t.csv", table)
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [["run", "step", "cost (nats)"], ["a, b", "0", "2.302585"], ['say "c"', "1", "nan"]]
    assert len(table) == 2
