"""What the second and third tours say, by real numbers, of units, filters and moved digits."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.model import architecture, inside
from core.model.softmax import Weights
from core.recipes import recipe as recipes
from core.training.reports import Checkpoint
from gui.lessons import layers_watch
from gui.panels.weights_panel import WeightsPanel
from gui.plots.story_plot import StoryPlot
from gui.state.shown_run import ReportedRun
from tests import small
from tests.core.model.test_architecture import CONVOLUTION, HIDDEN, weights_with
from tests.gui import widgets
from tests.gui.lessons.test_lesson_watch import Bench, result
from tests.gui.reading.made import Joined
from tests.there import there


@pytest.fixture
def bench(joined: Joined, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(layers_watch, "REST_MS", 20)
    return Bench(joined)


def drawn(bench: Bench, texts: tuple[str, ...]) -> inside.Inside:
    """Draw a seven for a network that reads, with its Weights in front, and return what the network is around it."""
    weights = weights_with(texts)
    bench.reader.set_app_weights(weights)
    bench.tabs.setCurrentWidget(bench.tabs.panel(WeightsPanel))
    bench.reader.set_drawing(small.SEVEN)
    return inside.inside(weights.architecture, weights.arrays, there(bench.reader.seen_by(weights.stages)))


def test_units_and_maps_that_a_drawing_lights_are_counted(qtbot: QtBot, bench: Bench) -> None:
    bench.watch.watch("lit")
    count = int((drawn(bench, HIDDEN).layers[0].light > 0).sum())
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    assert (bench.said, bench.right) == ([f"Your drawing lights {count} of 128 units."], [1])
    bench.reader.set_drawing(Drawing())
    bench.watch.watch("map")
    count = int((drawn(bench, CONVOLUTION).layers[0].outputs > 0).sum())
    qtbot.waitUntil(lambda: len(bench.said) == 2)
    assert bench.said[1] == f"16 filters made as many maps of 14 × 14 numbers; {count:,} of these are not 0."
    bench.watch.watch("field")
    bench.tabs.panel(WeightsPanel).buttons.buttons()[1].click()
    assert bench.said[2] == "Each of its filters sees 13 × 13 pixels."


@pytest.mark.parametrize(("name", "texts"), [("unit", HIDDEN), ("filter", CONVOLUTION)])
def test_a_unit_that_is_clicked_is_told_of(qtbot: QtBot, bench: Bench, name: str, texts: tuple[str, ...]) -> None:
    drawn(bench, texts)
    panel = bench.tabs.panel(WeightsPanel)
    widgets.rested(qtbot, bench.tabs)  # where the pictures of the reading before were shown, and then those of this one
    bench.watch.watch(name)
    panel.units.wall.chosen.emit(4)
    assert bench.said[0].startswith(f"{name.capitalize()} 5: ")


def test_a_digit_is_moved_until_another_is_read(qtbot: QtBot, bench: Bench) -> None:
    bench.watch.watch("shift")
    drawn(bench, CONVOLUTION)
    qtbot.waitUntil(lambda: len(bench.said) == 1)
    assert "the single layer up to" in bench.said[0]
    matrix = np.zeros((28, 28, 10), np.float32)
    matrix[:, 5:, 1] = 1  # a 1 where ink is from column 5 on, else a 0
    image = np.zeros((28, 28), np.float32)
    image[:, 2] = 1
    weights = Weights(architecture.SINGLE, (matrix.reshape(784, 10), np.linspace(0.5, 0, 10, dtype=np.float32)))
    assert layers_watch.read_until(weights, image) == 2


@pytest.mark.parametrize(("validation", "right"), [(0.4, 1), (0.1, 0)])
def test_learning_by_heart_is_told_by_both_costs(bench: Bench, validation: float, right: int) -> None:
    bench.watch.watch("by-heart")
    weights = weights_with(HIDDEN)
    run = ReportedRun(recipes.PATIENCE, 300, checkpoints=[Checkpoint(300, 0.9, validation, weights)])
    run.history.append(np.repeat([9.0, 0.1], [200, 100]))
    bench.session.finished.emit(replace(result(recipes.PATIENCE), weights=weights))
    bench.joined.shown.show(run)
    for run.tested in (None, (0.9, 100)):  # a run before it has ended, and this one has not
        assert not bench.said
        bench.tabs.setCurrentWidget(bench.tabs.panel(WeightsPanel))
        bench.tabs.setCurrentWidget(bench.tabs.panel(StoryPlot))
    assert bench.said == [f"Its last 100 steps cost 0.100 nats, the validation images {validation:.3f}."]
    assert bench.right == [right]


@pytest.mark.parametrize(
    ("lesson", "texts", "start", "share", "right"),
    [
        ("hidden", HIDDEN, "he", 0.981, 2), ("hidden", HIDDEN, "he", 0.93, 0), ("dark", HIDDEN, "zeros", 0.11, 2),
        ("slide", CONVOLUTION, "he", 0.98, None),
    ],
)  # fmt: skip
def test_a_run_is_told_by_what_it_reads(
    bench: Bench, lesson: str, texts: tuple[str, ...], start: str, share: float, right: int | None
) -> None:
    bench.watch.watch(lesson)
    recipe = recipes.changed(recipes.PATIENCE, layers=texts, initial_weights=start)
    weights = weights_with(texts)
    bench.session.finished.emit(replace(result(recipe), weights=weights, test_accuracy=share))
    assert bench.said[0].startswith(f"Its {weights.architecture.parameters:,} numbers read {share:.1%}"[:-1])
    assert bench.right == [right]
