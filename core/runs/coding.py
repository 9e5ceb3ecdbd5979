"""A run's facts as JSON, and back; whatever is missing, of another type or of a later format is named."""

import math
from dataclasses import asdict
from pathlib import Path

from core.digits.dataset import CLASSES, class_names_of
from core.errors import UserError
from core.files.json_fields import Fields
from core.recipes import file as recipe_file
from core.recipes.settings import LIMITS
from core.runs import facts as known
from core.runs.facts import DatasetFacts, Label, Origin, Outcome, Point, RunEvent, RunFacts, Taught
from core.training.reports import Checkpoint
from core.words import say

FORMAT = 1  # of a run's folder, raised with every change that older versions of the app cannot read
CHECKPOINT = "checkpoint"

Json = dict[str, object]


def facts_to_json(facts: RunFacts, outcome: Outcome | None) -> Json:
    """Return run.json of a run."""
    return {
        "format": FORMAT,
        "id": facts.run_id,
        "started": facts.started,
        "recipe": recipe_file.values_of(facts.recipe),
        "dataset": _dataset_to_json(facts.dataset),
        "versions": facts.versions,
        "parent": facts.parent and {"id": facts.parent.run_id, "step": facts.parent.step},
        "has_start": facts.has_start,
        "taught": facts.taught and asdict(facts.taught),
        "outcome": outcome and {**asdict(outcome), "final_cost": _finite(outcome.final_cost)},
    }


def facts_from_json(given: Fields, path: Path) -> tuple[RunFacts, Outcome | None]:
    """Return what run.json says; raises UserError for another format, or a value missing or wrong."""
    found = given.whole("format")
    values = {"name": path.parent.name, "found": found, "known": FORMAT}
    if found > FORMAT:
        raise UserError(
            "{name} was stored by a newer version of Digitscope (format {found}, known is {known}).", **values
        )
    if found < FORMAT:
        raise UserError(
            "{name} was stored by an unknown version of Digitscope (format {found}, known is {known}).", **values
        )
    parent = given.inner("parent") if "parent" in given else None
    facts = RunFacts(
        given.text("id"),
        given.text("started"),
        recipe_file.from_fields(given.inner("recipe"), say("the recipe in {path}", path=path)),
        _dataset_from_json(given.inner("dataset")),
        given.inner("versions").texts(),
        None if parent is None else Origin(parent.text("id"), parent.count("step")),
        given.flag("has_start"),
        _taught_from_json(given.inner("taught")) if "taught" in given else None,
    )
    return facts, _outcome_from_json(given.inner("outcome")) if "outcome" in given else None


def _taught_from_json(given: Fields) -> Taught:
    return Taught(given.text("hand"), given.count("digits"), given.number("own_before"), given.number("own_after"))


def label_to_json(label: Label) -> Json:
    """Return label.json."""
    return {"format": FORMAT, **asdict(label)}


def label_from_json(given: Fields) -> Label:
    """Return what label.json says; raises UserError for a value missing or wrong."""
    return Label(given.text("name"), given.flag("starred"), given.text("note"))


def checkpoint_to_json(point: Checkpoint, snapshot: int) -> Json:
    """Return a validation point as an event."""
    return {
        "step": point.step,
        "kind": CHECKPOINT,
        "validation_accuracy": point.validation_accuracy,
        "validation_cost": _finite(point.validation_cost),
        "snapshot": snapshot,
    }


def mark_to_json(mark: RunEvent) -> Json:
    """Return a change as an event; without a value, or with inf, it has none."""
    value = {} if mark.value is None or not math.isfinite(mark.value) else {"value": mark.value}
    return {"step": mark.step, "kind": mark.kind, **value}


def event_from_json(given: Fields) -> RunEvent | Point:
    """Return an event of either kind; raises UserError for a value missing or wrong."""
    step, kind = given.count("step"), given.text("kind")
    if kind == CHECKPOINT:
        cost = given.number_or_nan("validation_cost")
        return Point(step, given.number("validation_accuracy"), cost, given.count("snapshot"))
    return RunEvent(step, kind, _value_of(given, kind))


def _value_of(given: Fields, kind: str) -> float | None:
    """Return the value of a change; steps that were added are as many as a recipe may have."""
    if kind == known.EXTENDED:
        return given.whole("value", lowest=1, highest=int(LIMITS["steps"][1]))
    if kind == known.RATE or "value" in given:
        return given.number("value")
    return math.inf if kind == known.PACE else None


def _dataset_to_json(dataset: DatasetFacts) -> Json:
    return {
        "name": dataset.name,
        "title": dataset.title,
        "source": dataset.source,
        "training": dataset.sizes[0],
        "validation": dataset.sizes[1],
        "test": dataset.sizes[2],
        "sha256": dataset.checksum,
        "pen_digits": dataset.pen_digits,
        "pen_sha256": dataset.pen_checksum,
        "class_names": dataset.class_names,
    }


def _dataset_from_json(given: Fields) -> DatasetFacts:
    sizes = given.count("training"), given.count("validation"), given.count("test")
    name, title, source = (given.text(key) for key in ("name", "title", "source"))
    pens = given.count("pen_digits"), given.text("pen_sha256")
    return DatasetFacts(name, title, source, sizes, given.text("sha256"), *pens, _class_names(given, name))


def _class_names(given: Fields, name: str) -> tuple[str, ...]:
    """Return the names of the classes; of a run stored before they were, those that go by the data set's name."""
    if "class_names" not in given:
        return class_names_of(name)
    names = given.text_list("class_names")
    if len(names) != CLASSES:
        raise UserError("{count} classes are named, not {classes}.", count=len(names), classes=CLASSES)
    return names


def _outcome_from_json(given: Fields) -> Outcome:
    made = given.count("steps"), given.number("seconds"), given.number_or_nan("final_cost")
    return Outcome(*made, given.number("validation_accuracy"), given.number("test_accuracy"), given.flag("diverged"))


def _finite(value: float) -> float | None:
    """JSON has no nan: null stands for it."""
    return value if math.isfinite(value) else None
