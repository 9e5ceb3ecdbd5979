"""The readers that need TensorFlow or the window: `.keras` files in Keras' safe mode, and what the window remembers.

Both are loaded before memory is counted: the ceiling is for what one reading takes beyond them.
"""

import os
import shutil
from pathlib import Path

from core.exporting import keras_file
from core.importing import models
from core.model import shipped
from tests.fuzz import damage, shaped
from tests.fuzz.readers import JSON, Reader

FILE = "window.ini"
VARIANT = b"recipe=@Variant(\\0\\0\\0\\x1c\\0\\0\\0\\x1\\0\\0\\0\\x2\\0k\\0\\0\\0\\n\\0\\0\\0\\x2\\0v)\n"
KERAS = (damage.of_bytes, *(shaped.within_zip({".json": lambda data, chance: chance.choice(JSON)(data, chance)}),) * 3)
INI = (damage.of_bytes, shaped.of_words)


def heavy_readers(folder: Path) -> list[Reader]:
    """Return these readers; a good model and good settings are made in a folder."""
    return [
        Reader(".keras", models.opened, (_keras(folder),), KERAS, is_text=False, suffix=".keras"),
        _settings_reader(folder),
    ]


def _keras(folder: Path) -> bytes:
    path = folder / "good.keras"
    keras_file.write_keras(path, shipped.shipped_layer())
    return path.read_bytes()


def _settings_reader(folder: Path) -> Reader:
    """Return the reader of the window's settings: a real window takes them in again and again."""
    os.environ["QT_QPA_PLATFORM"], os.environ["DIGITSCOPE_HOME"] = "offscreen", str(folder / "home")
    from PySide6.QtWidgets import QApplication

    from core.files import folders
    from gui.app import create_window
    from gui.frame.preferences import Preferences

    app = QApplication.instance() or QApplication([])
    window = create_window()
    window.preferences.save()
    written = folders.settings_folder() / FILE

    def read(path: Path) -> object:
        place = folder / "settings"
        place.mkdir()
        shutil.copyfile(path, place / FILE)
        try:
            preferences = Preferences(place)
            for name, (look, restore) in window.preferences._remembered.items():
                preferences.keep(name, look, restore)
            preferences.restore()
            app.processEvents()
        finally:
            shutil.rmtree(place)
        return preferences

    good = written.read_bytes()
    return Reader("settings", read, (good, good + VARIANT), INI, is_text=False, suffix=".ini")
