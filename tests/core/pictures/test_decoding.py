"""Picture files of any size and kind become grey, within a limit of memory that the header is checked against."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.errors import UserError
from core.pictures import decoding
from core.pictures.decoding import MOST_FINER, TURNS, WORKING_SIDE, grey_of, needed_memory, pages_of

WHOLE = 60 * 50  # pixels


def slope(width: int, height: int) -> Image.Image:
    """Return a picture that gets lighter to the right and a little downwards."""
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    return Image.fromarray((200 * x + 55 * y).astype(np.uint8))


def encoded(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def decoded(data: bytes) -> np.ndarray:
    return grey_of(next(pages_of(io.BytesIO(data), "it"))[0])


GREY, COLOURS = 0, 2  # PNG's numbers of what a pixel is


def header_of(width: int, height: int, kind: int = GREY) -> bytes:
    """Return a PNG that promises a size and holds no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a picture"), (b"hello", "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
        (header_of(90, 90), "damaged or cut short"), (encoded(slope(300, 300))[:600], "damaged or cut short"),
        (encoded(slope(300, 300), "JPEG")[:600], "damaged or cut short"),
        *[(header_of(side, side), "more than 50 million pixels") for side in (7_100, 12_000, 60_000)],
    ],
)  # fmt: skip
def test_what_is_no_whole_picture_or_promises_too_many_pixels_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        decoded(data)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P", "CMYK", "I;16", "1"])
def test_a_large_picture_of_any_mode_is_averaged_down_as_a_small_one_is(mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    grey = slope(2_417, 1_803)
    large = Image.fromarray(np.asarray(grey, np.uint16) * 257) if mode == "I;16" else grey.convert(mode)
    expected = np.asarray(grey.resize((WORKING_SIDE, 298), Image.Resampling.BOX), np.float32) / 255
    found = decoded(encoded(large, kind))
    assert found.shape == expected.shape
    assert np.abs(found - expected).mean() < 0.02


def test_what_can_be_seen_through_is_paper_in_a_large_picture_too() -> None:
    layered = Image.new("RGBA", (2_000, 2_000))
    layered.paste((10, 10, 10, 255), (900, 300, 1_100, 1_700))
    found = decoded(encoded(layered))
    assert (found[200, 200], found[0, 0]) == (pytest.approx(10 / 255, abs=0.01), 1)


@pytest.mark.parametrize("size", [(1_600, 1), (1, 1_600), (40_000, 3)])
def test_a_large_picture_may_be_as_thin_as_a_line(size: tuple[int, int]) -> None:
    assert max(decoded(encoded(slope(*size))).shape) == WORKING_SIDE * MOST_FINER


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_large_and_small_pictures_are_turned_as_their_camera_says(orientation: int, kind: str) -> None:
    exif = exif_of(orientation)
    small, large = (decoded(encoded(slope(4 * side, 3 * side), kind, exif=exif)) for side in (100, 600))
    assert small.shape == large.shape
    assert small.shape == ((300, 400) if orientation < 5 else (400, 300))
    assert np.abs(small - large).max() < 0.05


def bmp_with_runs(side: int) -> bytes:
    """Return a BMP of grey pixels that promises to be compressed by runs, and holds none."""
    head = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 8, 1, 2, 0, 0, 256, 0)
    colours = b"".join(bytes([grey, grey, grey, 0]) for grey in range(256))
    start = 14 + len(head) + len(colours)
    return b"BM" + struct.pack("<IHHI", start + 2, 0, 0, start) + head + colours + b"\0\1"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (header_of(4_473, 4_473, COLOURS), "80 MB of memory, more than 80: make it smaller, or save it as"),
        (bmp_with_runs(6_000), "108 MB"), (b"P2 6000 6000 255\n0 ", "108 MB"), (b"P5 6000 6000 100\n0", "108 MB"),
    ],
)  # fmt: skip
def test_a_picture_that_takes_too_much_memory_with_pillows_copies_is_refused_before_it_is_taken(
    monkeypatch: pytest.MonkeyPatch, data: bytes, told: str
) -> None:
    monkeypatch.setattr(decoding, "MOST_MEMORY", 80_000_000)
    with pytest.raises(UserError, match=f"it would take {told}"):
        decoded(data)


