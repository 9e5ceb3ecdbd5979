"""The settings by hand: each one reaches the recipe, and the recipe says what it is based on."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER, Recipe
from core.recipes.settings import SETTINGS
from core.recipes.texts import text_of
from gui.frame.settings_dock import SettingsDock

BY_HAND = {
    "initial_weights": "glorot",
    "seed": 7,
    "learning_rate": 0.25,
    "decay": "cosine",
    "steps": 250,
    "batch": 50,
    "shuffle": True,
    "early_stop": 300,
    "deskew": True,
    "spread": True,
    "pen_digits": True,
    "warp": True,
    "practice_digits": True,
}


@pytest.fixture
def dock(qtbot: QtBot) -> SettingsDock:
    made = SettingsDock()
    qtbot.addWidget(made)
    return made


def set_by_hand(dock: SettingsDock, name: str, value: object) -> None:
    widget = dock.findChild(QWidget, f"setting_{name}")
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    else:
        assert isinstance(widget, QSpinBox | QDoubleSpinBox)
        widget.setValue(value)  # type: ignore[arg-type]


def texts(dock: SettingsDock) -> str:
    return "\n".join(label.text() for label in dock.findChildren(QLabel))


@pytest.mark.parametrize(("name", "value"), BY_HAND.items())
def test_a_setting_changed_by_hand_asks_for_a_recipe_with_it(
    qtbot: QtBot, dock: SettingsDock, name: str, value: object
) -> None:
    with qtbot.waitSignal(dock.recipe_changed) as asked:
        set_by_hand(dock, name, value)
    recipe = asked.args[0]
    assert getattr(recipe, name) == value
    if name != "seed":
        assert recipe.based_on == "tutorial"
        assert recipe.title == "based on As in the tutorial"


def test_what_was_changed_is_said_in_words(dock: SettingsDock) -> None:
    set_by_hand(dock, "learning_rate", 0.5)
    set_by_hand(dock, "early_stop", 200)
    assert "Learning rate 0.5 instead of 0.01" in texts(dock)
    assert "Stop early 200 steps no better instead of never" in texts(dock)


def test_a_setting_taken_back_by_hand_is_the_named_recipe_again(dock: SettingsDock) -> None:
    set_by_hand(dock, "steps", 500)
    set_by_hand(dock, "steps", 1_000)
    assert dock.recipe() == recipes.TUTORIAL


def test_back_to_the_recipe_undoes_every_change(qtbot: QtBot, dock: SettingsDock) -> None:
    dock.show_recipe(recipes.PATIENCE)
    for name, value in BY_HAND.items():
        set_by_hand(dock, name, value)
    back = dock.findChild(QPushButton, "back_to_recipe")
    assert back is not None
    with qtbot.waitSignal(dock.recipe_changed) as asked:
        back.click()
    assert asked.args[0] == recipes.PATIENCE
    assert not back.isEnabled()


def test_showing_a_recipe_asks_for_nothing(qtbot: QtBot, dock: SettingsDock) -> None:
    with qtbot.assertNotEmitted(dock.recipe_changed):
        dock.show_recipe(recipes.PENS)
    for field in SETTINGS:
        widget = dock.findChild(QWidget, f"setting_{field.name}")
        assert widget is not None
        assert widget.toolTip()
        assert widget.accessibleName()
    assert dock.recipe() == recipes.PENS


@pytest.mark.parametrize("recipe", LADDER.values(), ids=list(LADDER))
def test_each_recipe_says_in_two_sentences_what_it_changes_and_why(dock: SettingsDock, recipe: Recipe) -> None:
    dock.show_recipe(replace(recipe, steps=77, based_on=recipe.name))
    assert text_of(recipe).changes in texts(dock)
    assert text_of(recipe).why in texts(dock)
