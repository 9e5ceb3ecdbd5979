"""`digitscope predict` and `digitscope evaluate` of whole numbers, and of folders of labelled pictures."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.commands.conftest import SEVEN, THREE, Run, strokes
from tests.core.commands.test_reading import picture


def test_numbers_are_read_and_scored_as_a_whole(run: Run, tmp_path: Path) -> None:
    pair = {"label": "73", "strokes": [*_moved(SEVEN["strokes"], 0.0), *_moved(THREE["strokes"], 2.0)]}
    file = strokes(tmp_path / "d.jsonl", pair, SEVEN)
    first, second = run("predict", file, "--json").json
    assert (first["text"], first["digit"], [each["digit"] for each in first["digits"]]) == ("73", None, [7, 3])
    assert first["digits"][0]["box"][2] < first["digits"][1]["box"][0]
    assert {each["doubt"] for each in first["digits"]} <= {"none", "unsure", "not a digit"}
    assert (second["text"], second["digit"], second["file"]) == ("7", 7, str(file))
    assert run("predict", file).out.splitlines()[0].startswith(f"{file}:1  73  ")
    (told,) = run("evaluate", file, "--json", "--mistakes", 3).json
    assert (told.pop("doubted"), told.pop("mistakes")) == ({"right": 0.0, "wrong": None}, [])
    assert told == {"accuracy": 1.0, "count": 2, "digit_accuracy": 1.0, "refused": 0}
    assert "numbers of several" in run("evaluate", file, "--confusion").err


def _moved(drawn: object, sides: float) -> list[list[list[float]]]:
    points = [np.array(stroke, float) for stroke in drawn]  # type: ignore[attr-defined]
    width = float(np.ptp(np.concatenate(points)[:, 0]))
    return [(stroke + [sides * width, 0]).tolist() for stroke in points]


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_folder_of_labelled_pictures_is_scored(run: Run, tmp_path: Path, is_listed: bool) -> None:
    for label in "71":
        (tmp_path / label).mkdir()
        picture(tmp_path / label / "a.png")
    if is_listed:
        (tmp_path / "labels.csv").write_text("source,file,label\nme,7/a.png,7\nme,1/a.png,7\n")
    (told,) = run("evaluate", tmp_path, "--json").json
    assert (told["accuracy"], told["count"], told["refused"]) == (1.0 if is_listed else 0.5, 2, 0)
    table = [line.split() for line in run("evaluate", tmp_path, "--confusion").out.splitlines() if line]
    assert ["7", "1" if not is_listed else "2"] in table
    assert (["1", "1"] in table) is not is_listed
    assert "one picture without a label" in run("evaluate", tmp_path / "7" / "a.png").err
    assert [line.split()[-3] for line in run("predict", tmp_path / "7").out.splitlines()] == ["7"]
    (tmp_path / "labels.csv").write_text("file,label\n7/a.png,seven\n")
    assert "line 2" in run("evaluate", tmp_path).err


def test_evaluate_tells_what_is_doubted_of_pictures(run: Run, tmp_path: Path) -> None:
    for label in ("7", "0"):
        (tmp_path / label).mkdir()
    picture(tmp_path / "7" / "a.png")
    Image.fromarray(_star()).save(tmp_path / "0" / "star.png")
    (told,) = run("evaluate", tmp_path, "--mistakes", 2, "--json").json
    assert told["doubted"] == {"right": 0.0, "wrong": 1.0}
    (wrong,) = told["mistakes"]
    assert (wrong["verdict"], wrong["doubt"]) == ("This does not look like a digit", "not a digit")
    assert wrong["file"].endswith("star.png")
    told_in_text = run("evaluate", tmp_path, "--mistakes", 2).out
    assert "  in doubt: 100.0 % of what is wrong" in told_in_text.splitlines()
    assert "not a digit" in told_in_text


def _star() -> np.ndarray:
    """Return a picture of six lines through one point, which is no digit."""
    y, x = np.mgrid[-100:101, -100:101]
    turns = np.pi * np.arange(6) / 6
    near = np.abs(np.cos(turns)[:, None, None] * x + np.sin(turns)[:, None, None] * y).min(axis=0)
    return np.where((near < 6) & (np.hypot(x, y) < 80), 0, 255).astype(np.uint8)
