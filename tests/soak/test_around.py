"""What may be wrong around the window: disk, home, folders, clock, fonts, scale, locale, paths; it goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.runs.store import RunStore
from tests import small

# what Qt says of a locale that is not installed, and the app of a log that cannot be written
IGNORED = ("Detected locale", "Qt depends on", "If this causes", "for more information", "no log can be written")
VERDICTS = {"de_DE.UTF-8": "Es liest eine 7"}  # where there is a translation, it is spoken
ROOT = Path(__file__).parents[2]


def said(does: str, trouble: str, data: Path, **environment: str) -> dict[str, Any]:
    """Return what the window said in a process of its own, which must end well and quietly."""
    given = {**os.environ, **environment}
    if trouble == "full disk":
        given.pop("COVERAGE_PROCESS_CONFIG", None)  # it could not write what it measured, and would complain
    command = [sys.executable, "-m", "tests.soak.around_child", does, trouble, "--data", str(data)]
    done = subprocess.run(command, env=given, capture_output=True, text=True, cwd=ROOT, timeout=240, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if not line.startswith(IGNORED)]) == (0, [])
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["verdict"] == VERDICTS.get(environment.get("LANG", ""), "It reads a 7")
    assert told["rate"] == pytest.approx(0.25)
    return told


def made(folder: Path) -> Path:
    """Return a folder of small IDX files, made with its parents."""
    folder.mkdir(parents=True)
    small.write_idx(folder, small.dataset())
    return folder


@pytest.mark.parametrize("factor", ["1", "1.5", "3"])
def test_it_draws_and_reads_at_every_scale(tmp_path: Path, factor: str) -> None:
    told = said("draw", "none", made(tmp_path / "data"), QT_SCALE_FACTOR=factor)
    assert told["ratio"] == pytest.approx(float(factor))
    assert told["width"] >= 860 * float(factor)


@pytest.mark.parametrize("language", ["de_DE.UTF-8", "fr_FR.UTF-8", "ar_EG.UTF-8", "C"])
def test_it_draws_and_takes_numbers_in_every_locale(tmp_path: Path, language: str) -> None:
    said("draw", "none", made(tmp_path / "data"), LC_ALL=language, LANG=language)


def test_from_right_to_left_a_seven_stays_a_seven(tmp_path: Path) -> None:
    said("draw", "right to left", made(tmp_path / "data"))


def test_it_draws_and_reads_without_any_font(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(f'<?xml version="1.0"?><fontconfig><dir>{tmp_path}/none</dir></fontconfig>')
    said("draw", "none", made(tmp_path / "data"), FONTCONFIG_FILE=str(config))


def test_paths_may_have_spaces_and_letters_of_any_script_and_nothing_listens(tmp_path: Path) -> None:
    home = tmp_path / "Дом мой"
    told = said("train", "none", made(tmp_path / "ein Ordner 数字 é"), DIGITSCOPE_HOME=str(home))
    assert told["steps"] == 1_000
    assert [run.state for run in RunStore(home / "runs").listing().runs] == ["finished"]
    assert told["listens"] == []  # nor does it listen to anybody on the network meanwhile


@pytest.mark.parametrize("trouble", ["folders removed", "clock back"])
def test_training_goes_on_to_its_end(tmp_path: Path, trouble: str) -> None:
    told = said("train", trouble, made(tmp_path / "data"))
    assert (told["steps"], told["state"]) == (1_000, "FINISHED")


def test_a_disk_that_fills_up_is_told_once_and_what_was_kept_stays_good(tmp_path: Path) -> None:
    told = said("train", "full disk", made(tmp_path / "data"), DIGITSCOPE_HOME=str(tmp_path / "home"))
    assert (told["steps"], told["state"]) == (1_000, "FINISHED")
    assert [note for note in told["noted"] if "goes on" not in note] == []
    assert len(told["noted"]) == 1
    store = RunStore(tmp_path / "home" / "runs")
    assert store.listing().faults == ()
    for listed in store.listing().runs:
        assert store.open(listed.run_id).final_weights().matrix.shape == (784, 10)


def test_a_home_that_cannot_be_written_is_no_reason_not_to_train(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = said("train", "none", made(tmp_path / "data"), DIGITSCOPE_HOME=str(tmp_path / "file" / "home"))
    assert told["steps"] == 1_000


def test_own_digits_that_cannot_be_read_do_not_keep_the_window_shut(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "hands" / "me.jsonl").mkdir(parents=True)
    said("draw", "none", made(tmp_path / "data"), DIGITSCOPE_HOME=str(home))
