"""`digitscope runs` and `digitscope export`, and that runs of the terminal are kept as the window keeps its own."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.commands import terminal
from core.commands.train import Recorder
from core.digits.dataset import class_names_of
from core.files import folders
from core.model import weights_file
from core.recipes import file as recipe_file
from core.recipes.recipe import LADDER, TUTORIAL
from core.runs import RunRecord, RunStore, RunWriter
from core.runs.facts import Origin
from tests.core.commands.conftest import Run, refused
from tests.core.runs.made import reports, result_of, tiny_dataset
from tests.there import there

SHORT = replace(TUTORIAL, steps=60)


@pytest.fixture
def record(run: Run, data_folder: Path) -> RunRecord:
    """A run of 40 steps, trained and kept by the terminal."""
    assert run("train", "--data", data_folder, "--steps", 40, "--recipe", "zeros", "--seed", 3).status == 0
    return RunStore().open(RunStore().find("last").run_id)


def test_a_run_is_kept_where_its_reader_goes_away(run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = run("runs", "list")
    assert (answer.status, answer.out) == (0, "")
    assert "No runs are stored yet" in answer.err
    assert run("runs", "list", "--json").out == ""
    (told,) = run("train", "--data", data_folder, "--steps", 40, "--costs", "--json").json
    kept = RunStore().open(RunStore().find("last").run_id)
    assert (kept.costs.tolist(), kept.summary.state) == (pytest.approx(told["costs"]), "finished")
    assert there(kept.summary.outcome).test_accuracy == told["test_accuracy"]

    def gone(_lines: object) -> None:
        raise terminal.ReaderGoneError

    monkeypatch.setattr(terminal, "out", gone)
    run("train", "--data", data_folder, "--steps", 4_000, "--costs")
    kept = RunStore().open(RunStore().find("last").run_id)
    assert kept.summary.state == "stopped"
    assert 0 < len(kept.costs) < 4_000


def test_runs_are_listed_shown_and_compared(run: Run, data_folder: Path, record: RunRecord) -> None:
    run_id = record.summary.run_id
    (listed,) = run("runs", "list", "--json").json
    (shown,) = run("runs", "show", "last", "--json").json
    assert listed["run"] == shown["run"] == run_id
    assert listed["recipe"]["seed"] == 3
    assert shown["validation"][-1]["step"] == shown["outcome"]["steps"] == 40
    run("train", "--data", data_folder, "--steps", 20, "--recipe", "zeros")
    newer = RunStore().find("last").run_id
    rows = run("runs", "list").out.splitlines()
    assert [row.split()[0] for row in rows] == ["run", *sorted([run_id, newer], reverse=True)]
    described = run("runs", "show", run_id).out
    for text in ("Zeros", "finished", "SHA-256", "40 of 40", "numpy", "none hidden"):
        assert text in described
    assert len({line.split("  ")[0] for line in described.splitlines()}) == len(described.splitlines())
    assert "Seed 0 instead of 3; Steps 20 instead of 40" in run("runs", "compare", run_id, newer).out


def test_a_kept_run_is_repeated_bit_for_bit_or_said_not_to(run: Run, data_folder: Path, record: RunRecord) -> None:
    answer = run("runs", "repeat", record.summary.run_id, "--data", data_folder)
    assert (answer.status, answer.out) == (0, "40 steps repeated: every cost is the same, bit for bit.\n")
    (told,) = run("runs", "repeat", "last", "--data", data_folder, "--json").json
    assert (told["equal"], told["close"], told["worst"], told["steps"]) == (True, True, 0.0, 40)
    np.save(record.folder / "costs.npy", record.costs * np.float32(1.5))
    answer = run("runs", "repeat", "last", "--data", data_folder)
    assert answer.status == 2
    assert "did not repeat" in answer.err


def test_what_is_not_there_ends_in_a_sentence_and_a_removed_run_comes_back_when_asked(
    run: Run, record: RunRecord
) -> None:
    run_id, wrong = (
        record.summary.run_id,
        "nothing --to npz w.npz, last --to onnx w.onnx, gone.npz --to npz w.npz, last w",
    )
    for command in ("show nothing", "compare last nothing", "remove nothing", "restore ../.."):
        refused(run("runs", *command.split()))
    for command in wrong.split(", "):
        refused(run("export", *command.split()))
    assert f"runs restore {run_id}" in run("runs", "remove", "last").err
    assert run("runs", "list").out == ""
    assert (run("runs", "restore", run_id).status, RunStore().find("last").run_id) == (0, run_id)
    refused(run("runs", "restore", run_id))


def test_a_run_a_step_of_it_and_a_file_of_weights_are_exported(run: Run, tmp_path: Path, record: RunRecord) -> None:
    assert run("export", "last", "--to", "npz", tmp_path / "w.npz").status == 0
    weights = weights_file.load(tmp_path / "w.npz")
    assert np.array_equal(weights.matrix, record.final_weights().matrix)
    run("export", "last", "--to", "npz", "--step", 0, tmp_path / "first.npz")
    assert weights_file.load(tmp_path / "first.npz").matrix.max() == 0 < weights.matrix.max()
    assert "made 40 steps" in refused(run("export", "last", "--to", "npz", "--step", 41, tmp_path / "late.npz"))
    assert "of step" not in run("export", "last", "--to", "npz", "--step", 40, tmp_path / "late.npz").err
    assert run("export", tmp_path / "w.npz", "--to", "tflite", tmp_path / "w.tflite").status == 0
    assert (tmp_path / "w.tflite").stat().st_size > 31_000
    assert run("export", "last", "--to", "html", tmp_path / "run.html").status == 0
    answer = run("export", "last", "--to", "tensorboard", tmp_path / "log")
    assert f"tensorboard --logdir {tmp_path / 'log'}" in answer.err


def test_weights_of_a_step_that_is_not_stored_are_those_of_the_last_before_it(
    run: Run, tmp_path: Path, data_folder: Path
) -> None:
    run("train", "--data", data_folder, "--steps", 400, "--recipe", "zeros")
    stored = RunStore().open(RunStore().find("last").run_id).snapshot_steps
    answer = run("export", "last", "--to", "npz", "--step", 399, tmp_path / "late.npz")
    assert f"these are the weights of step {stored[-2]}, the last before it" in answer.err
    assert stored[-2] < 399 < stored[-1]


def test_a_recipe_from_a_file_is_trained_and_a_silly_one_refused(run: Run, tmp_path: Path, data_folder: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"based_on": "bigger-steps", "name": "mine", "title": "Mine", "steps": 15}')
    (told,) = run("train", "--recipe", path, "--data", data_folder, "--json").json
    assert (told["recipe"], told["steps"]) == ("mine", 15)
    run("export", "last", "--to", "recipe", tmp_path / "back.json")
    assert recipe_file.load(tmp_path / "back.json") == recipe_file.load(path)
    path.write_text(json.dumps({**recipe_file.values_of(LADDER["zeros"]), "batch": 0}))
    assert "batch 0 is not between 1 and 55,000" in refused(run("train", "--recipe", path))


def kept(steps: int = 60, **how: object) -> RunRecord:
    """A run that another process has begun, with some of its reports."""
    recipe = replace(TUTORIAL, steps=100)
    writer = RunWriter(RunStore().folder, recipe, tiny_dataset(), **how)  # type: ignore[arg-type]
    writer.add(next(reports(recipe, steps)))
    writer.close()
    return RunStore().open(writer.run_id)


@pytest.mark.parametrize("kind", ["npz", "csv", "html", "recipe"])
def test_an_export_says_how_far_a_run_had_come_that_has_not_ended(run: Run, tmp_path: Path, kind: str) -> None:
    writer = RunWriter(RunStore().folder, replace(TUTORIAL, steps=100), tiny_dataset())
    writer.add(next(reports(replace(TUTORIAL, steps=100), 60)))
    writer.flush()
    what = f"The run {writer.run_id} is still training: step 60 of 100."
    assert run("export", "last", "--to", kind, tmp_path / "still").err.splitlines()[0] == what
    writer.close()
    assert "has not come to its end: step 60 of 100." in run("export", "last", "--to", kind, tmp_path / "stopped").err


def test_a_run_that_was_stopped_has_a_row_and_no_result_and_shows_note_and_origin(run: Run) -> None:
    stopped = kept().summary.run_id
    row = run("runs", "list").out.splitlines()[1]
    assert row.split()[0] == stopped
    assert "60 of 100" in row
    assert row.split()[-4:] == ["-"] * 4
    shown = run("runs", "show", "last").out
    assert "60 of 100" in shown
    assert "validation" not in shown
    second = kept(parent=Origin(stopped, 60)).summary.run_id
    RunStore().note(second, "lower\n  rate")
    shown = run("runs", "show", second).out
    assert "lower rate" in shown
    assert f"those of step 60 of {stopped}" in shown


def test_a_run_that_cannot_be_opened_is_named_beside_the_list_and_can_be_removed(run: Run) -> None:
    damaged, whole = kept().folder, kept().summary.run_id
    (damaged / "run.json").write_text("{")
    answer = run("runs", "list")
    assert damaged.name in answer.err
    assert damaged.name not in answer.out
    assert whole in answer.out
    for name in (damaged.name, damaged.name[:-1]):
        assert "is not JSON" in refused(run("runs", "show", name))
    refused(run("runs", "remove", damaged.name[:-1]))
    assert damaged.name in run("runs", "remove", damaged.name).err
    assert (run("runs", "list").err, damaged.exists()) == ("", False)


def test_a_run_without_a_step_cannot_be_repeated_and_another_set_tells_its_classes(run: Run) -> None:
    RunWriter(RunStore().folder, TUTORIAL, replace(tiny_dataset(), class_names=class_names_of("fashion"))).close()
    assert "Ankle boot" in run("runs", "show", "last").out
    assert "has no steps that could be repeated" in refused(run("runs", "repeat", "last"))


@pytest.mark.parametrize("end", [KeyboardInterrupt, ZeroDivisionError])
def test_what_was_made_of_a_run_is_kept_however_it_ends(end: type[BaseException]) -> None:
    with suppress(end), Recorder(SHORT, tiny_dataset(), None, None) as recorder:
        recorder.add(next(reports(SHORT)))
        raise end
    (run,) = RunStore().listing().runs
    assert (run.state, run.steps) == ("stopped", 37)


def test_a_disk_that_refuses_is_told_once_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    folders.of("runs").parent.mkdir(parents=True, exist_ok=True)
    folders.of("runs").write_text("a file is in the way")
    with Recorder(SHORT, tiny_dataset(), None, None) as recorder:
        recorder.finish(result_of(SHORT))
    said = capsys.readouterr()
    assert (said.out, said.err.count("cannot be stored for now")) == ("", 1)
