"""What ships in assets/ is there, and is what it should be."""

from pathlib import Path

import pytest

from core.digits.dataset import Dataset
from core.digits.stages import EVEN, RAW, apply_to_bytes
from core.files import assets
from core.model import shipped, softmax
from core.model.scoring import read_drawings
from tests.measure.hard_shapes import HARD_SHAPES


def test_the_shipped_networks_read_as_many_test_images_as_their_page_says(real_mnist: Dataset) -> None:
    for weights, least in ((shipped.shipped_weights(), 0.987), (shipped.shipped_layer(), 0.96)):
        images = apply_to_bytes(real_mnist.test.images, weights.stages)
        accuracy = softmax.accuracy(weights, images, real_mnist.test.labels)
        assert accuracy >= least
        assert f"{accuracy * 100:.1f} % of the 10,000 test images" in " ".join(assets.text("weights.md").split())


def test_the_shipped_networks_come_with_recipe_command_and_stages() -> None:
    text = assets.text("weights.md")
    assert (shipped.shipped_layer().recipe, shipped.shipped_layer().stages) == ("everything", EVEN)
    assert shipped.shipped_weights().stages == RAW
    assert "make weights" in text
    assert "digitscope train --recipe everything" in text


@pytest.mark.parametrize("name", HARD_SHAPES)
def test_hard_shapes_are_read_as_they_are_meant(name: str) -> None:
    label, drawing = HARD_SHAPES[name]
    assert read_drawings(shipped.shipped_weights(), [drawing]).verdicts == [label]


def test_a_file_is_read_as_text_and_as_bytes_and_has_a_path_with_forward_slashes() -> None:
    assert assets.text("report.html").encode() == assets.data("report.html").replace(b"\r\n", b"\n")
    path = assets.path("report.html")
    assert path.endswith("/assets/report.html")
    assert Path(path).read_bytes() == assets.data("report.html")
    with pytest.raises(FileNotFoundError):
        assets.text("none.html")


def test_the_shipped_weights_are_read_once() -> None:
    assert shipped.shipped_weights() is shipped.shipped_weights()
