"""What the classes of a data set are called: by a text beside its files, else by its name."""

from pathlib import Path

from core.digits.dataset import CLASSES, class_names_of, ten_names
from core.errors import UserError, instead_of
from core.files import presence

NAME = "classes.txt"
LONGEST = 10_000  # bytes


def classes_of(folder: Path, name: str) -> tuple[str, ...]:
    """Return the ten classes' names, from classes.txt or by the data set's; raises UserError for a wrong file."""
    path = folder / NAME
    if not presence.exists(path):
        return class_names_of(name)
    no_text = UserError("{path} cannot be read: write one class name a line, as plain text.", path=path)
    with instead_of((OSError, UnicodeDecodeError), no_text), path.open(encoding="utf-8-sig") as file:
        text = file.read(LONGEST)
    names = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not names:
        raise no_text
    return ten_names(names) if len(names) <= CLASSES else class_names_of(name)  # as labelImg's
