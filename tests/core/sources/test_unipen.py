import gzip
from pathlib import Path

import pytest

from core.digits import stroke_lines
from core.errors import UserError
from core.sources import pen_search
from tests.core.sources.lzw import bomb, packed

TEXT = """.INCLUDE        dene.doc
.LEXICON "0" "1"
.HIERARCHY      DIGIT

.SEGMENT DIGIT    0 ? "8"
.COMMENT 8 12  224
.PEN_DOWN
 267  333
 267  336
.PEN_UP
.DT 100

.SEGMENT DIGIT    1-2 ? "2"
.COMMENT 2  3   54
.PEN_DOWN
 1  500
.PEN_UP
.PEN_DOWN
 2  0
 -3  600
.PEN_UP
"""


def test_digits_come_with_their_writers_and_their_y_turned_down() -> None:
    eight, two = pen_search.parsed(TEXT)
    assert [(digit.label, digit.writer) for digit in (eight, two)] == [(8, "train12"), (2, "train03")]
    assert [stroke.tolist() for stroke in eight.drawing.strokes] == [[[267, 167], [267, 164]]]
    assert [stroke.tolist() for stroke in two.drawing.strokes] == [[[1, 0]], [[2, 500], [-3, -100]]]
    assert list(pen_search.parsed(TEXT.partition(".SEGMENT")[0])) == []


def test_a_line_that_has_no_place_there_is_named() -> None:
    with pytest.raises(UserError, match="line 5 .*not UNIPEN text"):
        list(pen_search.parsed(TEXT.replace(".SEGMENT DIGIT    0", ".SEGMENT LETTER 0")))
    with pytest.raises(UserError, match="line 3 .* is not UNIPEN text"):  # a point of a digit whose pen is not down
        list(pen_search.parsed('.PEN_DOWN\n.SEGMENT DIGIT 0-1 ? "7"\n 10 20\n'))


def test_the_published_text_is_the_json_lines(stroke_folder: Path) -> None:
    digits = pen_search.read(stroke_folder / "pendigits-orig.tra.gz")
    lines = stroke_lines.read(stroke_folder / "pendigits-train.jsonl.gz")
    assert len(digits) == 7_494
    assert len({digit.writer for digit in digits}) == 30
    assert list(map(stroke_lines.line_of, digits)) == list(map(stroke_lines.line_of, lines))


def test_the_text_is_read_plain_and_as_upstream_packs_it(stroke_folder: Path, tmp_path: Path) -> None:
    text = gzip.decompress((stroke_folder / "pendigits-orig.tra.gz").read_bytes())
    for name, data in (("plain", text), ("pendigits-orig.tra.Z", packed(text))):
        (tmp_path / name).write_bytes(data)
        assert pen_search.is_whole(tmp_path / name)
    assert len(pen_search.read(tmp_path / "pendigits-orig.tra.Z")) == 7_494


@pytest.mark.parametrize(
    "data",
    [
        *(b"", TEXT.encode(), gzip.compress(TEXT.encode(), mtime=0), gzip.compress(TEXT.encode(), mtime=0)[:-9]),
        *(gzip.compress(bytes(9_000_000), mtime=0), packed(TEXT.encode()), bomb(40_000)),
        *(packed(TEXT.encode())[:-20] + bytes([255]) * 20, b"\x1f\x9d"),
    ],
)
def test_anything_but_the_published_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(UserError, match="fetch it again"):
        pen_search.read(tmp_path / "f")
    with pytest.raises(UserError, match="does not exist"):
        pen_search.read(tmp_path / "none")
    assert not any(pen_search.is_whole(tmp_path / name) for name in ("f", "none"))
