"""The table of models that can be opened, whatever made them; each becomes weights of our own layers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import UserError, unreadable
from core.files import presence
from core.importing import expectation, keras_model, onnx_model, saved_model, tflite, torch_arrays
from core.importing.stack import Pixels, weights_of
from core.importing.steps import WANTED, NotPlainError, Step
from core.model import weights_file
from core.model.softmax import Weights
from core.words import said, say

Read = Callable[[Path], tuple[list[list[Step]], tuple[str, ...] | None]]
LARGEST = 100_000_000  # bytes of a file


@dataclass(frozen=True, slots=True)
class Form:
    """A form of models: what its files end in, and how their steps are read.

    read : gives the steps, in several ways where a file does not say them all, and the stages of the images where it
        says them; raises NotPlainError, UserError or OSError
    """

    suffixes: tuple[str, ...]
    read: Read
    holds: Callable[[Path], bool] = lambda _: False

    def is_form_of(self, path: Path) -> bool:
        """Return whether a path has this form."""
        return path.suffix.lower() in self.suffixes or self.holds(path)


@dataclass(frozen=True, slots=True)
class Opened:
    """A model as weights, and a sentence on what was found out about it; "" for our own."""

    weights: Weights
    note: str = ""


FORMS = (
    Form(keras_model.SUFFIXES, keras_model.read),
    Form(tflite.SUFFIXES, tflite.read),
    Form(torch_arrays.SUFFIXES, torch_arrays.read),
    Form(onnx_model.SUFFIXES, onnx_model.read),
    Form((), saved_model.read, lambda path: presence.exists(path / saved_model.FILE) or path.name == saved_model.FILE),
)


def is_model(path: Path) -> bool:
    """Return whether a path is named as a model of another tool."""
    return any(form.is_form_of(path) for form in FORMS)


def opened(path: Path) -> Opened:
    """Return the weights of a file: our own .npz, or a model of another tool, which may need TensorFlow.

    Raises UserError that says what was found, when it is anything else.
    """
    form = next((form for form in FORMS if form.is_form_of(path)), None)
    if form is None:
        return Opened(weights_file.load(path))
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise UserError("{path} is too large for a model of digits.", path=path)
        candidates, stages = form.read(path)
        if stages is not None:
            return Opened(replace(weights_of(candidates[0], Pixels(), path), stages=stages))
        weights, note = expectation.found(candidates, path)
        if weights.whole is not None:
            note += " " + say("It reads in whole numbers, as TFLite does; Why and Weights show what they stand for.")
        return Opened(weights, note)
    except NotPlainError as error:
        values = {"path": path, "what": said(str(error)), "wanted": said(WANTED)}
        raise UserError("{path} holds {what}; {wanted}.", **values) from None
    except OSError as error:
        raise unreadable(path, error) from None
