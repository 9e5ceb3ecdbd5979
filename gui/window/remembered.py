"""What the window remembers: of each thing its name, how it is read, and how it is brought back."""

import io
import json
from typing import TYPE_CHECKING

from core.digits import stroke_lines
from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.recipes import file as recipe_file
from core.recipes.recipe import Recipe
from gui.frame.preferences import LANGUAGE, THEME, as_bytes, as_text

if TYPE_CHECKING:
    from gui.window.window_base import WindowBase
    from gui.window.window_rest import WholeWindow

ON, OFF = "on", "off"
LESSON = "lesson"


def remember_first(window: "WindowBase") -> None:
    """Bring back, and remember, what the first painting shows: where the window was, and its colours."""
    remember, theme = window.preferences.remember, window.theme
    remember("geometry", lambda: as_text(window.saveGeometry()), lambda text: window.restoreGeometry(as_bytes(text)))
    remember(THEME, lambda: theme.name, theme.choose)


def remember_rest(window: "WholeWindow") -> None:
    """Bring back, and remember, the next run and what is in view, in an order in which it can be."""
    remember, run, tabs, drawing = window.preferences.remember, window.next_run, window.tabs, window.drawing
    guide, side = window.actions_by_name["guide"], window.right_side
    remember("recipe", lambda: _recipe_text(run.recipe), lambda text: run.set_recipe(recipe_file.from_text(text)))
    remember("pace", lambda: str(run.pace), lambda text: run.set_pace(float(text)))
    remember("hand", lambda: window.hand.hand.name, window.hands.use)
    remember("recent", window.recent.text, window.recent.set_text)
    remember("guide", lambda: ON if guide.isChecked() else OFF, lambda text: guide.setChecked(text == ON))
    remember(LANGUAGE, lambda: window.language.name, window.language.choose)
    remember(LESSON, window.lessons.text, window.lessons.set_text)
    remember("tab", lambda: tabs.currentWidget().objectName(), tabs.turn_to)

    def drawing_text() -> str:
        given = window.reader.given  # an image in the drawing's place; a picture of a whole number is left out
        shown = drawing.canvas.drawing() if given is None else Drawing(picture=given)
        return "" if shown.is_empty else stroke_lines.line_of(LabelledDrawing(shown, drawing.label))

    def draw(text: str) -> None:
        for digit in stroke_lines.parsed(io.StringIO(text), "drawing"):
            drawing.show_drawing(digit.drawing, digit.label)

    remember("drawing", drawing_text, draw)
    in_view = window.recorder
    remember("run", lambda: in_view.shown_id if window.shown.run is not None else "", window.stored_runs.reopen)
    remember("taught", window.taught.text, window.taught.reopen)  # after the run in view: it decides
    remember(
        "heights",
        lambda: as_text(side.saveState()) if side.is_divided_by_hand else "",
        lambda text: side.restoreState(as_bytes(text)),
    )
    remember("docks", lambda: as_text(window.saveState()), lambda text: window.restoreState(as_bytes(text)))


def _recipe_text(recipe: Recipe) -> str:
    """Return a named recipe by its name only, so that it stays what the app says it is."""
    return recipe_file.text_of(recipe) if recipe.based_on else json.dumps({"name": recipe.name, "seed": recipe.seed})
