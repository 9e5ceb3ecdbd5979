"""What numpy and zipfile raise for damaged files of arrays is known, and nothing else comes out of them."""

import io
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.files.array_damage import DAMAGE


def packed(npy: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of one array, by default a good one."""
    array = io.BytesIO()
    np.save(array, np.arange(50.0))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("a.npy", npy or array.getvalue())
    return file.getvalue()


def headed(text: bytes) -> bytes:
    """Return an array with a header of this text."""
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + bytes(400)


def edited(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def read(data: bytes) -> object:
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return arrays["a"].sum()


WHOLE = packed()
DIRECTORY = WHOLE.index(b"PK\x01\x02")
SHAPED = b"{'descr': '<f8', 'fortran_order': False, 'shape': %s}"
EXAMPLES: dict[type[Exception], Callable[[], bytes]] = {
    zipfile.BadZipFile: lambda: WHOLE[:-30],
    zlib.error: lambda: edited(WHOLE, WHOLE.index(b"a.npy") + 5, b"\xff" * 8),
    tokenize.TokenError: lambda: packed(headed(b"{'descr': (")),
    SyntaxError: lambda: packed(headed(b"if:\n    a\n  b\n")),
    ValueError: lambda: packed(headed(SHAPED % b"(-5, 3, 3)")),
    EOFError: lambda: b"",
    KeyError: lambda: packed().replace(b"a.npy", b"b.npy"),
    TypeError: lambda: packed(headed(b"{[]: 1}")),
    MemoryError: lambda: packed(headed(SHAPED % b"(2000000000000, )")),
    NotImplementedError: lambda: edited(WHOLE, DIRECTORY + 10, b"\x61"),
    RuntimeError: lambda: edited(edited(WHOLE, DIRECTORY + 8, b"\x01"), 6, b"\x01"),
    AttributeError: lambda: packed(b"no array"),
}


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.__name__)
def test_each_kind_of_damage_does_occur(kind: type[Exception]) -> None:
    with pytest.raises(kind):
        read(EXAMPLES[kind]())
    assert kind in DAMAGE


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4), st.integers(0, 400))
def test_nothing_else_comes_of_bytes_that_were_changed_or_cut(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(WHOLE)
    for at, byte in changes:
        data[at] = byte
    with suppress(OSError, *DAMAGE):
        read(bytes(data[: len(data) - cut]))
