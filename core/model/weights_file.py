"""Weights on disk, as .npz: arrays `weights` (784, 10), `bias` (10,), `stages`, `recipe`; never pickle."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.digits import stages
from core.digits.dataset import CLASSES, PIXELS
from core.errors import UserError, unreadable
from core.files.array_damage import DAMAGE
from core.files.whole import new_file
from core.model.softmax import Weights
from core.words import say

SUFFIX = ".npz"
LARGEST_ARRAY = 1_000_000  # bytes; the weights take 62,720 in float64
ARRAYS = {"weights": (PIXELS, CLASSES), "bias": (CLASSES,)}


def save(path: Path, weights: Weights) -> None:
    """Write weights to a .npz file, whole or not at all; raise UserError where that cannot be."""
    with new_file(path) as part:
        part.write_bytes(to_bytes(weights))


def write(file: IO[bytes], weights: Weights) -> None:
    """Write weights as .npz to an open file."""
    stage_names = np.array(weights.stages, dtype=np.str_)
    np.savez(file, weights=weights.matrix, bias=weights.bias, stages=stage_names, recipe=np.array(weights.recipe))


def to_bytes(weights: Weights) -> bytes:
    """Return the contents of a .npz file of weights."""
    file = io.BytesIO()
    write(file, weights)
    return file.getvalue()


def load(path: Path, may_have_diverged: bool = False) -> Weights:
    """Read weights from a .npz file; stages that are missing mean no deskew.

    may_have_diverged : whether numbers that are infinite or none are taken, too
    Raises UserError when the file is missing, is not such a file, or holds arrays of another shape.
    """
    try:
        with path.open("rb") as file:
            return read(file, str(path), may_have_diverged)
    except FileNotFoundError:
        raise UserError(say("{path} does not exist.", path=path)) from None
    except OSError as error:
        raise unreadable(path, error) from None


def read(file: IO[bytes], name: str, may_have_diverged: bool = False) -> Weights:
    """Read weights from an open .npz file, called `name` in messages; raise UserError as `load` does."""
    try:
        arrays = _arrays(file, name)
    except DAMAGE:
        raise UserError(say("{name} is not a file of weights (.npz).", name=name)) from None
    matrix, bias = (_numbers(arrays, key, shape, name) for key, shape in ARRAYS.items())
    for key, numbers in zip(ARRAYS, (matrix, bias), strict=True):
        if not (may_have_diverged or np.isfinite(numbers).all()):
            raise _not_finite(name, key)
    recipe = str(arrays["recipe"].ravel()[0]) if arrays.get("recipe", np.empty(0)).size else ""
    return Weights(matrix, bias, _stages(arrays, name), recipe)


def _stages(arrays: Mapping[str, NDArray[np.generic]], name: str) -> tuple[str, ...]:
    names = tuple(str(stage) for stage in np.atleast_1d(arrays.get("stages", np.array(stages.RAW))).tolist())
    try:
        return stages.checked(names)
    except UserError as error:
        raise UserError(say("{name} cannot be used: {error}", name=name, error=error)) from None


def _arrays(file: IO[bytes], name: str) -> dict[str, NDArray[np.generic]]:
    """Return the arrays that matter, after their sizes have been checked against the archive's directory."""
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.file_size > LARGEST_ARRAY:
                raise UserError(
                    say(
                        "{name} holds {filename!r} of {file_size:,} bytes; weights are far smaller.",
                        name=name,
                        filename=entry.filename,
                        file_size=entry.file_size,
                    )
                )
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        found = {key: arrays[key] for key in ("weights", "bias", "stages", "recipe") if key in arrays}
    if not all(isinstance(array, np.ndarray) for array in found.values()):  # numpy gives the bytes of what is no array
        raise ValueError("not an array")
    return found


def _numbers(
    arrays: Mapping[str, NDArray[np.generic]], key: str, shape: tuple[int, ...], name: str
) -> NDArray[np.float32]:
    """Return an array; raise UserError unless it is there, has its shape, and holds numbers."""
    if key not in arrays:
        raise UserError(say("{name} has no array {key!r}; weights are {key} {shape}.", name=name, key=key, shape=shape))
    array = arrays[key]
    if array.shape != shape:
        raise UserError(
            say(
                "{name} has {key} of shape {shape}; this network has {shape_2}.",
                name=name,
                key=key,
                shape=array.shape,
                shape_2=shape,
            )
        )
    if array.dtype.kind not in "fiu":
        raise _not_finite(name, key)
    with np.errstate(over="ignore"):
        return np.asarray(array, np.float32)


def _not_finite(name: str, key: str) -> UserError:
    return UserError(say("{name} has {key} that are not all finite numbers.", name=name, key=key))
