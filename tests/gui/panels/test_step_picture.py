"""One step as a picture: its own image, weights, gradient and numbers, in blocks from left to right."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from core.digits.dataset import DIGITS
from core.model import shipped
from core.model.softmax import Weights, single
from core.recipes import recipe as recipes
from core.training.one_step import FollowedStep, StepFollower
from gui.look import theme as look
from gui.look.painting import fitted_font
from gui.panels.step_blocks import COLUMNS, blocks, cost_rows, output_row, tiles
from gui.panels.step_picture import StepPicture
from tests import small
from tests.core.model.test_architecture import CONVOLUTION, HIDDEN, weights_with
from tests.gui import widgets

SIZES = [(420, 150), (560, 190), (800, 200), (800, 560), (1_700, 900)]
POOLED = ("convolution 4 5x5 step 2", "scaling", "max pooling 2x2 step 2")  # as opened models have
POOLED_FIRST = ("average pooling 2x2 step 2", "dense 12")
ROOMS = [(420, 130), (560, 200), (760, 190), (800, 560), (1_700, 900)]


@pytest.fixture
def picture(qtbot: QtBot) -> StepPicture:
    return widgets.hidden(qtbot, StepPicture(), 800, 200)


def followed(example: int = 0, weights: Weights | None = None) -> FollowedStep:
    start = shipped.shipped_layer() if weights is None else weights
    return StepFollower(recipes.TUTORIAL, small.dataset()).at(3, start, example)


def block(picture: StepPicture, number: int) -> QImage:
    return picture.grab().toImage().copy(blocks(picture.width(), picture.height())[number].toAlignedRect())


@pytest.mark.parametrize("size", SIZES)
def test_every_block_has_something_in_it_at_every_size_and_theme(picture: StepPicture, size: tuple[int, int]) -> None:
    picture.resize(*size)
    picture.set_step(followed())
    for theme in (look.LIGHT, look.DARK):
        widgets.wear(theme, picture)
        for number in range(5):
            assert len(widgets.colours(block(picture, number))) > 8


def test_another_image_of_the_batch_changes_the_image_but_not_the_weights(picture: StepPicture) -> None:
    picture.set_step(followed(0))
    before = [block(picture, number) for number in range(5)]
    picture.set_step(followed(1))
    after = [block(picture, number) for number in range(5)]
    assert before[0] != after[0]
    assert before[1] == after[1]
    assert before[2] != after[2]


def test_the_row_of_the_label_is_tinted(picture: StepPicture) -> None:
    picture.set_step(followed())
    tint, shown = QColor(look.mix(look.LIGHT.panel, look.LIGHT.accent, 0.12)), block(picture, 2)
    rows = [y for y in range(shown.height()) if shown.pixelColor(1, y) == tint]
    assert 8 < len(rows) < 30
    assert rows == list(range(rows[0], rows[-1] + 1))


def test_without_a_step_it_says_when_there_will_be_one_and_no_numbers_paint(picture: StepPicture) -> None:
    empty = picture.grab().toImage()
    picture.set_step(followed())
    assert picture.grab().toImage() != empty
    picture.set_step(None)
    assert (picture.grab().toImage(), picture.accessibleDescription()) == (empty, "no step yet")
    broken = single(np.full((784, 10), np.nan, np.float32), np.zeros(10, np.float32))
    with np.errstate(invalid="ignore"):
        picture.set_step(followed(weights=broken))
    assert picture.grab().toImage() != empty


@pytest.mark.parametrize("texts", [HIDDEN, CONVOLUTION, POOLED, POOLED_FIRST])
def test_a_network_of_several_layers_has_a_block_a_layer(picture: StepPicture, texts: tuple[str, ...]) -> None:
    picture.set_step(followed(0, weights_with(texts)))
    for size in SIZES:
        picture.resize(*size)
        shown = picture.grab().toImage()
        for place in blocks(*size, len(texts)):
            assert len(widgets.colours(shown.copy(place.toAlignedRect()))) > 8


@pytest.mark.parametrize("hidden", [0, 1, 3])
@pytest.mark.parametrize("size", ROOMS)
def test_blocks_follow_each_other_apart_and_inside(size: tuple[int, int], hidden: int) -> None:
    places = blocks(*size, hidden)
    assert len(places) == 4 + max(1, hidden)
    assert all(QRectF(0, 0, *size).contains(place) for place in places)
    assert not any(one.intersects(two) for one, two in combinations(places, 2))
    assert [(place.top(), place.left()) for place in places] == sorted((p.top(), p.left()) for p in places)
    rows = [len({place.top() for place in blocks(760, height)}) for height in (190, 500)]
    assert rows == [1, 2]  # two where there is height for them


@pytest.mark.usefixtures("qapp")
def test_what_is_written_of_the_deepest_recipe_fits_its_blocks_in_the_narrowest_window() -> None:
    places, metrics = blocks(448, 114, len(recipes.READER.layers)), QFontMetricsF(fitted_font(0, heavy=True))
    for place, text in ((0, "image"), (1, "64 filters"), (-2, "batch mean 2.333"), (-1, "gradient")):
        assert metrics.horizontalAdvance(text) <= places[place].width()


@pytest.mark.parametrize("count", [10, 16, 128])
@pytest.mark.parametrize("size", [(60, 200), (140, 120), (400, 60), (300, 300)])
def test_pictures_fill_their_room_one_way_and_leave_it_neither(size: tuple[int, int], count: int) -> None:
    room = QRectF(7, 11, *size)
    frames = tiles(room, count)
    assert len(frames) == count
    around = frames[0]
    for frame in frames:
        around = around.united(frame)
    assert room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(around)
    assert not any(one.intersects(two) for one, two in combinations(frames, 2))
    assert around.width() > 0.98 * room.width() or around.height() > 0.98 * room.height()


@pytest.fixture(scope="module")
def step() -> FollowedStep:
    return followed()


def number(text: str) -> float:
    return float(text.replace("−", "-").removesuffix(" %"))


def test_a_row_of_outputs_tells_bias_logit_probability_and_label(step: FollowedStep) -> None:
    for digit in range(10):
        row = output_row(step, digit, DIGITS[digit])
        assert len(row) == len(COLUMNS)
        assert number(row[1]) == pytest.approx(step.weights.bias[digit], abs=0.006)
        assert number(row[2]) == pytest.approx(step.logits[digit], abs=0.006)
        assert number(row[3]) == pytest.approx(100 * step.probabilities[digit], abs=0.11)
        assert row[4] == ("1" if digit == step.label else "0")


def test_the_change_is_rate_times_gradient(step: FollowedStep) -> None:
    rows = dict(cost_rows(step))
    assert number(rows["batch mean"]) == pytest.approx(step.cost, abs=6e-4)
    largest = float(np.abs(step.gradients[0]).max())
    assert number(rows["× gradient"]) == pytest.approx(largest, rel=0.06)
    assert number(rows["= change"]) == pytest.approx(step.rate * largest, rel=0.06)
