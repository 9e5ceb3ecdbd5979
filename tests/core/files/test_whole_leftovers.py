import os
import time
from pathlib import Path

import pytest

from core.files.whole import DEAD_S, clear_leftovers, part_of, put_in_place
from core.model import shipped, weights_file
from core.runs.files import write_json


def test_a_part_goes_with_all_it_holds_even_when_something_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with part_of(tmp_path) as part:
            (part / "half").write_bytes(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_is_put_in_place_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with part_of(tmp_path) as part:
        (part / "file").write_bytes(b"new")
        put_in_place(part / "file", tmp_path / "file")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file": b"new"}


def test_an_export_clears_away_what_a_killed_one_left_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / ".part-999999999-a.npz").write_bytes(b"half")
    (tmp_path / ".part-999999999-b").mkdir()
    weights_file.save(tmp_path / "mine.npz", shipped.shipped_layer())
    assert [path.name for path in tmp_path.iterdir()] == ["mine.npz"]


def test_what_is_written_of_a_run_clears_away_what_a_killed_writer_left(tmp_path: Path) -> None:
    (tmp_path / ".part-999999999-a").write_bytes(b"half")
    write_json(tmp_path / "label.json", {"name": "mine"})
    assert [path.name for path in tmp_path.iterdir()] == ["label.json"]


@pytest.mark.parametrize("name", [".part-", ".part-x", ".part-0-a", ".part-99999999999-a"])
def test_a_part_of_no_process_is_cleared_away(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    clear_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_has_not_been_touched_for_long_is_cleared_whosever_it_was(tmp_path: Path) -> None:
    part = tmp_path / f".part-{os.getpid()}-a"
    part.mkdir()
    clear_leftovers(tmp_path)
    assert part.exists()
    long_ago = time.time() - DEAD_S - 60
    os.utime(part, (long_ago, long_ago))
    clear_leftovers(tmp_path)
    assert not part.exists()
