"""The switch between weights and what of them has changed since their run began."""

import numpy as np
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.model.softmax import single
from core.recipes import recipe as recipes
from core.recipes.recipe import start_weights
from gui.main_window import MainWindow
from gui.panels.since_start import SinceStart
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from tests.gui import widgets
from tests.gui.conftest import finished
from tests.there import there

RANDOM = start_weights(recipes.TUTORIAL)
LEARNED = np.linspace(-1, 1, RANDOM.matrix.size, dtype=np.float32).reshape(RANDOM.matrix.shape)
NOW = single(RANDOM.matrix + LEARNED, RANDOM.bias + 0.5)


def test_it_takes_off_what_the_run_began_with_where_that_was_random_until_it_is_chosen_otherwise(qtbot: QtBot) -> None:
    made = widgets.hidden(qtbot, SinceStart("weights_since_start", "changed"))
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
