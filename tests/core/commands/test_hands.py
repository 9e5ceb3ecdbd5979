"""`digitscope teach` and `digitscope hands`."""

import io
import json
import sys
from pathlib import Path

import pytest

from core.digits import stroke_lines
from core.hands.hand import Hand
from tests.core.commands.conftest import EMPTY, SEVEN, THREE, Answer, Run, refused, strokes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three labelled digits: two sevens and a three."""
    return strokes(tmp_path / "digits.jsonl", SEVEN, THREE, SEVEN)


def labels(name: str) -> list[int]:
    return [digit.label for digit in Hand(name).digits]


def test_teaching_says_how_many_digits_were_added(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("teach", file, "--hand", "Ada") == Answer(0, "Taught 3 digits: the hand 'Ada' has 3 now.\n", "")
    assert labels("Ada") == [7, 3, 7]
    assert run("teach", file, "--hand", "Ada", "--json").json == [{"hand": "Ada", "taught": 3, "digits": 6}]
    assert (run("teach", file).status, labels("me")) == (0, [7, 3, 7])
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(SEVEN) + "\n"))
    assert run("teach", "-", "--hand", "Bob").out.startswith("Taught 1 digit:")
    assert labels("Bob") == [7]


@pytest.mark.parametrize("fault", [{"strokes": SEVEN["strokes"]}, EMPTY, "no JSON\n", {"label": 12, "strokes": []}])
def test_of_a_file_with_a_fault_nothing_is_taught(run: Run, tmp_path: Path, fault: object) -> None:
    sentence = refused(run("teach", strokes(tmp_path / "bad.jsonl", SEVEN, fault), "--hand", "Ada"))
    assert "bad.jsonl" in sentence
    assert "2" in sentence
    assert labels("Ada") == []


def test_hands_are_listed_with_their_digits_and_damaged_lines_counted(run: Run, file: Path) -> None:
    answer = run("hands", "list")
    assert (answer.status, answer.out) == (0, "")
    assert "no hands yet" in answer.err
    assert run("hands", "list", "--json").out == ""
    for name in ("Bob", "Ada"):
        run("teach", file, "--hand", name)
    with Hand("Bob").path.open("a") as opened:
        opened.write("{cut sho\n")
    lines = run("hands", "list").out.splitlines()
    assert [line.split()[:2] for line in lines] == [["hand", "digits"], ["Ada", "3"], ["Bob", "3"]]
    answer = run("hands", "list", "--json")
    ada, bob = answer.json
    assert (ada["hand"], bob["hand"]) == ("Ada", "Bob")
    assert ada["per_digit"] == [0, 0, 0, 1, 0, 0, 0, 2, 0, 0]
    assert (bob["digits"], bob["damaged_lines"], ada["damaged_lines"]) == (3, 1, 0)
    assert "1 damaged line." in answer.err


def test_a_hand_is_shown_with_how_well_weights_read_it(run: Run, file: Path, biased: Path) -> None:
    run("teach", file, "--hand", "Ada")
    shown = run("hands", "show", "Ada", "--model", biased).out
    assert "3 digits, 33.3 % read right" in shown
    assert str(Hand("Ada").path) in shown
    (told,) = run("hands", "show", "Ada", "--model", biased, "--json").json
    assert told["accuracy"] == pytest.approx(1 / 3)
    assert [told["accuracy_per_digit"][digit] for digit in (3, 7, 0)] == [1.0, 0.0, None]
    assert run("hands", "show", "Ada").status == 0


def test_an_exported_hand_is_taught_again_as_it_was(run: Run, file: Path, tmp_path: Path) -> None:
    run("teach", file, "--hand", "Ada")
    target = tmp_path / "ada.jsonl.gz"
    answer = run("hands", "export", "Ada", target)
    assert (answer.status, answer.out) == (0, "")
    assert "3 digits" in answer.err
    assert [digit.writer for digit in stroke_lines.read(target)] == ["Ada"] * 3
    run("teach", target, "--hand", "Copy")
    assert labels("Copy") == labels("Ada")
    assert [line["label"] for line in run("hands", "export", "Ada", "-").json] == [7, 3, 7]


def test_a_removed_hand_is_gone(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("teach", file, "--hand", "Ada")
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))  # no terminal: nobody can be asked
    assert "--yes" in refused(run("hands", "remove", "Ada"))
    assert labels("Ada") == [7, 3, 7]
    answer = run("hands", "remove", "Ada", "--yes")
    assert (answer.status, answer.out) == (0, "")
    assert "'Ada' with its 3 digits" in answer.err
    assert not Hand("Ada").path.exists()
    assert run("hands", "remove", "Ada", "--yes").status == 2


class Typed(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "is_gone"), [("y\n", True), ("Yes\n", True), ("n\n", False), ("", False)])
def test_a_yes_removes_a_hand(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, typed: str, is_gone: bool) -> None:
    run("teach", file, "--hand", "Ada")
    monkeypatch.setattr(sys, "stdin", Typed(typed))
    answer = run("hands", "remove", "Ada")
    assert (answer.status, answer.out) == (0, "")
    assert "Remove the hand 'Ada' with its 3 digits for good? [y/N]" in answer.err
    assert Hand("Ada").path.exists() is not is_gone


def test_bad_input_is_one_sentence_and_status_2(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    for name in ("Ada", "Empty"):
        run("teach", file, "--hand", name)
    for digit in Hand("Empty").digits:
        Hand("Empty").delete(digit.id)
    for command, message in {
        "teach": "FILE", "teach none.jsonl": "none.jsonl does not exist", "hands": "command",
        "teach digits.jsonl --hand ../Ada": "cannot be a hand's name", "hands show Nobody": "no hand 'Nobody'",
        "hands show ../Ada": "cannot be a hand's name", "hands show Ada --model none.npz": "none.npz",
        "hands export Nobody n.jsonl": "no hand 'Nobody'", "hands export Ada .": "is a folder; name a file in it",
        "hands export Ada none/a.jsonl": "cannot be written", "hands export Empty e.jsonl": "no digits to export",
        "hands remove Nobody": "no hand 'Nobody'",
    }.items():  # fmt: skip
        assert message in refused(run(*command.split()))
