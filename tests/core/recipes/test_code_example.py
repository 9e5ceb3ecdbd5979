"""The script that is shown runs as it stands and prints the costs that the app shows."""

import ast
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import FILES, Dataset, Source
from core.recipes import added_digits, code_example, recipe as recipes
from core.recipes.preparation import prepared
from core.recipes.recipe import Recipe
from core.sources import mnist, search
from core.training.trainer import Trainer
from tests.core.conftest import SmallDataset

DEEP = replace(recipes.PATIENCE, steps=30, batch=40, seed=2, initial_weights="he", learning_rate=0.005)
POOLING = "max pooling 2x2 step 2 padding 0", "average pooling 3x3 step 2"
ROOT = Path(__file__).parents[3]

RECIPES = (
    replace(recipes.TUTORIAL, steps=40, seed=3),
    replace(recipes.BIGGER_STEPS, steps=40, initial_weights="glorot", batch=64, learning_rate=0.02),
    replace(recipes.UPRIGHT, steps=40, batch=30, seed=5, learning_rate=0.02),
    replace(DEEP, name="hidden", layers=("dense 32",), optimizer="momentum", dropout=0.25, learning_rate=0.05),
    replace(DEEP, name="convolution", layers=("convolution 4 5x5 step 2", *POOLING), optimizer="adam"),
    replace(
        DEEP, name="normal sums", layers=("convolution 4 3x3", POOLING[0], "scaling tanh", "dense 8"), batch_norm=True
    ),
    replace(DEEP, name="warped", layers=("dense 8",), warp_images=True, settling=0.5),
)
# Keras would download MNIST; the scripts are given images of the test's own in its place.
PRELUDE = """
import sys
import numpy as np
import tensorflow as tf
found = np.load(sys.argv[1])
tf.keras.datasets.mnist.load_data = lambda: ((found["images"], found["labels"]), None)
for path in sys.argv[2:]:
    exec(compile(open(path, encoding="utf-8").read(), "script", "exec"), {"__name__": "__main__"})
"""


def printed_costs(chosen: Sequence[Recipe], dataset: Dataset, folder: Path, data: str = "") -> list[list[float]]:
    """Run scripts in one process, on a data set padded to the 5,000 validation images that they leave out."""
    images = np.concatenate([np.zeros((5_000, 784), np.uint8), dataset.training.images]).reshape(-1, 28, 28)
    labels = np.concatenate([np.zeros(5_000, np.uint8), dataset.training.labels])
    np.savez(folder / "images.npz", images=images, labels=labels)
    paths = [folder / f"script-{number}.py" for number in range(len(chosen))]
    for path, recipe in zip(paths, chosen, strict=True):
        path.write_text(code_example.script(recipe), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "DIGITSCOPE_DATA": data}
    command = [sys.executable, "-c", PRELUDE, str(folder / "images.npz"), *map(str, paths)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stderr
    costs = iter([float(line.removeprefix("Cost: ")) for line in done.stdout.splitlines()])
    return [[next(costs) for _ in range(recipe.steps)] for recipe in chosen]


def trained_costs(recipe: Recipe, dataset: Dataset) -> list[float]:
    return [cost for progress in Trainer(recipe, dataset) for cost in progress.costs.tolist()]


def test_each_script_prints_the_costs_of_the_app(small_dataset: SmallDataset, tmp_path: Path) -> None:
    dataset = small_dataset()
    for recipe, costs in zip(RECIPES, printed_costs(RECIPES, dataset, tmp_path), strict=True):
        assert costs == pytest.approx(trained_costs(recipe, prepared(dataset, recipe)), rel=1e-4, abs=2e-6), recipe.name


def test_the_script_of_pens_prints_the_costs_of_app(real_mnist: Dataset, stroke_folder: Path, tmp_path: Path) -> None:
    recipe, some = replace(recipes.PENS, steps=60), replace(real_mnist, training=real_mnist.training[:3_000])
    expected = trained_costs(recipe, prepared(some, recipe, added_digits.find(recipe, stroke_folder)))
    assert printed_costs([recipe], some, tmp_path, str(stroke_folder)) == [pytest.approx(expected, rel=1e-3)]


@pytest.mark.parametrize("recipe", recipes.LADDER.values(), ids=lambda recipe: recipe.name)
def test_every_recipe_makes_a_short_script_of_valid_python_that_adds_the_recipes_digits(recipe: Recipe) -> None:
    text = code_example.script(replace(recipe, title='My "best" one'))
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    assert "$" not in text
    assert "\n\n\n" not in text
    assert max(map(len, text.splitlines())) <= 120
    most = 27 if recipe == recipes.TUTORIAL else 37 if recipe.architecture.is_single else 60
    assert sum(bool(line.strip()) for line in text.splitlines()) <= most
    made = []
    for call in (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Recipe"):
        settings = {word.arg or "": ast.literal_eval(word.value) for word in call.keywords}
        made.append(Recipe(*map(ast.literal_eval, call.args), **settings))
    assert [added_digits.key(one) for one in made] == [added_digits.key(recipe)] * recipe.adds_digits


def test_the_scripts_settings_are_the_recipes() -> None:
    text = code_example.script(replace(recipes.TUTORIAL, steps=7, batch=8, learning_rate=0.25, seed=9))
    assert f"= {json.dumps([7, 8, 0.25, 9])[1:-1]}\n" in text


def test_where_mnist_is_on_this_machine_the_script_reads_it_there(tmp_path: Path, small_dataset: SmallDataset) -> None:
    dataset = small_dataset()
    images, labels = (tmp_path / file.name for file in mnist.TRAINING)
    before = np.zeros((5_000, 784), np.uint8)
    with gzip.open(images, "wb") as file:
        file.write(bytes(16) + before.tobytes() + dataset.training.images.tobytes())
    with gzip.open(labels, "wb") as file:
        file.write(bytes(8) + bytes(5_000) + dataset.training.labels.tobytes())
    files = search.mnist_training_files(replace(dataset, name=mnist.NAME, source=Source(FILES, str(tmp_path))))
    assert files == (images, labels)
    assert search.mnist_training_files(dataset) is None
    recipe = replace(recipes.ZEROS, steps=5)
    imported = "import tensorflow as tf"
    code = code_example.script(recipe, files).replace(imported, f"{imported}\ntf.keras = 0")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    costs = [float(line.removeprefix("Cost: ")) for line in done.stdout.splitlines()]
    assert costs == pytest.approx(trained_costs(recipe, dataset), rel=1e-3)
