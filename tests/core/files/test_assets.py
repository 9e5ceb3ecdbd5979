"""What ships in assets/ is there, and is what it should be."""

from pathlib import Path

import pytest

from core.digits.dataset import Dataset
from core.digits.stages import EVEN, seen_bytes
from core.files import assets
from core.model import shipped, softmax


def test_the_shipped_weights_read_96_percent_of_the_test_images(real_mnist: Dataset) -> None:
    weights = shipped.shipped_weights()
    assert weights.recipe == "everything"
    assert weights.stages == EVEN
    images = seen_bytes(real_mnist.test.images, weights.stages)
    accuracy = softmax.accuracy(weights, images, real_mnist.test.labels)
    assert accuracy >= 0.96
    assert f"{accuracy * 100:.1f} % of the 10,000 test images" in assets.text("weights.md")


def test_the_shipped_weights_come_with_recipe_command_and_accuracy() -> None:
    text = assets.text("weights.md")
    assert "`everything`" in text
    assert "make weights" in text
    assert "digitscope train --recipe everything" in text


def test_a_file_is_read_as_text_and_as_bytes_and_has_a_path_with_forward_slashes() -> None:
    assert assets.text("report.html").encode() == assets.data("report.html").replace(b"\r\n", b"\n")
    path = assets.path("report.html")
    assert path.endswith("/assets/report.html")
    assert Path(path).read_bytes() == assets.data("report.html")
    with pytest.raises(FileNotFoundError):
        assets.text("none.html")


def test_the_shipped_weights_are_read_once() -> None:
    assert shipped.shipped_weights() is shipped.shipped_weights()
