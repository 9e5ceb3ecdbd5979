"""A table of columns as a CSV file: what a plot shows, for other programs to draw."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.exporting.targets import new_file


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of equal length under their names; the names say the unit where there is one."""

    head: tuple[str, ...]
    columns: tuple[Sequence[object], ...]

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0


def write(path: Path, table: Table) -> None:
    """Write a table as CSV with a point in its numbers, whatever the language; raises UserError where it cannot be."""
    with new_file(path) as part, part.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.head)
        writer.writerows(zip(*table.columns, strict=True))
