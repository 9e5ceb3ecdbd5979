"""Formats of phones, scanners and drawing programs, and files with several pages."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.errors import UserError
from core.pictures.ink import ink_of_bytes
from tests.core.pictures.test_ink import far, read, seven

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
EMPTY = Image.new("L", (240, 240), 255)
DRAWN = Image.fromarray(((1 - seven()) * 255).astype("uint8"))


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def test_a_photo_of_a_phone_is_read(tmp_path: Path) -> None:
    assert far(read(tmp_path, HEIC)) < 0.04
    assert far(read(tmp_path, saved(DRAWN.convert("RGB"), "AVIF"))) < 0.03


def test_where_heic_cannot_be_read_it_is_said_how_to_get_a_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    Image.init()
    monkeypatch.delitem(Image.OPEN, "HEIF", raising=False)  # as where there is no wheel of its reader
    with pytest.raises(UserError, match="it is a HEIC photo, .* save it as JPEG"):
        ink_of_bytes(HEIC, "it")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_the_first_page_or_last_frame_that_is_not_blank_is_read(tmp_path: Path, kind: str) -> None:
    begun = DRAWN.copy()
    begun.paste(255, (0, 60, 240, 240))  # as of a film of the pen
    pages = [EMPTY, DRAWN, begun, EMPTY] if kind == "TIFF" else [EMPTY, begun, DRAWN, EMPTY]
    first, *others = (page.convert("RGB") for page in pages)
    assert far(read(tmp_path, saved(first, kind, save_all=True, append_images=others))) < 0.03


@pytest.mark.parametrize("kind", ["GIF", "TIFF"])
def test_pages_that_are_all_blank_are_said_to_be(kind: str) -> None:
    with pytest.raises(UserError, match="it is blank"):
        ink_of_bytes(saved(EMPTY, kind, save_all=True, append_images=[EMPTY] * 40), "it")


def test_the_lightness_of_lab_is_read(tmp_path: Path) -> None:
    lab = Image.merge("LAB", (DRAWN, *(Image.new("L", DRAWN.size, 128) for _ in "ab")))
    assert far(read(tmp_path, saved(lab, "TIFF"))) < 0.03
