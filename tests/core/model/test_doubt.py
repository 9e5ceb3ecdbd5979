"""How sure a reading is, what is said when it is in doubt, and what is not a digit."""

import numpy as np
import pytest

from core.digits.dataset import Dataset, scaled
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.model import detector, shipped, softmax
from core.model.detector import Detector
from core.model.doubt import SURE, Doubt, are_unsure, judged
from core.numbers.number import looks_strange
from tests import small
from tests.measure.hard_shapes import HARD_SHAPES
from tests.measure.not_digits import LETTERS, letters, scribbles
from tests.there import there


def reading(**shares: float) -> np.ndarray:
    probabilities = np.zeros(10)
    for name, share in shares.items():
        probabilities[int(name[1:])] = share
    return probabilities


def test_a_sure_reading_is_told_as_it_is_an_unsure_one_with_both_digits_and_a_strange_drawing_is_none() -> None:
    judgement = judged(reading(_7=0.9, _1=0.1))
    assert (judgement.doubt, judgement.digits, judgement.sentence) == (Doubt.NONE, (7, 1), "")
    for shares in ({"_4": 0.5, "_9": 0.4}, {"_9": 0.5, "_4": 0.4}):
        assert judged(reading(**shares), is_unsure=True).sentence == "Not sure: 4 or 9"
    judgement = judged(reading(_8=1.0), is_strange=True)
    assert (judgement.doubt, judgement.sentence) == (Doubt.NOT_A_DIGIT, "This does not look like a digit")


def test_a_single_layer_is_unsure_by_its_probability_alone() -> None:
    chances = np.stack([reading(_4=0.67, _9=0.33), reading(_4=0.69, _9=0.31)]).astype(np.float32)
    assert are_unsure(shipped.shipped_layer(), np.zeros((2, 784), np.float32), chances).tolist() == [True, False]


def test_several_layers_look_again_at_what_they_are_not_sure_of(real_mnist: Dataset) -> None:
    weights, images = shipped.shipped_weights(), scaled(real_mnist.test.images)
    found = softmax.probabilities(weights, images)
    unsure, right = are_unsure(weights, images, found), found.argmax(axis=1) == real_mnist.test.labels
    assert unsure[~right].mean() >= 0.8
    assert unsure[right].mean() <= 0.02
    by_probability = found.max(axis=1) < np.quantile(found.max(axis=1)[right], unsure[right].mean())
    assert unsure[~right].sum() > by_probability[~right].sum()  # a limit of the first reading alone finds fewer
    assert not unsure[found.max(axis=1) >= SURE].any()
    some = real_mnist.test.images[:300]  # bytes are as unsure as what they say
    assert (are_unsure(weights, some, found[:300]) == unsure[:300]).all()


def test_a_detector_weighs_what_the_layers_make_of_images() -> None:
    weights, random = shipped.shipped_weights(), np.random.default_rng(0)
    (activations,) = softmax.activations(weights, random.uniform(0, 1, (2, 784)).astype(np.float32))
    features = detector.features(activations)
    width = features.shape[1]
    shapes = (width,), (width,), (width, 3), (3,), (3,), ()
    middle, spread, matrix, bias, last, offset = (random.normal(size=shape).astype(np.float32) for shape in shapes)
    made = Detector(middle, spread, matrix, bias, last, offset, np.asarray(0.5, np.float32))
    wanted = np.maximum((features - middle) / spread @ matrix + bias, 0) @ last + offset
    np.testing.assert_allclose(made.strangeness(activations), wanted, rtol=1e-4)


def test_digits_are_none_of_the_strange_and_blank_paper_does_no_harm(real_mnist: Dataset) -> None:
    assert not looks_strange(small.SEVEN)
    assert not looks_strange(Drawing(picture=np.zeros((28, 28), np.float32)))
    assert not any(looks_strange(drawing) for _, drawing in HARD_SHAPES.values())  # some of them drawn over
    assert np.mean(detector.look(scaled(real_mnist.test.images))[1] > 0) <= 0.006


@pytest.mark.parametrize("name", LETTERS)
def test_most_drawings_of_a_letter_are_strange(name: str) -> None:
    assert np.mean([looks_strange(one) for one in letters(20)[name]]) >= 0.9


def test_nearly_all_scribbles_are_strange_and_lines_longer_than_any_digit_s() -> None:
    drawn = scribbles(200)
    found = [looks_strange(one) for one in drawn]
    assert np.mean(found) >= 0.97
    images = np.stack([there(image_of(one)).ravel() for one in drawn])
    assert np.mean(detector.look(images)[1] > 0) < np.mean(found)  # their length tells some of them
    assert not looks_strange(Drawing(small.SEVEN.strokes * 2))
    assert looks_strange(Drawing(small.SEVEN.strokes * 9))
