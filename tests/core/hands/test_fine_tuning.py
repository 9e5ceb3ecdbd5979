"""Learning from one's own digits, also by networks that learn side by side."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from core.digits.dataset import Dataset
from core.digits.drawing import Drawing
from core.digits.stages import RAW
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import warped
from core.errors import UserError
from core.hands import fine_tuning
from core.hands.fine_tuning import FineTuningResult, Learner, rehearsal
from core.hands.requested import EACH, RequestedDigits
from core.hands.side_by_side import SideBySide
from core.model import architecture, shipped, softmax
from core.model.softmax import Weights, initial_arrays, single
from core.progress import CancelledError
from core.sources import practice
from tests.core.conftest import SmallDataset
from tests.small import SEVEN

CROSS = Drawing.from_strokes([[[0, 0], [8, 10]], [[8, 0], [0, 10]]])  # somebody's way to write a 7
RING = Drawing.from_strokes([[[4, 0], [8, 5], [4, 10], [0, 5], [4, 0]]])  # and a 3
BLANK = single(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), RAW, "zeros")
RANDOM = np.random.default_rng(0)
BEFORE = single(RANDOM.normal(0, 0.1, (784, 10)).astype(np.float32), np.zeros(10, np.float32), RAW, "zeros")
IMAGES = RANDOM.uniform(0, 1, (100, 784)).astype(np.float32)
LABELS = RANDOM.integers(0, 10, 100).astype(np.uint8)
ALL = np.arange(784)


def learned(weights: Weights, digits: Sequence[LabelledDrawing], rehearsed: Dataset, seed: int = 0) -> FineTuningResult:
    """Learn from own digits to the end; raises UserError where there are none."""
    learner = Learner(weights, digits, rehearsed, seed)
    for _ in learner:
        pass
    return learner.lesson()


def own(count: int = 6, seed: int = 0) -> list[LabelledDrawing]:
    random = np.random.default_rng(seed)
    return [LabelledDrawing(warped([one], random)[0][0], label) for one, label in ((CROSS, 7), (RING, 3)) * count]


@pytest.fixture
def rehearsed(small_dataset: SmallDataset) -> Dataset:
    return rehearsal(small_dataset(), RAW)


@pytest.fixture
def knowing(rehearsed: Dataset) -> Weights:
    """Weights that read the data set well and know nothing of the hand."""
    images, labels = rehearsed.training.images / np.float32(255), rehearsed.training.labels
    known = BLANK
    for _ in range(60):
        errors = softmax.probabilities(known, images) - np.eye(10, dtype=np.float32)[labels]
        matrix, bias = known.matrix - images.T @ errors / 3_000, known.bias - errors.mean(axis=0)
        known = single(matrix.astype(np.float32), bias.astype(np.float32), RAW, "zeros")
    return known


def test_it_learns_the_hand_before_it_knows_how_well_and_forgets_nothing(knowing: Weights, rehearsed: Dataset) -> None:
    lesson = learned(knowing, own(), rehearsed)
    first = next(progress for progress in Learner(knowing, own(), rehearsed) if progress.is_learned)
    assert np.array_equal(first.weights.matrix, lesson.weights.matrix)
    assert lesson.test_before > 0.9
    assert lesson.own_after >= 0.9
    assert lesson.own_after > lesson.own_before
    assert lesson.test_after >= lesson.test_before - 0.02
    assert lesson.before is knowing
    assert (lesson.weights.stages, lesson.weights.recipe) == (RAW, "zeros")


def test_a_digit_that_only_one_drawing_shows_is_not_said_to_be_learned(knowing: Weights, rehearsed: Dataset) -> None:
    digits = own(4)[::2]  # crosses only
    lesson = learned(knowing, [*digits, LabelledDrawing(RING, 3)], rehearsed)
    assert lesson.own_after < 1  # the ring was read by a network that had never seen one


def test_progress_is_told_to_the_last_step_and_then_what_was_learned_stays(rehearsed: Dataset) -> None:
    learner = Learner(BLANK, own(1), rehearsed)
    told = list(learner)
    learning = [progress.step for progress in told if not progress.is_learned]
    assert learning == list(range(fine_tuning.AT_ONCE, fine_tuning.STEPS + 1, fine_tuning.AT_ONCE))
    assert {id(progress.weights) for progress in told[len(learning) :]} == {id(learner.lesson().weights)}


def test_what_would_make_it_forget_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    knowing, wrong = shipped.shipped_layer(), [LabelledDrawing(SEVEN, 9)] * 40
    rehearsed = rehearsal(practice.divided(practice.drawn(2_000)), knowing.stages)

    def fall() -> float:
        made = (knowing, learned(knowing, wrong, rehearsed).weights)
        part = rehearsed.validation
        before, after = (softmax.accuracy(each, part.images, part.labels) for each in made)
        return before - after

    assert fall() <= fine_tuning.LARGEST_FALL + 1e-9
    monkeypatch.setattr(fine_tuning, "LARGEST_FALL", 1.0)
    assert fall() > 0.02  # where nothing is taken back


def test_many_are_left_out_several_at_once_and_drawn_twice(rehearsed: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = learned(BLANK, own(40), rehearsed)
    assert lesson.count == 80
    assert 0 <= lesson.own_after <= 1
    monkeypatch.setattr(fine_tuning, "MOST_WARPED", 6)
    assert learned(BLANK, own(4), rehearsed).count == 8


def test_a_hand_without_digits_is_refused_and_drawing_them_can_be_given_up(rehearsed: Dataset) -> None:
    for digits in ([], [LabelledDrawing(Drawing(), 3)], [LabelledDrawing(CROSS)]):
        with pytest.raises(UserError, match="no digits of your own"):
            Learner(BLANK, digits, rehearsed)
    with pytest.raises(CancelledError):
        Learner(BLANK, own(), rehearsed, is_cancelled=lambda: True)


def test_the_lesson_says_what_changed() -> None:
    lesson = FineTuningResult(BLANK, BLANK, 30, 0.8, 0.9, 0.957, 0.953)
    assert "30 digits: 80 % read right before, 90 % now" in lesson.sentence
    assert "95.7 % before, 95.3 % now" in lesson.sentence
    alone = replace(lesson, count=1).sentence
    assert "read right" not in alone
    assert "95.7 % before, 95.3 % now" in alone


def stepped(images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the matrix after a plain gradient step of rate 0.5, divided by a hundred images."""
    errors = softmax.softmax(images @ BEFORE.matrix + BEFORE.bias) - np.eye(10, dtype=np.float32)[labels]
    made: np.ndarray = BEFORE.matrix - 0.5 * images.T @ errors / len(IMAGES)
    return made


