"""The menus: which actions stand where, and the names of the actions that buttons share with them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu, QMenuBar

from core.digits.dataset import CLASSES
from core.words import mark, said
from gui.frame.actions import Actions

RUN_ACTIONS = ("train", "pause", "step", "reset", "more")
CANVAS_ACTIONS = ("undo", "redo", "clear")
TEACH = tuple(f"teach_{digit}" for digit in range(CLASSES))
COPIES = ("copy_text", "copy_image", "copy_numbers", "copy_strokes", "copy_recipe", "copy_picture")
THEMES = ("theme_system", "theme_light", "theme_dark")
LANGUAGES = ("language_system", "language_en", "language_de")
RECENT = "recent"  # a menu of its own
MENUS = {  # "" for a line between
    mark("File"): (
        *("open_file", "app_weights", "", "open_data", RECENT, "practise", ""),
        *("save_text", "save_picture", "save_data", "", "quit"),
    ),
    mark("Edit"): ("undo", "redo", "clear", "", "paste", *COPIES, "", "undo_reset"),
    mark("Train"): RUN_ACTIONS,
    mark("Teach"): (*TEACH, "", "ask", "learn"),
    mark("View"): (
        *("wide", "guide", "settings", "", "tall_tabs", "plots_alone", "next_tab", "previous_tab", ""),
        *(*THEMES, "", *LANGUAGES),
    ),
    mark("Help"): ("lessons", "how_to", "shortcuts", "", "show_log", "about"),
}


def with_keys(titles: Iterable[str]) -> list[str]:
    """Return titles with a "&" before the letter that opens each with Alt: its first that no title before it has."""
    made, taken = [], set()
    for title in titles:
        letter = next((each for each in title if each.isalpha() and each.lower() not in taken), "")
        taken.add(letter.lower())
        made.append(title.replace(letter, f"&{letter}", 1) if letter else title)
    return made


def fill(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Fill a menu bar with the actions of the table, and the menu of recent folders."""
    titles = with_keys(map(said, MENUS))
    for title, names in zip(titles, MENUS.values(), strict=True):
        menu = bar.addMenu(title)
        for name in names:
            if name == RECENT:
                menu.addMenu(recent)
            elif name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
