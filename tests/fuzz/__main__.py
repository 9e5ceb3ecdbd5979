"""`make fuzz`: each reader under damaged input, which may take 100 MB of memory.

python -m tests.fuzz [--texts 100000] [--files 5000] [--only NAME]
"""

import argparse
import contextlib
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from core.errors import UserError
from tests.fuzz.damage import damaged
from tests.fuzz.readers import Reader, readers

CEILING = 100_000_000  # bytes of address space that one reading may take
STATM = Path("/proc/self/statm")


def main() -> int:
    """Try every reader; the first exception that is no UserError ends it with the input that shows it."""
    parser = argparse.ArgumentParser(prog="tests.fuzz")
    parser.add_argument("--texts", type=int, default=100_000, help="inputs for each reader of bytes and text")
    parser.add_argument("--files", type=int, default=5_000, help="inputs for each reader of files and folders")
    parser.add_argument("--only", default="", help="a part of the readers' names")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        chosen = [each for each in readers(Path(folder)) if options.only in each.name]
        for reader in chosen:
            _read_good(reader, Path(folder))
        for reader in chosen:
            count = options.texts if reader.is_text else options.files
            began = time.monotonic()
            _tried(reader, Path(folder), count, options.seed)
            print(f"{reader.name}: {count:,} inputs, {time.monotonic() - began:.0f} s", flush=True)
    return 0


def _read_good(reader: Reader, folder: Path) -> None:
    """Read what is good, so that libraries are loaded before memory is counted."""
    for data in reader.seeds:
        with contextlib.suppress(UserError):
            reader.read(_written(reader, folder, data))


@contextlib.contextmanager
def _little_memory() -> Iterator[None]:
    """Let no more than the ceiling be taken meanwhile, where the system tells how much is taken now."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    if STATM.exists():
        taken = int(STATM.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + CEILING, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _tried(reader: Reader, folder: Path, count: int, number: int) -> None:
    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(damaged(reader.seeds))
    def only_user_errors(data: bytes) -> None:
        _read(reader, folder, data)

    only_user_errors()


def _read(reader: Reader, folder: Path, data: bytes) -> None:
    path = _written(reader, folder, data)
    with _little_memory(), contextlib.suppress(UserError):
        reader.read(path)


def _written(reader: Reader, folder: Path, data: bytes) -> Path:
    path = folder / f"input{reader.suffix}"
    path.write_bytes(reader.packed(data))
    return path


if __name__ == "__main__":
    sys.exit(main())
