"""What a window remembers is there in the next one; what is damaged keeps none shut."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.digits.dataset import scaled
from core.files import folders
from core.recipes import recipe as recipes
from gui.frame.preferences import FILE
from gui.look import dress, theme as look
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.data_panel import DataPanel
from tests import small
from tests.core.runs.made import keep_made_run
from tests.gui import widgets
from tests.gui.conftest import opened
from tests.there import there


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    dress.apply(look.LIGHT)


def test_the_last_run_drawing_image_and_tab_are_there_again(qtbot: QtBot) -> None:
    first = opened(qtbot)
    run_id = keep_made_run(first.recorder.store)
    first.stored_runs.reopen(run_id)
    qtbot.waitUntil(lambda: first.shown.run is not None)
    first.drawing.canvas.set_drawing(small.SEVEN)
    first.tabs.setCurrentWidget(first.tabs.panel(ConfusionPanel))
    first.close()
    second = opened(qtbot)
    qtbot.waitUntil(lambda: second.shown.run is not None)
    assert there(second.shown.run).run_id == run_id
    assert np.allclose(second.drawing.canvas.drawing().points, small.SEVEN.points, atol=1e-3)
    assert second.tabs.currentWidget() is second.tabs.panel(ConfusionPanel)
    second.recorder.store.delete([run_id])
    dataset = small.dataset()
    second.data.use(dataset)
    second.tabs.panel(DataPanel).image_chosen.emit("test", 3)
    second.close()
    third = opened(qtbot)
    assert np.array_equal(there(third.reader.given).ravel(), scaled(dataset.test.images[3]))
    assert third.reader.own.is_empty  # it cannot be taught, as the user's own pictures can
    assert third.drawing.label == dataset.test.labels[3]
    assert third.shown.run is None
    assert third.status.note() == ""
    third.close()


def test_a_window_brings_back_what_the_last_one_had_but_with_reset_settings(qtbot: QtBot) -> None:
    first = opened(qtbot)
    first.resize(860, 640)  # fits the screen of the tests, or comes back smaller
    first.next_run.set_recipe(recipes.changed(recipes.ZEROS, steps=42))
    first.next_run.set_pace(math.inf)
    first.actions_by_name["guide"].trigger()
    first.actions_by_name["theme_dark"].trigger()
    first.hands.use("Ada")
    first.recent.add(Path("somewhere"))
    first.close()
    second = opened(qtbot)
    assert (second.width(), second.height()) == (860, 640)
    assert (second.next_run.recipe.steps, second.next_run.recipe.based_on) == (42, "zeros")
    assert second.next_run.pace == second.session.pace == math.inf
    assert second.actions_by_name["guide"].isChecked()
    assert second.actions_by_name["theme_dark"].isChecked()
    assert look.current() is look.DARK
    assert (second.hands.hand.name, second.recent.folders) == ("Ada", (Path("somewhere"),))
    second.settings.setVisible(True)
    second.close()
    third = opened(qtbot)
    assert third.settings.isVisibleTo(third)
    third.close()
    fourth = opened(qtbot, "--reset-settings")
    assert fourth.next_run.recipe == recipes.TUTORIAL
    fourth.close()


@pytest.mark.parametrize("damage", [b"\x00\xff\x00" * 99, b"[General]\npace=nan\nrecipe=[]\ntheme=pink\nhand=../x\n"])
def test_a_damaged_file_opens_the_window_all_the_same(qtbot: QtBot, damage: bytes) -> None:
    folders.of("settings").mkdir(parents=True)
    (folders.of("settings") / FILE).write_bytes(damage)
    window = opened(qtbot)
    assert (window.next_run.recipe, window.hands.hand.name) == (recipes.TUTORIAL, "me")
    assert window.theme.name == "system"
    assert not math.isnan(window.session.pace)
    window.close()


def test_remembered_colours_leave_every_title_its_font(qtbot: QtBot, qapp: QApplication) -> None:
    first = opened(qtbot)
    first.actions_by_name["theme_dark"].trigger()
    first.close()
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    dress.apply(look.LIGHT)  # as a process begins
    second = opened(qtbot)
    second.show()
    assert widgets.child(second, QLabel, "drawing_title").font().weight() == look.title_font().weight()
    second.close()
