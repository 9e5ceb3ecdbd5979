"""Joins what the window remembers to the parts that know it."""

import io
import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QTabWidget

from core.digits import stroke_lines
from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.recipes import file as recipe_file
from core.recipes.recipe import Recipe
from gui.canvas.digit_canvas import DigitCanvas
from gui.frame.actions import Actions
from gui.frame.preferences import LANGUAGE, THEME, Preferences, as_bytes, as_text
from gui.frame.recent_folders import RecentFolders
from gui.frame.window_layout import RightSide
from gui.state.next_run import NextRun
from gui.state.shown_run import ShownRun
from gui.window.theme_controller import ThemeController

if TYPE_CHECKING:  # they are imported after the first painting
    from gui.hands.hand_controller import HandController
    from gui.lessons.lesson_controller import LessonController
    from gui.runs.run_recorder import RunRecorder
    from gui.runs.stored_runs import StoredRuns
    from gui.window.language_controller import LanguageController

ON, OFF = "on", "off"
LESSON = "lesson"


def keep_window(preferences: Preferences, window: QMainWindow) -> None:
    """Remember where the window was."""
    preferences.keep("geometry", lambda: as_text(window.saveGeometry()), lambda t: window.restoreGeometry(as_bytes(t)))


def keep_theme(preferences: Preferences, theme: ThemeController) -> None:
    """Remember the choice of colours."""
    preferences.keep(THEME, lambda: theme.choice, theme.choose)


def keep_layout(preferences: Preferences, window: QMainWindow) -> None:
    """Remember how the window is divided, and where its docks were."""
    side = window.findChild(RightSide)
    if isinstance(side, RightSide):
        preferences.keep(
            "heights",
            lambda: as_text(side.saveState()) if side.is_divided_by_hand else "",
            lambda text: side.restoreState(as_bytes(text)),
        )
    preferences.keep("docks", lambda: as_text(window.saveState()), lambda t: window.restoreState(as_bytes(t)))


def keep_run(preferences: Preferences, run: NextRun) -> None:
    """Remember the recipe of the next run and the pace."""
    preferences.keep("recipe", lambda: _recipe_text(run.recipe), lambda t: run.set_recipe(recipe_file.from_text(t)))
    preferences.keep("pace", lambda: str(run.pace), lambda text: run.set_pace(float(text)))


def keep_choices(preferences: Preferences, actions: Actions, hand: "HandController", recent: RecentFolders) -> None:
    """Remember the guide box, the hand and the folders opened lately."""
    guide = actions["guide"]
    preferences.keep("hand", lambda: hand.hand.name, hand.use)
    preferences.keep("recent", recent.text, recent.set_text)
    preferences.keep(
        "guide",
        lambda: ON if guide.isChecked() else OFF,
        lambda text: guide.trigger() if guide.isChecked() != (text == ON) else None,
    )


def keep_view(preferences: Preferences, tabs: QTabWidget, canvas: DigitCanvas) -> None:
    """Remember the tab in front and what is drawn."""
    preferences.keep("tab", lambda: tabs.currentWidget().objectName(), lambda name: _show_tab(tabs, name))
    preferences.keep("drawing", lambda: _drawing_text(canvas.drawing()), lambda text: _draw(canvas, text))


def keep_shown_run(preferences: Preferences, shown: ShownRun, recorder: "RunRecorder", runs: "StoredRuns") -> None:
    """Remember the run in view."""
    preferences.keep("run", lambda: recorder.shown_id if shown.run is not None else "", runs.reopen)


def keep_lesson(preferences: Preferences, lessons: "LessonController") -> None:
    """Remember how far the learner has come."""
    preferences.keep(LESSON, lessons.text, lessons.set_text)


def keep_language(preferences: Preferences, language: "LanguageController") -> None:
    """Remember the language of the next start."""
    preferences.keep(LANGUAGE, lambda: language.choice, language.choose)


def _recipe_text(recipe: Recipe) -> str:
    """Return a named recipe by its name only, so that it stays what the app says it is."""
    return recipe_file.text_of(recipe) if recipe.based_on else json.dumps({"name": recipe.name, "seed": recipe.seed})


def _show_tab(tabs: QTabWidget, name: str) -> None:
    for index in range(tabs.count()):
        if tabs.widget(index).objectName() == name:
            tabs.setCurrentIndex(index)


def _drawing_text(drawing: Drawing) -> str:
    return "" if drawing.is_empty else stroke_lines.line_of(LabelledDrawing(drawing))


def _draw(canvas: DigitCanvas, text: str) -> None:
    for digit in stroke_lines.parsed(io.StringIO(text), "drawing"):
        canvas.set_drawing(digit.drawing)
