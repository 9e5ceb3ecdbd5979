"""What the bar shows of the run at hand, and what it does to it, in the real window with the real TensorFlow."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.recipes.recipe import BIGGER_STEPS, PATIENCE, PENS, TUTORIAL, UPRIGHT, ZEROS, text_of
from core.runs import RunStore
from core.runs.hand_shares import HandShares
from gui.jobs.run_state import RunState
from gui.look.figures import percent
from gui.main_window import MainWindow
from gui.runs.runs_panel import RunsPanel
from gui.state.reader import BY_APP
from tests import small
from tests.gui import widgets
from tests.gui.conftest import do, finished, opened, under_way
from tests.there import there


def test_a_rate_set_while_tensorflow_loads_is_the_rate_of_the_run(qtbot: QtBot, data_folder: Path) -> None:
    window = opened(qtbot, "--data", str(data_folder))
    window.show()
    reports = widgets.heard(window.session.progressed)
    do(window, "train")
    assert window.session.state is RunState.LOADING
    window.toolbar.learning_rate.setValue(0.5)
    qtbot.waitUntil(lambda: bool(reports))
    assert reports[0].learning_rate == pytest.approx(0.5)
    assert window.toolbar.recipe.currentText() == "based on As in the tutorial"


def test_a_recipe_says_what_it_is_about_and_leaves_the_rate_of_a_run_at_work(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.toolbar
    bar.recipe.setCurrentIndex(bar.recipe.findData("upright"))
    assert bar.bubble.isVisible()
    assert bar.bubble.text() == bar.recipe.accessibleDescription() == " ".join(text_of(UPRIGHT))
    bar.recipe.setCurrentIndex(bar.recipe.findData("tutorial"))
    under_way(qtbot, window)
    bar.recipe.setCurrentIndex(bar.recipe.findData("bigger-steps"))
    assert window.next_run.recipe == BIGGER_STEPS
    assert bar.learning_rate.value() == pytest.approx(TUTORIAL.learning_rate)
    assert "This run: As in the tutorial" in widgets.texts(window.status)
    window.next_run.set_recipe(replace(TUTORIAL, seed=3))
    assert "This run: Seed 0 instead of 3" in widgets.texts(window.status)
    window.next_run.set_recipe(TUTORIAL)
    assert "This run" not in "".join(widgets.texts(window.status))
    window.next_run.set_recipe(BIGGER_STEPS)
    do(window, "reset")
    assert "This run" not in "".join(widgets.texts(window.status))
    assert bar.learning_rate.value() == pytest.approx(BIGGER_STEPS.learning_rate)
    assert (window.status.note(), window.status.offer.text()) == ("The run is set aside.", "Undo reset")
    window.status.offer.click()
    assert window.status.note() == ""
    assert bar.learning_rate.value() == pytest.approx(TUTORIAL.learning_rate)


def test_a_run_that_goes_on_shows_the_rate_it_goes_on_with_decayed_or_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.next_run.set_recipe(replace(PATIENCE, steps=30, based_on="patience"))
    finished(qtbot, window)
    rate = window.toolbar.learning_rate
    assert rate.value() == pytest.approx(0.5)
    finished(qtbot, window, "more")
    assert rate.value() == pytest.approx(0.05)
    assert len(there(window.shown.run).history) == 1_030
    do(window, "reset")
    window.next_run.set_recipe(replace(ZEROS, steps=30, based_on="zeros"))
    finished(qtbot, window)
    reports = widgets.heard(window.session.progressed)
    rate.setValue(0.25)
    assert window.next_run.recipe.learning_rate == 0.25
    finished(qtbot, window, "more")
    assert [report.learning_rate for report in reports] == pytest.approx([0.25] * len(reports))
    assert rate.value() == pytest.approx(0.25)


def test_a_run_stopped_early_says_whose_weights_it_kept_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    window.next_run.set_recipe(replace(ZEROS, learning_rate=0.5, steps=9_000, early_stop=50, based_on="zeros"))
    finished(qtbot, window)
    run = there(window.shown.run)
    best, stopped = there(run.best), len(run.history)
    assert stopped < 9_000
    assert f"Stopped early at step {stopped:,}" in window.status.note()
    assert f"step {best.step:,} ({percent(best.validation_accuracy, 0)}" in window.shown.description()
    do(window, "more")
    assert window.status.note() == ""
    qtbot.waitUntil(lambda: window.session.state is RunState.FINISHED)
    assert run.total == stopped + 1_000
    assert stopped + 50 <= len(run.history) <= run.total


def test_the_end_of_a_run_is_told_with_how_well_it_reads_the_hand(qtbot: QtBot, window: MainWindow) -> None:
    for label in (7, 1):
        window.hands.hand.teach(small.SEVEN, label)
    window.hands.use(window.hands.hand.name)
    with qtbot.waitSignal(window.session.finished) as ended:
        finished(qtbot, window)
    digits = window.hands.hand.digits
    share = percent(there(HandShares(RunStore()).of_weights(ended.args[0].weights, digits)))
    said = f"of 200 test images, and {share} of your own digits (2)."
    qtbot.waitUntil(lambda: window.status.note().endswith(said))
    run = there(window.shown.run)
    do(window, "reset")
    window.training.add_hand_score(ended.args[0], 0.5, 2)  # of a run that was reset meanwhile
    assert window.status.note() == "The run is set aside."
    window.stored_runs.show(run)  # in its place: it cannot be brought back any more
    assert (window.status.note(), window.status.offer.isHidden()) == ("", True)


def test_a_run_that_is_given_up_before_it_began_leaves_the_one_before_in_view(qtbot: QtBot, window: MainWindow) -> None:
    window.session.requirements.added_digits_requested.disconnect()
    finished(qtbot, window)
    shown = window.shown.run
    window.next_run.set_recipe(PENS)
    do(window, "train")
    assert window.status.note() == "Training starts as soon as the digits that the recipe adds are drawn."
    states = widgets.heard(window.session.state_changed)
    do(window, "reset")
    assert states == [RunState.IDLE]
    assert window.shown.run is shown
    do(window, "reset")
    assert window.shown.run is None
    assert not window.actions_by_name["reset"].isEnabled()


def test_a_kept_run_that_was_opened_goes_on_from_its_end_and_can_be_put_away(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    do(window, "reset")
    assert not window.actions_by_name["reset"].isEnabled()
    more = window.actions_by_name["more"]
    assert "Add 1,000 steps" in more.toolTip()
    window.tabs.panel(RunsPanel).open_requested.emit(window.recorder.run_id)
    qtbot.waitUntil(window.actions_by_name["reset"].isEnabled)
    ended_with = there(window.shown.weights)
    window.next_run.set_recipe(BIGGER_STEPS)
    assert "a stored run stays as it ended" in more.toolTip()
    with qtbot.waitSignal(window.session.started) as started:
        finished(qtbot, window, "more")
    begun = started.args[0].requested
    assert (begun.recipe, begun.initial) == (TUTORIAL, ended_with)
    assert there(begun.origin).run_id != window.recorder.run_id
    do(window, "reset")
    assert "Add 1,000 steps" in more.toolTip()
    assert window.reader.by == BY_APP


def test_a_run_that_is_repeated_shows_its_own_rate_and_what_it_waits_for(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    window.next_run.set_recipe(BIGGER_STEPS)
    notes: list[str] = []
    window.session.waits.connect(lambda _need: notes.append(window.status.note()))
    window.session.requirements.has_tensorflow = False  # as while it is loaded
    window.tabs.panel(RunsPanel).repeat_requested.emit(window.recorder.run_id)
    qtbot.waitUntil(lambda: bool(notes))
    assert notes == ["Training starts as soon as TensorFlow is ready."]
    with qtbot.waitSignal(window.session.training_ready):
        window.session.requirements.set_tensorflow_ready()
    assert window.toolbar.learning_rate.value() == pytest.approx(TUTORIAL.learning_rate)
