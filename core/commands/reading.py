"""`digitscope evaluate`: how well trained weights read labelled digits and numbers, without TensorFlow."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from core.commands import digits, number_scores, terminal
from core.commands.number_scores import DoubtedShares, doubted_lines
from core.commands.predicting import UNSAID, NumberReader, strokes, weights_of
from core.commands.terminal import json_line, out, percent, table_lines
from core.digits.dataset import CLASSES, Bytes
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.files import presence
from core.model import detector, metrics, scoring
from core.model.doubt import Judgement, are_unsure, judged
from core.model.scoring import Readings, Score
from core.model.softmax import Weights
from core.numbers.number import looks_strange

Mistake = dict[str, Any]


def evaluate(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE|FOLDER]", help="Labelled strokes or pictures; else test images.")
    ] = None,
    model: terminal.ModelOption = None,
    confusion: Annotated[bool, typer.Option("--confusion", help="Print the table of labels and verdicts.")] = False,
    mistakes: Annotated[int, typer.Option(metavar="N", min=0, help="Print the N surest mistakes.")] = 0,
    as_json: terminal.JsonOption = False,
    folder: terminal.DataOption = None,
    as_it_is: terminal.AsItIsOption = False,
) -> None:
    """Score the weights on labelled strokes, or on the test images.

    Pictures are labelled by the subfolders that they lie in, 0, 1, ... or 42, or by a labels.csv of file,label.
    """
    if file is not None and (as_it_is or folder is not None):
        raise UserError(f"--data and --as-it-is are about test images: leave them out, or {file}.")
    if file is not None and presence.is_folder(Path(file)):
        out(number_scores.lines_of(number_scores.scored_pictures(Path(file), NumberReader(model)), mistakes, as_json))
        return
    drawings = None if file is None else strokes(file)
    for number, each in enumerate(drawings or (), start=1):
        if not each.text:
            raise UserError(f"digit {number} of {file} has no label, so it cannot be scored.")
    if file is not None and drawings and any(one.number for one in drawings):
        numbers = number_scores.scored_drawings(file, drawings, NumberReader(model))
        out(number_scores.lines_of(numbers, mistakes, as_json))
    else:
        readings, labels, judgements = _read(weights_of(model), drawings, folder, as_it_is)
        found = scoring.score(readings, labels)
        right = np.equal(readings.probabilities.argmax(axis=1), labels).tolist()
        read = zip(right, judgements, readings.is_empty, strict=True)
        doubted = number_scores.doubted_shares((ok, each.doubt) for ok, each, empty in read if not empty)
        wrong = _mistakes(found, labels, readings, judgements)[:mistakes] if mistakes else None
        out([_json_of(found, doubted, wrong)] if as_json else _lines_of(found, doubted, wrong, confusion))


def _read(
    weights: Weights, drawings: Sequence[LabelledDrawing] | None, folder: Path | None, as_it_is: bool
) -> tuple[Readings, Bytes, list[Judgement]]:
    """Return how labelled drawings, or else the test images, are read, their labels, and what is said of each."""
    if drawings is None:
        dataset = digits.found(folder, as_it_is)
        test = dataset.test
        readings, labels = scoring.read_images(weights, test.images), test.labels
        if not dataset.shows_digits:  # what doubts knows digits alone
            return readings, labels, [judged(each) for each in readings.probabilities]
        strange = (detector.look((test.images / 255).astype(np.float32))[1] > 0).tolist()
    else:
        labels = np.array([each.label for each in drawings], np.uint8)
        readings = scoring.read_drawings(weights, [each.drawing for each in drawings])
        strange = [looks_strange(each.drawing) for each in drawings]
    unsure = are_unsure(weights, readings.images, readings.probabilities).tolist()
    return readings, labels, list(map(judged, readings.probabilities, strange, unsure))


def _mistakes(score: Score, labels: Bytes, readings: Readings, judgements: Sequence[Judgement]) -> list[Mistake]:
    """Return the misread digits as a script reads them: index from 0, label, digit, its probability, what is said."""
    verdicts, sureness = readings.verdicts, readings.probabilities.max(axis=1, initial=0.0)
    return [
        {"index": index, "label": int(labels[index]), "digit": verdicts[index],
         "probability": None if verdicts[index] is None else float(sureness[index]),
         **(UNSAID if verdicts[index] is None else
            {"verdict": judgements[index].sentence or str(verdicts[index]), "doubt": judgements[index].doubt.value})}
        for index in score.mistakes.tolist()
    ]  # fmt: skip


def _json_of(score: Score, doubted: DoubtedShares, wrong: list[Mistake] | None) -> str:
    found = {"accuracy": score.accuracy, "count": score.count, "per_digit": score.per_digit, "doubted": doubted}
    return json_line({**found, "confusion": score.confusion.tolist(), **({} if wrong is None else {"mistakes": wrong})})


def _lines_of(score: Score, doubted: DoubtedShares, wrong: list[Mistake] | None, confusion: bool) -> list[str]:
    lines = [f"Accuracy: {percent(score.accuracy)} of {score.count:,}"]
    if confusion:
        lines += ["", *_confusion_lines(score)]
    else:
        lines += [f"  {digit}  {percent(share)}" for digit, share in enumerate(score.per_digit) if share is not None]
    lines += doubted_lines(doubted)
    if wrong is not None:
        named = [{**each, "probability": percent(each["probability"])} for each in wrong]
        keys = ("index", "label", "digit", "probability", "doubt")
        rows = [["-" if each[key] is None else str(each[key]) for key in keys] for each in named]
        lines += ["", *table_lines(["mistake at", "label", "read as", "sure", "doubt"], rows)]
    return lines


def _confusion_lines(score: Score) -> list[str]:
    head = ["label \\ read as", *map(str, range(CLASSES)), "recall"]
    rows = [
        [str(digit), *map(str, row), percent(share)]
        for digit, (row, share) in enumerate(zip(score.confusion.tolist(), score.per_digit, strict=True))
    ]
    rows.append(["precision", *map(percent, metrics.precision(score.confusion)), ""])
    return table_lines(head, rows)
