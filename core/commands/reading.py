"""`digitscope evaluate`: how well trained weights read labelled digits and numbers, without TensorFlow."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from core.commands import data, terminal
from core.commands.number_scores import (
    DoubtedShares,
    doubted_lines,
    doubted_shares,
    lines_of_numbers,
    scored,
    scored_pictures,
)
from core.commands.predicting import UNSAID, NumberReader, check_use, strokes, weights_of
from core.commands.terminal import json_line, out, percent, table_lines
from core.digits.dataset import CLASSES, Bytes, Dataset
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.files import presence
from core.model import detector, metrics, scoring
from core.model.doubt import Judgement, are_unsure, judged
from core.model.metrics import NO_VERDICT, Scores
from core.model.scoring import Readings
from core.model.softmax import Weights
from core.numbers.number import looks_strange
from core.pictures.decoding import PICTURE_SUFFIXES

Mistake = dict[str, Any]
Read = tuple[Readings, Bytes, list[Judgement]]  # how digits are read, their labels, and what is said of each


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
        out(lines_of_numbers(scored_pictures(Path(file), NumberReader(model)), mistakes, as_json, confusion))
        return
    if file is not None and Path(file).suffix.lower() in PICTURE_SUFFIXES:
        raise UserError(f"{file} is one picture without a label: name a folder with subfolders 0, 1, ... of pictures.")
    if file is not None:
        check_use(file)
    drawings = None if file is None else strokes(file)
    for number, each in enumerate(drawings or (), start=1):
        if not each.text:
            raise UserError(f"digit {number} of {file} has no label, so it cannot be scored.")
    if file is not None and drawings and any(one.number for one in drawings):
        answers = NumberReader(model).answers_to(file, drawings)
        numbers = [scored(answer.place, one.text, answer) for one, answer in zip(drawings, answers, strict=True)]
        out(lines_of_numbers(numbers, mistakes, as_json, confusion))
    else:
        weights = weights_of(model)
        dataset = data.found(folder, as_it_is) if drawings is None else None
        read = _read_drawings(weights, drawings or ()) if dataset is None else _read_images(weights, dataset)
        out(_lines_of_digits(read, dataset.title if dataset else "", mistakes, as_json, confusion))


def _lines_of_digits(read: Read, title: str, mistakes: int, as_json: bool, confusion: bool) -> list[str]:
    """Return how single digits, or test images of a title, were read, and the surest mistakes, as it is printed."""
    readings, labels, judgements = read
    found = scoring.score(readings, labels)
    each_read = zip((found.verdicts == labels).tolist(), judgements, readings.is_empty, strict=True)
    doubted = doubted_shares((ok, each.doubt) for ok, each, empty in each_read if not empty)
    wrong = _mistakes(found, judgements)[:mistakes] if mistakes else None
    if as_json:
        named = {"accuracy": found.accuracy, "count": len(labels), "per_digit": found.per_label.tolist()}
        named |= {"data": title} if title else {}
        shown = {"doubted": doubted, "confusion": found.confusion.tolist()}
        return [json_line(named | shown | ({} if wrong is None else {"mistakes": wrong}))]
    lines = _lines_of(found, doubted, wrong, confusion)
    return [lines[0] + f" test images of {title}" if title else lines[0], *lines[1:]]


def _read_images(weights: Weights, dataset: Dataset) -> Read:
    test = dataset.test
    readings = scoring.read_images(weights, test.images)
    if not dataset.shows_digits:  # what doubts knows digits alone
        return readings, test.labels, [judged(each) for each in readings.probabilities]
    strange = (detector.look((test.images / 255).astype(np.float32))[1] > 0).tolist()
    return readings, test.labels, _judgements(weights, readings, strange)


def _read_drawings(weights: Weights, drawings: Sequence[LabelledDrawing]) -> Read:
    readings = scoring.read_drawings(weights, [each.drawing for each in drawings])
    labels = np.array([each.label for each in drawings], np.uint8)
    return readings, labels, _judgements(weights, readings, [looks_strange(each.drawing) for each in drawings])


def _judgements(weights: Weights, readings: Readings, strange: list[bool]) -> list[Judgement]:
    unsure = are_unsure(weights, readings.images, readings.probabilities).tolist()
    return list(map(judged, readings.probabilities, strange, unsure))


def _mistakes(scores: Scores, judgements: Sequence[Judgement]) -> list[Mistake]:
    """Return the misread digits as a script reads them: index from 0, label, digit, its probability, what is said."""
    made = []
    for index in scores.mistakes().tolist():
        digit, judgement = int(scores.verdicts[index]), judgements[index]
        said: Mistake = {"digit": None, "probability": None, **UNSAID}  # of an empty drawing
        if digit != NO_VERDICT:
            verdict, sureness = judgement.sentence or str(digit), float(scores.sureness[index])
            said = {"digit": digit, "probability": sureness, "verdict": verdict, "doubt": judgement.doubt.value}
        made.append({"index": index, "label": int(scores.labels[index]), **said})
    return made


def _lines_of(scores: Scores, doubted: DoubtedShares, wrong: list[Mistake] | None, confusion: bool) -> list[str]:
    lines = [f"Accuracy: {percent(scores.accuracy)} of {len(scores.labels):,}"]
    shares = scores.per_label.tolist()
    if confusion:
        head = ["label \\ read as", *map(str, range(CLASSES)), "recall"]
        counted = zip(scores.confusion.tolist(), shares, strict=True)
        rows = [[str(digit), *map(str, row), percent(share)] for digit, (row, share) in enumerate(counted)]
        rows.append(["precision", *map(percent, metrics.precision(scores.confusion)), ""])
        lines += ["", *table_lines(head, rows)]
    else:
        lines += [f"  {digit}  {percent(share)}" for digit, share in enumerate(shares) if not math.isnan(share)]
    lines += doubted_lines(doubted)
    if wrong is not None:
        named = [{**each, "probability": percent(each["probability"])} for each in wrong]
        keys = ("index", "label", "digit", "probability", "doubt")
        rows = [["-" if each[key] is None else str(each[key]) for key in keys] for each in named]
        lines += ["", *table_lines(["mistake at", "label", "read as", "sure", "doubt"], rows)]
    return lines
