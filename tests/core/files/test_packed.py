"""Compressed files: told from plain ones by how they begin, and never larger unpacked than allowed."""

import gzip
import io

import numpy as np
import pytest
import unlzw3
from hypothesis import given, settings
from hypothesis import strategies as st

from core.files import packed
from core.files.packed import unpacked_size
from tests.core.sources import lzw

PACKED = gzip.compress(b"digits" * 100, mtime=0)
MOST = 10_000_000
CLEARED = lzw.HEADER + (sum(code << 9 * at for at, code in enumerate([97, 98, 257, 256]))).to_bytes(9, "little")


@pytest.mark.parametrize(("data", "expected"), [(PACKED, True), (b"digits", False), (b"\x1f", False), (b"", False)])
def test_a_file_is_known_by_its_first_bytes_and_read_from_there_again(data: bytes, expected: bool) -> None:
    file, is_packed = packed.plain(io.BytesIO(data))
    assert is_packed is expected
    assert file.read() == (b"digits" * 100 if expected else data)


@pytest.mark.parametrize("size", [1, 2, 300, 3_000, 200_000])
def test_the_size_is_that_of_what_was_packed(size: int) -> None:
    data = np.random.default_rng(size).integers(0, 40, size, np.uint8).tobytes()
    assert unpacked_size(lzw.packed(data), MOST) == size


def test_a_table_that_is_cleared_begins_anew() -> None:
    whole = CLEARED + lzw.packed(b"abcabcabc")[3:]
    assert unlzw3.unlzw(whole) == b"ababab"[:4] + b"abcabcabc"
    assert unpacked_size(whole, MOST) == 13


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 255))
def test_whatever_can_be_unpacked_has_that_size(codes: bytes, flags: int) -> None:
    whole = b"\x1f\x9d" + bytes([flags]) + codes
    try:
        unpacked = unlzw3.unlzw(whole)
    except (ValueError, IndexError):
        unpacked_size(whole, MOST)
    else:
        assert unpacked_size(whole, MOST) == len(unpacked)


def test_a_bomb_is_seen_without_unpacking_it() -> None:
    bomb = lzw.bomb(40_000)
    assert len(bomb) < 100_000
    assert MOST < unpacked_size(bomb, MOST) < MOST + 1_000_000
    assert unpacked_size(lzw.bomb(1_000), MOST) == 500_500
