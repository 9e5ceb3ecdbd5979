"""A whole file is told from a damaged one by its SHA-256."""

import hashlib
from pathlib import Path

import pytest

from core.files.whole import HASHED_AT_ONCE, is_whole, sha256_of


@pytest.mark.parametrize("size", [0, 1, HASHED_AT_ONCE - 1, HASHED_AT_ONCE, HASHED_AT_ONCE + 1])
def test_the_checksum_is_that_of_all_bytes_however_many_there_are(tmp_path: Path, size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    (tmp_path / "f").write_bytes(data[:size])
    assert sha256_of(tmp_path / "f") == hashlib.sha256(data[:size]).hexdigest()


def test_a_file_is_whole_by_its_checksum_and_what_cannot_be_read_is_not(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"digits")
    right = hashlib.sha256(b"digits").hexdigest()
    assert is_whole(tmp_path / "f", right)
    assert not is_whole(tmp_path / "f", hashlib.sha256(b"digit").hexdigest())
    assert not is_whole(tmp_path / "none", right)
    assert not is_whole(tmp_path, right)
