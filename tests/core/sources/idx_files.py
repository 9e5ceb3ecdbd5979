"""Makes IDX files, right ones and wrong ones."""

import gzip
from pathlib import Path

import numpy as np

from core.digits.dataset import Bytes, LabelledImages


def header(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(4, "big") for number in numbers)


def images_file(images: Bytes) -> bytes:
    return header(0x803, len(images), 28, 28) + images.tobytes()


def labels_file(labels: Bytes) -> bytes:
    return header(0x801, len(labels)) + labels.tobytes()


def some(count: int, seed: int = 0) -> LabelledImages:
    images = np.random.default_rng(seed).integers(0, 256, (count, 784), dtype=np.uint8)
    return LabelledImages(images, (np.arange(count) % 10).astype(np.uint8))


def write_pair(folder: Path, name: str, part: LabelledImages, compressed: bool = True) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind, data in (("images-idx3", images_file(part.images)), ("labels-idx1", labels_file(part.labels))):
        path = folder / f"{name}-{kind}-ubyte"
        if compressed:
            path.with_name(path.name + ".gz").write_bytes(gzip.compress(data))
        else:
            path.write_bytes(data)
