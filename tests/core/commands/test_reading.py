"""`digitscope predict` and `digitscope evaluate`."""

import gzip
import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.digits.dataset import Dataset
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.model import metrics, scoring, shipped, softmax
from tests import small
from tests.core.commands.conftest import EMPTY, SEVEN, THREE, Run, refused, strokes
from tests.core.sources.form_files import WHOLE, gzipped, keras_arrays, table
from tests.there import there

DIGITS = (SEVEN, EMPTY, THREE)


def picture(path: Path, light_on_dark: bool = False) -> Path:
    """A picture of a 7, as a camera or another program would give it."""
    image = there(image_of(Drawing.from_strokes(SEVEN["strokes"])))  # type: ignore[arg-type]
    ink = np.kron(image, np.ones((8, 8), np.float32))
    Image.fromarray(np.rint(255 * (ink if light_on_dark else 1 - ink)).astype(np.uint8)).save(path)
    return path


def test_each_digit_is_one_object_in_order_and_an_empty_drawing_has_no_verdict(run: Run, tmp_path: Path) -> None:
    answer = run("predict", strokes(tmp_path / "d.jsonl", *DIGITS), "--json")
    assert (answer.status, answer.err) == (0, "")
    assert [set(told) for told in answer.json] == [{"digit", "probabilities", "text", "digits", "file"}] * 3
    assert [(told["text"], len(told["digits"])) for told in answer.json] == [("7", 1), ("", 0), ("3", 1)]
    assert [told["digit"] for told in answer.json] == [7, None, 3]
    assert answer.json[1]["probabilities"] is None
    for told in (answer.json[0], answer.json[2]):
        assert len(told["probabilities"]) == 10
        assert sum(told["probabilities"]) == pytest.approx(1, abs=1e-5)
        assert int(np.argmax(told["probabilities"])) == told["digit"]


def test_strokes_and_pictures_are_read_together(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, packed = strokes(tmp_path / "d.jsonl", THREE), tmp_path / "d.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(SEVEN) + "\n\n" + json.dumps(THREE)))
    dark, light = picture(tmp_path / "dark.png"), picture(tmp_path / "light.png", light_on_dark=True)
    answer = run("predict", plain, packed, dark, "-", light, "--json")
    assert [told["digit"] for told in answer.json] == [3, 3, 7, 7, 3, 7]
    spoken = run("predict", plain, dark)
    assert spoken.out.splitlines()[0].startswith(f"{plain}:1  3  ")
    assert spoken.out.splitlines()[1].startswith(f"{dark}  7  ")
    with Image.open(dark) as small:
        small.resize((2_240, 2_240)).save(tmp_path / "large.jpg")
    read, larger = (run("predict", file, "--json").json[0]["digits"][0] for file in (dark, tmp_path / "large.jpg"))
    assert larger["box"] == pytest.approx([10 * side for side in read["box"]], abs=20)  # in its own pixels
    light.rename(tmp_path / "phone.HEIC")  # as photographs of a phone are called; of a folder, all are read
    assert len(run("predict", tmp_path, "--json").json) == 5
    assert run("predict", strokes(tmp_path / "none.jsonl", EMPTY)).out.endswith(":1  nothing is drawn\n")
    marked = io.BytesIO(b"\xef\xbb\xbf" + json.dumps(SEVEN).encode())  # as Windows' tools mark UTF-8
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(marked, encoding="latin-1"))
    assert run("predict", "-", "--json").json[0]["digit"] == 7
    monkeypatch.setattr("sys.stdin", None)  # as where it was closed
    assert "standard input is empty" in refused(run("predict", "-"))


def test_the_weights_asked_for_read_and_the_apps_own_otherwise(run: Run, tmp_path: Path, biased: Path) -> None:
    file, weights = strokes(tmp_path / "d.jsonl", SEVEN), shipped.shipped_weights()
    (told,) = run("predict", file, "--model", biased, "--json").json
    assert told["digit"] == 3
    assert told["probabilities"][3] == pytest.approx(np.e / (np.e + 9))
    (told,) = run("predict", file, "--json").json
    image = there(image_of(Drawing.from_strokes(SEVEN["strokes"]), weights.stages))  # type: ignore[arg-type]
    expected = softmax.probabilities(weights, image.reshape(1, 784))[0]
    assert told["probabilities"] == pytest.approx(expected.tolist(), rel=1e-4, abs=1e-6)


