"""Data sets as files of named arrays: numpy's .npz and .npy, pickles (.pkl), MATLAB's .mat.

Names tell images from labels and the test from the rest: x_train, test_labels, data, arr_0 of kmnist-train-imgs.npz.
"""

import math
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, Dataset, LabelledImages
from core.errors import DAMAGE, UserError, instead_of, missing_package, reading
from core.files import packed, pickled, presence
from core.sources import arrays
from core.sources.division import divided
from core.sources.part_names import TEST, TRAINING, VALIDATION, part_of

Arrays = dict[str, NDArray[np.generic]]
PART = 1 << 20  # bytes of a pickle read at once
IMAGES = {"x", "xtrain", "xtest", "images", "image", "imgs", "img", "data", "fea", "pixels", "samples"}
LABELS = {"y", "ytrain", "ytest", "labels", "label", "target", "targets", "gnd", "classes"}
PARTS = {1: ("train",), 2: ("train", "test"), 3: ("train", "valid", "test")}  # of pickles that name none
SEVERAL = ("imgs", "labels", "images")  # words of .npz files that are one part of a data set each


def load(path: Path) -> Dataset:
    """Return the data set of a file, or of a folder that holds it; raises UserError."""
    some = files(path)
    if len(some) > 1 and not all(_is_part(file) for file in some):
        some = [file for file in some if file.name == "mnist.npz"] or some  # of all that Keras has fetched
        if len(some) > 1:
            names = ", ".join(file.name for file in some)
            raise UserError("{path} holds more than one data set ({names}): open one.", path=path, names=names)
    found = Arrays()
    for file in some:
        with reading(file), instead_of((IndexError, *DAMAGE), _no_arrays(file, file)):
            named = READERS[_suffix(file)](file)  # its sizes are checked, and no code of it runs
        is_part = _is_part(file) and len(named) == 1
        found |= {file.stem: next(iter(named.values()))} if is_part else named
    with instead_of((IndexError, *DAMAGE), _no_arrays(path, some[0])):
        learned, test = parts({key: array for key, array in found.items() if array.ndim}, str(path))
    is_npy = some[0].suffix.lower() == ".npy"
    name = some[0].parent.resolve().name if is_npy else some[0].name.partition("-" if len(some) > 1 else ".")[0]
    return divided(name, some[0].parent, learned, test)


def parts(found: Mapping[str, NDArray[np.generic]], path: str) -> tuple[LabelledImages, LabelledImages | None]:
    """Return what named arrays give to learn from and, where they have it, to test with; raises UserError."""
    pairs: dict[str, dict[str, NDArray[np.generic]]] = {TRAINING: {}, VALIDATION: {}, TEST: {}}
    for name, array in (_by_digit(found, path) or found).items():
        name = re.sub("(?<=[a-z])(?=[A-Z])", "_", name)
        words = set(re.findall("[a-z]+", name.lower()))
        kind = "labels" if words & LABELS else "images" if words & IMAGES else ""
        pairs[part_of(name)].setdefault(kind, array)
    if not any({"images", "labels"} <= set(pair) for pair in pairs.values()):
        pairs[TRAINING] = _by_shape(found)
    made = {
        part: arrays.labelled_images(pair["images"], pair["labels"], path)
        for part, pair in pairs.items()
        if {"images", "labels"} <= set(pair)
    }
    learned = [made[part] for part in (TRAINING, VALIDATION) if part in made]
    if not learned:
        raise UserError("{path} holds no images and labels to learn from.", path=path)
    return LabelledImages.joined(learned) if len(learned) > 1 else learned[0], made.get(TEST)


def _by_digit(found: Mapping[str, NDArray[np.generic]], path: str) -> Arrays:
    """Return images and labels of arrays that are of one digit each: train0, test9; or (pixels, images, digits)."""
    made = Arrays()
    for part in ("train", "test"):
        some = {digit: found[f"{part}{digit}"] for digit in range(CLASSES) if f"{part}{digit}" in found}
        if some:
            widest = np.result_type(*some.values()).itemsize  # all become as wide: one may make a small pickle large
            _check(sum(each.size for each in some.values()) * widest, path)
            made[f"x_{part}"] = np.concatenate(list(some.values()))
            made[f"y_{part}"] = np.repeat(list(some), [len(each) for each in some.values()])
    cube = next((array for array in found.values() if array.ndim == 3 and array.shape[2] == CLASSES), None)
    if cube is not None and cube.shape[0] in arrays.SQUARES:
        made["x"] = cube.transpose(2, 1, 0).reshape(-1, cube.shape[0])
        made["y"] = np.repeat(np.arange(1, CLASSES + 1) % CLASSES, cube.shape[1])  # MATLAB's users count 1..9, 0
    return made