def test_each_network_makes_the_step_of_the_images_it_learns_from() -> None:
    networks, learns = SideBySide(BEFORE, 3, ALL), np.ones((100, 3), np.float32)
    learns[:40, 1] = 0
    learns[60:, 2] = 0
    networks.step(IMAGES, LABELS, learns, 0.5)
    for network, rows in enumerate((slice(None), slice(40, None), slice(60))):
        np.testing.assert_allclose(networks.weights(network).matrix, stepped(IMAGES[rows], LABELS[rows]), atol=1e-5)


def test_pixels_without_ink_stay_as_they_were_and_change_nothing() -> None:
    used, paper = np.arange(100, 700), IMAGES.copy()
    paper[:, [*range(100), *range(700, 784)]] = 0
    networks = SideBySide(BEFORE, 1, used)
    networks.step(paper[:, used], LABELS, np.ones((100, 1), np.float32), 0.5)
    np.testing.assert_allclose(networks.weights(0).matrix, stepped(paper, LABELS), atol=1e-5)


def test_a_share_of_what_was_learned_lies_between() -> None:
    networks = SideBySide(BEFORE, 1, ALL)
    networks.step(IMAGES, LABELS, np.ones((100, 1), np.float32), 0.5)
    half = (BEFORE.matrix + networks.weights(0).matrix) / 2
    np.testing.assert_allclose(networks.weights(0, 0.5).matrix, half, atol=1e-6)
    assert np.array_equal(networks.weights(0, 0.0).matrix, BEFORE.matrix)


def test_of_several_layers_only_the_last_learns_from_what_the_others_give() -> None:
    made = architecture.of(("dense 16",))
    before = Weights(made, initial_arrays(made, "he", 0), RAW, "hidden")
    inputs = softmax.last_inputs(before, np.rint(IMAGES * 255).astype(np.uint8))
    networks = SideBySide(before, 1, np.arange(16))
    for _ in range(50):
        networks.step(inputs, LABELS, np.ones((100, 1), np.float32), 0.01)
    after = networks.weights(0)
    assert all(map(np.array_equal, before.arrays[:2], after.arrays[:2]))
    costs = [softmax.cost(softmax.logits(each, IMAGES), LABELS) for each in (before, after)]
    assert costs[1] < costs[0]


def begun(seed: int) -> RequestedDigits:
    asked = RequestedDigits(seed)
    asked.begin()
    return asked


def test_as_many_of_each_are_asked_for_in_an_order_of_the_seed() -> None:
    asked = begun(1)
    assert sorted(asked) == sorted([*range(10)] * EACH)
    assert list(asked) == list(begun(1)) != list(begun(2))
    assert (asked.number, asked.digit, asked.total) == (1, asked.popleft(), 10 * EACH)
    assert (asked.number, len(asked)) == (2, 10 * EACH - 1)
