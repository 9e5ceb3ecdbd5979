"""UNIPEN's text, in which UCI's pen digits are: its y points up; that of drawings points down."""

import re
from collections.abc import Iterator

from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.words import mark

TOP = 500  # the tablet's height in its own units
SEGMENT = re.compile(r'\.SEGMENT DIGIT\s+\S{1,40} \? "([0-9])"$')
COMMENT = re.compile(r"\.COMMENT\s+[0-9]\s+([0-9]{1,9})\s")
POINT = re.compile(r"\s*(-?[0-9]{1,9})\s+(-?[0-9]{1,9})\s*$")
PASSED_OVER = (".DT", ".INCLUDE", ".LEXICON", ".HIERARCHY")


def parsed(text: str) -> Iterator[LabelledDrawing]:
    """Yield the digits of UNIPEN text, writers as "train01"; raises UserError that names a line with no place there."""
    label: int | None = None
    writer = ""
    strokes: list[list[tuple[int, int]]] = []
    pen_is_down = False
    for number, line in enumerate(text.splitlines(), start=1):
        if pen_is_down and (point := POINT.match(line)):  # first: nearly all lines are points
            strokes[-1].append((int(point[1]), TOP - int(point[2])))
        elif segment := SEGMENT.match(line):
            if label is not None:
                yield LabelledDrawing(Drawing.from_strokes(strokes), label, writer)
            label, writer, strokes, pen_is_down = int(segment[1]), "", [], False
        elif line.startswith(".PEN_"):
            pen_is_down = line.startswith(".PEN_DOWN")
            strokes += [[]] if pen_is_down else []
        elif comment := COMMENT.match(line):
            writer = f"train{int(comment[1]):02}"
        elif line.strip() and not line.startswith(PASSED_OVER):
            text = mark("line {number} of the pen digits is not UNIPEN text: {line!r}.")
            raise UserError(text, number=number, line=line[:40])
    if label is not None:
        yield LabelledDrawing(Drawing.from_strokes(strokes), label, writer)
