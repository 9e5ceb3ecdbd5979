"""Compressed files, never larger unpacked than allowed, and pickles made to do harm, none of which is taken."""

import gzip
import io
import pickle
import struct
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
import unlzw3
from hypothesis import given, settings, strategies as st

from core.errors import DAMAGE
from core.files import packed, pickled
from core.files.packed import unpacked
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
def test_what_was_packed_is_unpacked(size: int) -> None:
    data = np.random.default_rng(size).integers(0, 40, size, np.uint8).tobytes()
    assert unpacked(lzw.packed(data), MOST) == data


def test_a_table_that_is_cleared_begins_anew() -> None:
    whole = CLEARED + lzw.packed(b"abcabcabc")[3:]
    assert unpacked(whole, MOST) == unlzw3.unlzw(whole) == b"ababab"[:4] + b"abcabcabc"


@settings(max_examples=500)
@given(st.binary(max_size=60), st.integers(0, 255))
def test_it_is_unpacked_as_another_library_does_it(codes: bytes, flags: int) -> None:
    whole = b"\x1f\x9d" + bytes([flags]) + codes
    found = unpacked(whole, MOST)
    with suppress(ValueError, IndexError):
        assert found == unlzw3.unlzw(whole)


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    bomb = lzw.bomb(40_000)
    assert len(bomb) < 100_000
    assert MOST < len(unpacked(bomb, MOST)) < MOST + 1_000_000
    assert len(unpacked(lzw.bomb(1_000), MOST)) == 500_500


IMAGES = np.zeros(1_000_000, np.uint8)
PAIRS = b")\x94" + b"".join(b"h%c\x86\x94" % level for level in range(4))  # within each other: 2 ** 4 when written out
LONG = b"X" + struct.pack("<I", 100_000) + b"a" * 100_000 + b"\x94"
TYPE = b"cnumpy\ndtype\n%sR(K\x03\x8c\x01<NNNtb"  # called with something, then given its state
NUMBERS = b"cnumpy.core.multiarray\n_frombuffer\n(C\x08aaaaaaaa" + TYPE + b"K\x08\x85\x8c\x01CtR."
HOSTILE: dict[str, bytes] = {
    "a name of pairs": PAIRS + b"\x8c\x01a\x93.", "a name of long texts": LONG + b"h\x00h\x00\x93.",
    "a type that is long": NUMBERS % b"\x8c\x05uint8\x85", "a memo of one hash": b"Np%d\n." % (2**61 - 1),
    "arrays that are one": pickle.dumps([IMAGES] * 2_000), "lists within each other": b"]" * 20 + b"a" * 19 + b".",
    "many opcodes": b"N" * 200_002 + b".", "a call without a tuple": b"cnumpy\nabs\nNR.",
    "a call of another name": b"cnumpy\nabs\n)R.", "what is no data": b"N0.",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_pickle_that_says_much_in_few_bytes_is_no_data(name: str) -> None:
    with pytest.raises((IndexError, *DAMAGE)):
        pickled.plain(pickled.read(HOSTILE[name]))


@pytest.mark.parametrize("protocol", range(2, 6))
def test_what_is_held_many_times_is_read_once(protocol: int) -> None:
    found = pickled.plain(pickled.read(pickle.dumps({"x": [IMAGES] * 200, 7: "a text", "y": 0.5}, protocol)))
    assert {id(each) for each in found["x"]} == {id(found["x"][0])}
    assert (found["7"], found["y"]) == (None, 0.5)


def test_entries_whose_keys_are_no_short_texts_cost_what_others_do() -> None:
    assert pickled.read(b"(\x8c\x01xK\x01d}b.") == {"x": 1}  # the first way to write a dictionary, and a state of it
    assert pickled.read(b"}" + LONG + b"Ns" + PAIRS + b"Ns\x8c\x01xK\x01s.") == {"a" * pickled.LONGEST: None, "x": 1}


def test_marks_within_each_other_are_each_found_at_once() -> None:
    found: Any = pickled.read(b"(" * 66_000 + b"t" * 66_000 + b".")
    depth = 0
    while found:
        (found,), depth = found, depth + 1
    assert depth == 65_999
