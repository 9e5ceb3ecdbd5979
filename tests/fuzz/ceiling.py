"""The memory that one reading may take."""

import contextlib
import resource
from collections.abc import Iterator
from pathlib import Path

CEILING = 360_000_000  # bytes of address space: a picture's, and what each thread of a decoder sets aside
STATM = Path("/proc/self/statm")


@contextlib.contextmanager
def little_memory() -> Iterator[None]:
    """Let no more than the ceiling be taken meanwhile, where the system tells how much is taken now."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    if STATM.exists():
        taken = int(STATM.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + CEILING, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
