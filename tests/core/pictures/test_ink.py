"""Ink in pictures, also in those of phones, scanners and drawing programs, and the width of the pen that drew it."""

import base64
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core.digits import stages
from core.digits.raster import image_of, image_of_ink
from core.errors import UserError
from core.pictures import ink as pictures
from core.pictures.pen import line_width, with_usual_pen
from tests.core.pictures.test_decoding import encoded as saved, exif_of
from tests.small import SEVEN
from tests.there import there

Floats = NDArray[np.float32]
# a drawn seven of 64 x 64 pixels as HEIC
HEIC = base64.b64decode("""
AAAAHGZ0eXBoZWl4AAAAAG1pZjFoZWl4bWlhZgAAAU5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERA
AAEAAQAAAAABcgABAAAAAAAAAL0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAAzmlwcnAAAACvaXBjbwAA
AHJodmNDAQQIAAAAn/gAAAAAHvAA/Pz4+AAADwNgAAEAF0ABDAH//wQIAAADAJ/4AAADAAAeugJAYQABACZCAQEECAAAAwCf+AAAAwAAHsCCBBZbqSSm
ubAgAAADAyAAAAMAIWIAAQAHRAHBcrAiQAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAAA5waXhpAAAAAAEIAAAAF2lwbWEA
AAAAAAAAAQABBIECAwQAAADFbWRhdAAAALkoAa4WwGf///nawIDioSxfSK3OGbmFbmvH9xf2LVVC1QZ0SdtLJR06p/craR/IoVOIxng2tCRnAQH+iSOg
33EiGDK2mUawooblez7Xs4umlhWGLgeqXb/SOJAgei9dVjgm0ZdLtwEt9s6Spw6cKUCCuJaKu6tUoo9H8006OcEpptFQSxRDELATCypAOw2bLPmCehvI
bI5B+cEinLT6d91+lzZUufPK+2hj1C2xLwXowPDMX7kb/KmV0g==
""")


def seven(side: int = 240, pen: float | None = None, left: float = 0.0) -> Floats:
    """Return the ink of a drawn seven in a square picture, (side, side)."""
    picture = Image.new("L", (2 * side, 2 * side))
    draw = ImageDraw.Draw(picture)
    width = (pen or 0.65 * side * 2.2 / 17.8) * 2
    points = [((x + left) * 2 * side, y * 2 * side) for x, y in SEVEN.points]
    draw.line(points, fill=255, width=round(width), joint="curve")
    for x, y in points:
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)
    return np.asarray(picture.resize((side, side), Image.Resampling.BOX), np.float32) / np.float32(255)


EMPTY = Image.new("L", (240, 240), 255)
DRAWN = Image.fromarray(((1 - seven()) * 255).astype("uint8"))


def encoded(grey: NDArray[np.floating], kind: str = "PNG") -> bytes:
    return saved(Image.fromarray((np.clip(grey, 0, 1) * 255).astype(np.uint8)), kind)


def read(folder: Path, data: bytes) -> Floats:
    path = folder / "digit"
    path.write_bytes(data)
    return there(image_of_ink(pictures.ink_of_file(path)[0]))


def far(image: Floats) -> float:
    """Return how far an image is from the drawing's own, mean over pixels."""
    return float(np.abs(image - there(image_of(SEVEN))).mean())


@pytest.mark.parametrize("side", [60, 240, 900])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_dark_on_light_and_light_on_dark_give_the_drawings_image(tmp_path: Path, side: int, kind: str) -> None:
    ink = seven(side)
    for grey in (1 - ink, ink, 0.9 - 0.6 * ink, 0.2 + 0.5 * ink):
        assert far(read(tmp_path, encoded(grey, kind))) < 0.02