def _by_shape(found: Mapping[str, NDArray[np.generic]]) -> dict[str, NDArray[np.generic]]:
    """Return the only array whose shape is of images, and the only one that is of labels of these; else nothing."""
    images = [each for each in found.values() if each.ndim > 1 and math.prod(each.shape[1:]) in arrays.SQUARES]
    shapes = [(len(each), *behind) for each in images for behind in ((), (1,), (CLASSES,))]
    labels = [each for each in found.values() if each.shape in shapes]
    return {"images": images[0], "labels": labels[0]} if len(images) == len(labels) == 1 else {}


def _is_part(path: Path) -> bool:
    return path.suffix.lower() == ".npy" or any(path.stem.lower().endswith(f"-{word}") for word in SEVERAL)


def files(path: Path) -> list[Path]:
    """Return the files of arrays that a path is or holds; of one that is a part, those beside it, too."""
    if presence.is_file(path):
        beside = [each for each in files(path.parent) if _is_part(each)] if _is_part(path) else [path]
        return [each for each in beside if _suffix(each) == _suffix(path) and _suffix(path) in READERS]
    found = sorted(each for each in path.iterdir() if _suffix(each) in READERS and presence.is_file(each))
    return [each for each in found if _suffix(each) == _suffix(found[0])]


def _suffix(path: Path) -> str:
    name = path.name.lower()
    return Path(name.removesuffix(".gz")).suffix if name.endswith(".pkl.gz") else Path(name).suffix


def _no_arrays(path: Path, file: Path) -> UserError:
    return UserError("{path} is not a file of arrays ({suffix}).", path=path, suffix=_suffix(file))


def _npz(path: Path) -> Arrays:
    with zipfile.ZipFile(path) as archive:
        _check(sum(entry.file_size for entry in archive.infolist()), path)
    with np.load(path, allow_pickle=False) as found:
        return {name: np.asarray(found[name]) for name in found.files}


def _pickle(path: Path) -> Arrays:
    data = bytearray()
    with packed.opened(path) as (file, _):
        while part := file.read(PART):
            data += part
            _check(2 * len(data), path)
    found = pickled.plain(pickled.read(bytes(data)))
    if isinstance(found, list | tuple):
        pairs = [found] if len(found) == 2 and not isinstance(found[0], list | tuple) else found
        found = {part: dict(zip("xy", pair, strict=True)) for part, pair in zip(PARTS[len(pairs)], pairs, strict=True)}
    return dict(_flat(found))


def _matlab(path: Path) -> Arrays:
    with instead_of(ImportError, missing_package(path, "scipy")):
        from scipy import io

    too_new = UserError("{path} is of MATLAB's version 7.3: save it with -v7.", path=path)
    with instead_of(NotImplementedError, too_new), instead_of(io.matlab.MatReadError, _no_arrays(path, path)):
        _check(sum(8 * math.prod(shape) for _, shape, _ in io.whosmat(path)), path)
        return dict(_flat({name: value for name, value in io.loadmat(path).items() if not name.startswith("__")}))


def _flat(found: Any, name: str = "") -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Give the arrays of dictionaries and records within each other, named by all that leads to them."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield from _flat(value, f"{name}.{key}")
    elif isinstance(found, np.ndarray) and found.dtype.names:
        for key in found.dtype.names:
            yield from _flat(found[key], f"{name}.{key}")
    elif isinstance(found, np.ndarray) and found.dtype == object and found.size == 1:
        yield from _flat(found.item(), name)
    elif isinstance(found, np.ndarray | list):
        kinds = set(_kinds(found))
        if len(kinds) == 1 and "" not in kinds:  # of a list of several kinds all would become as wide as the widest
            yield name.removeprefix("."), np.asarray(found)


def _kinds(found: Any) -> Iterator[str]:
    if isinstance(found, list | tuple):
        for each in found:
            yield from _kinds(each)
    else:
        yield found.dtype.str if isinstance(found, np.ndarray) else "number" if isinstance(found, int | float) else ""


def _check(size: int, path: Path | str) -> None:
    if size > pickled.LARGEST:
        raise UserError("{path} is too large for a data set of 28x28 images.", path=path)


READERS: dict[str, Callable[[Path], Arrays]] = {
    ".npz": _npz, ".pkl": _pickle, ".pickle": _pickle, ".mat": _matlab,
    ".npy": lambda path: {path.stem: np.asarray(np.load(path, allow_pickle=False, mmap_mode="r"))},
}  # fmt: skip
