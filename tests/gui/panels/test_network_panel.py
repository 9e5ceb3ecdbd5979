"""The Network tab shows the run's real numbers, the real graph, and code that can be copied."""

from collections.abc import Callable
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from core.model import shipped
from core.model.softmax import Weights
from core.recipes import recipe as recipes
from core.training.graph import GraphNode
from core.training.one_step import FollowedStep, StepFollower
from gui.look import theme as look
from gui.look.painting import fitted_font
from gui.panels.network_panel import NetworkPanel, words
from tests import small
from tests.gui import widgets
from tests.there import there

WEIGHTS, WHOLE = shipped.shipped_layer(), small.dataset()
NODES = (GraphNode("MatMul", "MatMul", "Multiplies.", True), GraphNode("Const", "Const", "Bookkeeping.", False))


@pytest.fixture
def panel(qtbot: QtBot) -> NetworkPanel:
    return widgets.hidden(qtbot, NetworkPanel(), 800, 200)


def step(number: int = 3, example: int = 0, weights: Weights = WEIGHTS) -> FollowedStep:
    return StepFollower(recipes.TUTORIAL, WHOLE).at(number, weights, example)


def press(panel: NetworkPanel, name: str) -> None:
    widgets.child(panel, QToolButton, name).click()


def test_a_step_is_told_in_words_and_numbers(panel: NetworkPanel) -> None:
    panel.set_step(step())
    assert "Step 4 takes images 300 to 399." in widgets.said(panel)
    assert f"mean cost of the batch {step().cost:.3f}" in panel.picture.accessibleDescription()
    assert f"cost {step().cost_of_image:.3f}" in panel.picture.accessibleDescription()
    assert words(StepFollower(recipes.PATIENCE, WHOLE).at(0, WEIGHTS)) == "Step 1 takes 100 images at random."


def test_another_image_of_the_batch_is_asked_for(qtbot: QtBot, panel: NetworkPanel) -> None:
    panel.set_step(step())
    box = widgets.child(panel, QSpinBox)
    assert box.text() == "image 1 of 100"
    with qtbot.waitSignal(panel.example_requested) as signal:
        box.setValue(8)
    assert signal.args == [7]
    with qtbot.assertNotEmitted(panel.example_requested):
        panel.set_step(step(example=7))


def test_the_graph_is_asked_for_when_seen_and_bookkeeping_on_demand(qtbot: QtBot, panel: NetworkPanel) -> None:
    with qtbot.waitSignal(panel.graph_requested):
        press(panel, "network_graph")
    panel.set_graph(NODES)
    assert panel.tree.topLevelItemCount() == 1
    with qtbot.assertNotEmitted(panel.graph_requested):
        press(panel, "network_one_step")
        press(panel, "network_graph")
    item = there(panel.tree.topLevelItem(0))
    assert [item.text(column) for column in range(3)] == ["MatMul", "Multiplies.", "MatMul"]
    panel.findChildren(QCheckBox)[1].setChecked(True)
    assert panel.tree.topLevelItemCount() == 2


def test_the_code_can_be_copied(panel: NetworkPanel) -> None:
    panel.set_code("print(1)", recipes.TUTORIAL)
    press(panel, "network_code")
    noted = widgets.heard(panel.noted)
    press(panel, "copy_code")
    assert (noted, QGuiApplication.clipboard().text()) == (["Copied the script."], "print(1)")


def test_what_the_mouse_is_over_lights_in_code_graph_post_and_step(panel: NetworkPanel) -> None:
    panel.set_step(step())
    panel.set_code("logits = x @ weights + bias\ncost = tf.reduce_mean(costs)", recipes.EVERYTHING)
    panel.grab()  # lays the page out
    pointed, lines = widgets.heard(panel.pointed), dict(panel.graph.lines())
    for where, place in (
        (panel.graph, lines["mean"].center().toPoint()),
        (panel.code.viewport(), QPoint(20, 4 + panel.code.fontMetrics().lineSpacing())),
        (panel.graph, lines["descent"].center().toPoint()),
        (panel.picture, QPoint(panel.picture.width() - 30, 60)),
    ):
        panel.point_at("")
        before = panel.picture.grab().toImage()
        widgets.move(where, QPointF(place))
        assert bool(panel.code.extraSelections()) is (pointed[-1] == "mean")
    assert pointed == ["mean", "mean", "descent", "descent"]
    assert panel.picture.grab().toImage() != before
    assert [item.text(0) for item in panel.post.selectedItems()] == ["GradientDescentOptimizer(0.01).minimize"]
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert pointed[-1] == ""
    assert not panel.post.selectedItems()


