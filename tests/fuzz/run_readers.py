"""The readers of stored runs: one file of a run is damaged, the run is then read as a whole."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.exporting import html_report, tables
from core.recipes.recipe import PATIENCE
from core.runs import RunRecord, RunStore, RunWriter
from core.runs.facts import PACE, PAUSED, Label, difference
from core.runs.files import EVENTS, LABEL, RUN
from core.training.reports import Progress
from tests.core.runs.made import costs_of, fill, result_of, tiny_dataset, weights_of
from tests.fuzz.readers import JSON, NPY, NPZ, Reader

DECAYED = replace(PATIENCE, steps=40, seed=3, based_on="patience")
DAMAGES = {".npz": NPZ, ".npy": NPY}
TOLD = (RUN, EVENTS, LABEL)  # whose values are said in reports


def run_readers(folder: Path) -> list[Reader]:
    """Return a reader for each file of a run that was extended, and given another rate, pace, name and note."""
    store = RunStore(folder / "runs")
    run = store.folder / _kept(store)
    files = [file for file in sorted(run.iterdir()) if file.is_file() and file.stat().st_size]
    return [_reader(file, folder / f"damaged-{file.name}" / run.name) for file in files]


def _kept(store: RunStore) -> str:
    writer = RunWriter(store.folder, DECAYED, tiny_dataset(), start=weights_of(0))
    fill(writer, DECAYED)
    end, rates = DECAYED.steps, ((DECAYED.steps + 4, 0.3),)
    writer.add(Progress(1, end + 9, end + 9, costs_of(end, 9), (), weights_of(end), 0.3, False, rates, ((end, 9),)))
    writer.mark(end + 2, PACE, 30.0)
    writer.mark(end + 3, PAUSED)
    writer.finish(replace(result_of(DECAYED), steps=end + 9))
    assert writer.close() == ""
    store.rename(writer.run_id, "mine")
    store.note(writer.run_id, "a note")
    return writer.run_id


def _reader(file: Path, place: Path) -> Reader:
    shutil.copytree(file.parent, place)
    events = len(RunRecord(place).points) + len(RunRecord(place).marks)
    taken: dict[str, Callable[[RunRecord], bool]] = {
        EVENTS: lambda record: len(record.points) + len(record.marks) >= events,
        LABEL: lambda record: record.summary.label != Label(),
    }

    def read(path: Path) -> object:
        shutil.copyfile(path, place / file.name)
        record = RunRecord(place)
        weights = [record.weights_at(step) for step in record.snapshot_steps[-2:]]
        used = weights, record.final_weights(), record.start_weights(), record.rates(), record.total
        RunStore(place.parent).listing()
        if file.name in TOLD:
            html_report.page_of(record)
            tables.write_curves(place.parent / "run.csv", record)
            difference(record.summary, replace(record.summary, facts=replace(record.facts, recipe=PATIENCE)))
        return used if file.name not in taken or taken[file.name](record) else None

    return Reader(f"runs: {file.name}", read, (file.read_bytes(),), DAMAGES.get(file.suffix, JSON), is_text=False)
