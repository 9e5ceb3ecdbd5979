"""The card that travels with weights says what they want."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from core.digits import stages
from core.digits.class_names import by_name
from core.exporting import model_card
from core.model import shipped

WEIGHTS = shipped.shipped_layer()


@pytest.mark.parametrize(
    ("names", "input_name", "is_deskewed"), [(stages.RAW, "pixels", False), (stages.UPRIGHT, "deskewed_pixels", True)]
)
def test_the_card_and_the_inputs_name_say_whether_images_are_to_be_deskewed(
    names: tuple[str, ...], input_name: str, is_deskewed: bool
) -> None:
    weights = replace(WEIGHTS, stages=names)
    card = json.loads(model_card.text_of(weights))
    assert model_card.input_name(weights) == input_name
    assert (card["stages"], card["recipe"]) == (list(names), WEIGHTS.recipe)
    assert ("deskewed" in card["input"]) == is_deskewed


def test_the_card_names_the_classes_where_they_are_no_digits() -> None:
    digits, garments = (json.loads(model_card.text_of(WEIGHTS, *names)) for names in ((), (by_name("fashion"),)))
    assert (digits["classes"][3], "digits" in digits["output"]) == ("3", True)
    assert (garments["classes"][9], "digits" in garments["output"]) == ("Ankle boot", False)


def test_the_card_is_added_to_an_archive_beside_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "w.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "{}")
    model_card.add_to_zip(path, WEIGHTS)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["config.json", model_card.FILE]
        assert json.loads(archive.read(model_card.FILE))["made_by"] == "Digitscope"
