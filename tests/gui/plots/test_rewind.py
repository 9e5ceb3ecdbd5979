"""Back through a run: the slider, the run it shows, the story, and training on from there."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.plots.rewind import Rewind
from tests.gui import widgets
from tests.gui.plots.rewinds import slider


@pytest.fixture
def rewind(qtbot: QtBot) -> Rewind:
    """Return a slider over four kept steps."""
    made = widgets.hidden(qtbot, Rewind())
    made.set_steps([1, 4, 9, 16])
    return made


def test_the_right_end_is_the_newest_and_follows_the_run(rewind: Rewind) -> None:
    assert rewind.step() is None
    rewind.set_steps([1, 4, 9, 16, 25])
    assert rewind.step() is None
    assert slider(rewind).value() == 4


def test_a_step_gone_back_to_stays_while_the_run_goes_on(qtbot: QtBot, rewind: Rewind) -> None:
    with qtbot.waitSignal(rewind.step_requested) as wish:
        slider(rewind).setValue(1)
    assert wish.args == [4]
    rewind.set_steps([1, 4, 9, 16, 25, 36])
    assert rewind.step() == 4


def test_nothing_to_go_back_to_disables_the_slider(rewind: Rewind) -> None:
    rewind.set_steps(())
    assert not rewind.isEnabled()


def test_the_label_keeps_room_for_any_step_in_letters_of_any_size(
    rewind: Rewind, large_letters: Callable[[], None]
) -> None:
    rewind.show()
    large_letters()
    label = widgets.child(rewind, QLabel)
    assert label.minimumWidth() >= label.fontMetrics().horizontalAdvance("step 1,000,000")
