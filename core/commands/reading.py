"""`digitscope predict` and `digitscope evaluate`: reading digits with trained weights, without TensorFlow."""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.commands import digits
from core.commands.terminal import json_line, out, percent, table_lines
from core.digits import stroke_lines
from core.digits.dataset import CLASSES, PIXELS, Bytes
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, unreadable
from core.exporting import export
from core.files import packed
from core.model import scoring, shipped, softmax
from core.model.scoring import Readings, Score
from core.model.softmax import Weights
from core.pictures import ink as pictures

STANDARD_INPUT = "-"
STROKE_SUFFIXES = (".jsonl", ".ndjson", ".json", ".gz")
STROKE_STARTS = (b"{", packed.START, b"\xef\xbb\xbf")  # JSON, gzip, a byte order mark: no picture begins so


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """What the user asked for; without a file, the test images are scored."""

    file: str | None = None
    model: Path | None = None
    confusion: bool = False
    mistakes: int = 0
    as_json: bool = False
    data: Path | None = None


def predict(files: Sequence[str], model: Path | None, as_json: bool) -> None:
    """Print one line a digit, in order; raises UserError for any fault in any file before anything is printed."""
    weights = weights_of(model)
    readings = [(file, *_read(weights, file)) for file in files]
    out([line for each in readings for line in (_json_lines if as_json else _text_lines)(*each)])


def evaluate(options: EvaluateOptions) -> None:
    """Print how well labelled strokes, or the test images, are read; raises UserError for any fault in them."""
    weights = weights_of(options.model)
    if options.file is None:
        test = digits.found(options.data).test
        readings, labels = scoring.read_images(weights, test.images), test.labels
    else:
        drawings = strokes(options.file)
        readings, labels = _read_all(weights, drawings), _labels(drawings, options.file)
    score = scoring.score(readings, labels)
    wrong = _mistakes(score, labels, readings)[: max(options.mistakes, 0)]
    out([_score_json(score, wrong, options)] if options.as_json else _score_lines(score, wrong, options))


def weights_of(model: Path | None) -> Weights:
    """Return the weights of a file, else the app's own; raises UserError."""
    return shipped.shipped_weights() if model is None else export.load(model)


def _holds_strokes(file: str) -> bool:
    if file == STANDARD_INPUT or file.endswith(STROKE_SUFFIXES):
        return True
    try:
        with Path(file).open("rb") as opened:
            return opened.read(3).startswith(STROKE_STARTS)
    except OSError as error:
        raise unreadable(file, error) from None


def strokes(file: str) -> list[LabelledDrawing]:
    """Return the digits of a file, or of standard input; raises UserError for a line that is none."""
    if file != STANDARD_INPUT:
        return stroke_lines.read(Path(file))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    return stroke_lines.read(sys.stdin)


def _read_all(weights: Weights, drawings: Sequence[LabelledDrawing]) -> Readings:
    return scoring.read_drawings(weights, [each.drawing for each in drawings])


def _read(weights: Weights, file: str) -> tuple[Readings, bool]:
    """Return what a file of any kind holds, and whether it is a picture."""
    if _holds_strokes(file):
        return _read_all(weights, strokes(file)), False
    image = pictures.image_of_picture(Path(file), weights.stages).reshape(1, PIXELS)
    return Readings(softmax.probabilities(weights, image), np.zeros(1, np.bool_)), True


def _labels(drawings: Sequence[LabelledDrawing], file: str) -> Bytes:
    for number, each in enumerate(drawings, start=1):
        if each.label is None:
            raise UserError(f"digit {number} of {file} has no label, so it cannot be scored.")
    return np.array([each.label for each in drawings], np.uint8)


def _json_lines(_file: str, readings: Readings, _is_picture: bool) -> list[str]:
    return [
        json_line({"digit": verdict, "probabilities": None if verdict is None else shares})
        for verdict, shares in zip(readings.verdicts, readings.probabilities.tolist(), strict=True)
    ]


def _text_lines(file: str, readings: Readings, is_picture: bool) -> list[str]:
    lines = []
    for number, verdict in enumerate(readings.verdicts, start=1):
        place = file if is_picture else f"{file}:{number}"
        sure = "" if verdict is None else percent(float(readings.probabilities[number - 1, verdict]))
        lines.append(f"{place}  nothing is drawn" if verdict is None else f"{place}  {verdict}  {sure}")
    return lines


def _mistakes(score: Score, labels: Bytes, readings: Readings) -> list[dict[str, int | float | None]]:
    """Return the misread digits as a script reads them: index from 0, label, verdict and its probability."""
    verdicts = readings.verdicts
    found: list[dict[str, int | float | None]] = []
    for index in score.mistakes.tolist():
        verdict = verdicts[index]
        sureness = None if verdict is None else float(readings.probabilities[index, verdict])
        found.append({"index": index, "label": int(labels[index]), "digit": verdict, "probability": sureness})
    return found


def _score_json(score: Score, wrong: list[dict[str, int | float | None]], options: EvaluateOptions) -> str:
    told = {
        "accuracy": score.accuracy,
        "count": score.count,
        "per_digit": score.per_digit,
        "confusion": score.confusion.tolist(),
    }
    return json_line({**told, "mistakes": wrong} if options.mistakes else told)


def _score_lines(score: Score, wrong: list[dict[str, int | float | None]], options: EvaluateOptions) -> list[str]:
    lines = [f"Accuracy: {percent(score.accuracy)} of {score.count:,}"]
    if options.confusion:
        lines += ["", *_confusion_lines(score)]
    else:
        lines += [f"  {digit}  {percent(share)}" for digit, share in enumerate(score.per_digit) if share is not None]
    if options.mistakes:
        lines += ["", *_mistake_lines(wrong)]
    return lines


def _confusion_lines(score: Score) -> list[str]:
    head = ["label \\ read as", *map(str, range(CLASSES)), "recall"]
    rows = [
        [str(digit), *map(str, row), percent(share)]
        for digit, (row, share) in enumerate(zip(score.confusion.tolist(), score.per_digit, strict=True))
    ]
    rows.append(["precision", *map(percent, scoring.precision(score.confusion)), ""])
    return table_lines(head, rows)


def _mistake_lines(wrong: list[dict[str, int | float | None]]) -> list[str]:
    rows = [
        [str(each["index"]), str(each["label"]), "-" if each["digit"] is None else str(each["digit"]),
         percent(each["probability"])]
        for each in wrong
    ]  # fmt: skip
    return table_lines(["mistake at", "label", "read as", "sure"], rows)
