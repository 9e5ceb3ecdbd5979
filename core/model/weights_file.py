"""Weights on disk, as .npz: arrays `weights` (784, 10), `bias` (10,), `stages`, `recipe`; never pickle.

Several layers are `layers`, the hidden ones as recipes write them, and `weights_1`, `bias_1`, `weights_2`, ...
"""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.digits import stages
from core.errors import DAMAGE, UserError, instead_of, reading
from core.files.whole import new_file
from core.model import architecture
from core.model.architecture import MOST_PARAMETERS, Architecture
from core.model.softmax import Weights

SUFFIX = ".npz"
LARGEST_ARRAY = 8 * MOST_PARAMETERS + 1_000  # bytes, in float64
TEXTS = ("layers", "stages", "recipe")


def save(path: Path, weights: Weights) -> None:
    """Write weights to a .npz file, whole or not at all; raise UserError where that cannot be."""
    with new_file(path) as part:
        part.write_bytes(to_bytes(weights))


def to_bytes(weights: Weights) -> bytes:
    """Return the contents of a .npz file of weights."""
    texts: dict[str, Any] = {"stages": np.array(weights.stages, dtype=np.str_), "recipe": np.array(weights.recipe)}
    if not weights.architecture.is_single:
        texts["layers"] = np.array(weights.architecture.texts, dtype=np.str_)
    named: dict[str, Any] = dict(zip(names_of(weights.architecture), weights.arrays, strict=True))
    file = io.BytesIO()
    np.savez(file, **named, **texts)
    return file.getvalue()


def names_of(made: Architecture) -> tuple[str, ...]:
    """Return the names of a network's arrays in the file."""
    if made.is_single:
        return "weights", "bias"
    return tuple(f"{kind}_{number}" for number in range(1, len(made.layers) + 1) for kind in ("weights", "bias"))


def is_weights(path: Path) -> bool:
    """Return whether a .npz file names the arrays of weights in its directory; raises OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith(("weights", "bias")) for name in archive.namelist())
    except zipfile.BadZipFile:
        return True  # and what is wrong with it is said when it is read


def load(path: Path, may_have_diverged: bool = False) -> Weights:
    """Read weights from a .npz file: raw where no stages are named, diverged where they may be; raises UserError."""
    with reading(path), path.open("rb") as file:
        return read(file, str(path), may_have_diverged)


def read(file: IO[bytes], name: str, may_have_diverged: bool = False) -> Weights:
    """Read weights from an open .npz file, called `name` in messages; raise UserError as `load` does."""
    with instead_of(DAMAGE, UserError("{name} is not a file of weights (.npz).", name=name)):
        arrays = _arrays(file, name)
    recipe = str(arrays["recipe"].ravel()[0]) if arrays.get("recipe", np.empty(0)).size else ""
    try:
        made = architecture.of(_texts(arrays, "layers", ()))
        stage_names = stages.checked(_texts(arrays, "stages", stages.RAW))
    except UserError as error:
        raise UserError("{name} cannot be used: {error}", name=name, error=error) from None
    keys = names_of(made)
    shapes = zip(keys, made.shapes, strict=True)
    numbers = tuple(_numbers(arrays, key, shape, name, may_have_diverged) for key, shape in shapes)
    return Weights(made, numbers, stage_names, recipe)


def _texts(arrays: Mapping[str, NDArray[np.generic]], key: str, unsaid: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(text) for text in np.atleast_1d(arrays[key]).ravel().tolist()) if key in arrays else unsaid


def _arrays(file: IO[bytes], name: str) -> dict[str, NDArray[np.generic]]:
    """Return the arrays that matter, after their sizes have been checked against the archive's directory."""
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.file_size > LARGEST_ARRAY:
                values = {"name": name, "filename": entry.filename, "file_size": entry.file_size}
                raise UserError("{name} holds {filename!r} of {file_size:,} bytes; weights are far smaller.", **values)
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        found = {key: arrays[key] for key in arrays if key in TEXTS or key.startswith(("weights", "bias"))}
    if not all(isinstance(array, np.ndarray) for array in found.values()):  # numpy gives the bytes of what is no array
        raise ValueError("not an array")
    return found


def _numbers(
    arrays: Mapping[str, NDArray[np.generic]], key: str, shape: tuple[int, ...], name: str, may_have_diverged: bool
) -> Floats:
    if key not in arrays:
        raise UserError("{name} has no array {key!r}; weights are {key} {shape}.", name=name, key=key, shape=shape)
    array = arrays[key]
    if array.shape != shape:
        values = {"name": name, "key": key, "shape": array.shape, "shape_2": shape}
        raise UserError("{name} has {key} of shape {shape}; this network has {shape_2}.", **values)
    if array.dtype.kind in "fiu":
        with np.errstate(over="ignore"):
            numbers = np.asarray(array, np.float32)
        if may_have_diverged or np.isfinite(numbers).all():
            return numbers
    raise UserError("{name} has {key} that are not all finite numbers.", name=name, key=key)
