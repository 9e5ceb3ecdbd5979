"""Pictures and what they show, of a folder: by its labels.csv, a table of file,label, or by its subfolders' names."""

import csv
from pathlib import Path

from core.commands.predicting import PICTURE_SUFFIXES, check_use
from core.errors import UserError, instead_of, reading
from core.files import presence

LABELS = "labels.csv"


def labelled(folder: Path) -> list[tuple[Path, str]]:
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
