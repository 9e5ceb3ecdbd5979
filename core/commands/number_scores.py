"""`digitscope evaluate` for whole numbers and folders: labelled strokes and pictures, right as a whole or not."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.commands.predicting import PICTURE_SUFFIXES, UNSAID, Answer, NumberReader
from core.commands.terminal import json_line, note, percent, table_lines
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, instead_of, reading
from core.files import presence
from core.model.doubt import Doubt

LABELS = "labels.csv"

DoubtedShares = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled number: where it is found, its label, and what was made of it; None where it was refused."""

    place: str
    label: str
    answer: Answer | None

    @property
    def text(self) -> str | None:
        """What it was read as, on one line."""
        return None if self.answer is None else self.answer.text.replace("\n", "")

    @property
    def is_right(self) -> bool:
        """Whether it was read right as a whole."""
        return self.text == self.label

    @property
    def said(self) -> dict[str, str | None]:
        """All of it as a script reads it."""
        verdict = self.answer.said if self.answer else UNSAID
        return {"file": self.place, "label": self.label, "text": self.text, **verdict}


def scored_pictures(folder: Path, reader: NumberReader) -> Iterator[Scored]:
    """Give how the labelled pictures of a folder are read; those refused are reported on standard error."""
    for path, label in _labelled(folder):
        try:
            answer = reader.answers(str(path))[0]
        except UserError as error:
            note(f"digitscope: {error}")
            answer = None
        yield Scored(str(path), label, answer)


def scored_drawings(file: str, drawings: Sequence[LabelledDrawing], reader: NumberReader) -> Iterator[Scored]:
    """Give how labelled drawings of a file are read."""
    for one, answer in zip(drawings, reader.answers_to(file, drawings), strict=True):
        yield Scored(answer.place, one.text, answer)


def lines_of(numbers: Iterable[Scored], mistakes: int, as_json: bool) -> list[str]:
    """Return how numbers were read, and the first mistakes, as it is printed.

    The digits' accuracy is one less those wrong, missing or too many, over all digits of the labels; at least 0.
    """
    scored = list(numbers)
    accuracy = sum(each.is_right for each in scored) / max(len(scored), 1)
    off = sum(distance(each.label, each.text or "") for each in scored)
    digit_accuracy = max(0.0, 1 - off / max(sum(len(each.label) for each in scored), 1))
    refused = sum(each.answer is None for each in scored)
    doubted = doubted_shares((each.is_right, each.answer.doubt) for each in scored if each.answer)
    wrong = [each.said for each in scored if not each.is_right][:mistakes]
    if as_json:
        found = {"accuracy": accuracy, "count": len(scored), "digit_accuracy": digit_accuracy, "refused": refused}
        return [json_line({**found, "doubted": doubted, **({"mistakes": wrong} if mistakes else {})})]
    lines = [f"Accuracy: {percent(accuracy)} of {len(scored):,}, digits {percent(digit_accuracy)}"]
    lines += [f"  {refused:,} could not be read"] if refused else []
    lines += doubted_lines(doubted)
    rows = [[one[name] or "-" for name in ("file", "label", "text", "doubt")] for one in wrong]
    return [*lines, "", *table_lines(["mistake", "label", "read as", "doubt"], rows, texts=4)] if mistakes else lines


def doubted_shares(read: Iterable[tuple[bool, Doubt]]) -> DoubtedShares:
    """Return which share, 0..1, of what was read right and wrong was in doubt; None where nothing was."""
    by_name: dict[str, list[bool]] = {"right": [], "wrong": []}
    for is_right, doubt in read:
        by_name["right" if is_right else "wrong"].append(doubt is not Doubt.NONE)
    return {name: sum(each) / len(each) if each else None for name, each in by_name.items()}


def doubted_lines(doubted: DoubtedShares) -> list[str]:
    """Return such shares as they are printed."""
    return [f"  in doubt: {percent(share)} of what is {name}" for name, share in doubted.items() if share is not None]


def distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added or left out to make one text the other (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for place, opposite in enumerate(other, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != opposite))
    return row[-1]


def _labelled(folder: Path) -> list[tuple[Path, str]]:
    """Return the pictures of a folder and their labels, from its labels.csv or its subfolders' names."""
    found = _listed(folder) if presence.is_file(folder / LABELS) else _in_subfolders(folder)
    if not found:
        raise UserError(
            f"{folder} holds no labelled pictures: put them into subfolders named by label, or list them in a "
            f"{LABELS} of file,label."
        )
    return found


def _in_subfolders(folder: Path) -> list[tuple[Path, str]]:
    return [
        (path, path.parent.name)
        for path in sorted(folder.glob("*/*"))
        if path.suffix.lower() in PICTURE_SUFFIXES and _is_number(path.parent.name)
    ]


def _listed(folder: Path) -> list[tuple[Path, str]]:
    path = folder / LABELS
    no_table = instead_of((UnicodeDecodeError, csv.Error), UserError(f"{path} is not a table of file,label in UTF-8."))
    with reading(path), no_table, path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    head = [name.strip().lower() for name in rows[0]] if rows else []
    has_head = {"file", "label"} <= set(head)
    file_at, label_at = (head.index("file"), head.index("label")) if has_head else (0, 1)
    found = []
    for number, row in enumerate(rows[has_head:], start=1 + has_head):
        if len(row) <= max(file_at, label_at) or not _is_number(row[label_at].strip()):
            raise UserError(f"line {number} of {path} is not a file and a label of digits.")
        found.append((folder / row[file_at].strip(), row[label_at].strip()))
    return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
