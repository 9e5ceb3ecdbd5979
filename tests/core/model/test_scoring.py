"""Reading many digits at once, and scoring them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.digits import stages
from core.digits.dataset import CLASSES, PIXELS
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.model import scoring, softmax
from core.model.scoring import Readings
from core.model.softmax import single
from tests import small
from tests.there import there

MATRIX = np.random.default_rng(0).normal(0, 1 / 28, (PIXELS, CLASSES)).astype(np.float32)


def readings(verdicts: list[int | None]) -> Readings:
    """Readings with these verdicts, each surer than the one before."""
    shares = np.full((len(verdicts), CLASSES), 0.01, np.float32)
    for row, verdict in enumerate(verdicts):
        shares[row, verdict or 0] = 0.5 + 0.4 * row / len(verdicts)
    return Readings(shares, np.array([verdict is None for verdict in verdicts], np.bool_))


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9)), min_size=1, max_size=60))
def test_scores_are_what_counting_by_hand_gives(pairs: list[tuple[int, int | None]]) -> None:
    labels, verdicts = [label for label, _ in pairs], [verdict for _, verdict in pairs]
    read = readings(verdicts)
    score = scoring.score(read, np.array(labels, np.uint8))
    assert read.verdicts == verdicts
    assert score.count == len(pairs)
    assert score.accuracy == sum(label == verdict for label, verdict in pairs) / len(pairs)
    for digit in range(CLASSES):
        right, all_ = pairs.count((digit, digit)), labels.count(digit)
        assert score.per_digit[digit] == (right / all_ if all_ else None)
        for other in range(CLASSES):
            assert score.confusion[digit, other] == pairs.count((digit, other))
        as_it = sum(row[digit] for row in score.confusion.tolist())
        assert scoring.precision(score.confusion)[digit] == (pytest.approx(right / as_it) if as_it else None)
    wrong = [index for index, (label, verdict) in enumerate(pairs) if label != verdict]
    sure = [index for index in wrong if verdicts[index] is not None]
    assert score.mistakes.tolist() == sure[::-1] + [index for index in wrong if verdicts[index] is None]


def test_drawings_go_through_the_stages_of_the_weights() -> None:
    for names in (stages.RAW, stages.UPRIGHT):
        weights = single(MATRIX, np.zeros(CLASSES, np.float32), names)
        image = there(image_of(small.SEVEN, names))
        expected = softmax.probabilities(weights, image.reshape(1, PIXELS))
        read = scoring.read_drawings(weights, [Drawing(), small.SEVEN])
        assert np.allclose(read.probabilities[1], expected[0], atol=1e-6)
        assert read.is_empty.tolist() == [True, False]


def test_images_are_deskewed_where_the_weights_ask_for_it() -> None:
    images = small.labelled(20, 0).images
    raw, upright = (single(MATRIX, np.zeros(CLASSES, np.float32), names) for names in (stages.RAW, stages.UPRIGHT))
    assert np.array_equal(scoring.read_images(raw, images).probabilities, softmax.probabilities(raw, images))
    expected = softmax.probabilities(upright, stages.apply_to_bytes(images, stages.UPRIGHT))
    assert np.array_equal(scoring.read_images(upright, images).probabilities, expected)


def test_nothing_to_read_is_nothing_read() -> None:
    read = scoring.read_drawings(single(MATRIX, np.zeros(CLASSES, np.float32)), [])
    score = scoring.score(read, np.empty(0, np.uint8))
    assert (read.verdicts, score.accuracy, score.count) == ([], 0.0, 0)
