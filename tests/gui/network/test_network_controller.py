"""The Network tab follows the run: its recipe, its images, its rate, its weights, and only while it is looked at."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from core.model import architecture, shipped
from core.model.softmax import Weights
from core.recipes import code_example, recipe as recipes
from core.training.reports import Progress
from gui.jobs.training_thread import RequestedRun
from gui.look.parts import ElidedLabel
from gui.network.network_controller import NetworkController
from gui.state.shared import NextRun
from tests import small
from tests.gui import widgets
from tests.gui.reading.made import Joined

WEIGHTS = shipped.shipped_layer()
EVEN = replace(recipes.UPRIGHT, steps=40, batch=20, learning_rate=0.05, spread=True)


@dataclass
class Bench:
    joined: Joined
    next_run: NextRun

    def told(self) -> str:
        return self.joined.network.picture.accessibleDescription()

    def is_of(self, model: str) -> bool:
        labels = self.joined.network.findChildren(ElidedLabel)
        return any(label.text().startswith(f"{model}: Step 1") for label in labels)

    def look(self) -> None:
        self.joined.tabs.setCurrentWidget(self.joined.network)

    def report(self, step: int, rate: float) -> None:
        costs = np.ones(1, np.float32)
        self.joined.session.progressed.emit(Progress(1, step, 1_000, costs, (), WEIGHTS, rate))
        self.joined.reading.weights_shown.emit(WEIGHTS, step)


@pytest.fixture
def bench(joined: Joined) -> Bench:
    joined.data.use(small.dataset())
    joined.session.progressed.connect(joined.session.acknowledge_report)
    NetworkController(joined.shared, joined.tabs, joined.reading, joined.evaluation, joined.session)
    return Bench(joined, joined.shared.next_run)


def test_it_follows_the_weights_the_rate_and_the_recipe(qtbot: QtBot, bench: Bench) -> None:
    bench.look()
    bench.report(5, 0.25)
    widgets.rested(qtbot, bench.joined.tabs)  # whose own the timer is: it ends with them
    assert "learning rate 0.25" in bench.told()
    recipe = replace(recipes.BIGGER_STEPS, batch=50)
    widgets.begin(bench.joined.session, recipe)
    assert "learning rate 0.5" in bench.told()
    assert bench.joined.network.code.toPlainText() == code_example.script(recipe)
    assert widgets.child(bench.joined.network, QSpinBox).maximum() == 50


def test_before_a_run_its_first_step_is_followed_once_it_is_looked_at(bench: Bench) -> None:
    assert bench.told() == "no step yet"
    bench.next_run.set_recipe(recipes.ZEROS)
    bench.look()
    assert "learning rate 0.01" in bench.told()
    assert f"mean cost of the batch {math.log(10):.3f}" in bench.told()
    assert "image labelled 0" in bench.told()
    bench.joined.network.findChildren(QSpinBox)[0].setValue(8)
    assert "image labelled 7" in bench.told()


def test_an_opened_model_is_followed_and_named(qtbot: QtBot, bench: Bench) -> None:
    bench.next_run.set_recipe(recipes.ZEROS)
    bench.look()
    bench.joined.reader.set_app_weights(replace(WEIGHTS), "mine.pth")
    qtbot.waitUntil(lambda: f"mean cost of the batch {math.log(10):.3f}" not in bench.told())
    assert bench.is_of("mine.pth")
    told, raw = bench.told(), small.dataset().training
    bench.joined.session.training_ready.emit(replace(raw, images=255 - raw.images))  # as a run's stages made them
    assert bench.told() == told
    pooled = architecture.of(("convolution 4 5x5 step 2", "max pooling 2x2 step 2"))
    bench.joined.reader.set_app_weights(Weights(pooled, pooled.zeros()), "pooled.pth")
    qtbot.waitUntil(lambda: bench.is_of("pooled.pth"))
    assert not bench.joined.network.grab().isNull()


def test_with_tensorflow_the_graph_is_listed_and_the_cost_is_that_of_the_next_step(qtbot: QtBot, bench: Bench) -> None:
    session = bench.joined.session
    reports = widgets.heard(session.progressed)
    bench.look()
    with qtbot.waitSignal(session.graph_listed):
        session.load()
    assert bench.joined.network.tree.topLevelItemCount() > 20
    with qtbot.waitSignals([session.training_ready, session.progressed]):
        session.request(RequestedRun(EVEN, paused=True))
        session.step()
    bench.next_run.set_recipe(recipes.ZEROS)  # not of the run at work
    assert bench.joined.network.code.toPlainText() == code_example.script(EVEN)
    bench.joined.reading.weights_shown.emit(reports[-1].weights, reports[-1].step)
    qtbot.waitUntil(lambda: "learning rate 0.04992" in bench.told())
    told = bench.told()
    with qtbot.waitSignal(session.progressed):
        session.step()
    assert f"mean cost of the batch {reports[-1].costs[-1]:.3f}" in told


def test_a_decayed_run_shows_the_rate_of_its_last_step_and_of_any_step_gone_back_to(qtbot: QtBot, bench: Bench) -> None:
    bench.next_run.set_recipe(EVEN)
    bench.look()
    bench.joined.reading.weights_shown.emit(WEIGHTS, EVEN.steps)
    for step in (EVEN.steps, 20):
        bench.joined.reading.weights_shown.emit(WEIGHTS, step)
        wanted = float(EVEN.rates(min(step, EVEN.steps - 1), 1)[0])
        assert wanted > 0
        qtbot.waitUntil(lambda wanted=wanted: f"learning rate {wanted:.4g}" in bench.told())  # type: ignore[misc]
