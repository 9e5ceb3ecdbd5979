"""A click in one tab selects in the others, and what is not looked at is not worked on."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.digits.dataset import scaled
from core.digits.drawing import Drawing
from core.model import shipped
from core.model.metrics import Scores
from gui.frame.lower_tabs import LowerTabs
from gui.jobs.evaluation import Evaluation
from gui.look import theme as look
from gui.state.data_in_use import DataInUse
from gui.state.reader import Reader
from tests import small

WHOLE = small.dataset()


@pytest.fixture
def tabs(qtbot: QtBot) -> Iterator[LowerTabs]:
    evaluation = Evaluation(DataInUse())
    reader = Reader(shipped.shipped_weights())
    made = LowerTabs(reader, evaluation)
    reader.setParent(made)
    reader.read.connect(made.set_reading)
    made.image_opened.connect(lambda image, _label: reader.set_image(image))
    qtbot.addWidget(made)
    made.resize(800, 240)
    made.show()
    yield made
    assert evaluation.close()


def reader_of(tabs: LowerTabs) -> Reader:
    found = tabs.findChild(Reader)
    assert isinstance(found, Reader)
    return found


def read(qtbot: QtBot, tabs: LowerTabs) -> None:
    """Show the mistakes, and wait until the data set has been read."""
    with qtbot.waitSignal(tabs.evaluation.scored):
        tabs.evaluation.data.use(WHOLE)
        tabs.setCurrentWidget(tabs.mistakes)


def scores(tabs: LowerTabs) -> Scores:
    assert tabs.evaluation.newest is not None
    return tabs.evaluation.newest.scores


def test_mistakes_and_confusion_show_the_same_reading(qtbot: QtBot, tabs: LowerTabs) -> None:
    read(qtbot, tabs)
    assert tabs.mistakes.wall.count() == tabs.confusion.wall.count() > 0


def test_a_cell_of_the_confusion_filters_the_mistakes(qtbot: QtBot, tabs: LowerTabs) -> None:
    read(qtbot, tabs)
    every = tabs.mistakes.wall.count()
    counts = scores(tabs).confusion
    np.fill_diagonal(counts, 0)
    label, verdict = np.unravel_index(counts.argmax(), counts.shape)
    tabs.confusion.picture.cell_chosen.emit(int(label), int(verdict))
    assert tabs.mistakes.wall.count() == counts.max() == tabs.confusion.wall.count()
    tabs.mistakes.pair_requested.emit(-1, -1)
    assert tabs.mistakes.wall.count() == tabs.confusion.wall.count() == every


def test_a_mistake_opens_as_it_was_found_and_is_marked_everywhere(qtbot: QtBot, tabs: LowerTabs) -> None:
    read(qtbot, tabs)
    index = int(scores(tabs).mistakes()[0])
    before = tabs.mistakes.wall.count()
    with qtbot.waitSignal(tabs.image_opened) as signal:
        tabs.mistakes.wall.chosen.emit(index)
    image, label = signal.args or [None, None]
    assert np.array_equal(image, scaled(WHOLE.test.images[index]).reshape(28, 28))
    assert label == WHOLE.test.labels[index]
    assert tabs.mistakes.wall.current() == tabs.confusion.wall.current() == index
    assert tabs.mistakes.wall.count() == before


def test_weights_that_are_not_looked_at_are_not_painted(tabs: LowerTabs) -> None:
    tabs.setCurrentWidget(tabs.confusion)
    tabs.weights.set_weights(None)
    tabs.set_weights(shipped.shipped_weights(), 7)
    assert tabs.weights.scale_limit == 0
    tabs.setCurrentWidget(tabs.weights)
    assert tabs.weights.scale_limit > 0


def test_the_tabs_have_names_tips_and_both_themes(tabs: LowerTabs) -> None:
    assert tabs.objectName() == "tabs"
    assert all(tabs.widget(number).objectName() == tabs.tabText(number).lower() for number in range(tabs.count()))
    assert all(tabs.tabToolTip(number).endswith(".") for number in range(tabs.count()))
    light = tabs.grab().toImage()
    tabs.set_theme(look.DARK)
    assert tabs.grab().toImage() != light


def test_an_image_of_the_data_set_opens_and_is_explained_by_its_verdict(qtbot: QtBot, tabs: LowerTabs) -> None:
    tabs.evaluation.data.use(WHOLE)
    tabs.data.show_part("test")
    with qtbot.waitSignal(tabs.image_opened) as signal:
        tabs.data.wall.chosen.emit(5)
    image, label = signal.args or [None, None]
    assert np.array_equal(image, scaled(WHOLE.test.images[5]).reshape(28, 28))
    assert label == WHOLE.test.labels[5]


def test_why_explains_what_is_read_once_it_is_looked_at(tabs: LowerTabs) -> None:
    reader = reader_of(tabs)
    reader.set_drawing(small.SEVEN)
    assert tabs.why.picture.rows() == ()
    tabs.setCurrentWidget(tabs.why)
    assert tabs.why.sentence() == "7 has the largest logit, so it reads 7."
    reader.set_drawing(Drawing())
    assert tabs.why.picture.rows() == ()


def test_a_misread_image_is_explained_against_its_label(qtbot: QtBot, tabs: LowerTabs) -> None:
    read(qtbot, tabs)
    index = int(scores(tabs).mistakes()[0])
    tabs.setCurrentWidget(tabs.why)
    tabs.mistakes.wall.chosen.emit(index)
    label, verdict = scores(tabs).labels[index], scores(tabs).verdicts[index]
    assert tabs.why.sentence().startswith(f"{verdict} is ")
    assert tabs.why.sentence().endswith(f"as probable as {label}.")
    reader_of(tabs).set_drawing(small.SEVEN)
    assert tabs.why.sentence() == "7 has the largest logit, so it reads 7."
    assert tabs.mistakes.wall.current() == tabs.confusion.wall.current() == -1


def test_weights_opened_from_a_file_are_called_by_their_name(qtbot: QtBot, tabs: LowerTabs) -> None:
    reader_of(tabs).set_app_weights(shipped.shipped_weights(), "mine.npz")
    with qtbot.waitSignal(tabs.evaluation.scored) as signal:
        tabs.evaluation.data.use(WHOLE)
        tabs.set_weights(reader_of(tabs).weights, None)
        tabs.setCurrentWidget(tabs.mistakes)
    assert signal.args is not None
    assert signal.args[0].by == "mine.npz"


def test_a_mistake_of_a_run_opens_an_image_of_its_own_data_set(qtbot: QtBot, tabs: LowerTabs) -> None:
    other = replace(WHOLE, title="other", test=small.labelled(30, 9))
    weights = reader_of(tabs).weights
    tabs.set_weights(weights, 5, WHOLE)
    with qtbot.waitSignal(tabs.evaluation.scored):
        tabs.evaluation.data.use(other)
        tabs.setCurrentWidget(tabs.mistakes)
    with qtbot.waitSignal(tabs.image_opened) as opened:
        tabs.evaluation.select_image(150)
    assert np.array_equal(opened.args[0].ravel(), scaled(WHOLE.test.images[150]))


def test_weights_that_learned_from_what_is_not_at_hand_say_so(qtbot: QtBot, tabs: LowerTabs) -> None:
    tabs.evaluation.data.use(WHOLE)
    with qtbot.waitSignal(tabs.evaluation.scored) as scored:
        tabs.set_weights(reader_of(tabs).weights, 5, None, "MNIST")
        tabs.setCurrentWidget(tabs.confusion)
    assert scored.args[0].by == "this run, step 5, which learned from MNIST"


def test_the_apps_weights_say_that_they_learned_from_digits_where_they_read_others(
    qtbot: QtBot, tabs: LowerTabs
) -> None:
    read(qtbot, tabs)
    assert tabs.evaluation.newest is not None
    assert tabs.evaluation.newest.by == "the app's weights"
    with qtbot.waitSignal(tabs.evaluation.scored) as scored:
        tabs.evaluation.data.use(replace(WHOLE, class_names=tuple("abcdefghij")))
    assert scored.args[0].by == "the app's weights, which learned from digits"
