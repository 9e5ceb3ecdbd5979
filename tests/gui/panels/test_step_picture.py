"""One step as a picture: it shows the step's own image, weights and gradient, in blocks from left to right."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core.model import architecture, shipped
from core.model.softmax import Weights, single
from core.recipes import recipe as recipes
from core.training.one_step import FollowedStep, StepFollower
from gui.look import theme as look
from gui.panels import step_layout
from gui.panels.step_picture import StepPicture
from tests import small
from tests.core.model.test_architecture import CONVOLUTION, HIDDEN, numbers_of
from tests.gui import widgets
from tests.gui.worn import wear

SIZES = [(420, 150), (560, 190), (800, 200), (800, 560), (1_700, 900)]


@pytest.fixture
def picture(qtbot: QtBot) -> StepPicture:
    return widgets.hidden(qtbot, StepPicture(), 800, 200)


def followed(example: int = 0, weights: Weights | None = None) -> FollowedStep:
    start = shipped.shipped_layer() if weights is None else weights
    return StepFollower(recipes.TUTORIAL, small.dataset()).at(3, start, example)


def seen(picture: StepPicture) -> QImage:
    return picture.grab().toImage()


def block(picture: StepPicture, number: int) -> QImage:
    return seen(picture).copy(step_layout.blocks(picture.width(), picture.height())[number].toAlignedRect())


@pytest.mark.parametrize("size", SIZES)
def test_every_block_has_something_in_it_at_every_size_and_in_both_themes(
    picture: StepPicture, size: tuple[int, int]
) -> None:
    picture.resize(*size)
    picture.set_step(followed())
    for theme in (look.LIGHT, look.DARK):
        wear(theme, picture)
        for number in range(5):
            shown = block(picture, number)
            colours = {shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())}
            assert len(colours) > 8


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
    tint = QColor(look.mix(look.LIGHT.panel, look.LIGHT.accent, 0.12))
    shown = block(picture, 2)
    rows = [y for y in range(shown.height()) if shown.pixelColor(1, y) == tint]
    assert 8 < len(rows) < 30
    assert rows == list(range(rows[0], rows[-1] + 1))


def test_without_a_step_it_says_when_there_will_be_one(picture: StepPicture) -> None:
    empty = seen(picture)
    picture.set_step(followed())
    assert seen(picture) != empty
    picture.set_step(None)
    assert seen(picture) == empty
    assert picture.accessibleDescription() == "no step yet"


def test_weights_that_are_not_numbers_paint(picture: StepPicture) -> None:
    broken = single(np.full((784, 10), np.nan, np.float32), np.zeros(10, np.float32))
    with np.errstate(invalid="ignore"):
        picture.set_step(followed(weights=broken))
    assert not seen(picture).isNull()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("texts", [HIDDEN, CONVOLUTION])
def test_a_network_of_several_layers_has_a_block_a_layer(
    picture: StepPicture, size: tuple[int, int], texts: tuple[str, ...]
) -> None:
    made = architecture.of(texts)
    step = followed(0, Weights(made, numbers_of(made)))
    picture.resize(*size)
    picture.set_step(step)
    places = step_layout.blocks(*size, len(texts))
    shown = seen(picture)
    for place in places:
        part = shown.copy(place.toAlignedRect())
        assert len({part.pixel(x, y) for x in range(part.width()) for y in range(part.height())}) > 8
