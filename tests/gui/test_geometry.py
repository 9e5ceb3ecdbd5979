"""Nothing is cut off and nothing overlaps, at several sizes of window and font, in two languages."""

import itertools
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.panels.weights_panel import WeightsPanel
from gui.system import language
from tests import small
from tests.gui import widgets
from tests.gui.conftest import opened
from tests.there import there

SIZES = ((860, 510), (960, 530), (1000, 640), (1280, 800), (1920, 1080))
FITTING_LARGER = 2  # of these hold larger letters not: those need more lines
FONTS = (1.0, 1.25)  # times the system's
SLACK = 1  # pixels, of rounding


@pytest.fixture(params=[(tongue, times) for tongue in ("en", "de") for times in FONTS], ids=str)
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """Return a window that is whole, in a language and a size of font; its threads never start."""
    monkeypatch.setattr(MainWindow, "start_threads", lambda _self: None)
    tongue, times = request.param
    larger = qapp.font()
    larger.setPointSizeF(larger.pointSizeF() * times)
    qapp.setFont(larger)
    language.use(tongue)
    made = opened(qtbot, "--language", tongue)
    made.show()
    return made


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + SLACK
        if type(widget) is not QLabel:  # one that shortens its text by itself, and tells all of it in its tooltip
            return False
        return widget.sizeHint().width() > widget.width() + SLACK
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return widget.iconSize().width() > widget.width()
    if isinstance(widget, QToolButton) and not widget.property("compact"):  # Qt shortens it for want of its frame
        return widget.sizeHint().width() > widget.width() + SLACK
    text = QFontMetricsF(widget.font())
    return text.horizontalAdvance(shown_text(widget)) > widget.width() or text.height() > widget.height() + SLACK


def texts(root: QWidget) -> list[QWidget]:
    """Return everything below that shows a text and is in view, but what stands in an area that scrolls."""
    kinds = (QLabel, QAbstractButton, QComboBox)
    found = [each for kind in kinds for each in root.findChildren(kind) if each.isVisible()]
    return [each for each in found if getattr(each, "text", lambda: "x")() and not each.objectName().startswith("qt_")]


def shown_text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QToolButton) and widget.defaultAction() is not None:
        return widget.defaultAction().iconText()
    return str(getattr(widget, "text", str)())


def shown_tabs(window: MainWindow, sizes: Sequence[tuple[int, int]] = SIZES) -> Iterator[str]:
    """Show every tab at every size, one after the other; yield what is shown, in words."""
    for size in sizes:
        window.resize(*size)
        for index in range(window.tabs.count()):
            window.tabs.setCurrentIndex(index)
            QApplication.processEvents()
            yield f"{window.tabs.tabText(index)} at {size}"


def test_neither_the_last_bar_of_a_unit_nor_the_labels_of_ones_own_digits_are_cut(window: MainWindow) -> None:
    weights, own = window.tabs.panel(WeightsPanel), window.tabs.panel(MyDigitsPanel)
    window.hand.hand.teach(small.SEVEN, 7)
    window.hand.report_change()
    weights.buttons.button(1).click()
    rows, wall = weights.units.rows, own.wall
    for shown in shown_tabs(window, SIZES if window.fontMetrics().height() <= 16 else SIZES[FITTING_LARGER:]):
        if rows.isVisible():
            assert place_of(rows, window).bottom() <= place_of(weights, window).bottom(), shown
        if wall.isVisible():
            assert widgets.place_of(wall, 0).bottom() <= wall.viewport().height(), shown


def test_labels_of_a_plot_do_not_touch_and_stages_leave_room_for_every_bar(window: MainWindow) -> None:
    window.drawing.preview.stages_requested.emit(True)
    for size in SIZES if window.fontMetrics().height() <= 16 else SIZES[FITTING_LARGER:]:
        window.resize(*size)
        QApplication.processEvents()
        for view in (window.cost_plot.view, window.accuracy_plot.view):
            (low, high), height = view.view_box.viewRange()[1], view.view_box.height()
            ticks = view.value_axis.tickValues(low, high, height)[0][1]
            apart = (ticks[1] - ticks[0]) / (high - low) * height
            assert apart >= QFontMetricsF(look.small_font()).height(), size
        side = window.drawing
        shown = (there(side.canvas.parentWidget()), side.stages, side.verdict, side.bars, side.teach)
        places = [place_of(each, side) for each in shown]
        assert all(one.bottom() < two.top() for one, two in itertools.pairwise(places)), size


def test_no_text_is_cut_on_any_tab(window: MainWindow) -> None:
    sizes = SIZES if window.fontMetrics().height() <= 16 else SIZES[FITTING_LARGER:]
    shown = ((tab, each) for tab in shown_tabs(window, sizes) for each in texts(window))
    assert [f"{tab}: {shown_text(each)!r}" for tab, each in shown if is_cut(each)] == []


def test_nothing_overlaps_or_leaves_the_window(window: MainWindow) -> None:
    faults = []
    sizes = SIZES if window.fontMetrics().height() <= 16 else SIZES[FITTING_LARGER - 1 :]
    for tab in shown_tabs(window, sizes):
        assert not window.drawing.bars.geometry().intersects(window.drawing.teach.geometry())
        places = {each: place_of(each, window) for each in texts(window)}
        faults += [f"{tab}: {shown_text(each)}" for each, place in places.items() if not window.rect().contains(place)]
        faults += [
            f"{tab}: {shown_text(one)} over {shown_text(two)}"
            for (one, here), (two, there) in itertools.combinations(places.items(), 2)
            if here.intersects(there) and not one.isAncestorOf(two) and not two.isAncestorOf(one)
        ]
    assert faults == []
    sevens = tuple(small.SEVEN.strokes[0] * 0.6 + (right, 0.2) for right in (0, 0.45))
    window.drawing.canvas.set_drawing(Drawing(sevens))
    window.resize(*sizes[0])
    QApplication.processEvents()
    assert window.drawing.digits.isVisible()
    assert not window.drawing.bars.geometry().intersects(window.drawing.teach.geometry())


def test_the_bar_shows_every_pace_beside_the_lessons_and_what_can_be_pressed_is_framed(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.actions_by_name["lessons"].trigger()
    for _ in range(2):  # the dock takes its room, then the bar lays out what is left
        QApplication.processEvents()
    bar = window.toolbar
    assert bar.width() >= bar.minimumSizeHint().width()
    assert [shown_text(each) for each in texts(bar) if not bar.rect().contains(place_of(each, bar))] == []
    assert [shown_text(each) for each in texts(bar) if is_cut(each)] == []
    for name in ("stages", "continue_here"):
        picture = widgets.child(window, QToolButton, name).grab().toImage()
        edge, inside = (picture.pixelColor(picture.width() // 2, y) for y in (0, 2))
        assert edge != inside
