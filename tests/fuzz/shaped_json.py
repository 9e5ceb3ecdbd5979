"""Damage of JSON that leaves it JSON, so that it reaches what lies behind the parser."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.fuzz.shaped import WORDS

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**31, 2**63, -(2**70), 10**400, 0.5, -0.0, 1e308, float("inf"), float("nan")),
    *("", "0", "ZEROS", "../../x", "/etc/passwd", "a" * 300, "\x00", "\ud800", "\u202e7", [], {}, [[]], [None] * 50),
)


def of_json(data: bytes, chance: Random) -> bytes:
    """Change one value, name or item of JSON, in one of its lines."""
    return _changed(data, chance, _with_a_change)


def of_values(data: bytes, chance: Random) -> bytes:
    """Put another value of its kind in place of one value of JSON, in one of its lines: most readers accept that."""
    return _changed(data, chance, _with_another_value)


def _changed(data: bytes, chance: Random, change: Callable[[Any, Random], Any]) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    try:
        return _dumped(change(json.loads(data), chance))
    except (ValueError, RecursionError):
        pass
    try:
        lines[at] = _dumped(change(json.loads(lines[at]), chance))
    except (ValueError, RecursionError):
        return data
    return b"\n".join(lines)


def _with_another_value(value: Any, chance: Random) -> Any:
    inner = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if inner:
        place = chance.choice(inner)
        value[place] = _with_another_value(value[place], chance)
        return value
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return max(0, value + chance.choice((-1, 1, 9, 1_000)))
    if isinstance(value, float):
        return abs(value) * chance.choice((0, 0.5, 2, 1e-9, 1e9))
    return value[: chance.randrange(len(value) + 1)] if isinstance(value, str) else value


def _dumped(value: object) -> bytes:
    return json.dumps(value).encode()


def _with_a_change(value: Any, chance: Random) -> Any:
    """Return JSON with one place changed, found by going down at random."""
    inner = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if not inner or chance.random() < 0.1:
        return chance.choice(VALUES)
    place = chance.choice(inner)
    kind = chance.choice(("down", "down", "down", "down", "delete", "add"))
    if kind == "down":
        value[place] = _with_a_change(value[place], chance)
    elif kind == "delete":
        del value[place]
    elif isinstance(value, dict):
        value[chance.choice((*inner, *map(str, WORDS)))] = chance.choice(VALUES)
    else:
        value.insert(place, chance.choice((*VALUES, *value)))
    return value
