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
from core.runs.facts import DatasetFacts, Origin, Outcome, Point, RunEvent, RunFacts, Taught
from core.training.reports import Checkpoint
from core.words import mark, say

FORMAT = 1  # of a run's folder, raised with every change that older versions of the app cannot read
CHECKPOINT = "checkpoint"
SIZES = ("training", "validation", "test")
NAMES = {"checksum": "sha256", "pen_checksum": "pen_sha256"}  # of facts of a data set, in run.json

Json = dict[str, object]


def facts_to_json(facts: RunFacts, outcome: Outcome | None) -> Json:
    """Return run.json of a run."""
    data = asdict(facts.dataset)
    cost = outcome.final_cost if outcome else math.nan  # JSON has no nan: null stands for it
    sizes = dict(zip(SIZES, data.pop("sizes"), strict=True))
    return {
        "format": FORMAT,
        "id": facts.run_id,
        "started": facts.started,
        "recipe": recipe_file.values_of(facts.recipe),
        "dataset": {NAMES.get(name, name): value for name, value in (data | sizes).items()},
        "versions": facts.versions,
        "parent": facts.parent and {"id": facts.parent.run_id, "step": facts.parent.step},
        "has_start": facts.has_start,
        "taught": facts.taught and asdict(facts.taught),
        "outcome": outcome and {**asdict(outcome), "final_cost": cost if math.isfinite(cost) else None},
    }


def facts_from_json(given: Fields, path: Path) -> tuple[RunFacts, Outcome | None]:
    """Return what run.json says; raises UserError for another format, or a value missing or wrong."""
    found = given.whole("format")
    if found != FORMAT:
        newer = mark("{name} was stored by a newer version of Digitscope (format {found}, known is {known}).")
        other = mark("{name} was stored by an unknown version of Digitscope (format {found}, known is {known}).")
        raise UserError(newer if found > FORMAT else other, name=path.parent.name, found=found, known=FORMAT)
    parent, taught, made = (given.inner(name) if name in given else None for name in ("parent", "taught", "outcome"))
    shares = () if taught is None else (taught.number("own_before"), taught.number("own_after"))
    facts = RunFacts(
        given.text("id"),
        given.text("started"),
        recipe_file.from_fields(given.inner("recipe"), say("the recipe in {path}", path=path)),
        _dataset_from_json(given.inner("dataset")),
        given.inner("versions").texts(),
        None if parent is None else Origin(parent.text("id"), parent.count("step")),
        given.flag("has_start"),
        None if taught is None else Taught(taught.text("hand"), taught.count("digits"), *shares),
    )
    if made is None:
        return facts, None
    came = made.count("steps"), made.number("seconds"), made.number_or_nan("final_cost")
    accuracies = made.number("validation_accuracy"), made.number("test_accuracy")
    return facts, Outcome(*came, *accuracies, made.flag("diverged"))


def checkpoint_to_json(point: Checkpoint, snapshot: int) -> Json:
    """Return a validation point as an event."""
    return {
        "step": point.step,
        "kind": CHECKPOINT,
        "validation_accuracy": point.validation_accuracy,
        "validation_cost": point.validation_cost if math.isfinite(point.validation_cost) else None,
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
    if kind == known.EXTENDED:  # the steps that were added are as many as a recipe may have
        return RunEvent(step, kind, given.whole("value", lowest=1, highest=int(LIMITS["steps"][1])))
    if kind == known.RATE or "value" in given:
        return RunEvent(step, kind, given.number("value"))
    return RunEvent(step, kind, math.inf if kind == known.PACE else None)


def _dataset_from_json(given: Fields) -> DatasetFacts:
    training, validation, test = map(given.count, SIZES)
    name, title, source = (given.text(key) for key in ("name", "title", "source"))
    pens = given.count("pen_digits"), given.text("pen_sha256")
    # of a run stored before its classes were named, those that go by the data set's name
    names = given.text_list("class_names") if "class_names" in given else class_names_of(name)
    if len(names) != CLASSES:
        raise UserError("{count} classes are named, not {classes}.", count=len(names), classes=CLASSES)
    return DatasetFacts(name, title, source, (training, validation, test), given.text("sha256"), *pens, names)
