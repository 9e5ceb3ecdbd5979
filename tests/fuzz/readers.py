"""The readers, each with good input to begin from and the way that damaged input reaches it."""

import gzip
import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.hands import hand as hands
from core.model import shipped, weights_file
from core.pictures import ink as pictures
from core.recipes import file as recipe_file, recipe as recipes
from core.sources import array_files, idx, image_cache, pen_search, tables, unipen
from tests import small
from tests.core.sources import lzw
from tests.core.sources.idx_files import header
from tests.fuzz import damage, shaped, shaped_json
from tests.fuzz.damage import Damage

WORDS = (damage.of_bytes, shaped.of_words, shaped.of_words)
JSON = (damage.of_bytes, shaped.of_words, *(shaped_json.of_json, shaped_json.of_values) * 2)
NPZ = (damage.of_bytes, *(shaped.within_zip({".npy": shaped.of_npy}),) * 3)
Z = (damage.of_bytes, *(shaped.within_z(each) for each in WORDS))
GZ = (damage.of_bytes, *map(shaped.within_gzip, JSON))
NPY = (damage.of_bytes, shaped.of_npy)
PNG = (damage.of_bytes, shaped.of_png)
UNIPEN = b""".COMMENT 7 01 made
.SEGMENT DIGIT 0-1 ? "7"
.PEN_DOWN
 10 20
 30 -5
.PEN_UP
.DT 100
.PEN_DOWN
 1 2
.PEN_UP
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one file.

    read : takes a path; None, as well as a UserError, means that what is there was not taken
    damages : what may be done to good input, besides giving bytes of no meaning
    is_text : of bytes or text, so that it gets the most inputs
    packed : what is done to the damaged bytes before they are written, such as compression
    """

    name: str
    read: Callable[[Path], object]
    seeds: tuple[bytes, ...]
    damages: tuple[Damage, ...] = (damage.of_bytes,)
    is_text: bool = True
    suffix: str = ""
    packed: Callable[[bytes], bytes] = bytes  # as they are


def readers(folder: Path) -> list[Reader]:
    """Return the readers of single files; good ones are made in a folder."""
    images, labels = header(0x803, 3, 28, 28) + bytes(3 * 784), header(0x801, 5) + bytes([0, 1, 2, 3, 9])
    strokes = stroke_lines.line_of(LabelledDrawing(small.SEVEN, 7, "w01")).encode()
    recipe = recipe_file.text_of(recipes.ZEROS).encode()
    weights, packed = weights_file.to_bytes(shipped.shipped_layer()), tuple(map(lzw.packed, (UNIPEN, UNIPEN * 20)))
    cached = folder / "cached.npz"
    image_cache.stored(cached, lambda: small.labelled(3, 1))
    return [
        Reader("IDX images", idx.read_images_file, (images,)),
        Reader("IDX labels", idx.read_labels_file, (labels,)),
        Reader("IDX images, gzip", idx.read_images_file, (images,), packed=_gz),
        Reader("gzip", idx.read_labels_file, (_gz(labels),)),
        Reader("UNIPEN", lambda path: _unipen(path.read_bytes()), (UNIPEN,), WORDS),
        Reader(".Z", lambda path: _unipen(pen_search.decompressed(path)), packed, Z),
        Reader("stroke lines", stroke_lines.read, (strokes, strokes * 3), JSON),
        Reader("stroke lines, gzip", stroke_lines.read, (_gz(strokes * 2),), GZ),
        Reader("recipe JSON", recipe_file.load, (recipe,), JSON, suffix=".json"),
        Reader("my digits", _hand, (_hand_lines(folder),), JSON, suffix=".jsonl"),
        Reader("weights .npz", weights_file.load, (weights,), NPZ, is_text=False, suffix=".npz"),
        Reader("pictures", pictures.ink_of_file, tuple(_pictures()), PNG, is_text=False),
        Reader("cached images", image_cache.read, (cached.read_bytes(),), NPZ, is_text=False, suffix=".npz"),
        Reader("arrays .npz", array_files.load, (_keras_copy(),), NPZ, is_text=False, suffix=".npz"),
        Reader("arrays .pkl", array_files.load, tuple(_pickles()), is_text=False, suffix=".pkl"),
        Reader("table", tables.read, tuple(_tables()), WORDS, suffix=".csv"),
    ]


def _gz(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def _unipen(text: bytes) -> object:
    return list(unipen.parsed(text.decode("ascii", "replace")))


def _hand(path: Path) -> object:
    hand = hands.Hand(path.stem, path.parent)
    return None if hand.damaged else (hand.digits, hand.counts())


def _hand_lines(folder: Path) -> bytes:
    hand = hands.Hand("seed", folder)
    hand.teach(small.SEVEN, 7)
    hand.teach(small.SEVEN, 1)
    return hand.path.read_bytes()


def _pictures() -> list[bytes]:
    paper = np.full((40, 40), 255, np.uint8)
    paper[8:11, 10:30] = paper[8:34, 26:29] = 0
    made = []
    for kind in ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM"):
        file = io.BytesIO()
        Image.fromarray(paper).save(file, kind)
        made.append(file.getvalue())
    return made


def _pickles() -> list[bytes]:
    some = small.labelled(30, 1)
    return [pickle.dumps(((some.images, some.labels), (some.images[:3], some.labels[:3])), each) for each in (2, 4, 5)]


def _tables() -> list[bytes]:
    rows = [[label, *image] for image, label in zip(small.labelled(3, 1).images.tolist(), range(3), strict=True)]
    pairs = [f"{row[0]} " + " ".join(f"{at}:{value}" for at, value in enumerate(row[1:], start=1)) for row in rows]
    return ["\n".join(",".join(map(str, row)) for row in rows).encode(), "\n".join(pairs).encode()]


def _keras_copy() -> bytes:
    file, some = io.BytesIO(), small.labelled(30, 1)
    np.savez(file, x_train=some.images, y_train=some.labels, x_test=some.images, y_test=some.labels)
    return file.getvalue()
