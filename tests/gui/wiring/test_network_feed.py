"""The Network tab follows the run: its recipe, its images, its rate, and the graph that TensorFlow built for it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.model import shipped
from core.recipes import code_example
from core.recipes import recipe as recipes
from core.training.trainer import Progress
from gui.canvas.reader import Reader
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation
from gui.jobs.training_session import TrainingSession
from gui.state.data_in_use import DataInUse
from gui.wiring.network_feed import NetworkFeed
from gui.wiring.network_wiring import NetworkWiring
from tests import small
from tests.gui.conftest import WAIT_MS

WHOLE = small.dataset()
EVEN = replace(recipes.UPRIGHT, steps=40, batch=20, learning_rate=0.05, spread=True)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[TrainingSession]:
    made = TrainingSession(DataInUse())
    made.progressed.connect(made.painted)
    made.requirements.data.use(WHOLE)
    yield made
    assert made.close(60_000)  # the warming up of TensorFlow cannot be interrupted


@pytest.fixture
def tabs(qtbot: QtBot, session: TrainingSession) -> LowerTabs:
    made = LowerTabs(Reader(shipped.shipped_weights()), Evaluation(DataInUse()))
    qtbot.addWidget(made)
    made.evaluation.data.use(WHOLE)
    made.setCurrentWidget(made.network)
    NetworkFeed(NetworkWiring(made.network, made), made, session, made)
    return made


def test_the_graph_is_listed_once_tensorflow_is_there(qtbot: QtBot, session: TrainingSession, tabs: LowerTabs) -> None:
    with qtbot.waitSignal(session.graph_listed, timeout=WAIT_MS):
        session.load()
    assert tabs.network.tree.topLevelItemCount() > 20


def test_the_cost_that_is_followed_is_the_cost_of_the_next_step(
    qtbot: QtBot, session: TrainingSession, tabs: LowerTabs
) -> None:
    reports: list[Progress] = []
    session.progressed.connect(reports.append)
    with qtbot.waitSignal(session.tensorflow_ready, timeout=WAIT_MS):
        session.load()
    with qtbot.waitSignals([session.training_ready, session.progressed], timeout=WAIT_MS):
        session.start(EVEN, paused=True)
        session.step()
    tabs.set_weights(reports[-1].weights, reports[-1].step)
    qtbot.waitUntil(lambda: "learning rate 0.04992" in tabs.network.picture.accessibleDescription())
    told = tabs.network.picture.accessibleDescription()
    with qtbot.waitSignal(session.progressed, timeout=WAIT_MS):
        session.step()
    assert f"mean cost of the batch {reports[-1].costs[-1]:.3f}" in told


def test_the_recipe_chosen_is_shown_as_code_unless_a_run_is_at_work(
    qtbot: QtBot, session: TrainingSession, tabs: LowerTabs
) -> None:
    feed = tabs.findChild(NetworkFeed)
    assert isinstance(feed, NetworkFeed)
    feed.set_recipe(recipes.ZEROS)
    assert tabs.network.code.toPlainText() == code_example.script(recipes.ZEROS)
    with qtbot.waitSignal(session.tensorflow_ready, timeout=WAIT_MS):
        session.load()
    with qtbot.waitSignal(session.started, timeout=WAIT_MS):
        session.start(EVEN, paused=True)
    feed.set_recipe(recipes.ZEROS)
    assert tabs.network.code.toPlainText() == code_example.script(EVEN)
