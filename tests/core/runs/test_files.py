"""The names of runs and where they lie; files that grow while they are read, and survive being cut off."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from numpy.lib import format as npy

from core.errors import UserError
from core.files.json_fields import parsed
from core.files.whole import append
from core.runs import files

PARTS = st.lists(st.integers(1, 50), min_size=1, max_size=6)
QUICK = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=timezone.utc)


@QUICK
@given(PARTS)
def test_a_growing_array_is_a_plain_numpy_file_at_every_moment(tmp_path: Path, parts: list[int]) -> None:
    path = tmp_path / f"{abs(hash(tuple(parts)))}.npy"
    path.unlink(missing_ok=True)
    array, total = files.GrowingArray(path, (3,)), 0
    for count in parts:
        array.append(np.full((count, 3), total, np.float32))
        total += count
        assert np.load(path, allow_pickle=False).shape == (total, 3)
        assert array.rows == files.count_rows(path, (3,)) == total
        assert np.array_equal(files.read_rows(path, (3,)), np.load(path))


@QUICK
@given(st.integers(0, 700))
def test_an_array_cut_anywhere_keeps_its_whole_rows(tmp_path: Path, length: int) -> None:
    path = tmp_path / "cut.npy"
    path.unlink(missing_ok=True)
    values = np.arange(120, dtype=np.float32)
    files.GrowingArray(path).append(values)
    path.write_bytes(path.read_bytes()[:length])
    found = files.read_rows(path)
    assert np.array_equal(found, values[: len(found)])
    assert len(found) == min(120, max(0, length - 128) // 4)


@pytest.mark.parametrize(("first", "count", "expected"), [(3, 2, [3, 4]), (8, 9, [8, 9]), (20, 5, []), (0, 0, [])])
def test_some_rows_are_read_without_the_others(tmp_path: Path, first: int, count: int, expected: list[int]) -> None:
    files.GrowingArray(tmp_path / "a.npy").append(np.arange(10, dtype=np.float32))
    assert files.read_rows(tmp_path / "a.npy", (), first, count).tolist() == expected


def test_a_missing_array_has_no_rows_and_one_of_another_kind_shape_or_version_is_refused(tmp_path: Path) -> None:
    assert files.read_rows(tmp_path / "none.npy", (3,)).shape == (0, 3)
    assert files.count_rows(tmp_path / "none.npy") == 0
    np.save(tmp_path / "a.npy", np.zeros((4, 2), np.float32))
    with pytest.raises(UserError, match=r"shape \(4, 2\)"):
        files.read_rows(tmp_path / "a.npy", (3,))
    with (tmp_path / "a.npy").open("wb") as file:
        npy.write_array(file, np.zeros(40, np.float32), version=(2, 0))
    versions = (tmp_path / "a.npy").read_bytes()
    for contents in (versions, b"x" * 500, b"\x93NUMPY\x01\x00\x76\x00" + b"{" * 200):
        (tmp_path / "a.npy").write_bytes(contents)
        with pytest.raises(UserError, match=r"a\.npy is not an array of numbers"):
            files.read_rows(tmp_path / "a.npy")
    np.save(tmp_path / "a.npy", np.array([{"a": "pickle"}] * 9, dtype=object), allow_pickle=True)
    with pytest.raises(UserError, match="array of object"):
        files.read_rows(tmp_path / "a.npy")
    with (tmp_path / "a.npy").open("wb") as file:
        npy.write_array_header_1_0(file, {"descr": "<f4", "fortran_order": False, "shape": (10**15,)})
        file.write(b"\0" * 400)
    assert len(files.read_rows(tmp_path / "a.npy")) == 100  # what it promises does no harm


def test_an_array_whose_rows_were_cleared_away_grows_no_further(tmp_path: Path) -> None:
    array = files.GrowingArray(tmp_path / "a.npy")
    array.append(np.arange(10, dtype=np.float32))
    (tmp_path / "a.npy").unlink()
    with pytest.raises(OSError, match="cleared away"):
        array.append(np.arange(3, dtype=np.float32))
    assert not (tmp_path / "a.npy").exists()


@QUICK
@given(st.integers(0, 200))
def test_events_cut_anywhere_lose_at_most_the_last(tmp_path: Path, length: int) -> None:
    path = tmp_path / "events.jsonl"
    path.unlink(missing_ok=True)
    append(path, "".join(f'{{"step": {step}}}\n' for step in range(15)))
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    found = files.read_events(path, lambda event: event.whole("step"))
    assert found == list(range(len(found)))
    assert len(found) >= whole[:length].count(b"\n")


def test_an_array_larger_than_any_run_is_refused_unread(tmp_path: Path) -> None:
    files.GrowingArray(tmp_path / "a.npy").append(np.zeros(10, np.float32))
    with (tmp_path / "a.npy").open("r+b") as file:
        file.truncate(files.LARGEST_ARRAY + 1)  # a hole, which takes no room
    with pytest.raises(UserError, match="2,000,000,001 bytes; a run stores at most 2,000,000,000"):
        files.read_rows(tmp_path / "a.npy", (), 0, 1)


def test_a_path_that_is_no_utf_8_is_stored_and_read_again(tmp_path: Path) -> None:
    files.write_json(tmp_path / "a.json", {"data": "b\udcfccher, ü"})
    assert parsed((tmp_path / "a.json").read_bytes(), "a.json").text("data") == "b\udcfccher, ü"


def test_names_are_each_runs_own_and_sort_by_its_beginning_in_utc_to_the_microsecond() -> None:
    moments = [NOON + timedelta(microseconds=each) for each in (0, 1, 999_999, 1_000_000, 60_000_000)]
    names = [files.new_id(moment) for moment in moments]
    assert names == sorted(names)
    assert all(files.ID.fullmatch(name) for name in names)
    assert names[0].startswith("20261125-120000-00000")
    assert files.new_id(NOON.astimezone(timezone(timedelta(hours=9))))[:15] == "20261125-120000"
    assert len({files.new_id(NOON) for _ in range(50)}) > 45  # of 4,096
