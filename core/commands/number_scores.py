"""`digitscope evaluate` for whole numbers and folders: labelled strokes and pictures, right as a whole or not."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.commands.predicting import PICTURE_SUFFIXES, UNSAID, Answer, NumberReader
from core.commands.terminal import json_line, note, percent, table_lines
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, instead_of, reading
from core.files import presence
from core.model.doubt import Doubt

LABELS = "labels.csv"

DoubtedShares = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class NumberScore:
    """How numbers were read: where each is found, its label, and what was made of it; None where it was refused."""

    places: tuple[str, ...]
    labels: tuple[str, ...]
    answers: tuple[Answer | None, ...]

    @property
    def texts(self) -> list[str | None]:
        """What each was read as, on one line."""
        return [None if answer is None else answer.text.replace("\n", "") for answer in self.answers]

    @property
    def doubted(self) -> DoubtedShares:
        """Which share of those read right and of those read wrong was in doubt."""
        right = [text == label for text, label in zip(self.texts, self.labels, strict=True)]
        read = [(ok, answer.doubt) for ok, answer in zip(right, self.answers, strict=True) if answer]
        return doubted_shares([ok for ok, _ in read], [doubt for _, doubt in read])

    @property
    def accuracy(self) -> float:
        """The share, 0..1, that was read right as a whole."""
        return sum(map(str.__eq__, self.labels, map(str, self.texts))) / max(len(self.labels), 1)

    @property
    def digit_accuracy(self) -> float:
        """One less the digits wrong, missing or too many, over all digits of the labels; at least 0."""
        wrong = sum(distance(label, text or "") for label, text in zip(self.labels, self.texts, strict=True))
        return max(0.0, 1 - wrong / max(sum(map(len, self.labels)), 1))

    def mistakes(self, most: int) -> list[dict[str, str | None]]:
        """Return the first mistakes as a script reads them."""
        each = zip(self.places, self.labels, self.texts, self.answers, strict=True)
        return [
            {"file": place, "label": label, "text": text, **(answer.said if answer else UNSAID)}
            for place, label, text, answer in each
            if label != text
        ][:most]


def scored_pictures(folder: Path, reader: NumberReader) -> NumberScore:
    """Return how the labelled pictures of a folder are read; those refused are reported on standard error."""
    labelled = _labelled(folder)
    answers: list[Answer | None] = []
    for path, _ in labelled:
        try:
            answers.append(reader.answers(str(path))[0])
        except UserError as error:
            note(f"digitscope: {error}")
            answers.append(None)
    return NumberScore(tuple(str(path) for path, _ in labelled), tuple(label for _, label in labelled), tuple(answers))


def scored_drawings(file: str, drawings: Sequence[LabelledDrawing], reader: NumberReader) -> NumberScore:
    """Return how labelled drawings of a file are read."""
    answers = reader.answers_to(file, drawings)
    places = tuple(f"{file}:{number}" for number in range(1, len(drawings) + 1))
    return NumberScore(places, tuple(one.text for one in drawings), tuple(answers))


def lines_of(score: NumberScore, mistakes: int, as_json: bool) -> list[str]:
    """Return a score as it is printed."""
    refused = sum(text is None for text in score.texts)
    wrong = score.mistakes(mistakes)
    if as_json:
        found: dict[str, Any] = {
            "accuracy": score.accuracy,
            "count": len(score.labels),
            "digit_accuracy": score.digit_accuracy,
        }
        found |= {"refused": refused, "doubted": score.doubted, **({"mistakes": wrong} if mistakes else {})}
        return [json_line(found)]
    lines = [f"Accuracy: {percent(score.accuracy)} of {len(score.labels):,}, digits {percent(score.digit_accuracy)}"]
    if refused:
        lines.append(f"  {refused:,} could not be read")
    lines += doubted_lines(score.doubted)
    rows = [[one[name] or "-" for name in ("file", "label", "text", "doubt")] for one in wrong]
    return [*lines, "", *table_lines(["mistake", "label", "read as", "doubt"], rows, texts=4)] if mistakes else lines


def doubted_shares(right: Sequence[bool], doubts: Sequence[Doubt]) -> DoubtedShares:
    """Return which share, 0..1, of what was read right and wrong was in doubt; None where nothing was."""
    shares = {}
    for name, is_right in (("right", True), ("wrong", False)):
        of = [doubt is not Doubt.NONE for ok, doubt in zip(right, doubts, strict=True) if bool(ok) is is_right]
        shares[name] = sum(of) / len(of) if of else None
    return shares


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
