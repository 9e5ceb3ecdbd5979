"""What is measured of a recipe is written both where the docs and where the app say it."""

import json

from core.recipes.recipe import ZEROS
from tests.measure.ladder import PAGE, RECIPES, with_row, with_share
from tests.measure.tables import DOCS


def test_a_measured_recipe_is_written_into_the_page_and_the_apps_own_table_alone() -> None:
    page, stored = (DOCS / PAGE).read_text(encoding="utf-8"), RECIPES.read_text(encoding="utf-8")
    made = with_row(page, ZEROS, [0.5, 0.5, 0.65], [])
    assert "| `zeros` | Zeros | 1,000 | 50.0 % | 50.0 % | 65.0 % | 55.0 % | - | - |" in made.splitlines()
    assert len(set(page.splitlines()) - set(made.splitlines())) == 1
    before, after = json.loads(stored), json.loads(with_share(stored, ZEROS, 0.55))
    assert after == {**before, "zeros": {**before["zeros"], "reads": 0.55}}
