"""What travels with exported runs: curves as SVG and CSV, the ten pictures and the card of the weights."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given, strategies as st
from PIL import Image

from core.digits import stages
from core.digits.dataset import class_names_of
from core.exporting import model_card, report_pictures, tables
from core.exporting.report_pictures import AGAINST, FOR, NOTHING, Curve, svg_of
from core.exporting.tables import Table
from core.model import shipped
from core.model.softmax import single
from core.recipes.recipe import TUTORIAL
from core.runs import RunStore
from tests.core.runs.made import keep_made_run, weights_of
from tests.there import there

VALUES = st.lists(st.floats(-1e30, 1e30) | st.just(float("nan")) | st.just(float("inf")), max_size=20)
WEIGHTS = shipped.shipped_layer()


@given(VALUES)
def test_any_values_give_a_whole_picture_within_its_frame(values: list[float]) -> None:
    picture = ET.fromstring(svg_of([Curve(range(len(values)), values)], max(1, len(values))))
    path = there(picture.find("path"))
    points = [tuple(map(float, pair)) for pair in re.findall(r"[ML](\S+) (\S+?)(?=[ML]|$)", path.attrib["d"])]
    assert len(points) == np.isfinite(values).sum()
    assert all(0 <= x <= 820 and -0.1 <= y <= 260.1 for x, y in points)


def test_a_gap_begins_the_line_anew_and_marks_are_text_and_no_code() -> None:
    picture = svg_of([Curve([0, 1, 2, 3], [1.0, np.nan, 2.0, 3.0])], 3, [(1, "<b>rate")])
    assert re.findall("[ML]", picture.partition('d="')[2].partition('"')[0]) == ["M", "M", "L"]
    assert "<b>" not in picture


@pytest.mark.parametrize(("values", "expected"), [([0.1, 0.93], "80 %"), ([0.905, 0.912], "90.6 %")])
def test_shares_are_told_in_percent(values: list[float], expected: str) -> None:
    assert f">{expected}<" in svg_of([Curve([0, 10], values)], 10, percent=True)


def test_blue_speaks_for_orange_against_and_nothing_is_white_or_no_ink_on_paper_of_any_colour() -> None:
    matrix = np.zeros((784, 10), np.float32)  # its first digit knows one pixel for and one against it
    matrix[:20, 0], matrix[28:48, 0] = 1.0, -1.0
    weights = single(matrix, weights_of(0).bias)
    plain, see_through = (
        np.asarray(Image.open(io.BytesIO(report_pictures.png_of(weights, times=1, see_through=is_clear))))
        for is_clear in (False, True)
    )
    assert plain.shape == (28, 298, 3)
    assert [tuple(plain[row, 0]) for row in (0, 1, 2)] == [FOR, AGAINST, NOTHING]
    assert [tuple(see_through[row, 0]) for row in (0, 1)] == [(*FOR, 255), (*AGAINST, 255)]
    assert see_through[2, 0, 3] == 0


def test_the_card_and_the_inputs_name_say_whether_images_are_to_be_deskewed_and_what_the_classes_are() -> None:
    for names, input_name in ((stages.RAW, "pixels"), (stages.UPRIGHT, "deskewed_pixels")):
        weights = replace(WEIGHTS, stages=names)
        card = json.loads(model_card.text_of(weights))
        assert model_card.input_name(weights) == input_name
        assert (card["stages"], card["recipe"]) == (list(names), WEIGHTS.recipe)
        assert ("deskewed" in card["input"]) == (input_name == "deskewed_pixels")
        assert (card["classes"][3], "digits" in card["output"]) == ("3", True)
    card = json.loads(model_card.text_of(WEIGHTS, class_names_of("fashion")))
    assert (card["classes"][9], "digits" in card["output"]) == ("Ankle boot", False)


def test_a_row_a_step_and_one_for_the_end(tmp_path: Path, store: RunStore) -> None:
    run = store.open(keep_made_run(store, replace(TUTORIAL, steps=200)))
    tables.write_curves(tmp_path / "run.csv", run)
    with (tmp_path / "run.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == list(range(201))
    assert [float(row["cost"]) for row in rows[:-1]] == run.costs.tolist()
    assert [float(row["learning_rate"]) for row in rows[:-1]] == pytest.approx([0.01] * 200)
    assert rows[-1]["cost"] == ""
    measured = {int(row["step"]): float(row["validation_accuracy"]) for row in rows if row["validation_accuracy"]}
    assert measured == {point.step: point.validation_accuracy for point in run.points}


def test_a_damaged_point_far_behind_makes_one_row_and_not_all_in_between(tmp_path: Path, store: RunStore) -> None:
    folder = store.folder / keep_made_run(store, replace(TUTORIAL, steps=5))
    with (folder / "events.jsonl").open("a") as file:
        point = {"step": 9_000_000_000, "kind": "checkpoint", "validation_accuracy": 1, "validation_cost": 1}
        file.write(json.dumps({**point, "snapshot": 0}) + "\n")
    tables.write_curves(tmp_path / "run.csv", store.open(folder.name))
    lines = (tmp_path / "run.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in lines] == ["step", "0", "1", "2", "3", "4", "5", "9000000000"]


def test_what_was_written_is_read_back_by_python_s_own_reader(tmp_path: Path) -> None:
    table = Table(("run", "step", "cost (nats)"), (["a, b", 'say "c"'], [0, 1], [2.302585, float("nan")]))
    tables.write_table(tmp_path / "t.csv", table)
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [["run", "step", "cost (nats)"], ["a, b", "0", "2.302585"], ['say "c"', "1", "nan"]]
    assert len(table) == 2
