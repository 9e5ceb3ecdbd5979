from pathlib import Path

import pytest

from core.errors import UserError
from core.sources import pen_search, remote
from tests.core.sources import server
from tests.core.sources.lzw import packed

LINES = "".join(
    f'{{"label":{label},"writer":"w","strokes":[[[0,0],[{label + 1},9],[3,{label}]]]}}\n' for label in range(10)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds ten pen digits in its strokes/."""
    (tmp_path / "strokes").mkdir()
    (tmp_path / "strokes" / "pendigits-train.jsonl").write_text(LINES)
    return tmp_path


def test_pen_digits_are_found_in_strokes(folder: Path) -> None:
    assert [digit.label for digit in pen_search.find_pen_digits(folder)] == list(range(10))


def test_a_damaged_file_in_the_users_folder_is_an_error(folder: Path) -> None:
    (folder / "pendigits-orig.tra.gz").write_bytes(b"nonsense")
    with pytest.raises(UserError, match="fetch it again"):
        pen_search.find_pen_digits(folder)


def test_where_there_are_none_and_no_download_is_allowed_the_user_is_told() -> None:
    with pytest.raises(UserError, match="no pen digits on this machine"):
        pen_search.find_pen_digits(may_download=False)


def test_what_is_downloaded_is_verified_and_a_damaged_copy_fetched_anew(stroke_folder: Path) -> None:
    import gzip

    name = "pendigits-orig.tra.Z"
    files = {name: packed(gzip.decompress((stroke_folder / "pendigits-orig.tra.gz").read_bytes()))}
    with server.running(files) as mirror:
        source = remote.PEN_DIGITS.at(mirror.base)
        for _ in range(2):
            assert len(pen_search.downloaded(source=source) or ()) == 7_494
        (pen_search.pen_cache() / name).write_bytes(b"damaged")
        assert len(pen_search.downloaded(source=source) or ()) == 7_494
        assert len(mirror.asked) == 2


def test_a_folder_that_cannot_be_looked_into_is_told() -> None:
    with pytest.raises(UserError, match="cannot be read"):
        pen_search.file_in(Path("x" * 300))
