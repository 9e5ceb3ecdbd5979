"""TensorFlow's import: quiet, without holding up other threads, on one core."""

import ctypes
import gc
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.files import folders
from core.machine import tensorflow_check
from core.progress import IsCancelled, never
from core.words import said

NOTICES = b"oneDNN custom operations are on", b"before absl::InitializeLog()"  # which no setting turns off
LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2")


# what an import raises where TensorFlow's parts, or those it stands on, are missing or do not fit together
IMPORT_FAULTS = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OSError, SystemError)


def load_tensorflow(is_cancelled: IsCancelled = never) -> Any:
    """Import TensorFlow, quietly and without holding up other threads, and return the module.

    Raises UserError when TensorFlow is missing, too old, or cannot start on this machine; where it might end the
    process, that is tried in another one first, which `is_cancelled` ends.
    """
    loaded = sys.modules.get("tensorflow")
    if loaded is not None:  # every run asks again
        return loaded
    tensorflow_check.check(is_cancelled)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")  # convolutions then learn nearly twice as fast
    if keras_folder := folders.keras_folder():
        os.environ.setdefault("KERAS_HOME", str(keras_folder))
    with tensorflow_check.noted(), stderr_held_back(lambda line: not any(notice in line for notice in NOTICES)):
        # as both do it, a window's worst stall falls from 0.9 s to under 0.05 s
        load_libraries()
        tf = _imported()
    with suppress(RuntimeError):  # already running, as in a program that used TensorFlow before
        # one thread and no GPU, of which it would take all memory: a step is too small to share, and the window needs
        # the other core
        tf.config.set_visible_devices([], "GPU")
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    return tf


@contextmanager
def raising_os_errors(tensorflow: Any) -> Generator[None, None, None]:
    """Raise an OSError in place of what TensorFlow makes of one, such as a full disk, as it writes files meanwhile."""
    try:
        yield
    except tensorflow.errors.OpError as error:
        raise OSError(error.message.rpartition("; ")[2].partition(" [")[0]) from None


@contextmanager
def stderr_held_back(is_shown: Callable[[bytes], bool]) -> Generator[None, None, None]:
    """Hold back what is written to standard error meanwhile, by libraries too, then write the lines to be shown."""
    if sys.__stderr__ is None:  # a window without a terminal may have none
        yield
        return
    stderr = os.dup(2)
    with tempfile.TemporaryFile() as held, os.fdopen(stderr, "wb") as out:
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(stderr, 2)
            held.seek(0)
            out.writelines(line for line in held if is_shown(line))


def _imported() -> Any:
    thresholds = gc.get_threshold()
    gc.set_threshold(0)  # collect nothing: what is imported stays, and looking through it takes 0.2 s
    try:
        import tensorflow as tf
    except IMPORT_FAULTS as error:
        raise UserError(
            "TensorFlow cannot be loaded ({error}); {remedy}.", error=error, remedy=said(tensorflow_check.REMEDY)
        ) from error
    finally:
        gc.freeze()
        gc.set_threshold(*thresholds)
    return tf


def load_libraries() -> None:
    """Load TensorFlow's shared libraries, where they are ELF files, by a call that releases the interpreter lock."""
    found = importlib.util.find_spec("tensorflow")
    if found is None or not found.submodule_search_locations or os.name != "posix":
        return
    folder = Path(found.submodule_search_locations[0])
    for path in (folder / name for name in LIBRARIES):
        if path.exists():
            opener = ctypes.CDLL(None).dlopen
            opener.argtypes, opener.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
            opener(os.fsencode(path), os.RTLD_NOW)