def test_the_whole_table_of_the_post_comes_before_the_graph_beside_it(panel: NetworkPanel) -> None:
    panel.resize(788, 240)
    panel.show()
    press(panel, "network_the_post")
    assert not panel.graph.isVisible()
    assert panel.post.horizontalScrollBar().maximum() == 0
    panel.resize(1400, 240)
    assert panel.graph.isVisible()
    assert panel.post.horizontalScrollBar().maximum() == 0


def test_no_line_of_the_graph_beside_the_code_is_cut(panel: NetworkPanel) -> None:
    panel.show()
    panel.set_code("", recipes.TUTORIAL)
    press(panel, "network_code")
    needed = QFontMetricsF(fitted_font(0)).horizontalAdvance("placeholder, ? × 784")
    beside = []
    for width in range(500, 1_200, 50):
        panel.resize(width, 260)
        QApplication.processEvents()  # lays the page out
        if panel.graph.isVisible():
            beside.append(width)
            assert dict(panel.graph.lines())["images"].width() - 4 >= needed
    assert beside == list(range(800, 1_200, 50))


def test_no_arrow_runs_behind_a_box_of_the_graph_of_one_layer(panel: NetworkPanel) -> None:
    for size in ((380, 190), (700, 230), (1_350, 250), (1_900, 500)):
        panel.graph.resize(*size)
        panel.graph.fit()
        ways = [way for ways in panel.graph.ways() for way in ways]
        assert not [way for way in ways for box in panel.graph.places if _is_crossed(box, way)]


def _is_crossed(box: QRectF, way: list[QPointF]) -> bool:
    """Whether a way runs through a box; it may end at its edge."""
    inside, shares = box.adjusted(2, 2, -2, -2), np.linspace(0, 1, 50)
    return any(inside.contains(one + (other - one) * share) for one, other in pairwise(way) for share in shares)


@pytest.mark.parametrize("recipe", [recipes.HIDDEN, recipes.CONVOLUTION, recipes.READER], ids=lambda made: made.name)
def test_every_layer_has_a_box_that_says_its_shapes_and_lights(panel: NetworkPanel, recipe: recipes.Recipe) -> None:
    panel.resize(450, 190)
    panel.set_code("", recipe)
    press(panel, "network_graph")
    panel.grab()
    told, made = panel.graph.accessibleDescription(), recipe.architecture
    for number in range(len(made.layers)):
        assert f"weights {'×'.join(map(str, made.shapes[2 * number]))}, bias {made.shapes[2 * number + 1][0]}" in told
    assert told.count("ReLU") == len(made.hidden)
    places = [line for part, line in panel.graph.lines() if part == "weights"]
    assert len(places) == len(made.layers)
    assert all(panel.graph.rect().contains(line.toRect()) for _, line in panel.graph.lines())
    assert not any(one.intersects(other) for one, other in combinations(panel.graph.places, 2))
    assert not any(_is_crossed(box, way) for ways in panel.graph.ways() for way in ways for box in panel.graph.places)
    pointed, before = widgets.heard(panel.pointed), panel.graph.grab().toImage()
    for line in places:
        widgets.move(panel.graph, line.center())
    assert set(pointed) == {"weights"}
    assert panel.graph.grab().toImage() != before


def test_boxes_wear_the_theme_and_grow_with_the_letters(panel: NetworkPanel, large_letters: Callable[[], None]) -> None:
    before, light = panel.graph.places, panel.graph.grab().toImage()
    widgets.wear(look.DARK, panel)
    assert panel.graph.grab().toImage() != light
    large_letters()
    widgets.wear(look.LIGHT, panel)
    assert panel.graph.places[0].height() > before[0].height()
