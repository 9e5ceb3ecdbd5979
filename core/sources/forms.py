"""The table of forms that data sets come in: a path, a file or a folder, is opened by the first whose form it has."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.digits.dataset import Dataset
from core.errors import UserError, unreadable
from core.files import presence
from core.sources import class_folders, csv_table, idx, idx_folder, npz_file
from core.words import mark, said


@dataclass(frozen=True, slots=True)
class Form:
    """A form of data sets: what it is called, whether a path has it, and how it is opened."""

    title: str
    holds: Callable[[Path], bool]
    load: Callable[[Path], Dataset]


FORMS = (
    Form(mark("IDX files, as MNIST's"), idx_folder.holds_idx, idx_folder.load),
    Form(mark("arrays of numpy (.npz)"), npz_file.holds, npz_file.load),
    Form(mark("tables (.csv)"), csv_table.holds, csv_table.load),
    Form(mark("a folder of pictures for each class"), class_folders.holds, class_folders.load),
)
# within a folder that was chosen, as torchvision and Keras lay their downloads out
PLACES = ("", "mnist", "MNIST/raw", "FashionMNIST/raw", "KMNIST/raw", "EMNIST/raw", "raw", "datasets")


def is_data_set(path: Path) -> bool:
    """Return whether a file is one of a data set's: IDX files by how they begin, tables by their name."""
    return idx.begins_as_idx(path) or csv_table.holds(path)


def opened(path: Path) -> Dataset:
    """Return the data set at a path: a folder, one of its IDX files, or a file of arrays or a table.

    Raises UserError that names the forms that can be read.
    """
    try:
        if not presence.exists(path):
            raise UserError("{path} does not exist.", path=path)
        if presence.is_file(path) and idx.begins_as_idx(path):
            path = path.parent
        places = [path / place for place in PLACES] if presence.is_folder(path) else [path]
        for form in FORMS:
            for place in places:
                if presence.exists(place) and form.holds(place):
                    return form.load(place)
    except OSError as error:
        raise unreadable(path, error) from None
    forms = "; ".join(said(form.title) for form in FORMS)
    raise UserError("{path} holds no data set; these forms can be read: {forms}.", path=path, forms=forms)
