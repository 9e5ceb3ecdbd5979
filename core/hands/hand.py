"""Hands: people's own labelled digits, each hand one append-only file of JSON lines that outlives a kill.

A line is one of these, `id` naming the digit and `time` when it was written, in UTC:

    {"id": "...", "time": "...", "label": 7, "strokes": [[[x, y], ...], ...]}   taught, or with "picture"
    {"id": "...", "time": "...", "label": 1}                                    corrected
    {"id": "...", "time": "...", "deleted": true}                               deleted; false = brought back

Nothing is ever changed in place: a line that is damaged or cut short loses itself only.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from core.digits import stroke_lines
from core.digits.dataset import CLASSES
from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, os_errors_as, reading, writing
from core.files import folders
from core.files.whole import append
from core.words import mark

SUFFIX = ".jsonl"
USUAL = "me"  # the hand of someone who has named none
LONGEST_NAME = 40  # characters
NAME = re.compile(rf"[^\W_](?:[\w .'-]{{0,{LONGEST_NAME - 2}}}[\w'-])?")  # no path, nothing hidden, no blank ends
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³]) *(\..*)?", re.IGNORECASE)  # Windows opens devices by these


@dataclass(frozen=True, slots=True)
class HandDigit:
    """A digit that somebody drew and labelled."""

    id: str
    label: int
    drawing: Drawing
    time: str  # ISO 8601, UTC
    deleted: bool = False


class Hand:
    """One person's digits: read when made, written through to the disk at every change."""

    def __init__(self, name: str, folder: Path | None = None, is_read: bool = True) -> None:
        """Open a hand by name, which need not be there yet, and read it or leave it empty; raises UserError."""
        self.name = checked_name(name)
        self.path = (folder or folders.of("hands")) / f"{self.name}{SUFFIX}"
        self.damaged = 0  # lines passed over
        self._digits: dict[str, HandDigit] = {}
        for line in _lines(self.path) if is_read else ():
            if line.strip() and not self._take(line):
                self.damaged += 1

    @property
    def digits(self) -> tuple[HandDigit, ...]:
        """The digits that are not deleted, in the order they were taught."""
        return tuple(digit for digit in self._digits.values() if not digit.deleted)

    def counts(self) -> tuple[int, ...]:
        """Return how many there are of each digit, ten numbers."""
        labels = [digit.label for digit in self.digits]
        return tuple(labels.count(label) for label in range(CLASSES))

    def teach(self, drawing: Drawing, label: int) -> HandDigit:
        """Store a drawing as an example of a digit; it is on the disk when this returns. Raises UserError."""
        return self.teach_all([LabelledDrawing(drawing, label)])[0]

    def teach_all(self, digits: Iterable[LabelledDrawing]) -> tuple[HandDigit, ...]:
        """Store many digits with one write; raises UserError, storing none, for one without label or strokes."""
        taught = list[HandDigit]()
        for number, digit in enumerate(digits, start=1):
            if digit.drawing.is_empty:
                raise UserError("digit {number} has no strokes: draw it first.", number=number)
            if digit.label is None:
                raise UserError("digit {number} has no label: say which digit it was meant to be.", number=number)
            taught.append(HandDigit(os.urandom(16).hex(), _checked_label(digit.label), digit.drawing, _now()))
        self._append([_record(digit) for digit in taught])
        return tuple(taught)

    def correct(self, digit_id: str, label: int) -> None:
        """Give a digit another label; raises UserError."""
        self._append([{"id": digit_id, "time": _now(), "label": _checked_label(label)}])

    def delete(self, digit_id: str) -> None:
        """Leave a digit out from now on; `restore` brings it back. Raises UserError."""
        self._append([{"id": digit_id, "time": _now(), "deleted": True}])

    def restore(self, digit_id: str) -> None:
        """Bring a deleted digit back; raises UserError."""
        self._append([{"id": digit_id, "time": _now(), "deleted": False}])

    def export(self, path: Path) -> None:
        """Write the digits as stroke JSON lines, the hand as their writer; raises UserError."""
        stroke_lines.write(self.labelled(), path)

    def labelled(self) -> list[LabelledDrawing]:
        """Return the digits as labelled drawings, the hand as their writer."""
        return [LabelledDrawing(digit.drawing, digit.label, self.name) for digit in self.digits]

    def rename(self, name: str) -> "Hand":
        """Give the hand another name and return it by that; raises UserError for one that there is."""
        name = checked_name(name)
        target = self.path.with_name(f"{name}{SUFFIX}")
        if target.exists() and not self._lies_at(target):
            raise UserError("there is a hand {name!r} already; merge it into that.", name=name)
        with writing(target), suppress(FileNotFoundError):
            self.path.rename(target)
        return Hand(name, self.path.parent)

    def merge_into(self, other: "Hand") -> "Hand":
        """Add the digits to another hand, remove this one, and return the other; raises UserError."""
        if self._lies_at(other.path):
            return self.rename(other.name)
        other._append([_record(digit) for digit in self.digits])
        self.remove()
        return other

    def remove(self) -> None:
        """Delete the hand's file for good; raises UserError."""
        with os_errors_as(mark("{path} cannot be removed: {reason}."), path=self.path):
            self.path.unlink(missing_ok=True)
        self._digits = {}

    def _lies_at(self, path: Path) -> bool:
        """Return whether a path is this hand's own, as one in other letters is where "anna" and "Anna" are one file."""
        try:
            return os.path.samestat(self.path.lstat(), path.lstat())
        except OSError:
            return False

    def _append(self, records: list[dict[str, Any]]) -> None:
        lines = [json.dumps(record, separators=(",", ":")) + "\n" for record in records]
        with writing(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            append(self.path, "".join(lines))
        for line in lines:
            self._take(line)

    def _take(self, line: str) -> bool:
        """Take a line in; return False for one that is damaged."""
        try:
            record = json.loads(line)
            digit_id, known = str(record["id"]), self._digits.get(str(record["id"]))
            if "strokes" in record or "picture" in record:
                drawing = stroke_lines.drawing_of(record)
                known = HandDigit(digit_id, _checked_label(record["label"]), drawing, str(record["time"]))
            elif known is not None and "label" in record:
                known = replace(known, label=_checked_label(record["label"]))
            elif known is not None:
                known = replace(known, deleted=record["deleted"] is True)
        except (ValueError, KeyError, TypeError, RecursionError, UserError):
            return False
        if known is not None:
            self._digits[digit_id] = known
        return known is not None


def names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the hands that are there, in alphabetical order; raises UserError."""
    folder = folder or folders.of("hands")
    with reading(folder):
        return tuple(sorted((path.stem for path in folder.glob(f"*{SUFFIX}") if _is_name(path.stem)), key=str.casefold))


def checked_name(name: str) -> str:
    """Return a hand's name without blanks at its ends; raises UserError for one that cannot be a file's."""
    name = name.strip()
    if RESERVED.fullmatch(name) is not None:
        raise UserError("{name!r} cannot be a hand's name: Windows takes files of that name for devices.", name=name)
    if NAME.fullmatch(name) is None:
        text = mark("{name!r} cannot be a hand's name: use 1 to {longest_name} letters, digits, blanks and - _ .")
        raise UserError(text, name=name, longest_name=LONGEST_NAME)
    return name


def _is_name(name: str) -> bool:
    return NAME.fullmatch(name) is not None and RESERVED.fullmatch(name) is None


def _checked_label(label: object) -> int:
    if not isinstance(label, int) or isinstance(label, bool) or not 0 <= label < CLASSES:
        raise UserError("{label!r} is not a digit from 0 to {classes}.", label=label, classes=CLASSES - 1)
    return label


def _record(digit: HandDigit) -> dict[str, Any]:
    return {"id": digit.id, "time": digit.time, "label": digit.label, **stroke_lines.entry_of(digit.drawing)}


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _lines(path: Path) -> Iterator[str]:
    """Yield a file's lines one by one; of a line longer than any digit's, the pieces, which are damaged ones."""
    with reading(path), suppress(FileNotFoundError, NotADirectoryError):
        file = path.open(encoding="utf-8", errors="replace", newline="\n")
        with file:
            while line := file.readline(stroke_lines.LONGEST_LINE):
                yield line
