"""Files good and bad that the seeded user drops, pastes and opens."""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.model import shipped, weights_file
from core.recipes import file as recipe_file, recipe as recipes
from tests import small


def laid_out(folder: Path) -> list[Path]:
    """Make one of each kind in a folder and return their paths, the folder of good digits first."""
    good, odd = folder / "digits", folder / "späße und 数字"
    good.mkdir(parents=True)
    odd.mkdir()
    small.write_idx(good, small.dataset())
    small.write_idx(odd, small.dataset())
    (odd / "t10k-labels-idx1-ubyte").write_bytes(b"cut")
    return [good, odd, *_good_files(folder), *_bad_files(folder), folder / "gone.png", folder]


def _good_files(folder: Path) -> list[Path]:
    weights, recipe, strokes, picture = (folder / name for name in ("w.npz", "r.json", "s.jsonl", "seven.png"))
    weights_file.save(weights, shipped.shipped_layer())
    recipe_file.save(recipe, recipes.ZEROS)
    stroke_lines.write([LabelledDrawing(small.SEVEN, 7, "w01")], strokes)
    paper = np.full((90, 90), 255, np.uint8)
    paper[20:26, 25:65] = paper[20:75, 58:64] = 0
    Image.fromarray(paper).save(picture)
    return [weights, recipe, strokes, picture]


def _bad_files(folder: Path) -> list[Path]:
    chance = np.random.default_rng(5)
    texts = {"deep.json": "[" * 5_000, "wrong.json": json.dumps({"steps": -1}), "empty.json": ""}
    made = {name: chance.bytes(2_000) for name in ("bad.npz", "bad.json", "bad.jsonl", "bad.png", "bad.gz", "bad.txt")}
    made |= {name: text.encode() for name, text in texts.items()}
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]
