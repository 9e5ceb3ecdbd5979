"""Tables as CSV files: the curves of a run, a row a step, and what a plot shows."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.files.whole import new_file

if TYPE_CHECKING:  # the plots stand on this module, and the first painting waits for no stored runs
    from core.runs.record import RunRecord

HEAD = ("step", "cost", "learning_rate", "validation_accuracy", "validation_cost")


def write_curves(path: Path, record: "RunRecord") -> None:
    """Write the curves of a run as CSV; raises UserError where that cannot be.

    A row holds what was measured after so many steps: the cost, in nats, of the batch that comes next, the rate it is
    taken with, and where they were measured, accuracy (0..1) and cost on the validation images.
    """
    points = {point.step: point for point in record.points}
    costs, rates = record.costs.tolist(), record.rates().tolist()
    with new_file(path) as part, part.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEAD)
        for step in sorted({*range(len(costs)), *points}):
            cost = (repr(costs[step]), repr(rates[step])) if step < len(costs) else ("", "")
            point = points.get(step)
            measured = (point.validation_accuracy, point.validation_cost) if point else ("", "")
            table.writerow((step, *cost, *measured))


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of equal length under their names; the names say the unit where there is one."""

    head: tuple[str, ...]
    columns: tuple[Sequence[object], ...]

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0


def write_table(path: Path, table: Table) -> None:
    """Write a table as CSV with a point in its numbers, whatever the language; raises UserError where it cannot be."""
    with new_file(path) as part, part.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.head)
        writer.writerows(zip(*table.columns, strict=True))
