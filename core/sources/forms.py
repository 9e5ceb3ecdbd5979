"""The table of forms that data sets come in: a path, a file or a folder, is opened by the first whose form it has."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError, reading
from core.files import presence
from core.model import weights_file
from core.sources import array_files, class_folders, idx, parquet, tables
from core.sources.division import divided
from core.sources.part_names import TEST, part_of, set_of, title_of
from core.words import mark, said

Files = Callable[[Path], list[Path]]
Read = Callable[[Path], LabelledImages | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of data sets: what it is called, whether a path has it, and how it is opened."""

    title: str
    holds: Callable[[Path], object]
    load: Callable[[Path], Dataset]


def _of_files(files: Files, read: Read) -> Callable[[Path], Dataset]:
    """Return what opens a data set of files to learn from and perhaps to test with, each read alone."""

    def load(path: Path) -> Dataset:
        found = files(path)
        if presence.is_file(path) and part_of(path.name) != TEST:
            alike = TEST, set_of(path.name)
            beside = [each for each in files(path.parent) if (part_of(each.name), set_of(each.name)) == alike]
            found += [each for each in beside if each not in found]
        doubles = {each.name.lower() + ending for each in found for ending in (*tables.PACKED, ".zip")}
        found = [each for each in found if each.name.lower() not in doubles]
        learned = [each for each in found if part_of(each.name) != TEST] or found
        if len({set_of(each.name) for each in learned}) > 1:
            names = ", ".join(each.name for each in learned)
            raise UserError("{path} holds more than one data set ({names}): open one.", path=path, names=names)
        whole = _joined([read(each) for each in learned])
        if whole is None:
            raise UserError("{path} has no column of labels, so nothing can be learned from it.", path=learned[0])
        tests = [each for each in found if each not in learned]
        own = [each for each in tests if set_of(each.name) == set_of(learned[0].name)]
        test = _joined([read(each) for each in own or tests])
        folder = learned[0].parent.resolve()
        named = folder.parent if folder.name == "raw" else folder  # torchvision has the files in `raw`
        title = title_of(learned[0].name) or named.name or "data"
        return divided(title, learned[0].parent, whole, test)

    return load


def _joined(parts: list[LabelledImages | None]) -> LabelledImages | None:
    found = [part for part in parts if part is not None]
    return LabelledImages.joined(found) if len(found) > 1 else next(iter(found), None)


FORMS = (
    Form(mark("IDX files, as MNIST's"), idx.files, _of_files(idx.files, idx.read)),
    Form(
        mark("arrays of numpy, pickles of them, MATLAB's (.npz, .npy, .pkl, .mat)"), array_files.files, array_files.load
    ),
    Form(mark("tables (.csv, .txt, libsvm's)"), tables.files, _of_files(tables.files, tables.read)),
    Form(mark("tables of pictures (.parquet)"), parquet.files, _of_files(parquet.files, parquet.read)),
    Form(mark("a folder of pictures for each class"), class_folders.holds, class_folders.load),
)
# within a folder that was chosen, as torchvision, Keras and Hugging Face lay their downloads out
NAMES = ("MNIST", "FashionMNIST", "KMNIST", "EMNIST", "QMNIST")
PACKED = re.compile(r"\.(?:zip|rar|7z|tgz|tar(?:\.\w+)?)$", re.IGNORECASE)
PLACES = ("", "mnist", *(f"{name}/raw" for name in NAMES), "raw", "gzip", "datasets", "datasets/fashion-mnist", "data")


def is_data_set(path: Path) -> bool:
    """Return whether a file is one of a data set's, which is looked at where its name may be another's; or OSError."""
    if path.suffix.lower() == ".npz" and weights_file.is_weights(path):
        return False
    return any(form.holds(path) for form in FORMS)


def opened(path: Path, outer: Path | None = None) -> Dataset:
    """Return the data set of a folder or a file; raises UserError that names the forms, and `outer`, where it lies."""
    with reading(path):
        if not presence.exists(path):
            raise UserError("{path} does not exist.", path=path)
        places = [path / place for place in PLACES] if presence.is_folder(path) else [path]
        for form in FORMS:
            for place in places:
                if presence.exists(place) and form.holds(place):
                    return form.load(place)
        inner = class_folders.folders(path) if presence.is_folder(path) else []
        if len(inner) == 1 and not inner[0].is_symlink():  # as where an archive was unpacked
            return opened(inner[0], outer or path)
    if PACKED.search(path.name):
        raise UserError("{path} is packed: unpack it, and open the folder that it becomes.", path=path)
    forms = "; ".join(said(form.title) for form in FORMS)
    raise UserError("{path} holds no data set; these forms can be read: {forms}.", path=outer or path, forms=forms)
