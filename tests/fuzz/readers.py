"""The readers, each with good input to begin from and the way that damaged input reaches it."""

import gzip
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from PIL import Image

from core import assets, hands, pictures, recipe_file, recipes, stroke_lines, weights_file
from core.runs.record import RunRecord
from core.runs.store import RunStore
from core.sources import idx, image_cache, keras_cache, unipen
from core.stroke_lines import LabelledDrawing
from tests import small
from tests.core.runs.made import keep_made_run
from tests.core.sources import lzw
from tests.fuzz import damage, shaped
from tests.fuzz.damage import Damage

WORDS = (damage.of_bytes, shaped.of_words, shaped.of_words)
JSON = (damage.of_bytes, shaped.of_words, shaped.of_json, shaped.of_json)
NPZ = (damage.of_bytes, *(shaped.within_zip({".npy": shaped.of_npy}),) * 3)
NPY = (damage.of_bytes, shaped.of_npy)
PNG = (damage.of_bytes, shaped.of_png)
UNIPEN = b""".VERSION 1.0
.COMMENT made
.SEGMENT DIGIT ? "7"
.PEN_DOWN
 10 20
 30 -5
.PEN_UP
"""


def as_it_is(data: bytes) -> bytes:
    """Return what was damaged."""
    return data


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one file.

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
    packed: Callable[[bytes], bytes] = field(default=as_it_is)


def readers(folder: Path) -> list[Reader]:
    """Return all readers; good runs are made in a folder."""
    images, labels = _idx()
    strokes = stroke_lines.line_of(LabelledDrawing(small.SEVEN, 7, "w01")).encode()
    recipe = recipe_file.text_of(recipes.ZEROS).encode()
    weights = weights_file.to_bytes(assets.shipped_weights())
    return [
        Reader("IDX images", idx.read_images_file, (images,)),
        Reader("IDX labels", idx.read_labels_file, (labels,)),
        Reader("IDX images, gzip", idx.read_images_file, (images,), packed=_gz),
        Reader("gzip", idx.read_labels_file, (_gz(labels),)),
        Reader("UNIPEN", _unipen, (UNIPEN,), WORDS),
        Reader(".Z", unipen.read, (lzw.packed(UNIPEN * 20), b"\x1f\x9d\x90")),
        Reader("stroke lines", stroke_lines.read, (strokes, strokes * 3), JSON),
        Reader(
            "stroke lines, gzip",
            stroke_lines.read,
            (_gz(strokes * 2),),
            (damage.of_bytes, *map(shaped.within_gzip, JSON)),
        ),
        Reader("recipe JSON", recipe_file.load, (recipe,), JSON, suffix=".json"),
        Reader("my digits", _hand, (_hand_lines(folder),), JSON, suffix=".jsonl"),
        Reader("weights .npz", weights_file.load, (weights,), NPZ, is_text=False, suffix=".npz"),
        Reader("pictures", pictures.image_of_picture, tuple(_pictures()), PNG, is_text=False),
        Reader("cached images", image_cache.read, (_cached(folder),), NPZ, is_text=False, suffix=".npz"),
        Reader("Keras' cache", keras_cache.load, (_cached(folder),), NPZ, is_text=False, suffix=".npz"),
        *_run_readers(folder / "runs"),
    ]


def _idx() -> tuple[bytes, bytes]:
    header = np.array([0x803, 3, 28, 28], ">i4").tobytes()
    return header + bytes(3 * 784), np.array([0x801, 5], ">i4").tobytes() + bytes([0, 1, 2, 3, 9])


def _gz(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def _unipen(path: Path) -> object:
    return list(unipen.parsed(path.read_bytes().decode("ascii", "replace")))


def _hand(path: Path) -> object:
    hand = hands.Hand(path.stem, path.parent)
    return hand.digits, hand.counts(), hand.damaged


def _hand_lines(folder: Path) -> bytes:
    hand = hands.Hand("seed", folder)
    hand.teach(small.SEVEN, 7)
    hand.teach(small.SEVEN, 1)
    return hand.path.read_bytes()


def _pictures() -> list[bytes]:
    paper = np.full((40, 40), 255, np.uint8)
    paper[8:11, 10:30] = paper[8:34, 26:29] = 0
    made = []
    for kind in ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "ICO"):
        file = io.BytesIO()
        Image.fromarray(paper).save(file, kind)
        made.append(file.getvalue())
    return made


def _cached(folder: Path) -> bytes:
    path = folder / "cached.npz"
    image_cache.write(path, small.labelled(3, 1))
    return path.read_bytes()


def _run_readers(folder: Path) -> list[Reader]:
    """Return a reader for each file of a kept run: the file is damaged, the run is read as a whole."""
    run = folder / keep_made_run(RunStore(folder), replace(recipes.TUTORIAL, steps=40))

    def reader(file: Path) -> Reader:
        place = folder.parent / f"damaged-{file.name}" / run.name
        shutil.copytree(run, place)

        def read(path: Path) -> object:
            shutil.copyfile(path, place / file.name)
            record = RunRecord(place)
            weights = [record.weights_at(step) for step in record.snapshot_steps[-2:]]
            return weights, record.final_weights(), record.rates(), RunStore(place.parent).listing()

        damages = {".npz": NPZ, ".npy": NPY}.get(file.suffix, JSON)
        return Reader(f"runs: {file.name}", read, (file.read_bytes(),), damages, is_text=False)

    return [reader(file) for file in sorted(run.iterdir()) if file.is_file() and file.stat().st_size]
