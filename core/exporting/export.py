"""The table of exports: runs and weights for other tools, and weights from them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.digits.dataset import DIGITS
from core.errors import UserError
from core.exporting import html_report, tables, tensorboard
from core.exporting.keras_file import KERAS, write_keras, write_saved_model, write_tflite
from core.model import weights_file
from core.model.softmax import Weights
from core.recipes import file as recipe_file
from core.runs.record import RunRecord
from core.words import mark

WeightsWriter = Callable[[Path, Weights, tuple[str, ...]], None]  # the last: the names of the classes


@dataclass(frozen=True, slots=True)
class Exporter:
    """What a run or weights can be exported to; suffix : of the file, "" = a folder; label : of a menu, in English."""

    kind: str
    suffix: str
    label: str
    write_weights: WeightsWriter | None = None
    write_run: Callable[[Path, RunRecord], None] | None = None


EXPORTERS = (
    Exporter("npz", weights_file.SUFFIX, mark("Weights (.npz)"), lambda path, made, _: weights_file.save(path, made)),
    Exporter("keras", KERAS, mark("Keras model (.keras)"), write_keras),
    Exporter("saved-model", "", mark("TensorFlow SavedModel (folder)"), write_saved_model),
    Exporter("tflite", ".tflite", mark("TFLite model (.tflite)"), write_tflite),
    Exporter("tensorboard", "", mark("TensorBoard events (folder)"), write_run=tensorboard.write_events),
    Exporter("csv", ".csv", mark("Curves as a table (.csv)"), write_run=tables.write_curves),
    Exporter("html", ".html", mark("Report (.html)"), write_run=html_report.write),
    Exporter(
        "recipe", ".json", mark("Recipe (.json)"), write_run=lambda path, run: recipe_file.save(path, run.facts.recipe)
    ),
)
KINDS = {each.kind: each for each in EXPORTERS}


def export(record: RunRecord, kind: str, path: Path, step: int | None = None) -> None:
    """Write a run, or the weights that came of it, for another tool; TensorFlow is loaded where the kind needs it.

    kind : one of KINDS; path : the file, or, for an exporter without suffix, a folder that is new or empty
    step : take the weights as they were stored at or before this step, not those of the end
    Raises UserError for another kind, a path that cannot be written, or weights that are not numbers.
    """
    write = exporter(kind).write_run
    if write is not None:
        write(path, record)
    else:
        weights = record.final_weights() if step is None else record.weights_at(step)
        export_weights(weights, kind, path, record.facts.dataset.class_names)


def export_weights(weights: Weights, kind: str, path: Path, class_names: tuple[str, ...] = DIGITS) -> None:
    """Write weights as one of the kinds that need no run; raises UserError as `export` does."""
    write = exporter(kind).write_weights
    if write is None:
        raise UserError("{kind!r} needs a run; these are weights alone.", kind=kind)
    if not weights.is_finite:
        raise UserError("these weights are no longer numbers, since the run diverged; take those of an earlier step.")
    write(path, weights, class_names)


def exporter(kind: str) -> Exporter:
    """Return what exports to a kind; raises UserError for another kind."""
    if kind not in KINDS:
        raise UserError("there is no export to {kind!r}; there are {kinds}.", kind=kind, kinds=", ".join(KINDS))
    return KINDS[kind]
