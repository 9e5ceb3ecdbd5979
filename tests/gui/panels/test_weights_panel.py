"""The Weights tab of networks of several layers: units, filters, their maps, the ten pictures, what has changed."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from core.digits import raster
from core.model import architecture, inside, softmax
from core.model.softmax import Weights, single
from core.recipes import recipe as recipes
from core.recipes.recipe import start_weights
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.panels.layer_words import counted
from gui.panels.since_start import SinceStart
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from tests import small
from tests.core.model.test_architecture import CONVOLUTION, HIDDEN, weights_with
from tests.gui import widgets
from tests.gui.conftest import finished
from tests.there import there

BOTH = pytest.mark.parametrize("texts", [HIDDEN, CONVOLUTION])


def seven() -> NDArray[np.float32]:
    return there(raster.image_of(small.SEVEN))


@pytest.fixture
def panel(qtbot: QtBot) -> WeightsPanel:
    return widgets.shown(qtbot, WeightsPanel(), 780, 240)


def shown(qtbot: QtBot, panel: WeightsPanel, made: Weights, page: int = 0) -> inside.Inside:
    """Draw a seven, open a page, and return what the network is around it."""
    image = seven()
    panel.set_weights(made)
    panel.set_read(int(softmax.logits(made, image.reshape(1, 784)).argmax()))
    panel.set_image(image)
    panel.buttons.buttons()[page].click()
    widgets.rested(qtbot, panel)
    return inside.inside(made.architecture, made.arrays, image)


def test_a_single_layer_is_shown_as_ever_with_no_choice_of_layers(panel: WeightsPanel) -> None:
    panel.set_weights(single(np.ones((784, 10), np.float32), np.zeros(10, np.float32)))
    assert not panel.buttons.buttons()
    assert panel.pictures.isVisible()
    assert panel.pictures.since_start.isVisible()
    assert panel.pictures.scale_limit > 0


def test_there_is_a_button_for_each_hidden_layer_and_one_for_all_of_them(panel: WeightsPanel) -> None:
    panel.set_weights(weights_with(CONVOLUTION))
    told = [button.text() for button in panel.buttons.buttons()]
    assert told == ["16 filters", "32 filters", "64 units", "This drawing"]
    panel.set_weights(weights_with(HIDDEN))
    assert [button.text() for button in panel.buttons.buttons()] == ["128 units", "This drawing"]
    told = [counted(count, has_maps=maps) for count in (1, 2) for maps in (True, False)]
    assert told == ["1 filter", "1 unit", "2 filters", "2 units"]


@BOTH
def test_the_units_that_count_most_stand_in_front(qtbot: QtBot, panel: WeightsPanel, texts: tuple[str, ...]) -> None:
    made = weights_with(texts)
    around = shown(qtbot, panel, made)
    votes = around.layers[0].votes[:, int(softmax.logits(made, seven().reshape(1, 784)).argmax())]
    assert panel.units.wall.order[0] == np.abs(votes).argmax()
    assert (np.diff(np.abs(votes[panel.units.wall.order])) <= 1e-6).all()
    assert f"adds {votes[5]:+.2f}".replace("-", "−") in panel.units.wall.sentence(5)


def test_unit_that_is_clicked_is_shown_large_with_what_it_adds_to_each_digit(qtbot: QtBot, panel: WeightsPanel) -> None:
    around, first = shown(qtbot, panel, weights_with(HIDDEN)), int(panel.units.wall.order[0])
    assert panel.units.title.text().startswith(f"unit {first + 1}: lit")
    place = widgets.place_of(panel.units.wall, 1).center().toPoint()
    QTest.mouseClick(panel.units.wall.viewport(), Qt.MouseButton.LeftButton, pos=place)
    unit = int(panel.units.wall.order[1])
    assert panel.units.title.text() == f"unit {unit + 1}: lit {around.layers[0].light[unit]:.2f}"
    digit = int(softmax.logits(weights_with(HIDDEN), seven().reshape(1, 784)).argmax())
    told = f"{digit}: adds {around.layers[0].votes[unit, digit]:+.2f}".replace("-", "−")
    assert panel.units.rows.accessibleDescription() == told
    dark = int(np.flatnonzero(around.layers[0].light == 0)[0])
    assert panel.units.wall.sentence(dark).startswith(f"unit {dark + 1}: dark")


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_a_filter_is_bright_where_it_finds_its_own(qtbot: QtBot, panel: WeightsPanel, theme: look.Theme) -> None:
    widgets.wear(theme, panel)
    around = shown(qtbot, panel, weights_with(CONVOLUTION))
    unit, maps = int(panel.units.wall.order[0]), around.layers[0].outputs
    row, column = np.unravel_index(maps[:, :, unit].argmax(), maps.shape[:2])
    corner, block = widgets.place_of(panel.units.wall, 0).topLeft(), 4  # points: a map of 14 pixels on 56 points
    at = (corner + QPointF(column + 0.5, row + 0.5) * block).toPoint()
    found, paper = panel.units.wall.viewport().grab().toImage().pixelColor(at), QColor(theme.panel)
    assert found.blue() - found.red() > paper.blue() - paper.red() + 20


@BOTH
def test_for_this_drawing_it_is_a_single_layer(qtbot: QtBot, panel: WeightsPanel, texts: tuple[str, ...]) -> None:
    around = shown(qtbot, panel, weights_with(texts), page=-1)
    assert panel.pictures.isVisible()
    assert not panel.pictures.since_start.isVisible()
    told = panel.pictures.weight_text(QPointF(10, 30))
    assert told.startswith("0, row")
    row, column = (int(word.strip(",:")) for word in told.split() if word.strip(",:").isdigit() and word != "0,")
    assert f"{around.matrix[28 * row + column, 0]:+.3f}".replace("-", "−") in told


def test_with_nothing_drawn_no_unit_looks_dark_and_the_ten_pictures_wait(qtbot: QtBot, panel: WeightsPanel) -> None:
    panel.set_weights(weights_with(CONVOLUTION))
    widgets.rested(qtbot, panel)
    assert "Draw a digit" in panel.note.text()
    assert (panel.units.wall.sentence(0), panel.units.rows.accessibleDescription()) == (
        "filter 1",
        "nothing to explain",
    )
    panel.buttons.buttons()[-1].click()
    assert panel.pictures.scale_limit == 0


def test_units_under_the_pointer_stay(qtbot: QtBot, panel: WeightsPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(qtbot, panel, weights_with(HIDDEN))
    wall = panel.units.wall
    monkeypatch.setattr(wall.viewport(), "underMouse", lambda: True)
    before = wall.order.tolist()
    panel.set_image(seven()[:, ::-1].copy())
    widgets.rested(qtbot, panel)
    assert wall.order.tolist() == before
    monkeypatch.undo()
    QApplication.sendEvent(wall.viewport(), QEvent(QEvent.Type.Leave))
    assert wall.order.tolist() != before


def test_what_has_changed_since_the_start_is_shown_until_all_is_chosen(qtbot: QtBot, panel: WeightsPanel) -> None:
    made = weights_with(HIDDEN)
    start = weights_with(HIDDEN, seed=1)
    for switch in (panel.since_start, panel.pictures.since_start):
        switch.set_start(start, is_random=True)
    assert (panel.since_start.isEnabled(), panel.pictures.since_start.isEnabled()) == (True, False)
    shown(qtbot, panel, made)
    np.testing.assert_array_equal(panel.faces, (made.arrays[0] - start.arrays[0]).T.reshape(128, 28, 28))
    panel.since_start.click()
    np.testing.assert_array_equal(panel.faces, made.arrays[0].T.reshape(128, 28, 28))


def test_weights_that_are_no_numbers_are_painted(qtbot: QtBot, panel: WeightsPanel) -> None:
    made = architecture.of(CONVOLUTION)
    for page in range(4):
        panel.set_weights(Weights(made, tuple(np.full(shape, np.nan) for shape in made.shapes)))
        panel.set_image(seven())
        panel.buttons.buttons()[page].click()
        widgets.rested(qtbot, panel)
        panel.grab()


def test_a_single_layer_beside_a_network_of_several_is_what_is_seen_first(qtbot: QtBot, panel: WeightsPanel) -> None:
    deep, simple = weights_with(CONVOLUTION), single(np.ones((784, 10), np.float32), np.zeros(10, np.float32))
    panel.set_weights(deep, simple)
    widgets.rested(qtbot, panel)
    assert panel.pictures.isVisible()
    assert panel.buttons.checkedButton().text() == "One layer"
    assert "simplest network" in panel.note.text()
    panel.buttons.buttons()[1].click()
    assert panel.shows_maps()
    panel.set_weights(deep, simple)  # as each reading does: what was chosen stays
    widgets.rested(qtbot, panel)
    assert panel.shows_maps()
    panel.set_weights(deep)  # of a run: it has no simpler one beside it
    assert [button.text() for button in panel.buttons.buttons()][-1] == "This drawing"
    assert panel.page() == 0


RANDOM = start_weights(recipes.TUTORIAL)
LEARNED = np.linspace(-1, 1, RANDOM.matrix.size, dtype=np.float32).reshape(RANDOM.matrix.shape)
NOW = single(RANDOM.matrix + LEARNED, RANDOM.bias + 0.5)


def test_it_takes_off_what_the_run_began_with_where_that_was_random_until_it_is_chosen_otherwise(qtbot: QtBot) -> None:
    made = widgets.hidden(qtbot, SinceStart("weights_since_start"))
    made.set_start(RANDOM, True)
    assert made.isChecked()
    assert np.allclose(there(made.shown(NOW)).matrix, LEARNED, atol=1e-5)
    made.set_start(None, False)  # of the app's weights
    assert not made.isEnabled()
    assert not made.isChecked()
    assert made.shown(NOW) is NOW
    made.set_start(RANDOM, True)
    made.click()
    made.set_start(start_weights(recipes.ZEROS), False)
    made.set_start(RANDOM, True)
    assert not made.isChecked()
    assert made.shown(NOW) is NOW


def test_why_adds_up_to_the_logit_with_the_start_beside_what_was_learned(qtbot: QtBot) -> None:
    panel = widgets.hidden(qtbot, WhyPanel())
    image = np.random.default_rng(1).random((28, 28), np.float32)
    for is_random in (False, True):
        panel.since_start.set_start(RANDOM if is_random else None, is_random)
        panel.set_reading(image, NOW)
        panel.set_digits(3, None)
        rows = panel.picture.rows()
        parts = [float(figure.replace("−", "-")) for _, figure in rows]
        assert abs(sum(parts[:-1]) - parts[-1]) < 0.005
        assert (rows[2][0] == "bias, start") is is_random


def test_a_run_from_random_weights_shows_what_it_learned_in_both_tabs(window: MainWindow, qtbot: QtBot) -> None:
    in_weights, in_why = window.tabs.panel(WeightsPanel).pictures.since_start, window.tabs.panel(WhyPanel).since_start
    assert window.findChild(QAbstractButton, "weights_since_start") is in_weights
    assert not in_weights.isEnabled()
    window.next_run.set_recipe(recipes.changed(recipes.TUTORIAL, steps=20))
    finished(qtbot, window)
    assert in_weights.isChecked()
    assert in_why.isChecked()
    in_why.click()
    assert not in_weights.isChecked()
    assert in_weights.isEnabled()
