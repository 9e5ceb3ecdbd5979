"""What decoding a picture takes is told by its header."""

import io

import pytest
from PIL import Image

from core.pictures import memory as picture_memory

WHOLE = 60 * 50  # pixels


def needed(mode: str, kind: str, **options: object) -> int:
    file = io.BytesIO()
    Image.new(mode, (60, 50)).save(file, kind, **options)
    with Image.open(file) as picture:
        return picture_memory.needed(picture, WHOLE, file)


@pytest.mark.parametrize(("mode", "each"), [("1", 1), ("L", 1), ("P", 1), ("I;16", 2), ("RGB", 4), ("RGBA", 4)])
def test_a_pixel_takes_what_pillow_keeps_it_in(mode: str, each: int) -> None:
    assert needed(mode, "PNG") == each * WHOLE


def test_a_jpeg_of_several_scans_keeps_all_coefficients_as_well() -> None:
    assert needed("RGB", "JPEG") == 4 * WHOLE
    assert needed("L", "JPEG") == WHOLE
    assert needed("RGB", "JPEG", progressive=True) == (4 + 6) * WHOLE


def test_a_jpeg_whose_first_scan_has_one_colour_of_three_is_one_of_several_scans() -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 50)).save(file, "JPEG")
    scan = file.getvalue().index(b"\xff\xda")
    apart = io.BytesIO(file.getvalue()[: scan + 4] + b"\x01" + file.getvalue()[scan + 5 :])
    with Image.open(apart) as picture:
        picture.draft("L", (60, 50))
        assert picture_memory.needed(picture, WHOLE, apart) == (1 + 6) * WHOLE


def test_a_jpeg_that_ends_before_its_first_scan_counts_as_one_of_several() -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 50)).save(file, "JPEG")
    with Image.open(file) as picture:
        cut = io.BytesIO(file.getvalue()[:30])
        assert picture_memory.needed(picture, WHOLE, cut) == (4 + 6) * WHOLE


def test_a_webp_is_kept_four_times_over_and_its_file_too() -> None:
    assert 16 * WHOLE < needed("RGB", "WEBP") < 17 * WHOLE


def test_a_packed_tiff_may_be_unpacked_in_one_go() -> None:
    assert (needed("L", "TIFF"), needed("L", "TIFF", compression="tiff_lzw")) == (WHOLE, 2 * WHOLE)


def test_a_marker_without_a_length_hides_no_progressive_jpeg() -> None:
    hidden = b"\xff\xc2" + bytes(0xFFC2 - 2)  # what the marker's length would be
    assert not picture_memory._is_in_one_scan(io.BytesIO(b"\xff\xd8\xff\xd0" + hidden + b"\xff\xda\0\x0c\x03"), 3)
