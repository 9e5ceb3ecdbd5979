"""The readers that need TensorFlow or the window: models of other tools, and what the window remembers.

Both are loaded before memory is counted: the ceiling is for what one reading takes beyond them.
"""

import os
import shutil
import struct
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from core.errors import unreadable
from core.exporting import export
from core.importing import models
from core.importing.stack import Pixels, weights_of
from core.importing.steps import NotPlainError
from core.machine.tensorflow import load_tensorflow
from core.model import architecture, shipped
from core.model.softmax import Weights
from tests.core.importing import test_models as made_models, test_onnx_model as made_onnx
from tests.fuzz import damage, shaped
from tests.fuzz.readers import JSON, Reader
from tests.there import there

FILE = "window.ini"
VARIANT = b"recipe=@Variant(\\0\\0\\0\\x1c\\0\\0\\0\\x1\\0\\0\\0\\x2\\0k\\0\\0\\0\\n\\0\\0\\0\\x2\\0v)\n"
KERAS = (damage.of_bytes, *(shaped.within_zip({".json": lambda data, chance: chance.choice(JSON)(data, chance)}),) * 3)
DAMAGES = {
    ".keras": KERAS,
    **dict.fromkeys((".h5", ".tflite", ".onnx"), (damage.of_bytes,)),
    ".safetensors": JSON,
    ".pth": (damage.of_bytes, *(shaped.within_zip({}),) * 3),
}
INI = (damage.of_bytes, shaped.of_words)


def heavy_readers(folder: Path) -> list[Reader]:
    return [*_models(folder), _settings_reader(folder)]


def _models(folder: Path) -> list[Reader]:
    """Return the readers of other tools' models, each with a good one; what they expect of pixels is not tried."""
    made = architecture.of(made_models.LAYERS)
    weights = Weights(made, tuple(np.full(shape, 0.01, np.float32) for shape in made.shapes))
    places = {suffix: folder / f"good{suffix}" for suffix in DAMAGES}
    export.export_weights(shipped.shipped_layer(), "keras", places[".keras"])
    export.export_weights(shipped.shipped_layer(), "tflite", places[".tflite"])
    keras_model = load_tensorflow().keras
    keras_model.Sequential([keras_model.Input((784,)), keras_model.layers.Dense(10)]).save(places[".h5"])
    state = made_models.state_of(weights)
    made_models.safetensors(places[".safetensors"], state)
    with pytest.MonkeyPatch.context() as patch:
        made_models.torch_file(places[".pth"], state, patch)
    onnx = made_onnx.PLAIN, made_onnx.RELU, made_onnx.FLAT, made_onnx.n("Gemm", (2_704, 10), (10,))
    made_onnx.saved(places[".onnx"], made_onnx.IMAGE, onnx)
    data = {suffix: path.read_bytes() for suffix, path in places.items()}
    end = 8 + int.from_bytes(data[".safetensors"][:8], "little")  # of what says where the arrays lie
    data[".safetensors"], body = data[".safetensors"][8:end], data[".safetensors"][end:]

    def packed(suffix: str, damaged: bytes) -> bytes:
        return struct.pack("<Q", len(damaged)) + damaged + body if suffix == ".safetensors" else damaged

    return [
        Reader(suffix, _model, (good,), DAMAGES[suffix], is_text=False, suffix=suffix, packed=partial(packed, suffix))
        for suffix, good in data.items()
    ]


def _model(path: Path) -> object:
    read = there(models.reader_of(path))
    try:
        return weights_of(read(path)[0][0], Pixels(), path)
    except NotPlainError:
        return None
    except OSError as error:  # of which the table of models says the same, whatever was read
        raise unreadable(path, error) from None


def _settings_reader(folder: Path) -> Reader:
    """Return the reader of the window's settings: a real window takes them in again and again."""
    os.environ["QT_QPA_PLATFORM"], os.environ["DIGITSCOPE_HOME"] = "offscreen", str(folder / "home")
    from PySide6.QtWidgets import QApplication

    from core.files import folders
    from gui.app import create_window
    from gui.frame.preferences import Preferences
    from gui.window.remembered import remember_first, remember_rest

    app = QApplication.instance() or QApplication([])
    window = create_window()
    window.preferences.save()
    written = folders.of("settings") / FILE

    def read(path: Path) -> object:
        place = folder / "settings"
        place.mkdir()
        shutil.copyfile(path, place / FILE)
        try:
            window.preferences = Preferences(place)
            remember_first(window)
            remember_rest(window)
            app.processEvents()
        finally:
            shutil.rmtree(place)
        return window.preferences

    good = written.read_bytes()
    return Reader("settings", read, (good, good + VARIANT), INI, is_text=False, suffix=".ini")
