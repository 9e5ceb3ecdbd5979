"""UCI's "Pen-Based Recognition of Handwritten Digits" in its original UNIPEN text: 7,494 digits by 30 writers.

E. Alpaydin and F. Alimoglu (1996), https://doi.org/10.24432/C5MG6K, CC BY 4.0. The text comes plain, as .gz or as
upstream's .Z, and is verified after decompression. Its y points up; that of drawings points down.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.files import packed

SHA256 = "a66225d68d7d68591e62944df1ad33b3f5aa608e2df2505844b41f5568a80da4"  # decompressed
SIZE = 3_641_673  # bytes, decompressed
TOP = 500  # the tablet's height in its own units
LZW_START = b"\x1f\x9d"

SEGMENT = re.compile(r'\.SEGMENT DIGIT\s+\S{1,40} \? "([0-9])"$')
COMMENT = re.compile(r"\.COMMENT\s+[0-9]\s+([0-9]{1,9})\s")
POINT = re.compile(r"\s*(-?[0-9]{1,9})\s+(-?[0-9]{1,9})\s*$")
PASSED_OVER = (".DT", ".INCLUDE", ".LEXICON", ".HIERARCHY")


def read(path: Path) -> list[LabelledDrawing]:
    """Return the pen digits of a file, plain, .gz or .Z, in order.

    Raises UserError when it cannot be read or is not byte for byte the published text.
    """
    text = decompressed(path)
    if hashlib.sha256(text).hexdigest() != SHA256:
        raise UserError("{path} is not UCI's pendigits-orig.tra, or is damaged: fetch it again.", path=path)
    return list(parsed(text.decode("ascii")))


def is_whole(path: Path) -> bool:
    """Return whether a file is there and holds the published text, in whatever way it is compressed."""
    try:
        return hashlib.sha256(decompressed(path)).hexdigest() == SHA256
    except (OSError, UserError):
        return False


def parsed(text: str) -> Iterator[LabelledDrawing]:
    """Yield the digits of UNIPEN text, each with its writer, as "train01".

    Raises UserError, with the number of the line, for a line that has no place there.
    """
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
            raise UserError(
                "line {number} of the pen digits is not UNIPEN text: {line!r}.", number=number, line=line[:40]
            )
    if label is not None:
        yield LabelledDrawing(Drawing.from_strokes(strokes), label, writer)


def decompressed(path: Path) -> bytes:
    """Return what a file decompresses to, at most one byte more than the published text; raises UserError."""
    with packed.opened(path) as (file, _):
        raw = file.read(SIZE + 1)
    if not raw.startswith(LZW_START):
        return raw
    import unlzw3

    if packed.unpacked_size(raw, SIZE) > SIZE:
        raise UserError("{path} is not UCI's pendigits-orig.tra, or is damaged: fetch it again.", path=path)
    try:
        return bytes(unlzw3.unlzw(raw))
    except (ValueError, IndexError, TypeError):
        raise UserError("{path} is damaged or cut short: fetch it again.", path=path) from None
