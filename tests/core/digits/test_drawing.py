"""A drawing as numbers, and drawings as lines of text."""

import base64
import gzip
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from core.digits import stroke_lines
from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError

GOOD = '{"label":7,"writer":"w01","strokes":[[[0,0],[10,0],[4.5,20]],[[2,9]]]}\n'
points = st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))


def test_strokes_become_points_in_drawing_order_and_those_without_points_are_empty() -> None:
    drawing = Drawing.from_strokes([[[1, 2], [3, 4]], [[5, 6]]])
    assert drawing.points.tolist() == [[1, 2], [3, 4], [5, 6]]
    assert not drawing.is_empty
    for drawing in (Drawing(), Drawing.from_strokes([]), Drawing.from_strokes([[], []])):
        assert drawing.is_empty
        assert drawing.points.shape == (0, 2)


def test_a_drawing_keeps_copies_that_cannot_be_changed() -> None:
    mine = np.zeros((2, 2))
    drawing = Drawing.from_strokes([mine])
    mine[0, 0] = 7
    assert drawing.points[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        drawing.strokes[0][0, 0] = 1
    others = (None, Drawing(), Drawing.from_strokes([mine]), Drawing(drawing.strokes))
    assert [drawing.is_same(other) for other in others] == [False, False, False, True]


def test_a_drawing_of_more_points_than_any_digit_has_is_refused() -> None:
    with pytest.raises(UserError, match="more than"):
        Drawing.from_strokes([np.zeros((100_001, 2))])
    assert len(Drawing.from_strokes([np.zeros((100_000, 2))]).points) == 100_000


def test_length_is_measured_in_sides_of_the_box() -> None:
    assert Drawing.from_strokes([[[0, 0], [0, 30]], [[0, 0], [15, 0]]]).length == pytest.approx(1.5)
    assert (Drawing().length, Drawing.from_strokes([[[5, 5]]]).length) == (0, 0)


def read(text: str) -> list[LabelledDrawing]:
    return stroke_lines.read(io.StringIO(text))


def test_a_line_is_a_digit_whose_label_and_writer_may_be_missing_and_whose_drawing_may_be_empty() -> None:
    (digit,) = read(GOOD)
    assert (digit.label, digit.writer) == (7, "w01")
    assert [stroke.tolist() for stroke in digit.drawing.strokes] == [[[0, 0], [10, 0], [4.5, 20]], [[2, 9]]]
    (digit,) = read('{"strokes": []}')
    assert (digit.label, digit.writer, digit.drawing.is_empty) == (None, "", True)


@pytest.mark.parametrize("name", ["digits.jsonl", "digits.jsonl.gz"])
def test_what_is_written_is_read(tmp_path: Path, name: str) -> None:
    picture = base64.b64encode(bytes(range(196)) * 4).decode()
    digits = read(GOOD + '{"strokes":[[[1e-3,-5]]]}\n' + f'{{"label":3,"picture":"{picture}"}}\n')
    stroke_lines.write(digits, tmp_path / name)
    found = stroke_lines.read(tmp_path / name)
    assert [stroke_lines.line_of(digit) for digit in found] == [stroke_lines.line_of(digit) for digit in digits]
    assert ((tmp_path / name).read_bytes()[:2] == b"\x1f\x8b") == name.endswith(".gz")


def test_a_compressed_file_carries_its_own_name_and_is_the_same_each_time(tmp_path: Path) -> None:
    written = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        stroke_lines.write(read(GOOD), tmp_path / folder / "digits.jsonl.gz")
        written.append((tmp_path / folder / "digits.jsonl.gz").read_bytes())
    assert written[0] == written[1]
    assert written[0][10:23] == b"digits.jsonl\0"  # what the header says it unpacks to (RFC 1952)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "not JSON"), ("[" * 100_000, "not JSON"), ("[1]", "not a JSON object"),
        ('{"strokes": {}}', "not a JSON object"), ('{"picture": "AAAA"}', "not 784 bytes"),
        ('{"picture": 5}', "not 784 bytes"), ('{"strokes": [5]}', "not a list of"),
        ('{"strokes": [[1, 2]]}', "not a list of"), ('{"strokes": [[[1, 2], [3]]]}', "not a list of"),
        ('{"strokes": [[[1, 2, 3]]]}', "not a list of"), ('{"strokes": [[["1", "2"]]]}', "not a number"),
        ('{"strokes": [[[null, 2]]]}', "not a number"), ('{"strokes": [[[NaN, 2]]]}', "not a finite number"),
        ('{"strokes": [[[1, -Infinity]]]}', "not a finite number"),
        ('{"strokes": [[[1' + "0" * 400 + ", 2]]]}", "not a number of a sensible size"),
        ('{"strokes": [[[1]]]}', "not a list of"), ('{"strokes": ["12"]}', "not a list of"),
        ('{"strokes": [{"x": 1}]}', "not a list of"), ('{"strokes": [[[{}, 1]]]}', "not a number"),
        ('{"strokes": [[[10000000000, 2]]]}', "a coordinate beyond"),
        ('{"label": 12, "strokes": []}', "label 12"), ('{"label": true, "strokes": []}', "label True"),
        ('{"label": "4x", "strokes": []}', "label 4x"), ('{"writer": 5, "strokes": []}', "writer"),
    ],
)  # fmt: skip
def test_a_fault_names_its_line(line: str, sentence: str) -> None:
    with pytest.raises(UserError, match=rf"^line 3 of standard input: .*{sentence}.*\.$"):
        read(GOOD + "\n" + line + "\n" + GOOD)


def test_a_line_without_end_and_too_many_of_them_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stroke_lines, "LONGEST_LINE", 100)
    with pytest.raises(UserError, match="line 2 of standard input is longer than 100"):
        read(GOOD + " " * 101 + GOOD)
    monkeypatch.setattr(stroke_lines, "MOST_LINES", 3)
    with pytest.raises(UserError, match="it has more than 3 lines: divide it"):
        list(stroke_lines.parsed(io.StringIO("\n" * 4), "it"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"), (b"\n\n", "is empty"), (gzip.compress(b"", mtime=0), "is empty"),
        (gzip.compress(GOOD.encode() * 50, mtime=0)[:-9], "damaged or cut short"),
        (GOOD.encode() + b"\xff\xfe", "not text in UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_is_damaged_or_holds_no_digit_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(UserError, match=sentence):
        stroke_lines.read(tmp_path / "f")


def test_a_missing_file_and_a_place_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        stroke_lines.read(tmp_path / "none")
    with pytest.raises(UserError, match="cannot be written"):
        stroke_lines.write([], tmp_path / "none" / "f")


@settings(max_examples=100)
@given(strokes=st.lists(st.lists(points, min_size=1, max_size=4), max_size=3))
def test_no_point_changes_on_the_way(strokes: list[list[tuple[float, float]]]) -> None:
    digit = LabelledDrawing(Drawing.from_strokes(strokes), 1, "w")
    (found,) = read(stroke_lines.line_of(digit))
    assert all(map(np.array_equal, found.drawing.strokes, digit.drawing.strokes))
