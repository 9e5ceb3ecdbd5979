"""What is there is told apart from what cannot be seen, on every Python."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.files import presence

TOO_LONG = "x" * 300  # bytes; no file system has a name so long


def test_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    answers = {
        tmp_path: (True, False, True),
        tmp_path / "file": (True, True, False),
        tmp_path / "nothing": (False, False, False),
        tmp_path / "file" / "in it": (False, False, False),
        tmp_path / "loop": (False, False, False),
        tmp_path / "zero\0byte": (False, False, False),
    }
    for path, answer in answers.items():
        assert (presence.exists(path), presence.is_file(path), presence.is_folder(path)) == answer, path


@pytest.mark.skipif(os.name == "nt", reason="Windows says only that nothing is there")
@pytest.mark.parametrize("look", [presence.exists, presence.is_file, presence.is_folder])
def test_a_look_that_is_refused_is_an_error(look: Callable[[Path], bool]) -> None:
    with pytest.raises(OSError, match="File name too long"):
        look(Path(TOO_LONG))


def test_the_core_does_not_take_a_refused_look_for_a_no() -> None:
    rooms = (Path(presence.__file__).parents[1] / room for room in ("commands", "files", "recipes", "runs", "sources"))
    texts = {path: path.read_text(encoding="utf-8") for room in rooms for path in room.glob("*.py")}
    assert texts
    lax = (".exists()", ".is_file()", ".is_dir()")
    assert [path.name for path, text in texts.items() if any(call in text for call in lax)] == []
