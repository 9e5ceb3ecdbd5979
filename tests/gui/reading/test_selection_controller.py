"""A click in one tab selects in the others, and what is not looked at is not worked on."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.digits.dataset import scaled
from core.digits.drawing import Drawing
from core.model import shipped
from core.model.metrics import Scores
from core.model.softmax import Weights
from gui.jobs.evaluation import Selection
from gui.state.reader import BY_APP
from tests import small
from tests.gui.reading.made import Joined
from tests.there import there

WHOLE = small.dataset()


def read(qtbot: QtBot, joined: Joined) -> None:
    """Show the mistakes, and wait until the data set has been read."""
    with qtbot.waitSignal(joined.evaluation.scored):
        joined.data.use(WHOLE)
        joined.tabs.setCurrentWidget(joined.mistakes)


def scores(joined: Joined) -> Scores:
    return there(joined.evaluation.newest).scores


def test_a_mistake_gone_to_by_key_opens_is_marked_everywhere_and_cells_filter(qtbot: QtBot, joined: Joined) -> None:
    read(qtbot, joined)
    index, every = int(scores(joined).mistakes()[0]), len(joined.mistakes.wall.order)
    with qtbot.waitSignal(joined.selection.image_opened) as signal:
        QTest.keyClick(joined.mistakes.wall, Qt.Key.Key_Right)  # from none to the first
    image, label = signal.args or [None, None]
    assert np.array_equal(image, scaled(WHOLE.test.images[index]).reshape(28, 28))
    assert label == WHOLE.test.labels[index]
    assert joined.mistakes.wall.current() == joined.confusion.wall.current() == index
    assert len(joined.mistakes.wall.order) == every
    counts = scores(joined).confusion
    np.fill_diagonal(counts, 0)
    row, column = np.unravel_index(counts.argmax(), counts.shape)
    joined.confusion.picture.cell_chosen.emit(Selection(int(row), int(column)))
    assert len(joined.mistakes.wall.order) == counts.max() == len(joined.confusion.wall.order)
    joined.mistakes.pair_requested.emit(Selection())
    assert len(joined.mistakes.wall.order) == len(joined.confusion.wall.order) == every


def test_weights_that_are_not_looked_at_are_not_painted(joined: Joined, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Weights] = []
    monkeypatch.setattr(joined.weights, "set_weights", lambda made, _beside: given.append(made))
    joined.tabs.setCurrentWidget(joined.confusion)
    joined.show_run(7)
    assert given == []
    joined.tabs.setCurrentWidget(joined.weights)
    assert given == [joined.reader.weights]


def test_the_tabs_have_names_and_tips(joined: Joined) -> None:
    tabs = joined.tabs
    names = [tabs.tabText(number).lower().replace(" ", "_") for number in range(tabs.count())]
    pages = [tabs.widget(number) for number in range(tabs.count())]
    assert [there(page).objectName() for page in pages] == names
    assert all(tabs.tabToolTip(number).endswith(".") for number in range(tabs.count()))


def test_why_explains_what_is_read_once_it_is_looked_at(qtbot: QtBot, joined: Joined) -> None:
    reader = joined.reader
    reader.set_drawing(small.SEVEN)
    assert joined.why.picture.rows() == ()
    joined.tabs.setCurrentWidget(joined.why)
    assert joined.why.sentence.text() == "7 has the largest logit, so it reads 7."
    reader.set_drawing(Drawing())
    qtbot.waitUntil(lambda: joined.why.picture.rows() == ())


def test_a_misread_image_is_explained_against_its_label(qtbot: QtBot, joined: Joined) -> None:
    read(qtbot, joined)
    index = int(scores(joined).mistakes()[0])
    joined.tabs.setCurrentWidget(joined.why)
    joined.mistakes.wall.chosen.emit(index)
    label, verdict = scores(joined).labels[index], scores(joined).verdicts[index]
    sentence = joined.why.sentence
    qtbot.waitUntil(lambda: sentence.text().startswith(f"{verdict} is "))
    assert sentence.text().endswith(f"as probable as {label}.")
    joined.reader.set_drawing(small.SEVEN)
    qtbot.waitUntil(lambda: sentence.text() == "7 has the largest logit, so it reads 7.")
    assert joined.mistakes.wall.current() == joined.confusion.wall.current() == -1


def test_weights_are_called_by_their_file_and_by_the_digits_they_learned_from(qtbot: QtBot, joined: Joined) -> None:
    read(qtbot, joined)
    assert there(joined.evaluation.newest).by == "the app's weights"
    with qtbot.waitSignal(joined.evaluation.scored) as scored:
        joined.data.use(replace(WHOLE, class_names=tuple("abcdefghij")))
    assert scored.args[0].by == "the app's weights, which learned from digits"
    joined.reader.set_app_weights(shipped.shipped_layer(), "mine.npz")
    joined.data.use(WHOLE)
    joined.reader.read_by(BY_APP)
    qtbot.waitUntil(lambda: there(joined.evaluation.newest).by == "mine.npz")
    joined.show_run(5, None, "MNIST")
    told = "this run, step 5, which learned from MNIST"
    qtbot.waitUntil(lambda: joined.evaluation.newest is not None and joined.evaluation.newest.by == told)


def test_a_mistake_of_a_run_opens_an_image_of_its_own_data_set(qtbot: QtBot, joined: Joined) -> None:
    other = replace(WHOLE, title="other", test=small.labelled(30, 9))
    joined.show_run(5, WHOLE)
    with qtbot.waitSignal(joined.evaluation.scored):
        joined.data.use(other)
        joined.tabs.setCurrentWidget(joined.mistakes)
    with qtbot.waitSignal(joined.selection.image_opened) as opened:
        joined.evaluation.select_image(150)
    assert np.array_equal(opened.args[0].ravel(), scaled(WHOLE.test.images[150]))
