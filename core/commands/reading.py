"""`digitscope evaluate`: how well trained weights read labelled digits and numbers, without TensorFlow."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from core.commands import data, terminal
from core.commands.labelled import labelled
from core.commands.predicting import PICTURE_SUFFIXES, UNSAID, Answer, NumberReader, strokes, weights_of
from core.commands.terminal import json_line, note, out, percent, table_lines
from core.digits.dataset import CLASSES, Bytes
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.files import presence
from core.model import detector, metrics, scoring
from core.model.doubt import Doubt, Judgement, are_unsure, judged
from core.model.metrics import NO_VERDICT, Scores
from core.model.scoring import Readings
from core.model.softmax import Weights
from core.numbers.number import looks_strange

Mistake = dict[str, Any]
Scored = dict[str, str | None]
DoubtedShares = dict[str, float | None]


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
        out(_lines_of_numbers(_scored_pictures(Path(file), NumberReader(model)), mistakes, as_json, confusion))
        return
    if file is not None and Path(file).suffix.lower() in PICTURE_SUFFIXES:
        raise UserError(f"{file} is one picture without a label: name a folder with subfolders 0, 1, ... of pictures.")
    drawings = None if file is None else strokes(file)
    for number, each in enumerate(drawings or (), start=1):
        if not each.text:
            raise UserError(f"digit {number} of {file} has no label, so it cannot be scored.")
    if file is not None and drawings and any(one.number for one in drawings):
        answers = NumberReader(model).answers_to(file, drawings)
        numbers = [_scored(answer.place, one.text, answer) for one, answer in zip(drawings, answers, strict=True)]
        out(_lines_of_numbers(numbers, mistakes, as_json, confusion))
    else:
        out(_lines_of_digits(*_read(weights_of(model), drawings, folder, as_it_is), mistakes, as_json, confusion))


def _lines_of_digits(
    readings: Readings, labels: Bytes, judgements: list[Judgement], mistakes: int, as_json: bool, confusion: bool
) -> list[str]:
    """Return how single digits were read, and the surest mistakes, as it is printed."""
    found = scoring.score(readings, labels)
    read = zip((found.verdicts == labels).tolist(), judgements, readings.is_empty, strict=True)
    doubted = _doubted_shares((ok, each.doubt) for ok, each, empty in read if not empty)
    wrong = _mistakes(found, judgements)[:mistakes] if mistakes else None
    if as_json:
        named = {"accuracy": found.accuracy, "count": len(labels), "per_digit": found.per_label.tolist()}
        shown = {"doubted": doubted, "confusion": found.confusion.tolist()}
        return [json_line(named | shown | ({} if wrong is None else {"mistakes": wrong}))]
    return _lines_of(found, doubted, wrong, confusion)


def _read(
    weights: Weights, drawings: Sequence[LabelledDrawing] | None, folder: Path | None, as_it_is: bool
) -> tuple[Readings, Bytes, list[Judgement]]:
    """Return how labelled drawings, or else the test images, are read, their labels, and what is said of each."""
    if drawings is None:
        dataset = data.found(folder, as_it_is)
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
    lines += _doubted_lines(doubted)
    if wrong is not None:
        named = [{**each, "probability": percent(each["probability"])} for each in wrong]
        keys = ("index", "label", "digit", "probability", "doubt")
        rows = [["-" if each[key] is None else str(each[key]) for key in keys] for each in named]
        lines += ["", *table_lines(["mistake at", "label", "read as", "sure", "doubt"], rows)]
    return lines


def _scored(place: str, label: str, answer: Answer | None) -> Scored:
    """Return a labelled number as a script reads it: where it is, and what it was read as, where it was not refused."""
    text = None if answer is None else answer.text.replace("\n", "")
    return {"file": place, "label": label, "text": text, **(UNSAID if answer is None else answer.said)}


def _scored_pictures(folder: Path, reader: NumberReader) -> Iterator[Scored]:
    """Give how the labelled pictures of a folder are read; those refused are reported on standard error."""
    for path, label in labelled(folder):
        try:
            answer = reader.answers(str(path))[0]
        except UserError as error:
            note(f"digitscope: {error}")
            answer = None
        yield _scored(str(path), label, answer)


def _lines_of_numbers(numbers: Iterable[Scored], mistakes: int, as_json: bool, confusion: bool) -> list[str]:
    """Return how numbers were read, and the first mistakes, as it is printed.

    The digits' accuracy is one less those wrong, missing or too many, over all digits of the labels; at least 0.
    """
    scored = [(each, each["label"] or "", each["text"] or "") for each in numbers]
    accuracy = sum(label == text for _, label, text in scored) / max(len(scored), 1)
    off = sum(distance(label, text) for _, label, text in scored)
    digit_accuracy = max(0.0, 1 - off / max(sum(len(label) for _, label, _ in scored), 1))
    refused = sum(each["text"] is None for each, *_ in scored)
    read = ((label == text, Doubt(each["doubt"])) for each, label, text in scored if each["text"] is not None)
    doubted = _doubted_shares(read)
    wrong = [each for each, label, text in scored if label != text][:mistakes]
    if as_json:
        found = {"accuracy": accuracy, "count": len(scored), "digit_accuracy": digit_accuracy, "refused": refused}
        return [json_line({**found, "doubted": doubted, **({"mistakes": wrong} if mistakes else {})})]
    lines = [f"Accuracy: {percent(accuracy)} of {len(scored):,}, digits {percent(digit_accuracy)}"]
    lines += [f"  {refused:,} could not be read"] if refused else []
    if confusion and all(len(label) == 1 for _, label, _ in scored):
        counted = Counter((label, text or "-") for _, label, text in scored)
        labels = sorted({label for label, _ in counted})
        texts = sorted({text for _, text in counted}, key=lambda text: (len(text), text))
        table = [[label, *(str(counted[label, text]) for text in texts)] for label in labels]
        lines += ["", *table_lines(["label \\ read as", *texts], table)]
    elif confusion:
        note("digitscope: --confusion is a table of single digits; here are numbers of several.")
    lines += _doubted_lines(doubted)
    rows = [[one[name] or "-" for name in ("file", "label", "text", "doubt")] for one in wrong]
    return [*lines, "", *table_lines(["mistake", "label", "read as", "doubt"], rows, texts=4)] if mistakes else lines


def _doubted_shares(read: Iterable[tuple[bool, Doubt]]) -> DoubtedShares:
    """Return which share, 0..1, of what was read right and wrong was in doubt; None where nothing was."""
    by_name: dict[str, list[bool]] = {"right": [], "wrong": []}
    for is_right, doubt in read:
        by_name["right" if is_right else "wrong"].append(doubt is not Doubt.NONE)
    return {name: sum(each) / len(each) if each else None for name, each in by_name.items()}


def _doubted_lines(doubted: DoubtedShares) -> list[str]:
    return [f"  in doubt: {percent(share)} of what is {name}" for name, share in doubted.items() if share is not None]


def distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added or left out to make one text the other (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for place, opposite in enumerate(other, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != opposite))
    return row[-1]