def test_uneven_light_noise_shadow_and_dirt_change_little_and_thin_lines_become_wide(tmp_path: Path) -> None:
    (y, x), ink = np.mgrid[0:1:300j, 0:1:300j], seven(300)
    light = 0.5 + 0.4 * x - 0.15 * (x - 0.5) ** 2 + 0.05 * y  # from one side
    noise = np.random.default_rng(0).normal(0, 0.015, ink.shape)
    for paper in (light, light + noise, light * np.where(np.arange(300) > 180, 1.0, 0.8)):
        assert far(read(tmp_path, encoded(paper * (1 - 0.7 * ink)))) < 0.02
    ink[281:286, 10:15] = ink[12:15, 250:255] = 1
    assert far(read(tmp_path, encoded(1 - ink))) < 0.02
    assert far(read(tmp_path, encoded(1 - seven(400, pen=6)))) < 0.025
    assert far(read(tmp_path, encoded(there(image_of(SEVEN))))) < 0.03  # as MNIST has it: it stays nearly as it is


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (20, 20, 160)])
def test_what_can_be_seen_through_is_paper(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    layered = Image.new("RGBA", (240, 240), colour)
    layered.putalpha(Image.fromarray((seven() * 255).astype(np.uint8)))
    assert far(read(tmp_path, saved(layered))) < 0.02


def test_sixteen_bits_and_lab_are_read_and_a_picture_on_its_side_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    assert far(read(tmp_path, saved(Image.fromarray(((1 - seven()) * 65_535).astype(np.uint16))))) < 0.02
    lab = Image.merge("LAB", (DRAWN, *(Image.new("L", DRAWN.size, 128) for _ in "ab")))
    assert far(read(tmp_path, saved(lab, "TIFF"))) < 0.03
    lying = DRAWN.transpose(Image.Transpose.ROTATE_90)
    assert far(read(tmp_path, saved(lying, "JPEG", exif=exif_of(6), quality=95))) < 0.02


def test_deskew_stands_the_digit_upright(tmp_path: Path) -> None:
    drawn = there(image_of(SEVEN, stages.UPRIGHT))
    image = read(tmp_path, encoded(1 - seven()))
    assert np.abs(stages.apply_to_drawings(image[None], stages.UPRIGHT)[0] - drawn).mean() < 0.02


@pytest.mark.parametrize(
    ("brightness", "unrest"), [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (1.0, 0.01), (0.8, 0.016), (0.5, 0.05), (0.0, 0.05)]
)
def test_a_blank_picture_is_said_to_be_blank(tmp_path: Path, brightness: float, unrest: float) -> None:
    noise = np.random.default_rng(1).normal(0, unrest, (90, 120))
    with pytest.raises(UserError, match="is blank"):
        read(tmp_path, encoded(brightness + noise))


@settings(max_examples=100)
@given(rows=st.integers(1, 12), columns=st.integers(1, 12), seed=st.integers(0, 99))
def test_pictures_of_any_small_size_are_read_or_refused(rows: int, columns: int, seed: int) -> None:
    grey = np.random.default_rng(seed).integers(0, 2, (rows, columns)).astype(np.float32)
    with suppress(UserError):
        ink = pictures.ink_of(grey, "it")
        assert 0 <= ink.min() <= ink.max() <= 1


def test_what_is_missing_too_large_blank_on_every_page_or_of_two_digits_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="none.png does not exist"):
        pictures.ink_of_file(tmp_path / "none.png")
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(pictures.MOST_BYTES + 1)  # a hole, which takes no room
    with pytest.raises(UserError, match="is larger than .* MB: make the picture smaller"):
        pictures.ink_of_file(tmp_path / "large.png")
    for kind in ("GIF", "TIFF"):
        with pytest.raises(UserError, match="it is blank"):
            pictures.ink_of_bytes(saved(EMPTY, kind, save_all=True, append_images=[EMPTY] * 40), "it")
    with pytest.raises(UserError, match="several digits"):
        read(tmp_path, encoded(1 - np.concatenate([seven(), seven()], axis=1)))


@pytest.mark.parametrize("width", [4, 9, 20])
def test_the_width_of_a_long_line_is_measured(width: int) -> None:
    ink = np.zeros((420, 60), np.float32)
    ink[10:410, 20 : 20 + width] = 1
    assert line_width(ink) == pytest.approx(width, rel=0.06)


def test_thin_lines_become_wide_and_wide_ones_stay() -> None:
    thin, wide = np.zeros((200, 200), np.float32), np.zeros((200, 200), np.float32)
    for ink, width in ((thin, 4), (wide, 24)):
        ink[20:180, 20 : 20 + width] = 1
        ink[180 - width : 180, 20:120] = 1
    thicker = with_usual_pen(thin)
    assert line_width(thicker) / max(thicker.shape) * 20 == pytest.approx(2.1, abs=0.2)
    assert np.array_equal(with_usual_pen(wide), wide[20:180, 20:120])


def test_a_photo_of_a_phone_is_read(tmp_path: Path) -> None:
    assert far(read(tmp_path, HEIC)) < 0.04
    with pytest.raises(UserError, match="is damaged or cut short"):
        read(tmp_path, HEIC[:60])
    assert far(read(tmp_path, saved(DRAWN.convert("RGB"), "AVIF"))) < 0.03


def test_where_heic_cannot_be_read_it_is_said_how_to_get_a_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    Image.init()
    monkeypatch.delitem(Image.OPEN, "HEIF", raising=False)  # as where there is no wheel of its reader
    with pytest.raises(UserError, match="it is a HEIC photo, .* save it as JPEG"):
        pictures.ink_of_bytes(HEIC, "it")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_the_first_page_or_last_frame_that_is_not_blank_is_read(tmp_path: Path, kind: str) -> None:
    begun = DRAWN.copy()
    begun.paste(255, (0, 60, 240, 240))  # as of a film of the pen
    pages = [EMPTY, DRAWN, begun, EMPTY] if kind == "TIFF" else [EMPTY, begun, DRAWN, EMPTY]
    first, *others = (page.convert("RGB") for page in pages)
    assert far(read(tmp_path, saved(first, kind, save_all=True, append_images=others))) < 0.03
