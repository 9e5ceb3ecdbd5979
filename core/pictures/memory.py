"""How much memory a picture takes while it is decoded, told by its header before any is taken."""

from typing import IO

from PIL import ExifTags, Image

MODES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}  # bytes a pixel; Pillow keeps others in four
# measured with Pillow 13, which asks libwebp for an animation's canvas, the frame before it and their bytes
WEBP = 16  # bytes a pixel
HEIF = 10  # bytes a pixel, of AVIF too: libheif's and libavif's planes, and their colours
COEFFICIENT = 2  # bytes: libjpeg keeps them all where a picture comes in several scans, one a pixel and colour
START_OF_SCAN, PROGRESSIVE = 0xDA, (0xC2, 0xC6, 0xCA, 0xCE)  # JPEG's markers
WITHOUT_LENGTH = (0x01, *range(0xD0, 0xDA))
COPIES = 3  # of all pixels, where Pillow decodes in Python: what it decodes, that as bytes, and the picture


def needed(picture: Image.Image, whole: int, file: IO[bytes]) -> int:
    """Return about how many bytes it takes to decode a picture that was opened from a file, and drafted.

    whole : pixels of the picture as it is in the file
    """
    pixels = picture.width * picture.height
    decoded = pixels * MODES.get(picture.mode, 4)
    if picture.format == "WEBP":
        return pixels * WEBP + file.seek(0, 2)
    if picture.format in ("HEIF", "AVIF"):
        return pixels * HEIF
    colours = getattr(picture, "layers", 1)  # of a JPEG, in the file
    if picture.format in ("JPEG", "MPO") and not _is_in_one_scan(file, colours):
        return decoded + whole * COEFFICIENT * colours
    if picture.format == "TIFF" and not _is_taken_as_it_is(picture):
        return 2 * decoded
    if picture.format in ("BMP", "PPM") and any(tile[0] != "raw" for tile in getattr(picture, "tile", ())):
        return COPIES * decoded
    return decoded


def _is_taken_as_it_is(picture: Image.Image) -> bool:
    """Return whether a TIFF is not packed, which may be in one strip that libtiff unpacks at once, and not turned."""
    orientation = picture.getexif().get(ExifTags.Base.Orientation, 1)
    return bool(picture.info.get("compression") == "raw" and orientation == 1)


def _is_in_one_scan(file: IO[bytes], colours: int) -> bool:
    """Return whether a JPEG is not progressive, and its first scan has all colours."""
    file.seek(2)
    while len(marker := file.read(4)) == 4 and marker[0] == 0xFF and marker[1] not in PROGRESSIVE:
        if marker[1] == START_OF_SCAN:
            return file.read(1) >= bytes([colours])
        if marker[1] in WITHOUT_LENGTH:  # no encoder puts one there
            return False
        file.seek(max(0, int.from_bytes(marker[2:], "big") - 2), 1)
    return False
