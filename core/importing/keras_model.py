"""Keras' models, .keras and .h5 of Keras 2 and 3, as steps: built by Keras, whose SavedModel TensorFlow converts."""

import shutil
import tempfile
from pathlib import Path

from core.errors import DAMAGE, UserError
from core.importing import saved_model
from core.importing.keras_file import checked, stages_of, texts
from core.importing.steps import Step
from core.machine.tensorflow import load_tensorflow

SUFFIXES = (".keras", ".h5", ".hdf5")


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of a model, and the stages of its images where its card says so; raises UserError."""
    config, card = texts(path)
    model = checked(config, path)
    load_tensorflow()
    import keras

    try:
        loaded = keras.saving.deserialize_keras_object(model, safe_mode=True)
        with tempfile.TemporaryDirectory() as folder:
            # Keras looks for weights alone in what is called .weights.h5
            is_misnamed = path.name.endswith(".weights.h5")
            loaded.load_weights(shutil.copyfile(path, Path(folder, "model.h5")) if is_misnamed else path)
            loaded.export(Path(folder, "saved"), verbose=False)
            steps = saved_model.steps_in(Path(folder, "saved"))
    except (OSError, IndexError, ImportError, *DAMAGE) as error:
        reason = " ".join(str(error).split())[:200]
        raise UserError("{path} cannot be read by Keras: {reason}", path=path, reason=reason) from None
    return [steps], stages_of(card, path)
