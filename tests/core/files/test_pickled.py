"""Pickles made to do harm: none takes more time or memory than it has bytes, and none is taken for data."""

import pickle
import struct
from typing import Any

import numpy as np
import pytest

from core.errors import DAMAGE
from core.files import pickled

IMAGES = np.zeros(1_000_000, np.uint8)
PAIRS = b")\x94" + b"".join(b"h%c\x86\x94" % level for level in range(4))  # within each other: 2 ** 4 when written out
LONG = b"X" + struct.pack("<I", 100_000) + b"a" * 100_000 + b"\x94"
TYPE = b"cnumpy\ndtype\n%sR(K\x03\x8c\x01<NNNtb"  # called with something, then given its state
NUMBERS = b"cnumpy.core.multiarray\n_frombuffer\n(C\x08aaaaaaaa" + TYPE + b"K\x08\x85\x8c\x01CtR."
HOSTILE: dict[str, bytes] = {
    "a name of pairs": PAIRS + b"\x8c\x01a\x93.",
    "a name of long texts": LONG + b"h\x00h\x00\x93.",
    "a type that is long": NUMBERS % b"\x8c\x05uint8\x85",
    "a memo of one hash": b"Np%d\n." % (2**61 - 1),
    "arrays that are one": pickle.dumps([IMAGES] * 2_000),
    "lists within each other": b"]" * 20 + b"a" * 19 + b".",
}


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
    found = pickled.read(b"}" + LONG + b"Ns" + PAIRS + b"Ns\x8c\x01xK\x01s.")
    assert found == {"a" * pickled.LONGEST: None, "x": 1}


def test_marks_within_each_other_are_each_found_at_once() -> None:
    found: Any = pickled.read(b"(" * 66_000 + b"t" * 66_000 + b".")
    depth = 0
    while found:
        (found,), depth = found, depth + 1
    assert depth == 65_999
