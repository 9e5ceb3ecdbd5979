"""Compressed files are told from plain ones by how they begin."""

import gzip
import io

import pytest

from core.files import packed

PACKED = gzip.compress(b"digits" * 100, mtime=0)


@pytest.mark.parametrize(("data", "expected"), [(PACKED, True), (b"digits", False), (b"\x1f", False), (b"", False)])
def test_a_file_is_known_by_its_first_bytes_and_read_from_there_again(data: bytes, expected: bool) -> None:
    file, is_packed = packed.plain(io.BytesIO(data))
    assert is_packed is expected
    assert file.read() == (b"digits" * 100 if expected else data)


@pytest.mark.parametrize(
    "data", [PACKED[:-9], PACKED[:12] + b"\xff" * 8 + PACKED[20:], PACKED[:2] + b"\x00" + PACKED[3:]]
)
def test_damage_of_any_kind_is_known(data: bytes) -> None:
    with pytest.raises(packed.DAMAGE):
        gzip.GzipFile(fileobj=io.BytesIO(data)).read()
