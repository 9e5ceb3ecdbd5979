"""Data sets for the tests of the core: the real MNIST and small ones; a store of runs, and another language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import CLASSES, PIXELS, Dataset, LabelledImages, Source, scaled
from core.runs import RunStore
from core.sources import forms, practice
from core.words import speak

SmallDataset = Callable[..., Dataset]


@pytest.fixture(scope="session")
def real_mnist(mnist_folder: Path) -> Dataset:
    """The real MNIST, read once."""
    return forms.opened(mnist_folder)


@pytest.fixture(scope="session")
def images() -> np.ndarray:
    """Digits as networks take them, (100, 784), 0..1."""
    return scaled(practice.drawn(100).images)


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture
def small_dataset() -> SmallDataset:
    """A maker of data sets that one layer can learn: ten patterns of noise, and noise upon them."""
    return made_dataset


@pytest.fixture
def in_german() -> Iterator[Callable[[dict[str, str]], None]]:
    """A function that lets some texts be said in German, until the test is over."""
    yield lambda known: speak(lambda text: known.get(text, text))
    speak()


def made_dataset(training: int = 300, validation: int = 60, test: int = 60, seed: int = 0) -> Dataset:
    patterns = np.random.default_rng(99).integers(0, 160, (CLASSES, PIXELS))
    random = np.random.default_rng(seed)

    def part(count: int) -> LabelledImages:
        labels = random.integers(0, CLASSES, count).astype(np.uint8)
        return LabelledImages((patterns[labels] + random.integers(0, 96, (count, PIXELS))).astype(np.uint8), labels)

    return Dataset("made", "made data", Source("made by a test"), part(training), part(validation), part(test))
