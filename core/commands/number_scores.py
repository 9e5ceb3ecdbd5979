"""How well numbers of several digits are read, as `digitscope evaluate` prints it; what was doubted, of digits too.

Pictures of a folder are labelled by its labels.csv, a table of file,label, or by its subfolders' names.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.commands.predicting import UNSAID, Answer, NumberReader, check_use
from core.commands.terminal import json_line, note, percent, table_lines
from core.errors import UserError, instead_of, reading
from core.files import presence
from core.model.doubt import Doubt
from core.pictures.decoding import PICTURE_SUFFIXES

LABELS = "labels.csv"

Scored = dict[str, str | None]
DoubtedShares = dict[str, float | None]


def scored(place: str, label: str, answer: Answer | None) -> Scored:
    """Return a labelled number as a script reads it: where it is, and what it was read as, where it was not refused."""
    text = None if answer is None else answer.text.replace("\n", "")
    return {"file": place, "label": label, "text": text, **(UNSAID if answer is None else answer.said)}


def scored_pictures(folder: Path, reader: NumberReader) -> Iterator[Scored]:
    """Give how the labelled pictures of a folder are read; those refused are reported on standard error."""
    for path, label in _labelled(folder):
        try:
            answer = reader.answers(str(path))[0]
        except UserError as error:
            note(f"digitscope: {error}")
            answer = None
        yield scored(str(path), label, answer)


def _labelled(folder: Path) -> list[tuple[Path, str]]:
    """Return the pictures of a folder and their labels; raises UserError for none, or a table that is none."""
    if presence.is_file(folder / LABELS):
        found = _listed(folder)
    else:
        pictures = (path for path in sorted(folder.glob("*/*")) if path.suffix.lower() in PICTURE_SUFFIXES)
        found = [(path, path.parent.name) for path in pictures if _is_number(path.parent.name)]
    if not found:
        check_use(str(folder))
        raise UserError(
            f"{folder} holds no labelled pictures: put them into subfolders named by label, or list them in a "
            f"{LABELS} of file,label."
        )
    return found


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


def lines_of_numbers(numbers: Iterable[Scored], mistakes: int, as_json: bool, confusion: bool) -> list[str]:
    """Return how numbers were read, and the first mistakes, as it is printed.

    The digits' accuracy is one less those wrong, missing or too many, over all digits of the labels; at least 0.
    """
    known = [(each, each["label"] or "", each["text"] or "") for each in numbers]
    accuracy = sum(label == text for _, label, text in known) / max(len(known), 1)
    off = sum(distance(label, text) for _, label, text in known)
    digit_accuracy = max(0.0, 1 - off / max(sum(len(label) for _, label, _ in known), 1))
    refused = sum(each["text"] is None for each, *_ in known)
    read = ((label == text, Doubt(each["doubt"])) for each, label, text in known if each["text"] is not None)
    doubted = doubted_shares(read)
    wrong = [each for each, label, text in known if label != text][:mistakes]
    if as_json:
        found = {"accuracy": accuracy, "count": len(known), "digit_accuracy": digit_accuracy, "refused": refused}
        return [json_line({**found, "doubted": doubted, **({"mistakes": wrong} if mistakes else {})})]
    lines = [f"Accuracy: {percent(accuracy)} of {len(known):,}, digits {percent(digit_accuracy)}"]
    lines += [f"  {refused:,} could not be read"] if refused else []
    if confusion and all(len(label) == 1 for _, label, _ in known):
        counted = Counter((label, text or "-") for _, label, text in known)
        labels = sorted({label for label, _ in counted})
        texts = sorted({text for _, text in counted}, key=lambda text: (len(text), text))
        table = [[label, *(str(counted[label, text]) for text in texts)] for label in labels]
        lines += ["", *table_lines(["label \\ read as", *texts], table)]
    elif confusion:
        note("digitscope: --confusion is a table of single digits; here are numbers of several.")
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
