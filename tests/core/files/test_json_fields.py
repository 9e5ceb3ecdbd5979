"""JSON that others wrote is taken apart by name and type."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UserError
from core.files.json_fields import Fields, parsed, read_bytes

GIVEN = parsed(
    '{"text": "a", "whole": 3, "number": 0.5, "flag": true, "inner": {"x": "y"}, "nothing": null, "minus": -1,'
    f' "huge": {10**400}, "beyond": 1e999, "none": NaN, "texts": ["a", ""], "mixed": ["a", 3]}}',
    "it",
)


def test_values_come_by_name_and_type() -> None:
    assert (GIVEN.text("text"), GIVEN.whole("whole"), GIVEN.number("number")) == ("a", 3, 0.5)
    assert GIVEN.flag("flag") is True
    assert GIVEN.number("whole") == 3.0
    assert GIVEN.text_list("texts") == ("a", "")
    assert GIVEN.inner("inner").texts() == {"x": "y"}
    assert math.isnan(GIVEN.number_or_nan("nothing"))
    assert ("text" in GIVEN, "nothing" in GIVEN, "other" in GIVEN) == (True, False, False)


@pytest.mark.parametrize(
    ("take", "message"),
    [
        (lambda given: given.text("whole"), "it: whole is 3, not a text"),
        (lambda given: given.whole("flag"), "it: flag is true, not a whole number"),
        (lambda given: given.count("minus"), "it: minus is -1, not a whole number from 0"),
        (lambda given: given.number("text"), 'it: text is "a", not a number'),
        (lambda given: given.number("huge"), "it: huge is 10+, not a number"),
        (lambda given: given.number("beyond"), "it: beyond is Infinity, not a number"),
        (lambda given: given.number("none"), "it: none is NaN, not a number"),
        (lambda given: given.whole("whole", highest=2), "it: whole is 3, not a whole number"),
        (lambda given: given.text_list("text"), 'it: text is "a", not a list of texts'),
        (lambda given: given.text_list("mixed"), "it: mixed is .*, not a list of texts"),
        (lambda given: given.flag("whole"), "it: whole is 3, not true or false"),
        (lambda given: given.inner("text"), "'text' in it is not a JSON object"),
        (lambda given: given.text("nothing"), "it lacks 'nothing'"),
        (lambda given: given.text("other"), "it lacks 'other'"),
        (lambda given: given.number_or_nan("other"), "it lacks 'other'"),
    ],
)
def test_what_is_missing_or_of_another_type_is_named(take: Callable[[Fields], object], message: str) -> None:
    with pytest.raises(UserError, match=message):
        take(GIVEN)


def test_a_file_too_large_or_no_file_at_all_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(11))
    with pytest.raises(UserError, match="has 11 bytes; such files have at most 10"):
        read_bytes(tmp_path / "large", 10)
    with pytest.raises(UserError, match="is not a plain file"):
        read_bytes(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "none")
