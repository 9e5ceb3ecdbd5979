"""The settings of the next run: their fields and their dock."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER, TUTORIAL, Recipe, text_of
from core.recipes.settings import BY_NAME, LIMITS, SETTINGS, Setting, in_words, value_of
from gui.frame.settings_dock import Control, SettingsDock, WheelGuard
from gui.state.shared import NextRun
from tests.gui import widgets
from tests.there import there

SWITCHES = ("shuffle", "deskew", "spread", "pen_digits", "warp", "practice_digits")
CHOICES = {"initial_weights": "glorot", "decay": "cosine"}
NUMBERS = {"seed": 7, "learning_rate": 0.25, "steps": 250, "batch": 50, "early_stop": 300}
BY_HAND = {**CHOICES, **NUMBERS, **dict.fromkeys(SWITCHES, True)}


@pytest.fixture
def run() -> NextRun:
    return NextRun()


@pytest.fixture
def dock(qtbot: QtBot, run: NextRun) -> SettingsDock:
    return widgets.hidden(qtbot, SettingsDock(run))


def set_by_hand(dock: SettingsDock, name: str, value: object) -> None:
    widget = dock.findChild(QtWidgets.QWidget, f"setting_{name}")
    if isinstance(widget, QtWidgets.QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, QtWidgets.QCheckBox):
        widget.setChecked(bool(value))
    else:
        assert isinstance(widget, QtWidgets.QSpinBox | QtWidgets.QDoubleSpinBox)
        widget.setValue(value)  # type: ignore[arg-type]


def test_in_large_letters_nothing_is_cut(qtbot: QtBot, run: NextRun, large_letters: Callable[[], None]) -> None:
    dock = widgets.hidden(qtbot, SettingsDock(run))
    large_letters()
    dock.dress()
    dock.resize(dock.sizeHint())
    dock.show()
    names = [label for label in dock.findChildren(QtWidgets.QLabel) if not label.wordWrap()]
    assert all(name.width() >= name.fontMetrics().horizontalAdvance(name.text()) for name in names)
    batch = widgets.child(dock, QtWidgets.QSpinBox, "setting_batch")
    assert batch.width() > batch.fontMetrics().horizontalAdvance(batch.text()) + batch.height() / 2  # and its arrows


@pytest.mark.parametrize(("name", "value"), BY_HAND.items())
def test_a_setting_changed_is_in_the_next_recipe(dock: SettingsDock, run: NextRun, name: str, value: object) -> None:
    set_by_hand(dock, name, value)
    assert getattr(run.recipe, name) == value
    if name != "seed":
        assert run.recipe.based_on == "tutorial"
        assert run.recipe.title == "based on As in the tutorial"


def test_what_was_changed_is_said_in_words_and_taken_back_by_hand_or_at_once(dock: SettingsDock, run: NextRun) -> None:
    set_by_hand(dock, "learning_rate", 0.5)
    set_by_hand(dock, "early_stop", 200)
    assert "Learning rate 0.5 instead of 0.01" in widgets.said(dock)
    assert "Stop early 200 steps no better instead of never" in widgets.said(dock)
    set_by_hand(dock, "learning_rate", 0.01)
    set_by_hand(dock, "early_stop", 0)
    assert run.recipe == recipes.TUTORIAL
    run.set_recipe(recipes.PATIENCE)
    for name, value in BY_HAND.items():
        set_by_hand(dock, name, value)
    back = widgets.child(dock, QtWidgets.QPushButton, "back_to_recipe")
    back.click()
    assert run.recipe == recipes.PATIENCE
    assert not back.isEnabled()


def test_each_recipe_says_in_two_sentences_what_it_changes_and_why(dock: SettingsDock, run: NextRun) -> None:
    for recipe in LADDER.values():
        run.set_recipe(replace(recipe, steps=77, based_on=recipe.name))
        assert all(sentence in widgets.said(dock) for sentence in text_of(recipe))


def test_layers_can_be_typed_and_what_cannot_be_is_said(run: NextRun, dock: SettingsDock) -> None:
    line = there(widgets.child(dock, QtWidgets.QComboBox, "setting_layers").lineEdit())
    for text, layers in (
        ("dense 12, Dense 3", ("dense 12", "dense 3")),
        ("8 filters 3x3, 16 filters, 12 units", ("convolution 8 3x3 step 1", "convolution 16 5x5 step 2", "dense 12")),
        ("dense none", None),
        ("one layer", ()),
    ):
        line.setText(text)
        line.editingFinished.emit()
        assert layers is None or line.text() == (in_words(run.recipe.layers, is_short=True) or "one layer")
        assert layers is None or run.recipe.layers == layers
        assert ("there is no layer 'dense none'" in widgets.said(dock)) == (layers is None)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_control_shows_what_each_recipe_has_and_tells_changes_by_users_alone(qtbot: QtBot, setting: Setting) -> None:
    changes: list[str] = []
    control = Control(setting, lambda: changes.append(setting.name))
    qtbot.addWidget(control.widget)
    for recipe in (*LADDER.values(), TUTORIAL):
        control.show(getattr(recipe, setting.name))
        assert control.value() == getattr(recipe, setting.name)
    assert changes == []
    widget = control.widget
    if isinstance(widget, QtWidgets.QComboBox):
        widget.setCurrentIndex(1)
    elif isinstance(widget, QtWidgets.QCheckBox):
        widget.click()
    else:
        assert isinstance(widget, QtWidgets.QAbstractSpinBox)
        widget.stepUp()
    assert changes == [setting.name]
    assert control.value() != getattr(TUTORIAL, setting.name)


def test_every_setting_is_in_the_table_once_and_a_number_stays_within_the_limits_of_recipes(qtbot: QtBot) -> None:
    assert len(BY_NAME) == len(SETTINGS)
    assert set(BY_NAME) == set(Recipe.__slots__) - {"name", "title", "based_on"}
    for name in ("learning_rate", "steps", "batch", "early_stop"):
        control = Control(BY_NAME[name], lambda: None)
        qtbot.addWidget(control.widget)
        for end in LIMITS[name]:
            control.show(type(getattr(TUTORIAL, name))(end))
            assert control.value() == pytest.approx(end)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("decay", "cosine", "down to 0 (cosine)"), ("shuffle", True, "shuffled batches"),
        ("shuffle", False, "batches in order"), ("early_stop", 0, "never"),
        ("early_stop", 300, "300 steps no better"), ("batch", 1_000, "1,000 images"), ("learning_rate", 0.25, "0.25"),
        ("layers", (), "one layer"), ("layers", ("dense 12", "dense 3"), "12 units, 3 units"),
        ("layers", ("convolution 8 5x5 step 2", "dense 3"), "8 filters 5x5 step 2, 3 units"),
        ("dropout", 0.0, "none"), ("settling", 0.25, "0.25"),
    ],
)  # fmt: skip
def test_a_value_is_told_as_people_read_it(name: str, value: object, told: str) -> None:
    assert value_of(name, value) == told


def wheel_over(widget: QtWidgets.QWidget) -> None:
    middle, no = QPointF(widget.rect().center()), Qt.KeyboardModifier.NoModifier
    turn = (QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, no, Qt.ScrollPhase.NoScrollPhase, False)
    QtWidgets.QApplication.sendEvent(widget, QWheelEvent(middle, middle, *turn))


def test_a_wheel_that_passes_over_a_setting_does_not_change_it_unless_it_has_the_keyboard(qtbot: QtBot) -> None:
    form = QtWidgets.QWidget()
    box = QtWidgets.QSpinBox(form)
    qtbot.addWidget(form)
    box.installEventFilter(WheelGuard(form))
    wheel_over(box)
    assert box.value() == 0
    form.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    wheel_over(box)
    assert box.value() > 0