BROKEN = {
    "not JSON": "{nonsense\n", "not a number": '{"strokes": [[[0, NaN]]]}\n', "no strokes": '{"label": 1}\n',
    "infinite": '{"strokes": [[[0, 1e999]]]}\n', "label of 12": '{"label": 12, "strokes": [[[0, 0]]]}\n',
}  # fmt: skip


@pytest.mark.parametrize("fault", list(BROKEN))
@pytest.mark.parametrize("command", ["predict", "evaluate"])
def test_fault_in_line_is_named_before_anything_is_printed(run: Run, tmp_path: Path, command: str, fault: str) -> None:
    assert "line 2" in refused(run(command, strokes(tmp_path / "d.jsonl", SEVEN, BROKEN[fault], THREE), "--json"))


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    good = strokes(tmp_path / "good.jsonl", SEVEN)
    (tmp_path / "text.png").write_text("this is no picture")
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "empty.png").write_bytes(b"")
    Image.new("L", (50, 50), 255).save(tmp_path / "blank.png")
    (tmp_path / "nothing").mkdir()
    os.mkfifo(tmp_path / "nothing" / "pipe.png")
    out, into = os.pipe()
    os.close(into)
    others = "none.jsonl", "none.png", "nothing", f"/dev/fd/{out}"
    for name in ("text.png", "empty.jsonl", "empty.png", "blank.png", *others):
        answer = run("predict", good, tmp_path / name, good)
        assert "Not a directory" not in answer.err
        assert (answer.status, answer.out.split()[1::4]) == (2, ["7", "7"])
        assert str(tmp_path / name) in answer.err
        assert len(answer.err.splitlines()) == 1
    os.close(out)


@pytest.mark.parametrize("command", ["predict", "evaluate"])
def test_where_a_data_set_and_a_network_are_named_is_said(run: Run, tmp_path: Path, biased: Path, command: str) -> None:
    (tmp_path / "set").mkdir()
    small.write_idx(tmp_path / "set", small.dataset())
    tables = table(tmp_path / "x.csv", WHOLE), gzipped(table(tmp_path / "y.csv", WHOLE))
    for file in (tmp_path / "set", *tables, keras_arrays(tmp_path)):
        assert f"is a data set; it is scored by: digitscope evaluate --data {file}\n" in refused(run(command, file))
    (tmp_path / "mine.keras").write_bytes(b"PK")
    for file in (biased, tmp_path / "mine.keras"):
        assert f"name it with --model {file}" in refused(run(command, file))


def test_what_a_name_would_tell_the_terminal_to_do_is_spelt_out(run: Run, tmp_path: Path) -> None:
    file, text = picture(tmp_path / "a\n\t\x1b[2J\x7f\u202eb é👨\u200d👧.png"), tmp_path / "c\nd.png"
    text.write_text("this is no picture")
    answer = run("predict", file, text)
    assert answer.out.startswith(f"{tmp_path}/a\\n\\t\\x1b[2J\\x7f\\u202eb é👨\u200d👧.png  7  ")
    assert (len(answer.out.splitlines()), len(answer.err.splitlines())) == (1, 1)


def test_evaluate_scores_labelled_strokes_and_counts_empty_ones_as_wrong(run: Run, tmp_path: Path) -> None:
    answer = run("evaluate", strokes(tmp_path / "d.jsonl", *DIGITS, SEVEN), "--json")
    (told,) = answer.json
    assert (answer.status, set(told)) == (0, {"accuracy", "count", "per_digit", "confusion", "doubted"})
    assert (told["accuracy"], told["count"]) == (0.75, 4)
    assert told["per_digit"] == [None, None, None, 0.5, None, None, None, 1.0, None, None]
    confusion = np.array(told["confusion"])
    assert confusion.shape == (10, 10)
    assert (confusion[3, 3], confusion[7, 7], confusion.sum()) == (1, 2, 3)
    sentence = refused(run("evaluate", strokes(tmp_path / "n.jsonl", SEVEN, {"strokes": [[[0, 0]]]})))
    assert "digit 2" in sentence
    assert "label" in sentence


def test_drawings_that_are_scored_are_no_digits_of_one_number(run: Run, tmp_path: Path) -> None:
    doubled = {"label": 8, "strokes": [[[1, 0], [0, 6], [8, 6]], [[4.5, 1], [4, 10]], [[2, 3], [8, 3]]]}  # a 4
    (told,) = run("evaluate", strokes(tmp_path / "d.jsonl", doubled, doubled), "--mistakes", 2, "--json").json
    assert len(told["mistakes"]) == 2
    assert {each["doubt"] for each in told["mistakes"]} <= {"none", "unsure"}


