"""`make fuzz`: each reader under damaged input, which may take 100 MB of memory.

python -m tests.fuzz [--texts 100000] [--files 5000] [--only NAME] [--seed 1]

How deep it reaches is told for each: how many inputs were accepted in spite of their damage, how many were refused, and
at how many places of the code.
"""

import argparse
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from random import Random

from core.errors import UserError
from tests.fuzz.ceiling import little_memory
from tests.fuzz.damage import Damage, Edit, damaged, edits, of_nothing
from tests.fuzz.heavy import heavy_readers
from tests.fuzz.readers import Reader, readers
from tests.fuzz.run_readers import run_readers
from tests.soak.shrink import shrunk

NO_MEANING = 0.05  # of all inputs
TRIES = 200  # readings to shorten what shows a fault


class Fuzz:
    """One reader under many inputs; counts what came of them."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self._reader = reader
        self._path = folder / f"input{reader.suffix}"
        self._damages: Sequence[Damage] = (*reader.damages, of_nothing)
        self.accepted, self.refused, self.places = 0, 0, set[tuple[str, int]]()

    def warm_up(self) -> None:
        """Read what is good, so that libraries are loaded, TensorFlow among them, before memory is counted.

        Raises AssertionError where that is refused: damage would then reach nothing behind the first check.
        """
        for data in self._reader.seeds:
            self._write(data)
            if self._reader.read(self._path) is None:
                raise AssertionError(f"{self._reader.name}: what should be good is not")

    def try_many(self, count: int, seed: int) -> None:
        """Try so many inputs; raises the first exception that is no UserError, after a short way to it was told."""
        for number in range(count):
            chance = Random(f"{seed} {self._reader.name} {number}")
            good = chance.choice(self._reader.seeds)
            nothing = [Edit(len(self._reader.damages), number)]
            done = nothing if chance.random() < NO_MEANING else edits(chance, len(self._reader.damages))
            if self._fault(good, done):
                self._tell(good, done)

    def _fault(self, good: bytes, done: Sequence[Edit]) -> BaseException | None:
        self._write(damaged(good, self._damages, done))
        try:
            with little_memory():
                taken = self._reader.read(self._path)
        except UserError as error:
            self.refused += 1
            self.places.add(_place(error))
        except Exception as error:  # noqa: BLE001  what it is looking for
            return error
        else:
            self.accepted += taken is not None
            self.refused += taken is None
        return None

    def _tell(self, good: bytes, done: Sequence[Edit]) -> None:
        done = shrunk(done, lambda some: self._fault(good, some) is not None, TRIES)
        fault = self._fault(good, done)
        print(f"{self._reader.name}: {done} make {self._path.read_bytes()[:2_000]!r}", file=sys.stderr, flush=True)
        raise fault or AssertionError("a fault that does not come again")

    def _write(self, data: bytes) -> None:
        self._path.write_bytes(self._reader.packed(data))


def main() -> int:
    """Try every reader; the first exception that is no UserError ends it with the input that shows it."""
    parser = argparse.ArgumentParser(prog="tests.fuzz")
    parser.add_argument("--texts", type=int, default=100_000, help="inputs for each reader of bytes and text")
    parser.add_argument("--files", type=int, default=5_000, help="inputs for each reader of files and folders")
    parser.add_argument("--only", default="", help="a part of the readers' names")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # those of Keras and of the window come last: what they load is no part of the others' memory
        for group in (readers, run_readers, heavy_readers):
            for reader in group(folder):
                if options.only in reader.name:
                    _try(reader, folder, options.texts if reader.is_text else options.files, options.seed)
    return 0


def _try(reader: Reader, folder: Path, count: int, seed: int) -> None:
    began = time.monotonic()
    fuzz = Fuzz(reader, folder)
    fuzz.warm_up()
    fuzz.try_many(count, seed)
    took = time.monotonic() - began
    depth = f"{fuzz.accepted:,} accepted, {fuzz.refused:,} refused, with a sentence at {len(fuzz.places)} places"
    print(f"{reader.name}: {count:,} inputs, {depth}, {took:.0f} s", flush=True)


def _place(error: UserError) -> tuple[str, int]:
    """Return the file and the line that refused."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return ("", 0) if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)


if __name__ == "__main__":
    sys.exit(main())
