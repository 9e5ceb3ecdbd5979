"""What counts as having done a lesson, and the real numbers that are said of it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.digits.dataset import CLASSES, PIXELS
from core.digits.drawing import Drawing
from core.hands.hand import Hand
from core.model import shipped
from core.model.softmax import Weights
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.training.trainer import Progress, RunResult
from gui.lessons import lesson_watch
from gui.lessons.lesson_watch import LessonWatch
from gui.state.hand_in_use import HandInUse
from tests import small
from tests.gui.reading.made import Joined

WEIGHTS = shipped.shipped_weights()


class Bench:
    """A watch over the parts of the window in which nothing trains: a test reports what would."""

    def __init__(self, joined: Joined) -> None:
        self.joined, self.reader, self.session, self.tabs = joined, joined.reader, joined.session, joined.tabs
        self.hand = HandInUse()
        self.watch = LessonWatch(self.reader, self.tabs, joined.selection, self.session, self.hand, self.tabs)
        self.said: list[str] = []
        self.watch.done.connect(self.said.append)


@pytest.fixture
def bench(joined: Joined, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(lesson_watch, "REST_MS", 20)
    return Bench(joined)


def result(recipe: Recipe, diverged: bool = False) -> RunResult:
    """Return what came of a run that ended at a cost of 3.25 nats, reading 44 % of the test images."""
    return RunResult(
        run=1,
        recipe=recipe,
        steps=1_000,
        seconds=0.2,
        final_cost=3.25,
        validation_accuracy=0.43,
        test_accuracy=0.44,
        test_images=10_000,
        diverged=diverged,
        weights=WEIGHTS,
    )


def test_a_digit_drawn_is_told_in_numbers_once_the_pen_rests(qtbot: QtBot, bench: Bench) -> None:
    bench.watch.watch("image")
    bench.reader.set_drawing(small.SEVEN)
    assert bench.said == []
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    assert bench.said[0].startswith("Your digit is 784 numbers now; ")


def test_the_drawing_that_is_there_already_is_not_another_one(qtbot: QtBot, bench: Bench) -> None:
    bench.reader.set_drawing(small.SEVEN)
    bench.watch.watch("softmax")
    with qtbot.waitSignal(bench.watch._rested.timeout):
        bench.reader.set_drawing(small.SEVEN)
    assert bench.said == []
    bench.reader.set_drawing(Drawing())
    bench.reader.set_drawing(small.SEVEN)
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    assert bench.said[0].startswith("The 7 got ")


def test_an_image_opened_tells_its_label_as_ten_numbers(bench: Bench) -> None:
    bench.watch.watch("label")
    bench.joined.selection.image_opened.emit(np.zeros((28, 28), np.float32), 3)
    assert bench.said == ["Its label is 3: 0 0 0 1 0 0 0 0 0 0."]


def test_a_tab_that_is_in_front_already_counts_at_once(bench: Bench) -> None:
    bench.tabs.setCurrentWidget(bench.joined.network)
    bench.watch.watch("graph")
    assert len(bench.said) == 1


def test_the_largest_of_the_ten_sums_is_told_where_there_is_a_digit(bench: Bench) -> None:
    bench.watch.watch("logits")
    bench.tabs.setCurrentWidget(bench.joined.why)
    assert bench.said == []
    bench.reader.set_drawing(small.SEVEN)
    bench.tabs.setCurrentWidget(bench.joined.images)
    bench.tabs.setCurrentWidget(bench.joined.why)
    assert bench.said[0].startswith("Of your ten sums that of the 7 is the largest: ")


@pytest.mark.filterwarnings("error")
def test_weights_that_are_no_numbers_have_no_largest_sum(bench: Bench) -> None:
    lost = np.full((PIXELS, CLASSES), np.nan, np.float32)
    bench.reader.set_app_weights(Weights(lost, lost[0]))
    bench.reader.set_drawing(small.SEVEN)
    bench.watch.watch("logits")
    bench.tabs.setCurrentWidget(bench.joined.why)
    assert bench.said == []


def test_a_step_tells_what_its_batch_cost(bench: Bench) -> None:
    bench.watch.watch("gradient")
    bench.session.progressed.emit(Progress(1, 0, 1_000, np.zeros(0, np.float32), (), WEIGHTS, 0.01))
    assert bench.said == []
    bench.session.progressed.emit(Progress(1, 2, 1_000, np.array([12.67, 9.5], np.float32), (), WEIGHTS, 0.01))
    assert bench.said == ["Step 2: its 100 images cost 9.50 nats."]
    bench.session.started.emit(replace(recipes.TUTORIAL, batch=50), 2)
    bench.session.progressed.emit(Progress(2, 1, 1_000, np.ones(1, np.float32), (), WEIGHTS, 0.01))
    assert bench.said[1] == "Step 1: its 50 images cost 1.00 nats."


def test_only_a_whole_run_of_the_tutorials_recipe_ends_its_lesson(bench: Bench) -> None:
    bench.watch.watch("thousand")
    bench.session.finished.emit(result(recipes.ZEROS))
    bench.session.finished.emit(result(recipes.TUTORIAL, diverged=True))
    assert bench.said == []
    bench.session.finished.emit(result(replace(recipes.TUTORIAL, seed=7)))
    assert "last batch cost 3.25 nats" in bench.said[0]
    assert "44.0 % of the test images" in bench.said[0]


def test_one_digit_more_of_the_hand_counts_and_another_hand_does_not(bench: Bench, tmp_path: Path) -> None:
    hand, other = Hand("Ada", tmp_path), Hand("Bob", tmp_path)
    bench.watch.watch("hand")
    bench.hand.use(hand)
    for _ in range(2):
        other.teach(small.SEVEN, 7)
    bench.hand.use(other)
    assert bench.said == []
    other.teach(small.SEVEN, 7)
    bench.hand.use(other)
    assert bench.said[0].startswith("Kept.")


def test_what_another_lesson_asks_for_is_not_told(bench: Bench) -> None:
    bench.watch.watch("label")
    bench.tabs.setCurrentWidget(bench.joined.network)
    bench.watch.watch("")
    bench.joined.selection.image_opened.emit(np.zeros((28, 28), np.float32), 3)
    assert bench.said == []
