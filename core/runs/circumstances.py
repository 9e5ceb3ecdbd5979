"""What a run was made with: which images, known by their checksum, and which versions of what."""

import hashlib
import platform
import sys
from importlib import metadata

import numpy as np

from core.digits.dataset import Dataset, LabelledImages
from core.runs.facts import DatasetFacts
from core.training.gradient_steps import ARITHMETIC

PACKAGES = {"digitscope": ("digitscope",), "numpy": ("numpy",), "tensorflow": ("tensorflow", "tensorflow-cpu")}


def dataset_facts(dataset: Dataset, pen_digits: LabelledImages | None = None) -> DatasetFacts:
    """Return the facts of a data set as it came from its source; MNIST's 55 MB take about 0.1 s."""
    return DatasetFacts(
        dataset.name,
        dataset.title,
        str(dataset.source),
        (len(dataset.training), len(dataset.validation), len(dataset.test)),
        checksum(dataset.training, dataset.validation, dataset.test),
        0 if pen_digits is None else len(pen_digits),
        "" if pen_digits is None else checksum(pen_digits),
        dataset.class_names,
    )


def checksum(*parts: LabelledImages) -> str:
    """Return the SHA-256 of images and labels, in hexadecimal."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(np.ascontiguousarray(part.images).data)
        digest.update(np.ascontiguousarray(part.labels).data)
    return digest.hexdigest()


def versions() -> dict[str, str]:
    """Return the versions that decide whether a run repeats bit for bit; a package not installed has none."""
    found = {"python": platform.python_version(), "system": sys.platform, "machine": platform.machine()}
    found["arithmetic"] = ARITHMETIC
    for name, distributions in PACKAGES.items():
        for distribution in distributions:
            try:
                found[name] = metadata.version(distribution)
                break
            except metadata.PackageNotFoundError:
                continue
    return found
