"""`digitscope evaluate`: how well trained weights read labelled digits and numbers, without TensorFlow."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.commands import digits, number_scores
from core.commands.predicting import NumberReader, strokes, weights_of
from core.commands.terminal import json_line, out, percent, table_lines
from core.digits.dataset import CLASSES, Bytes
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.files import presence
from core.model import scoring
from core.model.scoring import Readings, Score
from core.model.softmax import Weights


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """What the user asked for; without a file, the test images are scored."""

    file: str | None = None
    model: Path | None = None
    confusion: bool = False
    mistakes: int = 0
    as_json: bool = False
    data: Path | None = None


def evaluate(options: EvaluateOptions) -> None:
    """Print how well labelled strokes or pictures, or the test images, are read; raises UserError for any fault."""
    if options.file is not None and presence.is_folder(Path(options.file)):
        score = number_scores.scored_pictures(Path(options.file), NumberReader(options.model))
        out(number_scores.lines_of(score, options.mistakes, options.as_json))
        return
    drawings = None if options.file is None else strokes(options.file)
    if drawings and options.file and any(one.number for one in drawings):
        _check_labels(drawings, options.file)
        score = number_scores.scored_drawings(options.file, drawings, NumberReader(options.model))
        out(number_scores.lines_of(score, options.mistakes, options.as_json))
    else:
        _evaluate_digits(options, drawings)


def _evaluate_digits(options: EvaluateOptions, drawings: Sequence[LabelledDrawing] | None) -> None:
    weights = weights_of(options.model)
    if drawings is None or options.file is None:
        test = digits.found(options.data).test
        readings, labels = scoring.read_images(weights, test.images), test.labels
    else:
        readings, labels = _read_all(weights, drawings), _labels(drawings, options.file)
    score = scoring.score(readings, labels)
    wrong = _mistakes(score, labels, readings)[: max(options.mistakes, 0)]
    out([_score_json(score, wrong, options)] if options.as_json else _score_lines(score, wrong, options))


def _read_all(weights: Weights, drawings: Sequence[LabelledDrawing]) -> Readings:
    return scoring.read_drawings(weights, [each.drawing for each in drawings])


def _labels(drawings: Sequence[LabelledDrawing], file: str) -> Bytes:
    _check_labels(drawings, file)
    return np.array([each.label for each in drawings], np.uint8)


def _check_labels(drawings: Sequence[LabelledDrawing], file: str) -> None:
    for number, each in enumerate(drawings, start=1):
        if not each.text:
            raise UserError(f"digit {number} of {file} has no label, so it cannot be scored.")


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
