"""Reads pickles as data, arrays too: what they would call is named and never called, so that no code of a file runs.

The opcodes are listed by Python's own pickletools; those that plain data need are followed, others are refused.
"""

import pickletools
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

MOST_OPCODES = 200_000
FIXED: dict[str, Any] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
CONSTANTS = ("INT", "BINFLOAT", "LONG", "BININT", "BININT1", "BININT2", "LONG1", "FLOAT")
TEXTS = ("BINUNICODE", "BINUNICODE8", "SHORT_BINUNICODE", "UNICODE", "BINSTRING", "SHORT_BINSTRING", "STRING")
BYTES = ("BINBYTES", "BINBYTES8", "SHORT_BINBYTES", "BYTEARRAY8")
SIZES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
NUMPY = ("numpy.", "numpy.core.", "numpy._core.")
CALLS_OF_BYTES = ("_codecs.encode", "builtins.bytearray", "__builtin__.bytearray")
KINDS = "biuf"  # of numpy's types: numbers alone


@dataclass(slots=True)
class Call:
    """What a pickle would have called: its name, such as "collections.OrderedDict", and with what.

    items : what it would have stored in what that gave, by keys; state : what it would have handed to it
    """

    name: str
    arguments: tuple[Any, ...] = ()
    items: dict[Any, Any] = field(default_factory=dict)
    state: Any = None


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a pickle names."""

    name: str


_MARK = object()


class _Machine:
    """What a pickle's opcodes leave on the stack."""

    def __init__(self) -> None:
        self.stack: list[Any] = []
        self.memo: dict[int, Any] = {}

    def run(self, name: str, argument: Any) -> None:
        """Follow one opcode; raises ValueError for one that plain data do not need."""
        stack = self.stack
        if name in (*CONSTANTS, *TEXTS, *BYTES):
            stack.append(argument)
        elif name in FIXED:
            stack.append(FIXED[name])
        elif name in ("EMPTY_DICT", "EMPTY_LIST", "EMPTY_TUPLE"):
            stack.append({"EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_TUPLE": tuple}[name]())
        elif name == "MARK":
            stack.append(_MARK)
        elif name in SIZES:
            stack[-SIZES[name] :] = [tuple(stack[-SIZES[name] :])]
        elif name in ("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"):
            self.memo[len(self.memo) if argument is None else argument] = stack[-1]
        elif name in ("GET", "BINGET", "LONG_BINGET"):
            stack.append(self.memo[argument])
        elif name in ("PROTO", "FRAME", "STOP"):
            pass
        else:
            self._build(name, argument)

    def _build(self, name: str, argument: Any) -> None:
        stack = self.stack
        if name == "GLOBAL":
            stack.append(Named(".".join(argument.split(" ", 1))))
        elif name == "STACK_GLOBAL":
            stack[-2:] = [Named(f"{stack[-2]}.{stack[-1]}")]
        elif name == "BINPERSID":
            stack.append(Call("persistent", _arguments(stack.pop())))
        elif name in ("REDUCE", "NEWOBJ"):
            arguments, called = stack.pop(), stack.pop()
            stack.append(Call(called.name, _arguments(arguments)))
        elif name == "BUILD":
            state = stack.pop()
            if isinstance(stack[-1], Call):
                stack[-1].state = state
        elif name in ("TUPLE", "LIST"):
            stack.append((tuple if name == "TUPLE" else list)(self._marked()))
        else:
            self._fill(name)

    def _fill(self, name: str) -> None:
        stack = self.stack
        if name in ("APPEND", "APPENDS"):
            values = [stack.pop()] if name == "APPEND" else self._marked()
            stack[-1].extend(values)
        elif name in ("SETITEM", "SETITEMS", "DICT"):
            pairs = [stack.pop(-2), stack.pop()] if name == "SETITEM" else self._marked()
            if name == "DICT":
                stack.append({})
            target = stack[-1].items if isinstance(stack[-1], Call) else stack[-1]
            target.update(zip(pairs[::2], pairs[1::2], strict=True))
        else:
            raise ValueError(f"{name} is not needed for data")

    def _marked(self) -> list[Any]:
        at = max(number for number, each in enumerate(self.stack) if each is _MARK)
        values = self.stack[at + 1 :]
        del self.stack[at:]
        return values


def _arguments(found: object) -> tuple[Any, ...]:
    if not isinstance(found, tuple):
        raise TypeError("arguments that are no tuple")
    return found


def read(data: bytes) -> Any:
    """Return what a pickle holds; raises what core.files.array_damage lists, or IndexError, for anything but data."""
    machine = _Machine()
    for number, (opcode, argument, _) in enumerate(pickletools.genops(data)):
        if number > MOST_OPCODES:
            raise ValueError("too many opcodes")
        machine.run(opcode.name, argument)
    return machine.stack[-1]


def plain(found: Any, visited: Iterator[int] | None = None) -> Any:
    """Return what `read` gave with its arrays as numpy's; raises what array_damage lists.

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
    if isinstance(data, Call) and data.name in CALLS_OF_BYTES:
        data = data.arguments[0]
    return data.encode("latin-1") if isinstance(data, str) else bytes(memoryview(data))


def _text(key: Any) -> str:
    return key.decode("utf-8", "replace") if isinstance(key, bytes) else str(key)
