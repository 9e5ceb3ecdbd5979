"""Every action of the window in one table: its text, its key, its tooltip, its icon."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from core.words import mark, said
from gui.look.icons import icon


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What the user reads of an action; the shortcut is in Qt's portable notation, "" for none."""

    name: str
    text: str
    shortcut: str
    tip: str
    icon: str = ""
    checkable: bool = False
    short: str = ""  # on a button; the text where it is empty

    def shown(self, text: str) -> str:
        """Return the text or the tip in the user's language."""
        return said(text).format(short=self.short)


TABLE = (
    ActionSpec("train", "Train", "Ctrl+T", "Start a new run of the chosen recipe from fresh weights.", "train"),
    ActionSpec("pause", "Pause", "Ctrl+P", "Pause, draw and look; press again to go on.", "pause", True),
    ActionSpec("step", "Step", "Ctrl+.", "Make one gradient step on one batch of images, then pause.", "step"),
    ActionSpec("reset", "Reset", "Ctrl+R", "Discard this run and go back to new start weights.", "reset"),
    ActionSpec("undo_reset", "Undo reset", "Ctrl+Shift+R", "Bring back the run that was discarded, where it was."),
    ActionSpec("more", "1,000 more", "Ctrl+M", "Add 1,000 steps to the finished run.", "more"),
    ActionSpec("cancel_download", "Cancel", "", "Cancel the download; practice digits or a folder will do."),
    ActionSpec("undo", "Undo", "Ctrl+Z", "Take the last stroke back.", "undo"),
    ActionSpec("redo", "Redo", "Ctrl+Shift+Z", "Draw the stroke again.", "redo"),
    ActionSpec("clear", "Clear", "Ctrl+D", "Wipe the canvas; Undo brings the drawing back.", "clear"),
    ActionSpec("paste", "Paste", "Ctrl+V", "Read a picture of a digit, or strokes, from the clipboard."),
    ActionSpec("copy_image", "Copy 28×28 as image", "Ctrl+C", "Copy what the network sees as a picture."),
    ActionSpec("copy_numbers", "Copy 28×28 as numbers", "Ctrl+Shift+C", "Copy the 784 numbers, as numpy reads them."),
    ActionSpec("copy_strokes", "Copy strokes", "Ctrl+Alt+C", "Copy the drawing as a line of JSON."),
    ActionSpec("copy_picture", "Copy picture of panel", "Ctrl+Shift+P", "Copy what the panel used last shows."),
    ActionSpec("save_picture", "Save picture of panel...", "Ctrl+S", "Save the panel used last as PNG or SVG."),
    ActionSpec("save_data", "Save numbers of curves...", "Ctrl+Shift+S", "Save the panel's curves as CSV."),
    ActionSpec("copy_recipe", "Copy recipe", "", "Copy all settings of the next run as text, to paste elsewhere."),
    *(
        ActionSpec(
            f"teach_{digit}",
            mark("It was an {short}") if digit == 8 else mark("It was a {short}"),
            f"Ctrl+{digit}",
            mark("Store this drawing as an example of how you write an {short}.")
            if digit == 8
            else mark("Store this drawing as an example of how you write a {short}."),
            short=str(digit),
        )
        for digit in range(10)
    ),
    ActionSpec("ask", "Ask me for digits", "Ctrl+K", "Asks for three of each digit in random order, to learn from."),
    ActionSpec("learn", "Learn from my digits", "Ctrl+L", "Trains on with your digits among those it knows."),
    ActionSpec("wide", "Wide paper", "Ctrl+Shift+W", "Draw on paper for a whole number, as 42.", "", True),
    ActionSpec("copy_text", "Copy what it reads", "Ctrl+Alt+T", "Copy the digit or the number as text."),
    ActionSpec("save_text", "Save what it reads...", "", "Save the digit or the number as a text file."),
    ActionSpec("guide", "Guide box", "Ctrl+G", "Show the box that a drawing is scaled to.", "", True),
    ActionSpec(
        "settings", "Settings", "Ctrl+,", "Show every setting of the next run, to change it by hand.", "settings", True
    ),
    ActionSpec(
        "tall_tabs", "Tabs in the plots' place", "F9", "Give the tabs the whole height, or give it back.", "", True
    ),
    ActionSpec(
        "plots_alone",
        "Stage for a class",
        "F11",
        "Drawing and curves, large on the whole screen; Esc leaves.",
        "",
        True,
    ),
    ActionSpec("next_tab", "Next tab", "Ctrl+PgDown", "Show the next of the tabs, after the last the first."),
    ActionSpec("previous_tab", "Previous tab", "Ctrl+PgUp", "Show the tab before, before the first the last."),
    ActionSpec("theme_system", "Colours as the system", "", "Light or dark, as the system is.", "", True),
    ActionSpec("theme_light", "Light colours", "", "Dark text on a light window, whatever the system is.", "", True),
    ActionSpec("theme_dark", "Dark colours", "", "Light text on a dark window, whatever the system is.", "", True),
    ActionSpec("language_system", "Language as the system", "", "English, if the system's is none we have.", "", True),
    ActionSpec("language_en", "English", "", "Use English after a restart.", "", True),
    ActionSpec("language_de", "Deutsch", "", "Ab dem nächsten Start Deutsch sprechen.", "", True),
    ActionSpec("open_data", "Open data...", "Ctrl+O", "Train on the IDX files of a folder."),
    ActionSpec("open_file", "Open file...", "Ctrl+Shift+O", "Read a picture, strokes, weights or a recipe."),
    ActionSpec("app_weights", "Close opened weights", "", "Read with the weights that come with the app again."),
    ActionSpec("practise", "Use practice digits", "", "Train on digits that the app draws itself, offline."),
    ActionSpec("lessons", "Lessons", "F1", "Twelve short lessons: guess, try, and your own numbers answer.", "", True),
    ActionSpec("how_to", "How to ...", "", "A page a task: teach it, compare runs, use it in class."),
    ActionSpec("shortcuts", "Keyboard shortcuts", "Shift+F1", "Every key, and how to draw with keys alone."),
    ActionSpec("show_log", "Show log", "", "Open the folder of the file in which faults are written down."),
    ActionSpec("about", "About Digitscope", "", "Versions, licences, and where the data come from."),
    ActionSpec("quit", "Quit", "Ctrl+Q", "Close the window; a run that is going on ends."),
)


class Actions(QObject):
    """The QActions of the table, by name; buttons and menus share them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_name = {spec.name: self._made(spec) for spec in TABLE}

    def __getitem__(self, name: str) -> QAction:
        """Return the action of that name."""
        return self._by_name[name]

    def all(self) -> list[QAction]:
        """Return all actions, in the table's order."""
        return list(self._by_name.values())

    def allow_only(self, names: Collection[str]) -> None:
        """Disable all others, for good."""
        for name, action in self._by_name.items():
            if name not in names:
                action.setEnabled(False)

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.shown(spec.text), self)
        action.setCheckable(spec.checkable)
        if spec.icon:
            colour = "on_accent" if spec.name == "train" else "text"
            action.setIcon(icon(spec.icon, colour, "accent" if spec.checkable else ""))
        if spec.short:
            action.setIconText(spec.short)
        action.setShortcut(QKeySequence(spec.shortcut))
        keys = f" ({QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)})"
        action.setToolTip(spec.shown(spec.tip) + (keys if spec.shortcut else ""))
        return action
