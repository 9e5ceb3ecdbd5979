"""Arrays of numpy in pickles, put together from what the pickles would have called; nothing of them is called."""

from collections.abc import Iterator
from itertools import count
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.files.pickled import MOST_OPCODES, Call

NUMPY = ("numpy.", "numpy.core.", "numpy._core.")
BYTES = ("_codecs.encode", "builtins.bytearray", "__builtin__.bytearray")
KINDS = "biuf"  # of numpy's types: numbers alone


def plain(found: Any, visited: Iterator[int] | None = None) -> Any:
    """Return what core.files.pickled.read gave with its arrays as numpy's; raises what array_damage lists.

    visited : counts what was met on the way, so that a list that holds itself many times over ends
    """
    visited = visited or count()
    if next(visited) > MOST_OPCODES:
        raise ValueError("too many values")
    if isinstance(found, dict):
        return {_text(key): plain(value, visited) for key, value in found.items()}
    if isinstance(found, list | tuple):
        return type(found)(plain(each, visited) for each in found)
    return _array(found) if isinstance(found, Call) else found


def _array(call: Call) -> NDArray[np.generic]:
    """Return the array that a call would have made, in the way of protocol 4 and before, or of protocol 5."""
    if not call.name.startswith(NUMPY):
        raise TypeError(f"{call.name} is no array")
    if call.name.endswith("._reconstruct"):
        _, shape, kind, is_columnwise, data = call.state
        order: Literal["C", "F"] = "F" if is_columnwise else "C"
    elif call.name.endswith("._frombuffer"):
        data, kind, shape, order = call.arguments
    else:
        raise TypeError(f"{call.name} is no array")
    return np.frombuffer(_bytes(data), _type(kind)).reshape(tuple(shape), order=order)


def _type(call: Call) -> np.dtype[Any]:
    found: np.dtype[Any] = np.dtype(call.arguments[0]).newbyteorder(call.state[1])
    if call.name != "numpy.dtype" or found.kind not in KINDS:
        raise TypeError("an array of something else than numbers")
    return found


def _bytes(data: Any) -> bytes:
    """Return bytes as they are, as Python 2 has them, or as Python 3 writes them for it."""
    if isinstance(data, Call) and data.name in BYTES:
        data = data.arguments[0]
    return data.encode("latin-1") if isinstance(data, str) else bytes(memoryview(data))


def _text(key: Any) -> str:
    return key.decode("utf-8", "replace") if isinstance(key, bytes) else str(key)
