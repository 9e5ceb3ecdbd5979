"""The settings as a table: each has its control and its words, and is safe from a wheel that passes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCheckBox, QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.recipes.recipe import EVERYTHING, LADDER, TUTORIAL, Recipe
from core.recipes.settings import BY_NAME, LIMITS, SETTINGS, Setting, value_of
from gui.frame.setting_fields import Control, WheelGuard


@pytest.fixture
def changes() -> list[str]:
    """Return what was told of changes by the user."""
    return []


def control_of(qtbot: QtBot, setting: Setting, changes: list[str]) -> Control:
    made = Control(setting, lambda: changes.append(setting.name))
    qtbot.addWidget(made.widget)
    return made


def test_every_setting_of_a_recipe_is_in_the_table_once() -> None:
    assert len(BY_NAME) == len(SETTINGS)
    assert set(BY_NAME) == set(Recipe.__slots__) - {"name", "title", "based_on"}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_control_shows_what_every_recipe_has_and_calls_nobody_back(
    qtbot: QtBot, changes: list[str], setting: Setting
) -> None:
    control = control_of(qtbot, setting, changes)
    for recipe in LADDER.values():
        control.show(getattr(recipe, setting.name))
        assert control.value() == getattr(recipe, setting.name)
    assert changes == []


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_change_by_the_user_is_told(qtbot: QtBot, changes: list[str], setting: Setting) -> None:
    control = control_of(qtbot, setting, changes)
    control.show(getattr(TUTORIAL, setting.name))
    widget = control.widget
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(1)
    elif isinstance(widget, QCheckBox):
        widget.click()
    else:
        assert isinstance(widget, QAbstractSpinBox)
        widget.stepUp()
    assert changes == [setting.name]
    assert control.value() != getattr(TUTORIAL, setting.name)


@pytest.mark.parametrize("name", ["learning_rate", "steps", "batch", "early_stop"])
def test_a_number_stays_within_the_limits_of_recipes(qtbot: QtBot, changes: list[str], name: str) -> None:
    control = control_of(qtbot, BY_NAME[name], changes)
    for end in LIMITS[name]:
        control.show(type(getattr(TUTORIAL, name))(end))
        assert control.value() == pytest.approx(end)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("decay", "cosine", "down to 0 (cosine)"),
        ("shuffle", True, "shuffled batches"),
        ("shuffle", False, "batches in order"),
        ("early_stop", 0, "never"),
        ("early_stop", 300, "300 steps no better"),
        ("batch", 1_000, "1,000 images"),
        ("learning_rate", 0.25, "0.25"),
        ("layers", (), "one layer"),
        ("layers", ("dense 12", "dense 3"), "12 units, 3 units"),
        ("layers", ("convolution 8 5x5 step 2", "dense 3"), "8 filters 5x5 step 2, 3 units"),
        ("dropout", 0.0, "none"),
    ],
)
def test_a_value_is_told_as_people_read_it(name: str, value: object, told: str) -> None:
    assert value_of(name, value) == told


def test_every_value_of_the_ladder_has_words() -> None:
    assert all(value_of(setting.name, getattr(EVERYTHING, setting.name)) for setting in SETTINGS)


def wheel_over(widget: QWidget) -> None:
    middle, no = QPointF(widget.rect().center()), Qt.KeyboardModifier.NoModifier
    turn = (QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, no, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, QWheelEvent(middle, middle, *turn))


def test_a_wheel_that_passes_over_a_setting_does_not_change_it_unless_it_has_the_keyboard(qtbot: QtBot) -> None:
    form = QWidget()
    box = QSpinBox(form)
    qtbot.addWidget(form)
    box.installEventFilter(WheelGuard(form))
    wheel_over(box)
    assert box.value() == 0
    form.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    wheel_over(box)
    assert box.value() > 0
