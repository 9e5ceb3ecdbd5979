"""Where exports go: whole under their final name, or not there at all."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import UserError, unwritable
from core.sources.leftovers import put_in_place
from core.words import say


@contextmanager
def new_file(path: Path) -> Generator[Path, None, None]:
    """Give the path of a file to write, which takes the place of `path` at the end; raises UserError.

    Its suffix is that of `path`, since some writers go by it. A link stays one; what is no file, such as a pipe or a
    device, takes what was written.
    """
    try:
        if path.is_dir():
            raise UserError(say("{path} is a folder; name a file in it.", path=path))
        with _sent_to(path) if path.exists() and not path.is_file() else _put_in_place_of(path) as part:
            yield part
    except OSError as error:
        raise unwritable(path, error) from None


@contextmanager
def new_folder(path: Path) -> Generator[Path, None, None]:
    """Give the path of a folder to fill, called `path` at the end; raises UserError where something is there."""
    try:
        target = _real(path)  # it has a name, where `path` is "."
    except OSError as error:
        raise unwritable(path, error) from None
    part = target.parent / _part_name()
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise UserError(say("{path} is there already; name a folder that is new or empty.", path=path))
        part.mkdir()
        yield part
        with suppress(FileNotFoundError):
            target.rmdir()
        part.rename(target)
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _put_in_place_of(path: Path) -> Generator[Path, None, None]:
    target = _real(path)
    part = target.parent / f"{_part_name()}{path.suffix}"
    try:
        yield part
        put_in_place(part, target)
    finally:
        with suppress(OSError):
            part.unlink()


@contextmanager
def _sent_to(path: Path) -> Generator[Path, None, None]:
    import tempfile  # brings much along, which the first paint need not wait for

    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / f"part{path.suffix}"
        yield part
        path.write_bytes(part.read_bytes())


def _real(path: Path) -> Path:
    """Return where a path leads through links; `resolve` of older Pythons gives up on one that leads to itself."""
    return Path(os.path.realpath(path))


def _part_name() -> str:
    return f".digitscope-{os.getpid()}-{os.urandom(3).hex()}"
