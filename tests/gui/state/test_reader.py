"""The reader: whose weights read, what they see, and when it reads anew."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.digits import raster, stages
from core.digits.drawing import Drawing
from core.model import shipped
from core.model.softmax import probabilities, single
from gui.state.reader import BY_APP, BY_LAYER, BY_RUN, LAYER_NAME, Reader
from gui.state.reading import Reading
from tests import small
from tests.gui import widgets
from tests.there import there

MATRIX = np.random.default_rng(1).standard_normal((784, 10)).astype(np.float32)
OTHER = single(MATRIX, np.zeros(10, np.float32), stages.UPRIGHT)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return Reader(shipped.shipped_layer())


@pytest.fixture
def readings(reader: Reader) -> list[Reading]:
    return widgets.heard(reader.read)


def test_the_run_reads_once_it_is_asked_and_with_its_own_stages(reader: Reader, readings: list[Reading]) -> None:
    reader.set_drawing(small.SEVEN)
    reader.set_run_weights(OTHER)
    assert readings[-1].weights is not OTHER
    reader.read_by(BY_RUN)
    seen = there(raster.image_of(small.SEVEN, stages.UPRIGHT))
    image, read = there(readings[-1].image), there(readings[-1].probabilities)
    assert np.array_equal(image, seen)
    assert np.allclose(read, probabilities(OTHER, seen.reshape(1, -1))[0])
    broken = np.full((784, 10), np.nan, np.float32)  # no numbers: they see the image and believe nothing
    reader.set_run_weights(single(broken, np.zeros(10, np.float32), OTHER.stages))
    assert readings[-1].image is not None
    assert readings[-1].probabilities is None
    reader.set_run_weights(None)
    assert reader.by == BY_APP
    assert readings[-1].weights is not OTHER


def test_the_apps_single_layer_reads_on_request_beside_what_the_app_reads(qtbot: QtBot) -> None:
    reader = Reader(shipped.shipped_layer(), layer=OTHER)
    readings = widgets.heard(reader.read)
    reader.set_drawing(small.SEVEN)
    assert (reader.others, readings[-1].by_app) == ((BY_LAYER,), None)
    reader.read_by(BY_LAYER)
    assert (readings[-1].weights, reader.name) == (OTHER, LAYER_NAME)
    assert there(readings[-1].by_app).argmax() == 7
    reader.set_run_weights(OTHER)
    assert reader.others == (BY_APP, BY_RUN)
    reader.set_run_weights(None)
    assert reader.by == BY_LAYER


def test_a_stage_left_out_shows_what_it_is_good_for(reader: Reader, readings: list[Reading]) -> None:
    reader.set_drawing(Drawing(tuple(stroke * 0.2 for stroke in small.SEVEN.strokes)))
    whole = there(readings[-1].image)
    reader.set_stages(())
    assert there(readings[-1].image).sum() < whole.sum() / 2
