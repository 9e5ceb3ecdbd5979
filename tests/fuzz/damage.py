"""Damaged input: good bytes with bits turned, parts cut, doubled or replaced; each damage is drawn from a seed.

A damage knows nothing of the others, so that a list of them that shows a fault can be made short.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

# Takes good bytes and a source of chance, and returns damaged ones; what it does not understand it gives back.
Damage = Callable[[bytes, Random], bytes]

HOSTILE = (
    *(b"\x00", b"\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"\x80\x00\x00\x00"),
    *(b"-1", b"1e999", b"NaN", b"99999999999", b"0.5", b'"', b"[", b"{", b"\xc3\x28", b"\xe2\x80\xae"),
)
HEADER = 64  # bytes; half of all damage is done there
MOST_EDITS = 5
ALONE = 0.5  # of all inputs have one damage only, so that what follows the checks is reached
DOUBLED = 40  # bytes, about a line


@dataclass(frozen=True, slots=True)
class Edit:
    """One damage: which of them, and the seed of its chance."""

    kind: int
    seed: int


def edits(chance: Random, kinds: int) -> list[Edit]:
    """Draw up some damage; the first kinds are drawn as often as the last."""
    count = 1 if chance.random() < ALONE else chance.randint(1, MOST_EDITS)
    return [Edit(chance.randrange(kinds), chance.getrandbits(32)) for _ in range(count)]


def damaged(data: bytes, damages: Sequence[Damage], done: Sequence[Edit]) -> bytes:
    for edit in done:
        data = damages[edit.kind](data, Random(edit.seed))
    return data


def of_bytes(data: bytes, chance: Random) -> bytes:
    """Turn a bit, cut, end, double, write over or insert, anywhere or in the header."""
    at = chance.randrange((len(data) if chance.random() < 0.5 else min(len(data), HEADER)) + 1)
    what = chance.choice(HOSTILE) if chance.random() < 0.6 else chance.randbytes(chance.randint(1, 8))
    kind = chance.choice(("turn", "cut", "end", "double", "write", "insert"))
    if kind == "turn":
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :] if at < len(data) else data
    if kind == "cut":
        return data[:at] + data[at + len(what) :]
    if kind == "end":
        return data[:at]
    if kind == "double":
        return data[:at] + data[max(0, at - DOUBLED) :]
    return data[:at] + what + data[at + (len(what) if kind == "write" else 0) :]


def of_nothing(_data: bytes, chance: Random) -> bytes:
    return chance.randbytes(chance.randint(0, 200))
