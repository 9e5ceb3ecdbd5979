"""The toolbar and the pace that is set in it."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.recipes import recipe as recipes
from gui.frame.toolbar import PaceSlider, TrainingBar, pace_text
from gui.look import dress, theme as look
from gui.state.shared import PACES, NextRun
from tests.gui import widgets
from tests.there import there

NAMES = ("train", "pause", "step", "reset", "more")


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> TrainingBar:
    dress.apply(look.LIGHT)
    made = bar_with(qtbot, QIcon(QPixmap(16, 16)))
    made.show()
    return made


def bar_with(qtbot: QtBot, icon: QIcon) -> TrainingBar:
    actions = {name: QAction(icon, f"the button {name}") for name in NAMES}
    settings = QAction(icon, "settings")
    made = TrainingBar(tuple(recipes.LADDER.values()), actions, PaceSlider(NextRun()), settings)
    for action in (*actions.values(), settings):
        action.setParent(made)
    made.setMinimumSize(10, 10)
    return widgets.hidden(qtbot, made)


def test_a_narrow_bar_names_only_what_matters_most_and_cuts_nothing(bar: TrainingBar, qapp: QApplication) -> None:
    buttons = [widgets.child(bar, QToolButton, name) for name in NAMES]
    bar.resize(bar.minimumSizeHint().width(), 40)
    assert buttons[0].toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert {button.toolButtonStyle() for button in buttons[1:]} == {Qt.ToolButtonStyle.ToolButtonIconOnly}
    qapp.processEvents()
    children = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(children) > 8
    for child in (each for each in children if each.isVisible()):
        assert bar.rect().contains(child.geometry()), child.objectName()
        assert child.width() >= min(child.minimumSizeHint().width(), child.maximumWidth()), child.objectName()
    bar.resize(1_600, 40)
    assert buttons[1].toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    wide = bar.minimumSizeHint().width()
    bar.resize(wide, 40)
    assert bar.minimumSizeHint().width() == wide


def test_icons_that_come_late_are_reckoned_with(qtbot: QtBot) -> None:
    bar = bar_with(qtbot, QIcon())
    for action in bar.findChildren(QAction):
        action.setIcon(QIcon(QPixmap(16, 16)))
    bar.show()
    bar.resize(1_600, 40)
    assert bar.minimumSizeHint().width() < there(bar.layout()).minimumSize().width() - 100


@pytest.mark.parametrize(
    ("pressed", "disabled", "successor"),
    [("more", (), "pause"), ("pause", (), "more"), ("reset", ("pause", "more"), "train")],
)
def test_a_button_that_is_disabled_hands_the_keyboard_on(
    qtbot: QtBot, bar: TrainingBar, pressed: str, disabled: tuple[str, ...], successor: str
) -> None:
    with qtbot.waitActive(bar):
        bar.activateWindow()
    buttons = {name: bar.findChildren(QToolButton, name)[0] for name in NAMES}
    buttons[pressed].setFocus()
    for name in (*disabled, pressed):
        buttons[name].defaultAction().setEnabled(False)
    assert QApplication.focusWidget() is buttons[successor]


@pytest.fixture
def run() -> NextRun:
    return NextRun()


@pytest.fixture
def pace(qtbot: QtBot, run: NextRun) -> PaceSlider:
    return widgets.shown(qtbot, PaceSlider(run))


def slider(pace: PaceSlider) -> QSlider:
    return widgets.child(pace, QSlider, "pace")


def test_each_position_sets_its_pace_and_the_maximum_no_limit(pace: PaceSlider, run: NextRun) -> None:
    asked = widgets.heard(run.pace_changed)
    slider(pace).setValue(0)
    for _ in PACES[1:]:
        slider(pace).setValue(slider(pace).value() + 1)
    assert asked == [1, 3, 10, 30, 100, 300, 1000, math.inf]
    assert slider(pace).value() == slider(pace).maximum()


def test_the_nearest_pace_is_used_and_shown_in_words_of_the_same_width(pace: PaceSlider, run: NextRun) -> None:
    width = pace.sizeHint().width()
    near = {100: 100, 60: 100, 0.1: 1, 900: 1000, 5000: math.inf, math.inf: math.inf}
    for told, shown in (near | dict(zip(PACES, PACES, strict=True))).items():
        run.set_pace(told)
        assert run.pace == PACES[slider(pace).value()] == shown
        assert pace_text(shown) in widgets.texts(pace)
        assert pace.sizeHint().width() == width
    said = [pace_text(each) for each in (1.0, 100.0, 1000.0, math.inf)]
    assert said == ["1 step/s", "100 steps/s", "1,000 steps/s", "as fast as it can"]
