"""A table of columns as a CSV file."""

import csv
from pathlib import Path

import pytest

from core.errors import UserError
from core.exporting import tables
from core.exporting.tables import Table


def test_what_was_written_is_read_back_by_python_s_own_reader(tmp_path: Path) -> None:
    table = Table(("run", "step", "cost (nats)"), (["a, b", 'say "c"'], [0, 1], [2.302585, float("nan")]))
    tables.write_table(tmp_path / "t.csv", table)
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [["run", "step", "cost (nats)"], ["a, b", "0", "2.302585"], ['say "c"', "1", "nan"]]
    assert len(table) == 2


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        tables.write_table(tmp_path / "nowhere" / "t.csv", Table(("a",), ([1],)))
