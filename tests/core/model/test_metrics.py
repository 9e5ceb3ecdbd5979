"""Metrics against cases counted by hand and another implementation; many digits read at once, and scored."""

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st

from core.digits import stages
from core.digits.dataset import CLASSES, PIXELS, SIDE, LabelledImages
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.model import architecture, inside, metrics, scoring, softmax
from core.model.inside import Evidence
from core.model.metrics import FEWEST, Scores
from core.model.scoring import Readings
from core.model.softmax import Weights, single
from tests import small
from tests.there import there

MATRIX = np.random.default_rng(0).normal(0, 1 / 28, (PIXELS, CLASSES)).astype(np.float32)


def scores_of(labels: list[int], verdicts: list[int], sureness: list[float]) -> Scores:
    return Scores(np.array(labels, np.uint8), np.array(verdicts, np.uint8), np.array(sureness, np.float32))


BY_HAND = scores_of([4, 4, 4, 9, 7, 0], [4, 9, 9, 9, 1, 0], [0.9, 0.6, 0.8, 0.7, 0.99, 1.0])


def test_mistakes_come_surest_first_or_in_their_order_and_can_be_filtered_by_pair() -> None:
    assert (BY_HAND.mistakes().tolist(), BY_HAND.mistakes(4, 9).tolist()) == ([4, 2, 1], [2, 1])
    assert BY_HAND.mistakes(label=7).tolist() == [4]
    assert (BY_HAND.mistakes(verdict=9).tolist(), BY_HAND.mistakes(9, 4).tolist()) == ([2, 1], [])
    same = scores_of([1, 2] * 100, [2, 1] * 100, [0.5, 0.25] * 100)
    assert same.mistakes().tolist() == [*range(0, 200, 2), *range(1, 200, 2)]
    assert BY_HAND.with_verdict(4, 9).tolist() == [2, 1]
    assert BY_HAND.with_verdict(9, None).tolist() == [3]
    assert BY_HAND.with_verdict(4, None).tolist() == [0, 2, 1]
    assert BY_HAND.with_verdict(None, 9).tolist() == [2, 3, 1]
    assert BY_HAND.accuracy == pytest.approx(0.5)
    assert scores_of([], [], []).accuracy == 0


def test_scores_agree_with_reading_each_image_by_itself() -> None:
    random = np.random.default_rng(1)
    images = random.integers(0, 256, (40, PIXELS)).astype(np.uint8)
    part = LabelledImages(images, random.integers(0, 10, 40).astype(np.uint8))
    weights = single(MATRIX, np.linspace(0, 1, CLASSES, dtype=np.float32))
    made = metrics.scores(weights, part)
    assert made.verdicts.dtype == np.uint8
    for index in range(len(part)):
        exact = images[index] / 255 @ weights.matrix.astype(np.float64) + weights.bias
        assert made.verdicts[index] == exact.argmax()
        assert made.sureness[index] == pytest.approx(1 / np.exp(exact - exact.max()).sum(), rel=1e-3)


def test_a_diverged_network_is_sure_of_nothing() -> None:
    weights = single(np.full((PIXELS, CLASSES), np.nan, np.float32), np.zeros(CLASSES, np.float32))
    made = metrics.scores(weights, LabelledImages(np.ones((3, PIXELS), np.uint8), np.array([1, 2, 3], np.uint8)))
    assert (made.sureness.tolist(), len(made.mistakes())) == ([0, 0, 0], 3)
    assert metrics.trust(np.full((3, CLASSES), np.nan), made.labels) == ()


def test_the_evidence_adds_up_to_the_logit_or_to_the_difference_of_two_and_paper_is_evidence_of_nothing() -> None:
    image = np.random.default_rng(2).random((SIDE, SIDE)).astype(np.float32)
    weights = single(MATRIX, np.arange(CLASSES, dtype=np.float32))
    logits = softmax.logits(weights, image.reshape(1, PIXELS))[0]
    for digit in range(CLASSES):
        made = inside.evidence(weights, image, digit)
        assert made.logit == pytest.approx(logits[digit], abs=1e-3)
        assert made.picture.sum() + made.bias == pytest.approx(logits[digit], abs=1e-3)
        assert made.speaks_for > 0 > made.speaks_against
    assert inside.evidence(weights, image, 7, other=9).logit == pytest.approx(logits[7] - logits[9], abs=1e-3)
    paper = inside.evidence(weights, np.zeros((SIDE, SIDE)), 3)
    assert (paper.speaks_for, paper.speaks_against) == (0, 0)
    assert paper.logit == pytest.approx(weights.bias[3])
    layers = architecture.of(("dense 8",))
    deep = Weights(layers, softmax.initial_arrays(layers, "he", 1))
    logit = softmax.logits(deep, image.reshape(1, PIXELS))[0, 7]
    assert inside.evidence(deep, image, 7).logit == pytest.approx(logit, abs=1e-3)
    faint = inside.evidence(weights, image / 50, 3)
    values = faint.picture.astype(np.float64)
    assert faint.picture.dtype == np.float32
    assert faint.speaks_for == pytest.approx(values[values > 0].sum(), rel=1e-12)  # in double precision
    assert faint.speaks_against == pytest.approx(values[values < 0].sum(), rel=1e-12)


