"""The costs of every recipe of the first chapter, seed 0, as they were before the core was put into rooms.

`costs.json` has, for 600 steps of each recipe on the made digits: some of these costs; and digests, bit for bit, of the
images learned from and of all costs, made anew when `ARITHMETIC` rises. Compilers and other numpys round otherwise,
so the costs' digest is asked for where the images' and the first recipe's fit.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from core.arrays import Floats
from core.recipes.preparation import prepared
from core.recipes.recipe import named
from core.training.trainer import Trainer
from tests import small

STORED = json.loads(Path(__file__).with_name("costs.json").read_text(encoding="utf-8"))
STEPS = 600
SHOWN = [0, 1, 2, 10, 50, 100, 200, 300, 400, 500, 599]  # steps whose costs are stored as numbers


@cache
def trained(name: str) -> tuple[str, Floats]:
    """Train a recipe on the made digits for its first STEPS steps; return its images' digest, and its costs."""
    recipe = named(name)
    data = prepared(small.dataset(), recipe, small.labelled(200, 7))
    trainer, made = Trainer(recipe, data), np.zeros(0, np.float32)
    while len(made) < STEPS:
        trainer.most_steps = STEPS - len(made)
        made = np.concatenate([made, next(trainer).costs])
    return digest(data.training.images), made


def digest(numbers: np.ndarray) -> str:
    return hashlib.sha256(numbers.tobytes()).hexdigest()


@pytest.mark.parametrize("name", STORED)
def test_a_recipe_costs_what_it_always_did(name: str) -> None:
    images, costs = trained(name)
    np.testing.assert_allclose(costs[SHOWN], STORED[name]["costs"], rtol=2e-5, atol=1e-6)
    if images == STORED[name]["images"] and digest(trained("tutorial")[1]) == STORED["tutorial"]["digest"]:
        assert digest(costs) == STORED[name]["digest"]