def test_a_large_picture_of_16_bits_keeps_them_where_one_of_its_shades_can_be_seen_through() -> None:
    grey = Image.fromarray(np.asarray(slope(2_417, 1_803), np.uint16) * 257)
    assert np.abs(decoded(encoded(grey, transparency=70)) - decoded(encoded(grey))).mean() < 0.02


def exif_of(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


LARGEST: dict[str, tuple[str, tuple[int, int], dict[str, Any]]] = {
    "PNG": ("L", (7_071, 7_071), {"compress_level": 1}),
    "PNG in colour": ("RGBA", (7_071, 7_071), {"compress_level": 1}), "JPEG": ("RGB", (7_071, 7_071), {}),
    "progressive JPEG": ("RGB", (7_071, 7_071), {"progressive": True}), "CMYK JPEG": ("CMYK", (7_071, 7_071), {}),
    "AVIF": ("RGB", (5_600, 5_600), {"speed": 10}), "WEBP": ("RGB", (4_400, 4_400), {}),
    "TIFF": ("RGB", (6_320, 6_320), {"compression": "tiff_lzw"}),
    "turned TIFF": ("RGB", (6_320, 6_320), {"exif": exif_of(6)}), "BMP": ("RGB", (7_071, 7_071), {}),
}  # fmt: skip
CHILD = """
import sys
from pathlib import Path
from core.pictures.ink import ink_of_file
from tests.fuzz.ceiling import little_memory
small, large = map(Path, sys.argv[1:])
ink_of_file(small)  # what is loaded once is no part of it
with little_memory():
    print(ink_of_file(large)[0].any())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
@pytest.mark.parametrize("which", LARGEST)
def test_the_largest_picture_that_is_taken_stays_under_the_ceiling(which: str, tmp_path: Path) -> None:
    mode, size, options = LARGEST[which]
    for name, (width, height) in (("small", (300, 300)), ("large", size)):
        picture = Image.new("RGB", (width, height), "white")
        picture.paste("black", (4 * width // 9, height // 5, 5 * width // 9, 4 * height // 5))
        kind = which.split()[-1 if "JPEG" in which or "TIFF" in which else 0]
        (tmp_path / name).write_bytes(encoded(picture.convert(mode), kind, **options))
    command = [sys.executable, "-c", CHILD, str(tmp_path / "small"), str(tmp_path / "large")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr[-500:]) == ("True", "")


def needed(mode: str, kind: str, mark: bytes = b"", **options: object) -> int:
    data = encoded(Image.new(mode, (60, 50)), kind, **options)
    file = io.BytesIO(data[:2] + mark + data[2:])
    with Image.open(file) as picture:
        return needed_memory(picture, WHOLE, file)


def test_a_pixel_takes_what_pillow_keeps_it_in() -> None:
    for mode, each in (("1", 1), ("L", 1), ("P", 1), ("I;16", 2), ("RGB", 4), ("RGBA", 4)):
        assert needed(mode, "PNG") == each * WHOLE
    # with the coefficients of all scans, where there are several
    assert [needed(mode, "JPEG") for mode in ("RGB", "CMYK")] == [4 * WHOLE] * 2
    assert [needed(mode, "JPEG", progressive=True) for mode in ("RGB", "L")] == [(4 + 6) * WHOLE, (1 + 2) * WHOLE]
    assert needed("RGB", "JPEG", b"\xff\xd0") == (4 + 6) * WHOLE  # a mark that is skipped, and what follows with it
    assert needed("RGB", "AVIF") == 10 * WHOLE
    assert 16 * WHOLE < needed("RGB", "WEBP") < 17 * WHOLE  # four times over, and its file
    assert (needed("L", "TIFF"), needed("L", "TIFF", compression="tiff_lzw")) == (WHOLE, 2 * WHOLE)
