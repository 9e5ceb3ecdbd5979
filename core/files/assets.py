"""The one place that reads what ships in assets/."""

from importlib.resources import files
from pathlib import Path


def text(name: str) -> str:
    """Return a text of assets/."""
    return (files("assets") / name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return a file of assets/ as bytes."""
    return (files("assets") / name).read_bytes()


def path(name: str) -> str:
    """Return the path of a file of assets/, with forward slashes, for what reads files by itself."""
    return Path(str(files("assets") / name)).as_posix()
