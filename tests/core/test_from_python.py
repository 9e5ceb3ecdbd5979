"""The page on use from Python: what it shows runs as it stands, in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.digits.raster import image_of
from core.model import shipped
from core.runs import RunStore
from tests import small
from tests.core.importing.test_models import safetensors
from tests.core.runs.made import keep_made_run
from tests.there import there

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "from-python.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
READ_PICTURE, READ_DRAWING, EXPLAIN, TRAIN, OPEN_RUN = BLOCKS


def run(code: str, folder: Path, **environment: object) -> str:
    given = {**os.environ, "PYTHONPATH": str(PAGE.parents[2]), **{name: str(at) for name, at in environment.items()}}
    script = folder / "own.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, script], cwd=folder, env=given, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_picture_and_a_drawing_are_read_and_explained(tmp_path: Path) -> None:
    image, layer = there(image_of(small.SEVEN)), shipped.shipped_layer()
    safetensors(tmp_path / "mine.safetensors", {"fc.weight": layer.matrix.T, "fc.bias": layer.bias})
    Image.fromarray((255 - 255 * image).astype("uint8")).resize((140, 140)).save(tmp_path / "photo.png")
    lines = run(READ_PICTURE + READ_DRAWING + EXPLAIN, tmp_path).splitlines()
    assert (lines[0].split()[::2], lines[1]) == (["7", "7"], "7")
    added, difference = map(float, lines[-1].split())
    assert added == pytest.approx(difference, abs=1e-3) != 0


def test_a_recipe_trains(data_folder: Path, tmp_path: Path) -> None:
    *reports, test_accuracy = run(TRAIN, tmp_path, DIGITSCOPE_DATA=data_folder).splitlines()
    assert reports[-1].startswith("400 ")
    assert float(test_accuracy) == pytest.approx(1.0, abs=0.1)


def test_a_script_whose_digits_other_processes_draw_runs_once(tmp_path: Path) -> None:
    code = """
import digitscope
from core.sources import drawing_processes, practice

print("begun")
for part in drawing_processes.drawn(practice.jobs(1_100), "drawing"):
    print(len(part), flush=True)
"""
    assert run(code, tmp_path).split() == ["begun", "1000", "100"]


def test_a_stored_run_opens(tmp_path: Path) -> None:
    keep_made_run(RunStore())
    found = run(OPEN_RUN, tmp_path)
    assert " 1000 " in found
    assert "[(784, 10), (10,)]" in found
