"""The names of runs, and where they lie."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from core.errors import UserError
from core.runs.layout import ID, new_id, run_folder

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=timezone.utc)


def test_names_sort_by_their_runs_beginnings_to_the_microsecond() -> None:
    moments = [NOON + timedelta(microseconds=each) for each in (0, 1, 999_999, 1_000_000, 60_000_000)]
    names = [new_id(moment) for moment in moments]
    assert names == sorted(names)
    assert all(ID.fullmatch(name) for name in names)
    assert names[0].startswith("20261125-120000-00000")


def test_a_name_tells_the_moment_in_utc_wherever_the_run_began() -> None:
    assert new_id(NOON.astimezone(timezone(timedelta(hours=9))))[:15] == "20261125-120000"


def test_runs_that_begin_at_the_same_moment_have_names_of_their_own() -> None:
    assert len({new_id(NOON) for _ in range(50)}) > 45  # of 4,096


def test_a_run_lies_under_its_name_and_what_is_none_reaches_no_folder() -> None:
    name = new_id(NOON)
    assert run_folder(Path("runs"), name) == Path("runs") / name
    with pytest.raises(UserError, match="is not the name of a stored run"):
        run_folder(Path("runs"), f"../{name}")
