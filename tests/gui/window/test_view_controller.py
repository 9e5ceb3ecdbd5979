"""The View menu: panels alone on the screen, colours, languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.actions import Actions
from gui.frame.menus import SCHEMES, ThemeChoice, theme_for
from gui.frame.preferences import LANGUAGE, Preferences
from gui.frame.status_line import StatusLine
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.window import view_controller
from gui.window.view_controller import ViewController, scale_for_a_class
from tests.gui import widgets
from tests.gui.conftest import opened, under_way


def visible(window: MainWindow) -> list[bool]:
    parts = (window.cost_plot, window.accuracy_plot, window.drawing, window.lower_panel, window.menuBar())
    return [part.isVisible() for part in parts]


def test_the_plots_fill_the_screen_in_large_letters_until_escape_is_pressed(window: MainWindow) -> None:
    usual = QApplication.font().pointSizeF()
    window.drawing.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert visible(window) == [True, True, True, False, False]
    assert window.status.isVisible()  # so that what is prepared can be cancelled
    assert window.status.note() == "Esc leaves the stage."
    stage = widgets.child(window, QWidget, "stage")
    assert stage.isAncestorOf(window.drawing.canvas)
    assert stage.isAncestorOf(window.cost_plot)
    assert window.isFullScreen()
    assert window.toolbar.isVisible()
    assert QApplication.font().pointSizeF() == pytest.approx(scale_for_a_class(window.screen().size()) * usual)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert visible(window) == [True] * 5
    assert (window.isFullScreen(), window.status.note()) == (False, "")
    assert QApplication.font().pointSizeF() == pytest.approx(usual)
    assert not window.actions_by_name["plots_alone"].isChecked()
    assert window.focusWidget() is window.drawing.canvas
    QApplication.processEvents()
    before = window.lower_panel.height()
    QTest.keyClick(window, Qt.Key.Key_F9)  # the tabs alone
    assert visible(window) == [False, False, True, True, True]
    QTest.keyClick(window, Qt.Key.Key_F9)
    QApplication.processEvents()
    assert (visible(window), window.lower_panel.height()) == ([True] * 5, before)


def test_a_dock_that_floated_on_the_stage_has_its_place_in_the_window_again(qtbot: QtBot, window: MainWindow) -> None:
    dock, action = widgets.child(window, QDockWidget, "settings"), window.actions_by_name["settings"]
    window.actions_by_name["plots_alone"].trigger()
    window.drawing.setMinimumWidth(window.width())  # as the letters for a class take it
    action.trigger()
    assert dock.isFloating()
    window.drawing.setMinimumWidth(0)
    window.actions_by_name["plots_alone"].trigger()
    qtbot.waitUntil(lambda: dock.isVisible() and not dock.isFloating())
    assert action.isChecked()
    for name in ("plots_alone", "settings", "plots_alone"):  # it was open before, and on the stage
        window.actions_by_name[name].trigger()
    qtbot.waitUntil(window.updatesEnabled)
    assert (dock.isVisible(), action.isChecked()) == (True, True)


class PaintWatch(QObject):
    """Notes, whenever a widget is painted, the size of its letters and what is in view."""

    def __init__(self, watched: QWidget, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.noted = window, list[tuple[float, list[bool]]]()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.noted.append((watched.font().pointSizeF(), visible(self.window)))
        return False


def test_the_stage_comes_and_goes_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    title = window.cost_plot.findChildren(QLabel)[0]
    usual, large = title.font().pointSizeF(), title.font().pointSizeF() * scale_for_a_class(window.screen().size())
    watch = PaintWatch(title, window)
    for size, shown in ((large, [True, True, True, False, False]), (usual, [True] * 5)):
        watch.noted.clear()
        window.actions_by_name["plots_alone"].trigger()
        QApplication.processEvents()
        qtbot.waitUntil(lambda: window.updatesEnabled() and bool(watch.noted))
        assert all(letters == pytest.approx(size) and seen == shown for letters, seen in watch.noted)


class Faulty(QWidget):
    def hide(self) -> None:
        raise RuntimeError("a part that cannot be hidden")


def test_a_window_with_much_to_do_or_a_fault_is_painted_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view_controller, "CHANGE_MS", 20)  # for so few a timer is exact
    window, faulty = widgets.hidden(qtbot, QMainWindow()), Faulty()
    actions, busy = Actions(window), QTimer(window, interval=0)
    faulty.setParent(window)
    ViewController((), (faulty,), actions, StatusLine(actions["cancel_download"], window), window)
    window.show()
    with qtbot.captureExceptions() as faults:
        actions["plots_alone"].trigger()
    assert (len(faults), window.updatesEnabled()) == (1, True)
    actions["plots_alone"].trigger()
    QWidget.hide(faulty)
    busy.start()
    for _ in range(8):
        actions["plots_alone"].trigger()
        qtbot.waitUntil(window.updatesEnabled)


@pytest.mark.parametrize(
    ("screen", "times"), [((640, 400), 1.0), ((960, 540), 1.2), ((1024, 768), 1.46), ((1920, 1080), 1.8)]
)
def test_letters_for_a_class_are_as_large_as_the_screen_has_room_for(screen: tuple[int, int], times: float) -> None:
    assert scale_for_a_class(QSize(*screen)) == pytest.approx(times, abs=0.01)


def test_what_is_shown_follows_the_applications_font_and_no_dock_outlives_the_stage(
    qtbot: QtBot, window: MainWindow
) -> None:
    title, train = window.cost_plot.findChildren(QLabel)[0], window.findChildren(QToolButton, "train")[0]
    usual, of_button = title.font().pointSizeF(), train.font().pointSizeF()
    for times in (scale_for_a_class(window.screen().size()), 1.0):
        window.actions_by_name["plots_alone"].trigger()
        # Qt sends it by itself where the application's own event loop runs
        QApplication.sendEvent(window, QEvent(QEvent.Type.ApplicationFontChange))
        qtbot.waitUntil(lambda times=times: title.font().pointSizeF() == pytest.approx(times * usual))  # type: ignore[misc]
        assert train.font().pointSizeF() == pytest.approx(times * of_button)
    application = QApplication.font().pointSizeF()
    for name in ("plots_alone", "settings"):
        window.actions_by_name[name].trigger()
    under_way(qtbot, window)  # TensorFlow's first step cannot be interrupted
    window.close()
    QApplication.processEvents()
    assert QApplication.font().pointSizeF() == pytest.approx(application)
    assert not widgets.child(window, QDockWidget, "settings").isVisibleTo(window)


@pytest.fixture
def wiring(qapp: QApplication) -> Iterator[ThemeChoice]:
    parent = QObject()
    yield ThemeChoice(Actions(parent), parent)
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    parent.deleteLater()


@pytest.mark.parametrize(("choice", "theme"), [("light", look.LIGHT), ("dark", look.DARK)])
def test_a_choice_is_worn(qtbot: QtBot, wiring: ThemeChoice, choice: str, theme: look.Theme) -> None:
    with qtbot.waitSignal(wiring.theme_changed) as worn:
        wiring.choose(choice)
    assert worn.args == [theme]
    assert theme_for(wiring.name) is theme
    with qtbot.assertNotEmitted(wiring.theme_changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_one_choice_is_ticked_at_a_time(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QObject()
    actions = Actions(parent)
    wiring = ThemeChoice(actions, parent)
    actions["theme_light"].trigger()
    assert [name for name in SCHEMES if actions[f"theme_{name}"].isChecked()] == ["light"]
    wiring.choose("pink")
    assert wiring.name == "light"
    assert theme_for("pink") is theme_for("system")
    wiring.choose("system")
    parent.deleteLater()


def test_a_chosen_language_is_remembered_for_the_next_start(qtbot: QtBot) -> None:
    first = opened(qtbot)
    assert first.actions_by_name["language_system"].isChecked()
    first.actions_by_name["language_de"].trigger()
    assert "next start" in first.status.note()
    first.close()
    assert Preferences().text(LANGUAGE) == "de"
    second = opened(qtbot)
    assert second.actions_by_name["language_de"].isChecked()
    assert "next start" not in second.status.note()
    second.language.choose("klingon")  # which there is not
    assert second.language.name == "de"
    second.close()
