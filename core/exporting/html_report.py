"""A run as one HTML page that opens anywhere, with no connection: everything it shows is in it."""

import base64
import math
from dataclasses import fields
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template

from core import assets, stopping
from core.exporting import weight_strip
from core.exporting.curves import Curve, svg_of
from core.exporting.targets import new_file
from core.history import History
from core.recipes import LADDER, TUTORIAL, Recipe
from core.runs.differences import UNSAID
from core.runs.facts import EXTENDED, PACE, PAUSED, RATE, RESUMED, Mark
from core.runs.record import RunRecord

TEMPLATE = "report.html"
BUCKETS = 400  # pairs of lowest and highest that a curve is drawn with
AVERAGED = 0.02  # of the run, under the strong line
CHANGES = {
    RATE: "learning rate {:g}",
    EXTENDED: "{:,.0f} more steps",
    PACE: "pace {:g} steps/s",
    PAUSED: "paused",
    RESUMED: "went on",
}
MOST_CHANGES = 40  # told one by one


def write(path: Path, record: RunRecord) -> None:
    """Write the report of a run; raises UserError where that cannot be."""
    page = page_of(record)
    with new_file(path) as part:
        part.write_text(page, encoding="utf-8")


def page_of(record: RunRecord) -> str:
    """Return the report of a run as HTML, in English."""
    run, data = record.summary, record.facts.dataset
    note = f'<p class="note">{escape(run.label.note)}</p>' if run.label.note else ""
    return Template(assets.text(TEMPLATE)).substitute(
        title=escape(run.label.name or run.recipe.title),
        subtitle=escape(f"{run.recipe.title} · {run.steps:,} steps on {data.title} · {_when(record.facts.started)}"),
        lead=escape(_lead(record)),
        note=note,
        figures=_figures(record),
        cost=_cost(record),
        accuracy=_accuracy(record),
        validation=f"{data.sizes[1]:,}",
        story=escape(_story(record)),
        weights=_weights(record),
        compared=escape(_compared(run.recipe)),
        settings=_settings(run.recipe),
        changes=_changes(record),
        made="".join(_row(name, value) for name, value in _circumstances(record).items()),
    )


def _when(started: str) -> str:
    """Return a moment in ISO 8601 as people write it; what is none stays as it is."""
    try:
        moment = datetime.fromisoformat(started)
    except ValueError:
        return started
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _lead(record: RunRecord) -> str:
    """Return what came of the run, in a sentence."""
    outcome, images = record.summary.outcome, record.facts.dataset.sizes[2]
    if outcome is not None and outcome.diverged:
        return "It diverged: the cost grew beyond all measure."
    if outcome is None:
        return f"It has not come to its end: {record.summary.steps:,} of {record.total:,} steps are made."
    return f"It reads {_percent(outcome.test_accuracy)} of {images:,} images that it has never seen."


def _figures(record: RunRecord) -> str:
    run = record.summary
    told = [("steps", f"{run.steps:,}")]
    if len(record.costs):
        last = float(record.costs[-1])
        told.append(("last cost, nats", f"{last:.3f}" if math.isfinite(last) else "no number"))
    if run.outcome is None:
        told += [("validation", _percent(point.validation_accuracy)) for point in record.points[-1:]]
    else:
        told.append(("validation", _percent(run.outcome.validation_accuracy)))
        told.append(("test", _percent(run.outcome.test_accuracy)))
        told.append(("training", f"{run.outcome.seconds:.2f} s"))
    return "".join(f'<div><b>{value}</b><span class="dim">{name}</span></div>' for name, value in told)


def _cost(record: RunRecord) -> str:
    history = History()
    history.append(record.costs)
    steps = len(record.costs)
    faint = Curve(*history.peaks(0, steps, BUCKETS), "faint")
    strong = Curve(*history.course(0, steps, BUCKETS, max(1.0, AVERAGED * steps)))
    return svg_of([faint, strong], steps, _marks(record))


def _marks(record: RunRecord) -> list[tuple[int, str]]:
    texts = {RATE: "rate {:g}", EXTENDED: "{:,.0f} more"}
    return [
        (mark.step, texts[mark.kind].format(mark.value))
        for mark in record.marks
        if mark.kind in texts and mark.value is not None
    ]


def _accuracy(record: RunRecord) -> str:
    steps = [point.step for point in record.points]
    accuracies = [point.validation_accuracy for point in record.points]
    best = stopping.best_point(steps, accuracies)
    dots = [] if best is None else [(best[0], best[1], f"{_percent(best[1])} at step {best[0]:,}")]
    return svg_of([Curve(steps, accuracies)], max([len(record.costs), *steps]), percent=True, dots=dots)


def _story(record: RunRecord) -> str:
    steps = [point.step for point in record.points]
    accuracies = [point.validation_accuracy for point in record.points]
    outcome = record.summary.outcome
    return stopping.sentence_after(steps, accuracies, record.costs, outcome is not None and outcome.diverged)


def _weights(record: RunRecord) -> str:
    weights = record.final_weights()
    picture = base64.b64encode(weight_strip.png_of(weights, times=3, see_through=True)).decode()
    digits = "".join(f"<span>{digit}</span>" for digit in range(weights.bias.size))
    image = f'<img alt="ten pictures, one for each digit" src="data:image/png;base64,{picture}">'
    return f'{image}<div class="digits dim">{digits}</div>'


def _circumstances(record: RunRecord) -> dict[str, object]:
    facts, data = record.facts, record.facts.dataset
    told: dict[str, object] = {
        "data": data.title,
        "images": "{:,} for training, {:,} for validation, {:,} for the test".format(*data.sizes),
        "SHA-256": data.checksum,
    }
    if data.pen_digits:
        told["pen digits"] = f"{data.pen_digits:,} added to the training images"
    if facts.parent is not None:
        told["continues"] = f"{facts.parent.run_id} from step {facts.parent.step:,}"
    names = [f"{name} {version}" for name, version in facts.versions.items()]
    return {**told, "versions": ", ".join(names), "run": facts.run_id}


def _origin(recipe: Recipe) -> Recipe:
    """Return the recipe of the ladder that a recipe's settings are held against."""
    return LADDER.get(recipe.based_on) or LADDER.get(recipe.name) or TUTORIAL


def _compared(recipe: Recipe) -> str:
    return f"in colour: other than in the recipe “{_origin(recipe).title}”"


def _settings(recipe: Recipe) -> str:
    names = [field.name for field in fields(recipe) if field.name not in UNSAID]
    origin = _origin(recipe)
    return "".join(
        _row(name.replace("_", " "), getattr(recipe, name), getattr(recipe, name) != getattr(origin, name))
        for name in names
    )


def _changes(record: RunRecord) -> str:
    """Return the section of what was changed while the run trained; nothing where nothing was."""
    told = [(mark.step, _change(mark)) for mark in record.marks if mark.kind in CHANGES]
    if not told:
        return ""
    rows = "".join(_row(f"after step {step:,}", text) for step, text in told[:MOST_CHANGES])
    left = len(told) - MOST_CHANGES
    more = _row("and", f"{left:,} more") if left > 0 else ""
    return f"<section><h2>Changed on the way</h2><dl>{rows}{more}</dl></section>"


def _change(mark: Mark) -> str:
    if mark.value is not None and not math.isfinite(mark.value):
        return "as fast as it can"
    return CHANGES[mark.kind].format(mark.value)


def _row(name: str, value: object, is_changed: bool = False) -> str:
    kind = ' class="changed"' if is_changed else ""
    return f"<div><dt>{escape(name)}</dt><dd{kind}>{escape(_said(value))}</dd></div>"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
