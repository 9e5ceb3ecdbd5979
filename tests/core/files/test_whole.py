"""Files are whole under their final name, or not there at all; damaged ones are known by their SHA-256."""

import errno
import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from core.errors import UserError
from core.files import whole as targets
from core.files.whole import DEAD_S, HASHED_AT_ONCE, is_whole, new_file, new_folder
from core.model import shipped, weights_file

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files, and few may make links")


def write(path: Path, text: str) -> None:
    with new_file(path) as part:
        part.write_text(text)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_gets_its_name_when_it_is_whole_and_its_part_has_its_suffix(tmp_path: Path) -> None:
    with new_file(tmp_path / "w.keras") as part:
        assert part.suffix == ".keras"
        part.write_text("half")
        assert not (tmp_path / "w.keras").exists()
    assert (names(tmp_path), (tmp_path / "w.keras").read_text()) == (["w.keras"], "half")


def test_a_fault_and_a_full_disk_leave_the_earlier_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "f", "before")
    with suppress(ZeroDivisionError), new_file(tmp_path / "f") as part:
        part.write_text("half")
        raise ZeroDivisionError
    assert (names(tmp_path), (tmp_path / "f").read_text()) == (["f"], "before")

    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(targets, "put_in_place", fill)
    with pytest.raises(UserError, match="No space left"):
        write(tmp_path / "f", "after")
    assert (names(tmp_path), (tmp_path / "f").read_text()) == (["f"], "before")


@POSIX
def test_writing_through_a_link_keeps_it_but_one_that_leads_to_itself_gives_way(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    write(tmp_path / "loop", "new")
    assert (tmp_path / "loop").read_text() == "new"


@POSIX
def test_a_pipe_takes_what_is_written_and_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(tmp_path / "pipe", "told")
        assert os.read(read, 9) == b"told"
    finally:
        os.close(read)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("name", ["none/f", "x" * 300])
def test_a_place_that_cannot_be_written_is_named_and_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=f"{name} cannot be written"):
        write(tmp_path / name, "")
    with pytest.raises(UserError, match=f"{name} cannot be written"), new_folder(tmp_path / name):
        pass
    with pytest.raises(UserError, match="is a folder; name a file in it"):
        write(tmp_path, "")


def test_a_folder_that_is_new_or_empty_is_filled_by_a_dot_too_and_any_other_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        with new_folder(tmp_path / "model") as part:
            (part / "inside").write_text("")
            assert not (tmp_path / "model" / "inside").exists()
        (tmp_path / "model" / "inside").unlink()
    (tmp_path / "model" / "mine").write_text("")
    with pytest.raises(UserError, match="is there already"), new_folder(tmp_path / "model"):
        pass
    assert (names(tmp_path), names(tmp_path / "model")) == (["model"], ["mine"])
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with new_folder(Path()) as part:
        (part / "inside").write_text("")
    assert names(tmp_path / "here") == ["inside"]
    monkeypatch.chdir(tmp_path)


def test_an_export_clears_away_what_was_left_in_its_folder_long_ago_and_nothing_newer(tmp_path: Path) -> None:
    (tmp_path / ".part-new.npz").write_bytes(b"half")
    (tmp_path / ".part-old.npz").write_bytes(b"half")
    (tmp_path / ".part-old").mkdir()
    long_ago = time.time() - DEAD_S - 60
    for name in (".part-old.npz", ".part-old"):
        os.utime(tmp_path / name, (long_ago, long_ago))
    weights_file.save(tmp_path / "mine.npz", shipped.shipped_layer())
    assert names(tmp_path) == [".part-new.npz", "mine.npz"]


@pytest.mark.parametrize("size", [0, 1, HASHED_AT_ONCE - 1, HASHED_AT_ONCE, HASHED_AT_ONCE + 1])
def test_a_file_is_whole_by_the_checksum_of_all_its_bytes_and_what_cannot_be_read_is_not(
    tmp_path: Path, size: int
) -> None:
    data = (bytes(range(256)) * (size // 256 + 1))[:size]
    right = hashlib.sha256(data).hexdigest()
    (tmp_path / "f").write_bytes(data)
    answers = [is_whole(path, right) for path in (tmp_path / "f", tmp_path / "none", tmp_path)]
    assert (answers, is_whole(tmp_path / "f", hashlib.sha256(data + b"x").hexdigest())) == ([True, False, False], False)
