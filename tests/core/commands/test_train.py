"""`digitscope train`."""

import re
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from core.commands.train import Recorder
from core.digits.dataset import Dataset, LabelledImages, Source
from core.model import weights_file
from core.recipes.recipe import TUTORIAL
from core.sources import search
from core.training.reports import Progress
from core.training.trainer import Trainer
from tests import small
from tests.core.commands.conftest import Run, refused
from tests.core.sources.idx_files import header

NAMES = "recipe seed data steps seconds steps_per_second final_cost validation_accuracy test_accuracy"
PROMISED = set(NAMES.split())


def test_json_is_one_object_with_what_was_promised_and_nothing_else(run: Run, data_folder: Path) -> None:
    answer = run("train", "--recipe", "zeros", "--steps", 20, "--seed", 4, "--json", "--data", data_folder)
    assert answer.status == 0
    (told,) = answer.json
    assert set(told) == PROMISED
    assert (told["recipe"], told["seed"], told["steps"], told["data"]) == ("zeros", 4, 20, "digits")
    assert 0 < told["seconds"] < 60
    assert told["steps_per_second"] == pytest.approx(20 / told["seconds"])
    assert 0 < told["final_cost"] < np.log(10)
    assert all(0 <= told[name] <= 1 for name in ("validation_accuracy", "test_accuracy"))
    assert f"Data: digits (files in {data_folder}), 1,009 / 91 / 200 images" in answer.err


def test_costs_are_printed_as_the_tutorial_prints_them(run: Run, data_folder: Path) -> None:
    plain = run("train", "--recipe", "zeros", "--steps", 30, "--costs", "--data", data_folder)
    (told,) = run("train", "--recipe", "zeros", "--steps", 30, "--costs", "--json", "--data", data_folder).json
    assert set(told) == PROMISED | {"costs"}
    lines = plain.out.splitlines()
    assert lines[0] == "Cost: 2.302585"
    assert lines[:30] == [f"Cost: {cost:f}" for cost in told["costs"]]
    assert re.fullmatch(r"Test accuracy: \d+\.\d % \(digits\)", lines[-1])
    assert "step " not in plain.err


def test_saved_weights_are_those_scored_and_are_trained_further(run: Run, data_folder: Path, tmp_path: Path) -> None:
    command = ("train", "--recipe", "upright", "--json", "--data", data_folder)
    kept = tmp_path / "kept.npz"
    (told,) = run(*command, "--steps", 100, "--save", kept).json
    assert weights_file.load(kept).stages == ("box", "centre", "deskew")
    (scored,) = run("evaluate", "--model", kept, "--json", "--data", data_folder).json
    assert scored["accuracy"] == told["test_accuracy"]
    (more,) = run(*command, "--steps", 1, "--initial-weights", kept).json
    assert more["final_cost"] < 2 * told["final_cost"] < 1
    assert "the recipe trains dense 8" in run(*command, "--layers", "Dense 8", "--initial-weights", kept).err
    assert len(run("runs", "list", "--json").json) == 2  # what is refused is no run


def test_a_recipe_changed_by_hand_says_what_it_is_based_on(run: Run, data_folder: Path) -> None:
    answer = run("train", "--learning-rate", 0.3, "--batch", 7, "--steps", 5, "--data", data_folder)
    assert "based on tutorial, 5 steps of 7 images, seed 0" in answer.err
    assert "based on" not in run("train", "--learning-rate", 0.01, "--steps", 1_000, "--data", data_folder).err


def test_an_interrupted_run_says_what_is_stored(run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add = Recorder.add

    def interrupted(recorder: Recorder, progress: Progress) -> None:
        add(recorder, progress)
        raise KeyboardInterrupt

    monkeypatch.setattr(Recorder, "add", interrupted)
    answer = run("train", "--data", data_folder)
    assert (answer.status, answer.out) == (130, "")
    assert "steps are stored as the run" in answer.err
    assert "Interrupted" not in run("runs", "show", "last").err


def test_the_terminal_trains_as_the_trainer_does(run: Run, data_folder: Path) -> None:
    (told,) = run("train", "--costs", "--json", "--data", data_folder).json
    whole = small.dataset()
    split = LabelledImages.joined([whole.validation, whole.training])
    data = Dataset("n", "t", Source("s"), split[91:], split[:91], whole.test)
    assert told["costs"] == np.concatenate([progress.costs for progress in Trainer(TUTORIAL, data)]).tolist()


def test_a_run_that_diverges_says_so_ends_with_0_and_is_not_saved(run: Run, data_folder: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.npz"  # start weights from which any run diverges
    np.savez(huge, weights=np.full((784, 10), 3e38, np.float32), bias=np.zeros(10))
    command = ("train", "--initial-weights", huge, "--steps", 9, "--data", data_folder)
    told = run(*command, "--json")
    assert (told.status, set(told.json[0])) == (0, PROMISED | {"diverged"})
    assert (told.json[0]["diverged"], told.json[0]["final_cost"]) == (True, None)
    plain = run(*command)
    assert plain.status == 0
    assert "Test accuracy: " in plain.out
    assert "diverged" not in plain.out
    sentence = r"the run diverged: its cost left all bounds by step \d+; try a smaller learning rate\."
    assert all(re.search(sentence, answer.err) for answer in (told, plain))
    unsaved = run(*command, "--json", "--save", tmp_path / "w.npz")
    assert (unsaved.status, unsaved.out, "smaller learning rate" in unsaved.err) == (2, "", True)
    assert not (tmp_path / "w.npz").exists()


def test_data_that_are_not_whole_are_never_replaced(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITSCOPE_DATA", str(tmp_path))
    sentence = refused(run("train", "--steps", 5))
    assert str(tmp_path) in sentence
    assert "practice" not in sentence


def test_practice_digits_are_named_where_there_is_no_network(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "practice_digits", partial(search.practice_digits, count=1_000))
    answer = run("train", "--steps", 5, "--json")
    assert answer.status == 0
    assert "Data: practice digits" in answer.err
    assert answer.json[0]["data"] == "practice digits"


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_broken_data_are_told(run: Run, data_folder: Path, command: str) -> None:
    for kind, data, message in (
        ("labels-idx1", header(0x801, 500) + bytes(500), "do not go together"),
        ("images-idx3", b"hello", "not an IDX file"),
        ("images-idx3", header(0x803, 2**31, 28, 28), "2,147,483,648"),
    ):
        (data_folder / f"train-{kind}-ubyte").write_bytes(data)
        sentence = refused(run(command, "--data", data_folder))
        assert message in sentence
        assert str(data_folder) in sentence
