"""The files of a run: their names, and how they are written, so that a kill, a power cut or a full disk spoils none."""

import errno
import io
import json
import os
import re
import secrets
import tokenize
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import IO, TypeVar

import numpy as np
from numpy.lib import format as npy

from core.arrays import Floats
from core.digits.dataset import CLASSES, PIXELS
from core.errors import UserError, instead_of, reading
from core.files.json_fields import Fields, check_plain, parsed, read_bytes
from core.files.whole import in_place_of
from core.model.architecture import Architecture
from core.words import say

RUN = "run.json"
EVENTS = "events.jsonl"
LABEL = "label.json"
COSTS = "costs.npy"
SNAPSHOTS = "snapshots.npy"
WEIGHTS = "weights.npz"  # as they were at the end
START = "start.npz"  # where a run did not start from its recipe's own weights
DELETED = ".deleted"  # folder of runs that can still be brought back

ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
NUMBER = np.dtype("<f4")
BAD_HEADER = (ValueError, SyntaxError, RecursionError, tokenize.TokenError)  # all that numpy raises at one
Event = TypeVar("Event")
LARGEST_EVENTS = 50_000_000  # bytes of events.jsonl
LARGEST_ARRAY = 2_000_000_000  # bytes of costs.npy or snapshots.npy


def snapshot_shape(architecture: Architecture) -> tuple[int, ...]:
    """Return the shape of stored weights: of the single layer the matrix and, as its last row, the bias; else flat."""
    return (PIXELS + 1, CLASSES) if architecture.is_single else (architecture.parameters,)


def new_id(now: datetime) -> str:
    """Return a name that no other run has, in any process; names sort by their runs' beginnings, to the microsecond."""
    when = now.astimezone(timezone.utc)
    return f"{when:%Y%m%d-%H%M%S}-{when.microsecond:05x}{secrets.randbelow(16**3):03x}"


def run_folder(folder: Path, run_id: str) -> Path:
    """Return where a run lies; raises UserError for what is no run's name, such as a path."""
    if not ID.fullmatch(run_id):
        raise UserError("{run_id!r} is not the name of a stored run; see: digitscope runs list.", run_id=run_id)
    return folder / run_id


def write_whole(path: Path, contents: bytes) -> None:
    """Write a file whole or not at all; raises OSError."""
    with in_place_of(path) as part:
        part.write_bytes(contents)
    settle_folder(path.parent)


def write_json(path: Path, values: Mapping[str, object]) -> None:
    """Write a JSON object to a file, whole or not at all; raises OSError."""
    text = json.dumps(values, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    write_whole(path, text.encode(errors="backslashreplace"))  # a path may hold what is no UTF-8; JSON reads it so


def _settle(file: IO[bytes]) -> None:
    """Have the disk hold what was written: the next thing written then never comes before it."""
    file.flush()
    os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Have the disk hold the names in a folder, where the system can do that; raises OSError."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def read_events(path: Path, decoded: Callable[[Fields], Event]) -> list[Event]:
    """Return the events of a file, none where it is missing; a damaged line, as a cut leaves, loses only itself."""
    found = list[Event]()
    with reading(path), suppress(FileNotFoundError):
        for line in read_bytes(path, LARGEST_EVENTS).splitlines():
            with suppress(UserError):
                found.append(decoded(parsed(line, str(path))))
    return found


@dataclass(slots=True)
class GrowingArray:
    """A .npy file of float32 rows that grows at its end and can be read at any moment.

    Rows are written first, and the header, which counts them, after they are on the disk; both in place.
    """

    path: Path
    row_shape: tuple[int, ...] = ()
    rows: int = 0  # those that are safe on the disk

    def append(self, rows: Floats) -> None:
        """Add rows, (k, *row_shape); raises OSError, and then the next call writes over what was left."""
        if count_rows(self.path, self.row_shape) < self.rows:  # new rows would stand in their place, unnoticed
            raise OSError(errno.ENOENT, say("{path} was cleared away", path=self.path))
        contents = np.ascontiguousarray(rows, NUMBER).tobytes()
        total = self.rows + len(rows)
        self.path.touch()
        with self.path.open("r+b") as file:
            if not self.rows:
                file.write(_header((0, *self.row_shape)))
            file.seek(len(_header((0, *self.row_shape))) + _row_bytes(self.row_shape) * self.rows)
            file.write(contents)
            _settle(file)
            file.seek(0)
            file.write(_header((total, *self.row_shape)))
            _settle(file)
        self.rows = total


@lru_cache(maxsize=16)
def _header(shape: tuple[int, ...]) -> bytes:
    """Return the header of a .npy file; numpy gives it the same length however the first axis grows."""
    file = io.BytesIO()
    npy.write_array_header_1_0(file, {"descr": NUMBER.str, "fortran_order": False, "shape": shape})
    return file.getvalue()


def _row_bytes(row_shape: tuple[int, ...]) -> int:
    return NUMBER.itemsize * int(np.prod(row_shape, dtype=np.int64))


def count_rows(path: Path, row_shape: tuple[int, ...] = ()) -> int:
    """Return about how many rows a file has, by its size alone; 0 where it is missing."""
    try:
        return max(0, path.stat().st_size - len(_header((0, *row_shape)))) // _row_bytes(row_shape)
    except OSError:
        return 0


def read_rows(path: Path, row_shape: tuple[int, ...] = (), first: int = 0, count: int | None = None) -> Floats:
    """Return up to `count` rows, (k, *row_shape), none of a missing file; raises UserError when it is no such file."""
    contents = b""
    with reading(path), suppress(FileNotFoundError):
        check_plain(path)
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            rows = _rows_promised(file, path, row_shape, size)
            there = min(rows, (size - file.tell()) // _row_bytes(row_shape))
            wanted = max(0, there - first if count is None else min(count, there - first))
            file.seek(_row_bytes(row_shape) * first, os.SEEK_CUR)
            contents = file.read(_row_bytes(row_shape) * wanted)
    return np.frombuffer(contents, NUMBER).reshape(-1, *row_shape).astype(np.float32)


def _rows_promised(file: IO[bytes], path: Path, row_shape: tuple[int, ...], size: int) -> int:
    """Return the rows that a file's header counts; the file then stands behind the header."""
    if size < len(_header((0, *row_shape))):  # killed between making the file and writing to it
        file.seek(size)
        return 0
    with instead_of(BAD_HEADER, UserError("{path} is not an array of numbers (.npy).", path=path)):
        if npy.read_magic(file) != (1, 0):
            raise ValueError("another version of .npy")
        shape, by_column, kind = npy.read_array_header_1_0(file)
    if by_column or kind != NUMBER or len(shape) != 1 + len(row_shape) or shape[1:] != row_shape:
        values = {"path": path, "kind": kind, "shape": shape}
        raise UserError("{path} is an array of {kind} of shape {shape}, not what a run stores.", **values)
    if size > LARGEST_ARRAY:
        values = {"path": path, "size": size, "largest_array": LARGEST_ARRAY}
        raise UserError("{path} has {size:,} bytes; a run stores at most {largest_array:,}.", **values)
    return int(shape[0])
