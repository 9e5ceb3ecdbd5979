"""What counts as having done a lesson, and the real numbers that are said of it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.digits.dataset import CLASSES, PIXELS
from core.digits.drawing import Drawing
from core.hands.hand import Hand
from core.model import shipped
from core.model.metrics import scores
from core.model.scoring import Evaluated
from core.model.softmax import logits, single
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.training.reports import Checkpoint, Progress, RunResult
from gui.lessons import layers_watch
from gui.lessons.lesson_watch import LessonWatch
from gui.panels.network_panel import NetworkPanel
from gui.panels.why_panel import WhyPanel
from tests import small
from tests.gui import widgets
from tests.gui.reading.made import Joined
from tests.there import there

WEIGHTS = shipped.shipped_layer()


class Bench:
    """A watch over the parts of the window in which nothing trains: a test reports what would."""

    def __init__(self, joined: Joined) -> None:
        self.reader, self.session, self.tabs = joined.reader, joined.session, joined.tabs
        self.joined, self.hand = joined, joined.shared.hand
        self.watch = LessonWatch(joined.shared, self.tabs, joined.selection, joined.evaluation, self.session)
        self.said: list[str] = []
        self.right: list[int | None] = []
        self.watch.done.connect(self._on_done)

    def _on_done(self, sentence: str, right: int | None) -> None:
        self.said.append(sentence)
        self.right.append(right)


@pytest.fixture
def bench(joined: Joined, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(layers_watch, "REST_MS", 20)
    return Bench(joined)


def result(recipe: Recipe, diverged: bool = False) -> RunResult:
    """Return what came of a run that ended at a cost of 3.25 nats, reading 44 % of the test images."""
    return RunResult(1, recipe, 1_000, 0.2, 3.25, 0.43, 0.44, WEIGHTS, 10_000, diverged=diverged)


def test_a_digit_drawn_is_told_in_numbers_once_the_pen_rests(qtbot: QtBot, bench: Bench) -> None:
    bench.watch.watch("image")
    bench.reader.set_drawing(small.SEVEN)
    assert bench.said == []
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    assert bench.said[0].startswith("Your digit is 784 numbers now; ")


def test_the_drawing_that_is_there_already_is_not_another_one(qtbot: QtBot, bench: Bench) -> None:
    bench.reader.set_drawing(small.SEVEN)
    bench.reader.set_app_weights(shipped.shipped_weights())
    for lesson in ("image", "cost"):
        bench.watch.watch(lesson)
        bench.reader.set_image(np.ones((28, 28), np.float32))  # nor is an image of a data set
        bench.reader.set_app_weights(None)  # nor what others say of it
        with qtbot.waitSignal(bench.watch.findChildren(QTimer)[0].timeout):
            bench.reader.set_drawing(Drawing(tuple(map(np.copy, small.SEVEN.strokes))))
    assert bench.said == []
    bench.reader.set_drawing(Drawing())
    bench.reader.set_drawing(small.SEVEN)
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    assert bench.said[0].startswith("The 7 got ")


@pytest.mark.filterwarnings("error")
def test_the_largest_of_ten_sums_is_told_of_a_drawing_made_beside_why(qtbot: QtBot, bench: Bench) -> None:
    bench.tabs.setCurrentWidget(bench.tabs.panel(WhyPanel))
    bench.watch.watch("votes")
    bench.reader.set_drawing(small.SEVEN)
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    largest = float(logits(WEIGHTS, there(bench.reader.seen_by(WEIGHTS.stages)).reshape(1, PIXELS)).max())
    assert bench.said == [f"Of your ten sums that of the 7 is the largest: {largest:.1f}."]
    lost = np.full((PIXELS, CLASSES), np.nan, np.float32)
    bench.reader.set_app_weights(single(lost, lost[0]))
    bench.reader.set_drawing(Drawing())
    bench.watch.watch("votes")
    with qtbot.waitSignal(bench.watch.findChildren(QTimer)[0].timeout):
        bench.reader.set_drawing(small.SEVEN)
    assert len(bench.said) == 1


@pytest.mark.parametrize(("share", "right"), [(0.1, 0), (0.3, 1), (0.66, 2)])
def test_the_first_step_from_zeros_decides_which_guess_was_right(bench: Bench, share: float, right: int) -> None:
    bench.watch.watch("step")
    bench.session.requirements.data.use(small.dataset())
    for recipe, told in ((recipes.TUTORIAL, 0), (recipes.ZEROS, 1)):
        widgets.begin(bench.session, recipe)
        point = Checkpoint(1, share, 1.0, WEIGHTS)
        bench.session.progressed.emit(Progress(1, 1, 1_000, np.array([2.3026], np.float32), (point,), WEIGHTS, 0.01))
        assert len(bench.said) == told
    assert "cost 2.30 nats" in bench.said[0]
    assert f"{share:.1%}".replace("%", " %") + " of 100 validation images" in bench.said[0]
    assert bench.right == [right]


def test_further_steps_are_weighed_against_what_the_run_read_before(bench: Bench) -> None:
    bench.watch.watch("stop")
    first = result(recipes.TUTORIAL)
    bench.session.finished.emit(first)
    assert bench.said == []
    for steps, after, right in ((2_000, 0.61, 0), (3_000, 0.61, 1), (4_000, 0.55, 2)):
        bench.session.finished.emit(replace(first, steps=steps, test_accuracy=after))
        assert bench.right[-1] == right
    assert bench.said[0] == "After 1,000 steps it read 44.0 % of the test images, after 2,000 it reads 61.0 %."


def test_a_misread_image_tells_by_how_much_the_wrong_sum_is_larger(bench: Bench) -> None:
    images = small.labelled(50, 3)
    read = Evaluated("test", images, scores(WEIGHTS, images), WEIGHTS)
    wrong, right = int(read.scores.mistakes()[0]), int((read.scores.labels == read.scores.verdicts).argmax())
    bench.watch.watch("why")
    bench.joined.evaluation.image_selected.emit(read, right)
    assert bench.said == []
    bench.joined.evaluation.image_selected.emit(read, wrong)
    sums = logits(WEIGHTS, read.images.images[wrong : wrong + 1])[0]
    label, verdict = int(read.scores.labels[wrong]), int(read.scores.verdicts[wrong])
    assert f"Labelled {label}, read as {verdict}" in bench.said[0]
    assert f"is {sums[verdict] - sums[label]:.2f} larger than that for {label}." in bench.said[0]


def test_zeros_are_compared_with_the_learners_own_run_from_random_weights(bench: Bench) -> None:
    bench.watch.watch("improve")
    bench.session.finished.emit(replace(result(recipes.ZEROS), test_accuracy=0.87))
    bench.session.finished.emit(result(recipes.TUTORIAL))
    bench.session.finished.emit(replace(result(recipes.ZEROS), test_accuracy=0.87))
    bench.session.finished.emit(replace(result(recipes.ZEROS), test_accuracy=0.40))
    assert "random" not in bench.said[0]
    assert "87.0 % of the test images, from random weights it read 44.0 %" in bench.said[1]
    assert bench.right == [0, 0, -1]


def test_only_a_whole_run_of_the_tutorials_recipe_ends_its_lesson(bench: Bench) -> None:
    bench.watch.watch("thousand")
    bench.session.finished.emit(result(recipes.ZEROS))
    bench.session.finished.emit(result(recipes.TUTORIAL, diverged=True))
    assert bench.said == []
    bench.session.finished.emit(result(replace(recipes.TUTORIAL, seed=7)))
    assert "last batch cost 3.25 nats" in bench.said[0]
    assert "44.0 % of the test images" in bench.said[0]
    assert bench.right == [1]


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
    told = "Stored: 3 of your digits. “Ask me” in My digits asks for 30; it learns from them in seconds."
    assert bench.said == [told]


def test_each_lesson_is_told_of_what_it_asks_for_alone(bench: Bench) -> None:
    bench.watch.watch("label")
    bench.joined.selection.image_opened.emit(np.zeros((28, 28), np.float32), 4)  # elsewhere
    bench.tabs.setCurrentWidget(bench.joined.images)
    bench.joined.selection.image_opened.emit(np.zeros((28, 28), np.float32), 3)
    bench.watch.watch("graph")
    bench.joined.selection.image_opened.emit(np.zeros((28, 28), np.float32), 3)
    bench.tabs.setCurrentWidget(bench.tabs.panel(NetworkPanel))
    assert bench.said == [f"Its label is 3: {'0 0 0 1 0 0 0 0 0 0'.replace(' ', chr(0xA0))}."]  # in one line
    widgets.child(bench.tabs, QAbstractButton, "network_graph").click()
    assert bench.said[1:] == ["This is that plan: at every step 100 images flow through it."]
    bench.watch.watch("")
    bench.joined.selection.image_opened.emit(np.zeros((28, 28), np.float32), 3)
    assert len(bench.said) == 2
