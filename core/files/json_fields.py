"""JSON that others wrote: read with a limit to its size, and taken apart by name and type."""

import json
import math
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from core.errors import UserError
from core.words import mark, said, say

LARGEST = 1_000_000  # bytes of one JSON file of ours; the largest is a few thousand
WHOLE, NUMBER, TEXT, TEXTS = mark("a whole number"), mark("a number"), mark("a text"), mark("a list of texts")
FLAG = mark("true or false")
LONGEST_TEXT = 10_000  # characters of one text, such as a note
LARGEST_WHOLE = 2**53  # the largest that every reader of JSON keeps exactly


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return a file's contents; raises OSError, or UserError when it is no plain file or too large."""
    size = check_plain(path)
    if size > largest:
        values = {"path": path, "size": size, "largest": largest}
        raise UserError("{path} has {size:,} bytes; such files have at most {largest:,}.", **values)
    return path.read_bytes()


def check_plain(path: Path) -> int:
    """Return a file's size in bytes; raises OSError, or UserError when it is a folder, a pipe or a device."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UserError("{path} is not a plain file.", path=path)
    return found.st_size


def parsed(text: str | bytes, where: str) -> "Fields":
    """Return the JSON object of a text, called `where` in messages; raises UserError when it is none."""
    try:
        return Fields(json.loads(text), where)
    except json.JSONDecodeError as error:
        values = {"what": error.msg, "line": error.lineno, "column": error.colno}
        reason = say("{what} in line {line}, column {column}", **values)
    except UnicodeDecodeError:
        reason = say("it is not text in UTF-8")
    except RecursionError:
        reason = say("it is nested too deeply")
    except ValueError as error:
        reason = str(error)
    raise UserError("{where} is not JSON: {reason}.", where=where, reason=reason)


class Fields:
    """A JSON object whose values are taken by name; what is missing or of another type raises UserError by name."""

    def __init__(self, value: object, where: str) -> None:
        """Take what json.loads gave, and how messages call it."""
        if not isinstance(value, dict):
            raise UserError("{where} is not a JSON object, {{...}}.", where=where)
        self._values: dict[str, object] = value
        self._where = where

    def __contains__(self, name: str) -> bool:
        """Return whether there is a value of that name other than null."""
        return self._values.get(name) is not None

    def names(self) -> tuple[str, ...]:
        """Return the names of all values, in their order."""
        return tuple(self._values)

    def text(self, name: str) -> str:
        """Return a text."""
        return cast("str", self._taken(name, TEXT, _is_text))

    def whole(self, name: str, wanted: str = WHOLE, lowest: int = -LARGEST_WHOLE, highest: int = LARGEST_WHOLE) -> int:
        """Return a whole number, `lowest` .. `highest`; `wanted` says in the message what it should be."""
        return cast("int", self._taken(name, wanted, lambda value: type(value) is int and lowest <= value <= highest))

    def count(self, name: str) -> int:
        """Return a whole number from 0."""
        return self.whole(name, say("a whole number from 0"), 0)

    def number(self, name: str, wanted: str = NUMBER) -> float:
        """Return a finite number: Python reads Infinity, NaN and 1e999 as JSON, too."""
        most = {int: LARGEST_WHOLE, float: sys.float_info.max}
        return float(self._taken(name, wanted, lambda value: type(value) in most and abs(value) <= most[type(value)]))

    def number_or_nan(self, name: str) -> float:
        """Return a number, or nan, which JSON stores as null."""
        return math.nan if self._values.get(name, self) is None else self.number(name)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        return cast("bool", self._taken(name, FLAG, lambda value: isinstance(value, bool)))

    def inner(self, name: str) -> "Fields":
        """Return an object within."""
        value = self._taken(name, "", lambda _: True)
        return Fields(value, say("{name!r} in {where}", name=name, where=self._where))

    def text_list(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self._taken(name, TEXTS, lambda value: isinstance(value, list) and all(map(_is_text, value))))

    def texts(self) -> dict[str, str]:
        """Return all values, which are texts, by name."""
        return {name: self.text(name) for name in self._values}

    def _taken(self, name: str, wanted: str, fits: Callable[[Any], bool]) -> Any:
        value = self._values.get(name)
        if value is None:
            raise UserError("{where} lacks {name!r}.", where=self._where, name=name)
        if not fits(value):
            values = {"name": name, "shown": json.dumps(value)[:60], "wanted": said(wanted)}
            raise UserError("{where}: {name} is {shown}, not {wanted}.", where=self._where, **values)
        return value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT
