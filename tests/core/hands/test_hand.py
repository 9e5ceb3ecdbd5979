"""Hands: what was taught is kept, whatever happens to the process or to the file."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.digits import stroke_lines
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.digits.stages import UPRIGHT
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.hands import hand as hands
from core.hands.hand import Hand
from tests import small
from tests.there import there

DOT = Drawing.from_strokes([[[0.5, 0.5]]])


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    return Hand("Ada", tmp_path)


def again(hand: Hand) -> Hand:
    return Hand(hand.name, hand.path.parent)


def test_what_was_taught_is_there_again_where_it_is_read(hand: Hand) -> None:
    hand.teach(small.SEVEN, 7)
    hand.teach(DOT, 0)
    kept = again(hand).digits
    assert [digit.label for digit in kept] == [7, 0]
    assert np.array_equal(kept[0].drawing.points, small.SEVEN.points)
    assert again(hand).counts() == (1, 0, 0, 0, 0, 0, 0, 1, 0, 0)
    assert not Hand(hand.name, hand.path.parent, is_read=False).digits


def test_corrections_and_deletions_are_kept_as_lines_with_their_time_and_can_be_taken_back(hand: Hand) -> None:
    first, second = hand.teach(small.SEVEN, 1), hand.teach(DOT, 0)
    before = hand.path.read_bytes()
    hand.correct(first.id, 7)
    hand.delete(second.id)
    assert [(digit.id, digit.label) for digit in again(hand).digits] == [(first.id, 7)]
    hand.restore(second.id)
    assert [digit.id for digit in again(hand).digits] == [first.id, second.id]
    assert hand.path.read_bytes().startswith(before)
    assert all(json.loads(line)["time"].endswith("+00:00") for line in hand.path.read_text().splitlines())


@pytest.mark.parametrize(
    ("damage", "count"),
    [
        (b"\x00\xff\xfe", 1), (b"[]", 1), (b'"x"', 1), (b"{}", 1),
        (b'{"id":1,"label":7,"strokes":[[["a"]]],"time":""}', 1),
        (b"[" * 9_999, 10),  # in pieces, as it is longer than any digit
        (b'{"id": "nobody", "label": 3}', 1),
    ],
)  # fmt: skip
def test_a_damaged_line_loses_itself(hand: Hand, monkeypatch: pytest.MonkeyPatch, damage: bytes, count: int) -> None:
    monkeypatch.setattr(stroke_lines, "LONGEST_LINE", 1_000)
    hand.teach(small.SEVEN, 7)
    with hand.path.open("ab") as file:
        file.write(damage + b"\n")
    hand.teach(DOT, 0)
    kept = again(hand)
    assert ([digit.label for digit in kept.digits], kept.damaged) == ([7, 0], count)


def test_a_line_cut_short_at_any_byte_does_not_spoil_the_next(hand: Hand) -> None:
    hand.teach(small.SEVEN, 7)
    whole = hand.path.read_bytes()
    for length in range(0, len(whole), 7):
        hand.path.write_bytes(whole + whole[:length])
        again(hand).teach(DOT, 0)
        assert {digit.label for digit in again(hand).digits} == {7, 0}


def teaching(folder: Path, *labels: int) -> "subprocess.Popen[bytes]":
    """Teach a hand in a process of its own, which prints a line after each of so many digits."""
    script = (
        "import sys; from pathlib import Path; from core.hands.hand import Hand; from tests import small\n"
        "hand = Hand('Ada', Path(sys.argv[1]))\n"
        "for label in sys.argv[2:]: hand.teach(small.SEVEN, int(label)); print(label, flush=True)\n"
    )
    command = [sys.executable, "-c", script, *map(str, (folder, *labels))]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_what_was_told_to_be_kept_outlives_a_kill(tmp_path: Path) -> None:
    with teaching(tmp_path, *[*range(10)] * 100) as child:
        told = [there(child.stdout).readline() for _ in range(20)]
        child.kill()
    assert len(told) == 20
    kept = Hand("Ada", tmp_path)
    assert len(kept.digits) >= 20
    assert kept.damaged <= 1


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    with teaching(tmp_path, *[3] * 100) as one, teaching(tmp_path, *[7] * 100) as other:
        assert b"".join(child.communicate()[0] for child in (one, other)) == b"3\n" * 100 + b"7\n" * 100
    counts = Hand("Ada", tmp_path).counts()
    assert (counts[3], counts[7]) == (100, 100)


def test_an_empty_drawing_and_a_label_that_is_no_digit_are_refused(hand: Hand) -> None:
    with pytest.raises(UserError, match="no strokes"):
        hand.teach(Drawing(), 7)
    with pytest.raises(UserError, match="10 is not a digit"):
        hand.teach(small.SEVEN, 10)
    with pytest.raises(UserError, match="digit 2 has no label"):
        hand.teach_all([LabelledDrawing(small.SEVEN, 7), LabelledDrawing(small.SEVEN)])
    assert not hand.path.exists()


@pytest.mark.parametrize("name", ["", "../me", "a/b", ".hidden", "con", "nul.a", "Com1 .b", "x" * 41, "a\x00b"])
def test_a_name_that_cannot_be_a_files_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be a hand's name"):
        Hand(name, tmp_path)


def test_names_are_listed_and_strange_files_are_not_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    for name in ("zoë", "Ada 2"):
        Hand(name, tmp_path).teach(DOT, 0)
    (tmp_path / ".x.jsonl").write_text("")
    assert (hands.names(tmp_path), hands.names(tmp_path / "none")) == (("Ada 2", "zoë"), ())
    (tmp_path / "Ada.jsonl").mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        Hand("Ada", tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="limits files as POSIX systems do")
def test_of_digits_that_the_disk_takes_only_a_part_of_none_is_kept(hand: Hand) -> None:
    import resource

    hand.teach(small.SEVEN, 7)
    before, limits = hand.path.stat().st_size, resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (before + 1_000, limits[1]))
    try:
        with pytest.raises(UserError, match="cannot be written"):
            hand.teach_all([LabelledDrawing(small.SEVEN, 7)] * 20)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert hand.path.stat().st_size == before
    assert (len(again(hand).digits), again(hand).damaged) == (1, 0)


def test_pictures_are_among_the_digits_and_learned_from(hand: Hand, tmp_path: Path) -> None:
    hand.teach(Drawing(picture=image_of(small.SEVEN)), 7)
    hand.teach(small.SEVEN, 7)
    seen = [image_of(digit.drawing, UPRIGHT) for digit in again(hand).digits]
    assert np.abs(there(seen[0]) - there(seen[1])).max() < 0.01
    hand.export(tmp_path / "out.jsonl")
    assert len(Hand("Bob", tmp_path).teach_all(stroke_lines.read(tmp_path / "out.jsonl"))) == 2


def test_a_hand_takes_another_name_or_goes_into_another(hand: Hand) -> None:
    hand.teach(small.SEVEN, 7)
    (first,) = hand.digits
    renamed = hand.rename("Bob")
    assert ([digit.id for digit in renamed.digits], hand.path.exists()) == ([first.id], False)
    other = Hand("Eve", renamed.path.parent)
    other.teach(DOT, 0)
    with pytest.raises(UserError, match="'Eve' already"):
        renamed.rename("Eve")
    assert [digit.id for digit in renamed.rename("Bob").merge_into(renamed).digits] == [first.id]
    renamed.merge_into(other)
    assert [(digit.label, digit.time) for digit in again(other).digits][1:] == [(7, first.time)]
    assert not renamed.path.exists()