def test_evaluate_without_a_file_scores_the_test_images(run: Run, data_folder: Path, biased: Path) -> None:
    command = ("evaluate", "--model", biased, "--data", data_folder)
    (told,) = run(*command, "--json").json
    labels = small.dataset().test.labels
    assert (told["accuracy"], told["count"], told["data"]) == (float((labels == 3).mean()), 200, "digits")
    assert run(*command).out.splitlines()[0].endswith(" % of 200 test images of digits")
    assert sum(told["confusion"][7]) == told["confusion"][7][3] == int((labels == 7).sum())


def test_data_that_was_mended_is_taken_as_it_is_where_that_is_wanted(run: Run, tmp_path: Path, biased: Path) -> None:
    small.write_idx(tmp_path, small.bright())
    assert "ink and paper are swapped" in run("evaluate", "--model", biased, "--data", tmp_path).err
    as_it_is = run("evaluate", "--model", biased, "--data", tmp_path, "--as-it-is")
    assert "swapped" not in as_it_is.err
    assert "changes nothing" not in as_it_is.err
    command = ("train", "--steps", 30, "--data", tmp_path, "--json")
    assert run(*command).json[0]["final_cost"] != run(*command, "--as-it-is").json[0]["final_cost"]
    assert "open those it was made with" in run("runs", "repeat", "last", "--data", tmp_path).err
    assert "bit for bit" in run("runs", "repeat", "last", "--data", tmp_path, "--as-it-is").out


def test_leaving_data_as_they_are_is_no_option_where_none_are_mended(run: Run, tmp_path: Path, biased: Path) -> None:
    small.write_idx(tmp_path, small.dataset())
    assert "changes nothing" in run("evaluate", "--model", biased, "--data", tmp_path, "--as-it-is").err
    for file in (strokes(tmp_path / "d.jsonl", SEVEN), tmp_path):
        assert "--as-it-is" in refused(run("evaluate", file, "--as-it-is"))
        assert "leave them out" in refused(run("evaluate", file, "--data", tmp_path))


def test_what_knows_digits_alone_doubts_no_clothes(run: Run, tmp_path: Path) -> None:
    doubted = {}
    for name in ("things", "fashion"):
        (tmp_path / name).mkdir()
        small.write_idx(tmp_path / name, small.dataset())
        doubted[name] = run("evaluate", "--data", tmp_path / name, "--json").json[0]["doubted"]
    assert doubted["things"]["wrong"] > 0
    assert doubted["fashion"]["wrong"] == 0


def test_the_surest_mistakes_come_first_and_tables_are_plain_text(run: Run, tmp_path: Path, biased: Path) -> None:
    file = strokes(tmp_path / "d.jsonl", THREE, SEVEN, EMPTY, SEVEN)
    (told,) = run("evaluate", file, "--model", biased, "--mistakes", 9, "--json").json
    assert [each["index"] for each in told["mistakes"]] == [1, 3, 2]
    assert told["mistakes"][0] == {
        "index": 1, "label": 7, "digit": 3, "probability": pytest.approx(np.e / (np.e + 9)),
        "verdict": "Not sure: 3 or 9", "doubt": "unsure",
    }  # fmt: skip
    nothing = {"digit": None, "probability": None, "verdict": None, "doubt": None}
    assert told["mistakes"][2] == {"index": 2, "label": 3, **nothing}
    assert told["doubted"] == {"right": 1.0, "wrong": 1.0}
    (few,) = run("evaluate", file, "--model", biased, "--mistakes", 1, "--json").json
    assert len(few["mistakes"]) == 1
    answer = run("evaluate", file, "--model", biased, "--confusion", "--mistakes", 5)
    assert answer.out.splitlines()[0] == "Accuracy: 25.0 % of 4"
    assert "precision" in answer.out
    assert "33.3 %" in answer.out  # of what is read as 3; a 3's recall is one of two
    assert "\x1b" not in answer.out
    assert "  7  0.0 %" in run("evaluate", file, "--model", biased).out


def test_the_shipped_weights_read_mnist_here_as_everywhere(run: Run, mnist_folder: Path, real_mnist: Dataset) -> None:
    (told,) = run("evaluate", "--json", "--data", mnist_folder).json
    readings = scoring.read_images(shipped.shipped_weights(), real_mnist.test.images)
    assert told["accuracy"] == float((readings.probabilities.argmax(axis=1) == real_mnist.test.labels).mean()) >= 0.923
    assert told["confusion"] == scoring.score(readings, real_mnist.test.labels).confusion.tolist()
    assert told["per_digit"] == pytest.approx(metrics.recall(np.array(told["confusion"])).tolist())