def test_a_word_is_worth_the_share_of_the_images_it_was_right_about() -> None:
    sure, unsure = np.eye(CLASSES)[3], 0.6 * np.eye(CLASSES)[3] + 0.4 * np.eye(CLASSES)[5]
    labels = np.array([3] * 10 + [5] * 30 + [3] * (FEWEST - 1), np.uint8)
    found = metrics.trust(np.stack([*[sure] * 40, *[unsure] * (FEWEST - 1)]), labels)
    assert metrics.worth(0.999, found) == 0.25
    assert math.isnan(metrics.worth(0.6, found))  # too few to say
    assert math.isnan(metrics.worth(0.999, ()))


@pytest.mark.parametrize("side", [1, 2, 4])
def test_evidence_in_squares_adds_up_to_the_same(side: int) -> None:
    picture = np.random.default_rng(0).normal(size=(28, 28)).astype(np.float32)
    made = Evidence(picture, 3.0, -2.0, 0.5)
    found = inside.in_squares(made, side)
    assert found.picture.shape == (28 // side, 28 // side)
    assert found.picture.sum(dtype=float) == pytest.approx(picture.sum(dtype=float), abs=1e-4)
    assert found.picture[0, 1] == pytest.approx(picture[:side, side : 2 * side].sum(), abs=1e-6)
    assert found.logit == made.logit


def readings(verdicts: list[int | None]) -> Readings:
    """Readings with these verdicts, each surer than the one before."""
    shares = np.full((len(verdicts), CLASSES), 0.01, np.float32)
    for row, verdict in enumerate(verdicts):
        shares[row, verdict or 0] = 0.5 + 0.4 * row / len(verdicts)
    images = np.zeros((len(shares), 784), np.float32)
    return Readings(images, shares, np.array([verdict is None for verdict in verdicts], np.bool_))


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9)), min_size=1, max_size=60))
def test_scores_are_what_counting_by_hand_gives(pairs: list[tuple[int, int | None]]) -> None:
    labels, verdicts = [label for label, _ in pairs], [verdict for _, verdict in pairs]
    score = scoring.score(readings(verdicts), np.array(labels, np.uint8))
    assert score.verdicts.tolist() == [metrics.NO_VERDICT if verdict is None else verdict for verdict in verdicts]
    assert score.accuracy == sum(label == verdict for label, verdict in pairs) / len(pairs)
    for digit in range(CLASSES):
        right, all_ = pairs.count((digit, digit)), labels.count(digit)
        assert score.per_label[digit] == pytest.approx(right / all_ if all_ else math.nan, nan_ok=True)
        for other in range(CLASSES):
            assert score.confusion[digit, other] == pairs.count((digit, other))
        of_it, as_it = sum(score.confusion[digit].tolist()), sum(score.confusion[:, digit].tolist())
        for share, of in ((metrics.recall, of_it), (metrics.precision, as_it)):
            assert share(score.confusion)[digit] == pytest.approx(right / of if of else math.nan, nan_ok=True)
    wrong = [index for index, (label, verdict) in enumerate(pairs) if label != verdict]
    sure = [index for index in wrong if verdicts[index] is not None]
    assert score.mistakes().tolist() == sure[::-1] + [index for index in wrong if verdicts[index] is None]


def test_drawings_go_through_the_stages_of_the_weights() -> None:
    for names in (stages.RAW, stages.UPRIGHT):
        weights = single(MATRIX, np.zeros(CLASSES, np.float32), names)
        expected = softmax.probabilities(weights, there(image_of(small.SEVEN, names)).reshape(1, PIXELS))
        read = scoring.read_drawings(weights, [Drawing(), small.SEVEN])
        assert np.allclose(read.probabilities[1], expected[0], atol=1e-6)
        assert read.is_empty.tolist() == [True, False]
        nothing = scoring.read_drawings(weights, [])
        score = scoring.score(nothing, np.empty(0, np.uint8))
        assert (score.verdicts.tolist(), score.accuracy) == ([], 0.0)


def test_images_are_deskewed_where_the_weights_ask_for_it() -> None:
    part, images = small.labelled(20, 0), small.labelled(20, 0).images
    raw, upright = (single(MATRIX, np.zeros(CLASSES, np.float32), names) for names in (stages.RAW, stages.UPRIGHT))
    assert np.array_equal(scoring.read_images(raw, images).probabilities, softmax.probabilities(raw, images))
    expected = softmax.probabilities(upright, stages.apply_to_bytes(images, stages.UPRIGHT))
    assert np.array_equal(scoring.read_images(upright, images).probabilities, expected)
    assert scoring.as_seen_by(part, stages.RAW) is part
    seen = scoring.as_seen_by(part, stages.UPRIGHT)
    assert np.array_equal(seen.images, stages.apply_to_bytes(images, stages.UPRIGHT))
    assert seen.labels is part.labels
