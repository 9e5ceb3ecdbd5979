"""Data sets as Hugging Face has them: .parquet, a row an image, as a picture's bytes or as numbers, and its label."""

import io
from pathlib import Path
from typing import Any

import numpy as np

from core.digits.dataset import LabelledImages
from core.errors import UserError, instead_of, missing_package, reading
from core.files import presence
from core.sources import arrays, class_folders

LABELS, IMAGES = ("label", "labels", "digit", "class", "target"), ("image", "img", "images", "pixels", "data")
ROWS_AT_ONCE = 1_000  # as Arrow has them: all at once would lie in memory twice
LARGEST = 1_000_000_000  # bytes, unpacked


def files(path: Path) -> list[Path]:
    """Return the files that a path leads to."""
    found = [path] if presence.is_file(path) else sorted(path.glob("*.parquet"))
    return [each for each in found if each.suffix.lower() == ".parquet"]


def read(path: Path) -> LabelledImages | None:
    """Return the images and labels of a file; None where it has no labels. Raises UserError."""
    with instead_of(ImportError, missing_package(path, "pyarrow")):
        from pyarrow import ArrowException, parquet as reader

    with (
        reading(path),
        instead_of(ArrowException, UserError("{path} is not a Parquet file.", path=path)),
        path.open("rb") as opened,
        reader.ParquetFile(opened) as file,
    ):
        names = {name.lower(): name for name in file.schema_arrow.names}
        columns = [next((names[name] for name in some if name in names), "") for some in (IMAGES, LABELS)]
        sizes = sum(file.metadata.row_group(each).total_byte_size for each in range(file.num_row_groups))
        if sizes > LARGEST or file.metadata.num_rows > arrays.MOST_IMAGES:
            raise UserError("{path} is too large for a data set of 28x28 images.", path=path)
        if "" in columns:
            return None
        parts = [part.to_pydict() for part in file.iter_batches(ROWS_AT_ONCE, columns=columns)]
    pixels, labels = ([value for part in parts for value in part[column]] for column in columns)
    return _joined(pixels, labels, path)


def _joined(pixels: list[Any], labels: list[Any], path: Path) -> LabelledImages:
    cells = [cell.get("bytes") if isinstance(cell, dict) else cell for cell in pixels]
    with instead_of((ValueError, TypeError), UserError("{name} holds no numbers of images and labels.", name=path)):
        if all(isinstance(cell, bytes) for cell in cells):
            made = [class_folders.image_of(io.BytesIO(cell or b""), str(path)) for cell in cells]
            shown = [(image, label) for image, label in zip(made, labels, strict=True) if image is not None]
            cells, labels = [image for image, _ in shown], [label for _, label in shown]
        return arrays.labelled_images(np.asarray(cells), np.asarray(labels), str(path))
