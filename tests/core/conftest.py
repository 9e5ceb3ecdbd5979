"""Data sets for the tests of the core: the real MNIST, and small ones made here."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import CLASSES, PIXELS, Dataset, LabelledImages, Source
from core.sources import forms

SmallDataset = Callable[..., Dataset]


@pytest.fixture(scope="session")
def real_mnist(mnist_folder: Path) -> Dataset:
    """The real MNIST, read once."""
    return forms.opened(mnist_folder)


@pytest.fixture
def small_dataset() -> SmallDataset:
    """A maker of data sets that one layer can learn: ten patterns of noise, and noise upon them."""
    return made_dataset


def made_dataset(training: int = 300, validation: int = 60, test: int = 60, seed: int = 0) -> Dataset:
    patterns = np.random.default_rng(99).integers(0, 160, (CLASSES, PIXELS))
    random = np.random.default_rng(seed)

    def part(count: int) -> LabelledImages:
        labels = random.integers(0, CLASSES, count).astype(np.uint8)
        noise = random.integers(0, 96, (count, PIXELS))
        return LabelledImages((patterns[labels] + noise).astype(np.uint8), labels)

    return Dataset("made", "made data", Source("made by a test"), part(training), part(validation), part(test))
