"""Where exports go: whole under their final name, or not there at all."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import UserError
from core.words import say


@contextmanager
def new_file(path: Path) -> Generator[Path, None, None]:
    """Give the path of a file to write, which takes the place of `path` at the end; raises UserError.

    Its suffix is that of `path`, since some writers go by it.
    """
    if path.is_dir():
        raise UserError(say("{path} is a folder; name a file in it.", path=path))
    part = path.with_name(f".{path.stem}-{os.getpid()}-{os.urandom(3).hex()}{path.suffix}")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise UserError(say("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error)) from None
    finally:
        with suppress(OSError):
            part.unlink()


@contextmanager
def new_folder(path: Path) -> Generator[Path, None, None]:
    """Give the path of a folder to fill, called `path` at the end; raises UserError where something is there."""
    part = path.with_name(f".{path.name}-{os.getpid()}-{os.urandom(3).hex()}")
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UserError(say("{path} is there already; name a folder that is new or empty.", path=path))
        part.mkdir()
        yield part
        with suppress(FileNotFoundError):
            path.rmdir()
        part.rename(path)
    except OSError as error:
        raise UserError(say("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error)) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
