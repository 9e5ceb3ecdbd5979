"""`digitscope predict`: what files and folders of strokes and pictures say, digit by digit, without TensorFlow."""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from core.arrays import Floats
from core.commands.terminal import JsonOption, ModelOption, json_line, note, out, percent
from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, reading
from core.files import packed, presence
from core.importing import models
from core.model import shipped, weights_file
from core.model.doubt import Doubt, Judgement, judged
from core.model.softmax import Weights
from core.numbers.grouping import Grouper
from core.numbers.number import Part, are_strange, parts_of, readings_of, text_of
from core.numbers.picture import shown_in_file
from core.pictures.decoding import PICTURE_SUFFIXES
from core.sources import forms

DONE, REFUSED = 0, 2  # exit statuses
STANDARD_INPUT = "-"
STROKE_SUFFIXES = (".jsonl", ".ndjson", ".json", ".gz")
STROKE_STARTS = (b"{", packed.START, b"\xef\xbb\xbf")  # JSON, gzip, a byte order mark: no picture begins so
READ = {*PICTURE_SUFFIXES, *STROKE_SUFFIXES} - {".gz"}  # what is packed may be a data set
UNSAID: dict[str, str | None] = {"verdict": None, "doubt": None}  # of what cannot be read


@dataclass(frozen=True, slots=True)
class Answer:
    """What one drawing or picture says.

    place : where it was found, in words; parts : its digits in reading order; probabilities : (n, 10)
    digits, judgements : the likeliest of each, and what to say of it; text : the number, "" where nothing is drawn
    """

    file: str
    place: str
    parts: tuple[Part, ...]
    probabilities: Floats
    digits: list[int]
    judgements: list[Judgement]
    text: str

    @property
    def verdict(self) -> str:
        """The number, or what is doubted of its digits."""
        return "; ".join(each.sentence for each in self.judgements if each.sentence) or self.text

    @property
    def sureness(self) -> float:
        """The probability, 0..1, that all digits are right."""
        return float(self.probabilities.max(axis=1).prod())

    @property
    def said(self) -> dict[str, str | None]:
        """Verdict and the gravest doubt, as a script reads them."""
        doubt = max((each.doubt for each in self.judgements), key=list(Doubt).index, default=Doubt.NONE)
        return {"verdict": self.verdict, "doubt": doubt.value}


class NumberReader:
    """Reads numbers with the weights of a file, or the app's."""

    def __init__(self, model: Path | None = None) -> None:
        """Raise UserError where the file holds no weights."""
        self.weights = weights_of(model)
        self._grouper = Grouper()

    def answers(self, file: str) -> list[Answer]:
        """Return what a file says, an answer for each drawing; raises UserError for a fault anywhere in it."""
        check_use(file)
        if file != STANDARD_INPUT and presence.is_folder(Path(file)):
            raise UserError(f"{file or repr(file)} holds no pictures and no strokes.")
        are_strokes = file == STANDARD_INPUT or file.endswith(STROKE_SUFFIXES)
        if not are_strokes:
            with reading(file), Path(file).open("rb") as opened:
                are_strokes = opened.read(3).startswith(STROKE_STARTS)
        if are_strokes:
            return self.answers_to(file, strokes(file))
        return [self._answer(file, file, shown_in_file(Path(file), self._grouper).in_picture)]

    def answers_to(self, file: str, drawings: Sequence[LabelledDrawing]) -> list[Answer]:
        """Return what drawings of a file say."""
        drawn = enumerate(drawings, start=1)
        return [self._answer(file, f"{file}:{at}", parts_of(one.drawing, self._grouper)) for at, one in drawn]

    def _answer(self, file: str, place: str, parts: tuple[Part, ...]) -> Answer:
        probabilities, unsure = readings_of(parts, self.weights)
        digits = probabilities.argmax(axis=1).tolist()
        judgements = list(map(judged, probabilities, are_strange(parts), unsure.tolist()))
        return Answer(file, place, parts, probabilities, digits, judgements, text_of(parts, digits))


def predict(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Strokes, pictures, folders of them, or -.")],
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> int:
    """Read digits and whole numbers, from strokes or pictures, and print what they are.

    A file that cannot be read is reported on standard error; the others are read, and the exit status is 2.
    """
    reader, status = NumberReader(model), DONE
    for each in (found for file in files for found in in_folder(file)):
        try:
            answers = reader.answers(each)
        except UserError as error:
            note(f"digitscope: {error}")
            status = REFUSED
        else:
            out([_json_of(answer) if as_json else _line_of(answer) for answer in answers])
    return status


def in_folder(file: str) -> list[str]:
    """Return the strokes and pictures in a folder and its subfolders, sorted by name; a file as it is."""
    if file in ("", STANDARD_INPUT) or not presence.is_folder(Path(file)):
        return [file]
    found = [path for path in Path(file).rglob("*") if path.suffix.lower() in PICTURE_SUFFIXES + STROKE_SUFFIXES]
    return [str(path) for path in sorted(found) if not path.is_fifo()] or [file]  # a pipe may never end


def check_use(file: str) -> None:
    """Raise UserError that says where a network or a data set is named, where a file is one by its name or look."""
    path, suffix = Path(file), Path(file).suffix.lower()
    if file in ("", STANDARD_INPUT) or suffix in READ:
        return
    with reading(file):
        if path.is_fifo():  # what is in it is read but once
            return
        if models.reader_of(path) or (suffix == weights_file.SUFFIX and weights_file.is_weights(path)):
            raise UserError(f"{file} is a network, which reads other files: name it with --model {file}.")
        if forms.is_data_set(path):
            raise UserError(f"{file} is a data set; it is scored by: digitscope evaluate --data {file}")


def weights_of(model: Path | None) -> Weights:
    """Return the weights of a file, else the app's own; note what a model takes for a pixel. Raises UserError."""
    if model is None:
        return shipped.shipped_weights()
    found = models.opened(model)
    note(found.note)
    return found.weights


def strokes(file: str) -> list[LabelledDrawing]:
    """Return the drawings of a file, or of standard input; raises UserError for a line that is none."""
    if file != STANDARD_INPUT:
        return stroke_lines.read(Path(file))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    return stroke_lines.read(sys.stdin or io.StringIO())  # None where it is closed


def _json_of(answer: Answer) -> str:
    rows = answer.probabilities.tolist()
    is_one = len(rows) == 1
    found = {
        "digit": answer.digits[0] if is_one else None,
        "probabilities": rows[0] if is_one else None,
        "text": answer.text,
        "digits": [
            {
                "digit": digit,
                "box": list(part.box),
                "probabilities": row,
                "verdict": judgement.sentence or str(digit),
                "doubt": judgement.doubt.value,
            }
            for part, digit, row, judgement in zip(answer.parts, answer.digits, rows, answer.judgements, strict=True)
        ],
        "file": answer.file,
    }
    return json_line(found)


def _line_of(answer: Answer) -> str:
    text = answer.text.replace("\n", " ")
    if not text:
        return f"{answer.place}  nothing is drawn"
    said = [judgement.sentence for judgement in answer.judgements if judgement.sentence]
    return "  ".join([answer.place, text, percent(answer.sureness), *said])
