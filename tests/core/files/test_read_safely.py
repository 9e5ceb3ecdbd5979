"""Arrays and JSON that others wrote: what is damaged is reported in known errors, fields are read by name and type."""

import io
import math
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.errors import DAMAGE, UserError
from core.files.json_fields import parsed, read_bytes

GIVEN = parsed(
    '{"text": "a", "whole": 3, "number": 0.5, "flag": true, "inner": {"x": "y"}, "nothing": null, "minus": -1,'
    f' "huge": {10**400}, "beyond": 1e999, "none": NaN, "texts": ["a", ""], "mixed": ["a", 3]}}',
    "it",
)


def packed(npy: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of one array, by default a good one."""
    array = io.BytesIO()
    np.save(array, np.arange(50.0))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("a.npy", npy or array.getvalue())
    return file.getvalue()


def headed(text: bytes) -> bytes:
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
    ValueError: lambda: packed(headed(SHAPED % b"(-5, 3, 3)")), EOFError: lambda: b"",
    KeyError: lambda: packed().replace(b"a.npy", b"b.npy"), TypeError: lambda: packed(headed(b"{[]: 1}")),
    MemoryError: lambda: packed(headed(SHAPED % b"(2000000000000, )")),
    NotImplementedError: lambda: edited(WHOLE, DIRECTORY + 10, b"\x61"),
    RuntimeError: lambda: edited(edited(WHOLE, DIRECTORY + 8, b"\x01"), 6, b"\x01"),
    AttributeError: lambda: packed(b"no array"),
}  # fmt: skip


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.__name__)
def test_each_kind_of_damage_does_occur(kind: type[Exception]) -> None:
    with pytest.raises(kind):
        read(EXAMPLES[kind]())
    assert kind in DAMAGE


def test_values_come_by_name_and_type() -> None:
    assert (GIVEN.text("text"), GIVEN.whole("whole"), GIVEN.number("number")) == ("a", 3, 0.5)
    assert GIVEN.flag("flag") is True
    assert GIVEN.number("whole") == 3.0
    assert (GIVEN.text_list("texts"), GIVEN.inner("inner").texts()) == (("a", ""), {"x": "y"})
    assert math.isnan(GIVEN.number_or_nan("nothing"))
    assert ("text" in GIVEN, "nothing" in GIVEN, "other" in GIVEN) == (True, False, False)


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("text", "whole", "it: whole is 3, not a text"), ("whole", "flag", "it: flag is true, not a whole number"),
        ("count", "minus", "it: minus is -1, not a whole number from 0"),
        ("number", "text", 'it: text is "a", not a number'), ("number", "huge", "it: huge is 10+, not a number"),
        ("number", "beyond", "it: beyond is Infinity, not a number"), ("number", "none", "it: none is NaN, not a num"),
        ("text_list", "text", 'it: text is "a", not a list of texts'), ("flag", "whole", "it: whole is 3, not true or"),
        ("text_list", "mixed", "it: mixed is .*, not a list of texts"), ("text", "nothing", "it lacks 'nothing'"),
        ("inner", "text", "'text' in it is not a JSON object"), ("text", "other", "it lacks 'other'"),
        ("number_or_nan", "other", "it lacks 'other'"),
    ],
)  # fmt: skip
def test_what_is_missing_or_of_another_type_is_named(kind: str, name: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        getattr(GIVEN, kind)(name)
    with pytest.raises(UserError, match="it: whole is 3, not a whole number"):
        GIVEN.whole("whole", highest=2)


def test_a_file_too_large_or_no_file_at_all_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(11))
    with pytest.raises(UserError, match="has 11 bytes; such files have at most 10"):
        read_bytes(tmp_path / "large", 10)
    with pytest.raises(UserError, match="is not a plain file"):
        read_bytes(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "none")
