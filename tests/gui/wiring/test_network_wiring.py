"""The Network tab is kept at the step that comes next, and only while it is looked at."""

import math
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from core.model import shipped
from core.recipes import code_example
from core.recipes import recipe as recipes
from gui.panels.network_panel import NetworkPanel
from gui.wiring.network_wiring import NetworkWiring
from tests import small

WEIGHTS = shipped.shipped_weights()


@pytest.fixture
def panel(qtbot: QtBot) -> NetworkPanel:
    made = NetworkPanel()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def wiring(panel: NetworkPanel) -> NetworkWiring:
    made = NetworkWiring(panel)
    made.set_dataset(small.dataset())
    return made


def test_nothing_is_worked_on_until_it_is_looked_at(panel: NetworkPanel, wiring: NetworkWiring) -> None:
    wiring.set_weights(WEIGHTS, 3)
    assert panel.picture.accessibleDescription() == "no step yet"
    wiring.set_shown(True)
    assert "learning rate 0.01" in panel.picture.accessibleDescription()


def test_it_follows_the_weights_the_rate_and_the_recipe(
    qtbot: QtBot, panel: NetworkPanel, wiring: NetworkWiring
) -> None:
    wiring.set_shown(True)
    wiring.set_weights(WEIGHTS, 5)
    wiring.set_learning_rate(0.25)
    qtbot.waitUntil(lambda: "learning rate 0.25" in panel.picture.accessibleDescription())
    recipe = replace(recipes.BIGGER_STEPS, batch=50)
    wiring.set_run(recipe, None)
    assert "learning rate 0.5" in panel.picture.accessibleDescription()
    assert panel.code.toPlainText() == code_example.script(recipe)
    box = panel.findChild(QSpinBox)
    assert isinstance(box, QSpinBox)
    assert box.maximum() == 50


def test_another_example_is_shown_at_once(panel: NetworkPanel, wiring: NetworkWiring) -> None:
    wiring.set_weights(WEIGHTS, 0)
    wiring.set_shown(True)
    assert "image labelled 0" in panel.picture.accessibleDescription()
    panel.findChildren(QSpinBox)[0].setValue(8)
    assert "image labelled 7" in panel.picture.accessibleDescription()


def test_before_a_run_its_first_step_is_followed(panel: NetworkPanel, wiring: NetworkWiring) -> None:
    wiring.set_run(recipes.ZEROS, None)
    wiring.set_weights(WEIGHTS, None)
    wiring.set_shown(True)
    assert f"mean cost of the batch {math.log(10):.3f}" in panel.picture.accessibleDescription()
