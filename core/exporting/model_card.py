"""What travels beside weights in other tools' files: what the numbers are, and what images they want."""

import json
import zipfile
from pathlib import Path

from core.digits import stages
from core.digits.dataset import DIGITS
from core.files.json_fields import parsed
from core.model.softmax import Weights
from core.words import say

FILE = "digitscope.json"  # its name inside other tools' files and folders
EXTRA = "assets.extra"  # where that is in a SavedModel
LARGEST = 100_000  # bytes of a card
RAW_PIXELS, UPRIGHT_PIXELS = "pixels", "deskewed_pixels"  # name of the input


def input_name(weights: Weights) -> str:
    """Return the name that a model's input gets, which says whether its images are to be deskewed."""
    return UPRIGHT_PIXELS if stages.DESKEW in weights.stages else RAW_PIXELS


def text_of(weights: Weights, class_names: tuple[str, ...] = DIGITS) -> str:
    """Return the card as JSON, which says what the network reads by the names of its classes."""
    deskewed = " and then deskewed (sheared upright by their second moments)" if stages.DESKEW in weights.stages else ""
    card = {
        "made_by": "Digitscope",
        "recipe": weights.recipe,
        "stages": list(weights.stages),
        "input": "784 numbers, 0.0 paper .. 1.0 ink: 28x28 pixels row by row from the top left, scaled to a 20x20 box "
        f"and centred by mass as MNIST's are{deskewed}",
        "output": f"10 probabilities, {'of the digits 0..9' if class_names == DIGITS else 'one for each class'}",
        "classes": list(class_names),
    }
    return json.dumps(card, indent=2) + "\n"


def add_to_zip(path: Path, weights: Weights, class_names: tuple[str, ...] = DIGITS) -> None:
    """Add the card to a zip archive, such as a .keras file, or behind a .tflite: their readers pass over it."""
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(FILE, text_of(weights, class_names))


def behind(path: Path) -> bytes | None:
    """Return the card in the zip archive behind a file's own bytes, or None; raises what core.errors.DAMAGE lists."""
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        found = [each for each in archive.infolist() if each.filename == FILE and each.file_size <= LARGEST]
        return archive.read(found[0]) if found else None


def stages_of(card: bytes | None, path: Path) -> tuple[str, ...] | None:
    """Return the stages that a card names; None for a model without a card."""
    if card is None:
        return None
    given = parsed(card, say("{file} in {path}", file=FILE, path=path))
    return stages.checked(given.text_list("stages") if "stages" in given else stages.RAW)
