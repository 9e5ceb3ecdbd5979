"""Reads pickles as data, arrays too: what they would call is named and never called, so that no code of a file runs.

The opcodes are listed by Python's own pickletools; those that plain data need are followed, others are refused. What
a pickle holds once it may name many times over: nothing of it is written out, hashed or copied for each mention.
"""

import pickletools
import re
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

MOST_OPCODES = 200_000
LONGEST = 250  # characters of a name; longer keys are cut
PARTS = (str, bytes, int, float, type(None))  # what a name or a key may be made of
DEEPEST = 8  # values within each other; a list of images in a dictionary has five
LARGEST = 1_000_000_000  # bytes of all arrays together; MNIST has 55 million, of floats 440
FIXED: dict[str, Any] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
CONSTANTS = ("INT", "BINFLOAT", "LONG", "BININT", "BININT1", "BININT2", "LONG1", "FLOAT")
TEXTS = ("BINUNICODE", "BINUNICODE8", "SHORT_BINUNICODE", "UNICODE", "BINSTRING", "SHORT_BINSTRING", "STRING")
BYTES = ("BINBYTES", "BINBYTES8", "SHORT_BINBYTES", "BYTEARRAY8")
SIZES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
NUMPY = ("numpy.", "numpy.core.", "numpy._core.")
CALLS_OF_BYTES = ("_codecs.encode", "builtins.bytearray", "__builtin__.bytearray")
NUMBER_TYPE = re.compile(r"[biuf]\d{1,2}")  # of numpy's types: numbers alone


@dataclass(slots=True)
class Call:
    """What a pickle would have called: its name, such as "collections.OrderedDict", and with what.

    items : what it would have stored in what that gave, by keys; state : what it would have handed to it
    """

    name: str
    arguments: tuple[Any, ...] = ()
    items: dict[Any, Any] = field(default_factory=dict)
    state: Any = None

    def __post_init__(self) -> None:
        if not isinstance(self.arguments, tuple):
            raise TypeError("arguments that are no tuple")


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a pickle names."""

    name: str


class _Machine:
    """What a pickle's opcodes leave on the stack."""

    def __init__(self) -> None:
        self.stack: list[Any] = []
        self.marks: list[int] = []  # heights of the stack
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
            self.marks.append(len(stack))
        elif name in SIZES:
            stack[-SIZES[name] :] = [tuple(stack[-SIZES[name] :])]
        elif name in ("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"):
            place = len(self.memo) if argument is None else argument
            if not 0 <= place <= MOST_OPCODES:  # others may all have one hash, and the memo be slow
                raise ValueError("a memo with gaps")
            self.memo[place] = stack[-1]
        elif name in ("GET", "BINGET", "LONG_BINGET"):
            stack.append(self.memo[argument])
        elif name in ("PROTO", "FRAME", "STOP"):
            pass
        else:
            self._build(name, argument)

    def _build(self, name: str, argument: Any) -> None:
        stack = self.stack
        if name == "GLOBAL":
            stack.append(Named(_text(*argument.split(" ", 1))))
        elif name == "STACK_GLOBAL":
            stack[-2:] = [Named(_text(stack[-2], stack[-1]))]
        elif name == "BINPERSID":
            stack.append(Call("persistent", stack.pop()))
        elif name in ("REDUCE", "NEWOBJ"):
            arguments, called = stack.pop(), stack.pop()
            stack.append(Call(called.name, arguments))
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
            for key, value in zip(pairs[::2], pairs[1::2], strict=True):
                if isinstance(key, PARTS):  # a key of pairs names no array
                    target[_text(key[:LONGEST] if isinstance(key, str | bytes) else key)] = value
        else:
            raise ValueError(f"{name} is not needed for data")

    def _marked(self) -> list[Any]:
        at = self.marks.pop()
        values = self.stack[at:]
        del self.stack[at:]
        return values


def _text(*parts: object) -> str:
    """Return a name or a dictionary's key as a short text, whose hash no file can foresee."""
    if not all(isinstance(part, PARTS) for part in parts):
        raise TypeError("a text of parts")
    text = ".".join(part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in parts)
    if len(text) > LONGEST:
        raise ValueError("a name or key that is too long")
    return text


def read(data: bytes) -> Any:
    """Return what a pickle holds; raises what core.errors.DAMAGE lists, or IndexError, for anything but data."""
    machine = _Machine()
    for number, (opcode, argument, _) in enumerate(pickletools.genops(data)):
        if number > MOST_OPCODES:
            raise ValueError("too many opcodes")
        machine.run(opcode.name, argument)
    return machine.stack[-1]


def plain(found: Any) -> Any:
    """Return what `read` gave with its arrays as numpy's, and without its texts; raises as core.errors.DAMAGE lists."""
    met = size = 0  # values, so that a list that holds itself many times over ends; bytes of the arrays among them
    arrays: dict[int, NDArray[np.generic]] = {}  # by the identity of what would make them

    def made(found: Any, depth: int) -> Any:
        nonlocal met, size
        met += 1
        if met > MOST_OPCODES or depth > DEEPEST:
            raise ValueError("too many values")
        if isinstance(found, dict):
            return {key: made(value, depth + 1) for key, value in found.items()}
        if isinstance(found, list | tuple):
            return type(found)(made(each, depth + 1) for each in found)
        if isinstance(found, Call):
            array = arrays[id(found)] = arrays[id(found)] if id(found) in arrays else _array(found)
            size += array.nbytes
            if size > LARGEST:
                raise ValueError("arrays that are too large")
            return array
        return found if isinstance(found, int | float) else None

    return made(found, 0)


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
    code, byte_order = kind.arguments[0], kind.state[1]
    are_texts = isinstance(code, str) and isinstance(byte_order, str)
    if kind.name != "numpy.dtype" or not are_texts or not NUMBER_TYPE.fullmatch(code):
        raise TypeError("an array of something else than numbers")
    # bytes as they are, as Python 2 has them, or as Python 3 writes them for it
    data = data.arguments[0] if isinstance(data, Call) and data.name in CALLS_OF_BYTES else data
    data = data.encode("latin-1") if isinstance(data, str) else data
    return np.frombuffer(data, np.dtype(code).newbyteorder(byte_order)).reshape(tuple(shape), order=order)
