"""A run as one HTML page that opens anywhere, with no connection: everything it shows is in it."""

import base64
import math
from dataclasses import fields
from html import escape
from pathlib import Path
from string import Template

import numpy as np

from core import assets, stopping
from core.exporting import weight_strip
from core.exporting.curves import Curve, svg_of
from core.exporting.targets import new_file
from core.history import History
from core.runs.differences import UNSAID
from core.runs.facts import EXTENDED, RATE
from core.runs.record import RunRecord

TEMPLATE = "report.html"
BUCKETS = 400  # pairs of lowest and highest that a curve is drawn with
AVERAGED = 0.02  # of the run, under the strong line


def write(path: Path, record: RunRecord) -> None:
    """Write the report of a run; raises UserError where that cannot be."""
    page = page_of(record)
    with new_file(path) as part:
        part.write_text(page, encoding="utf-8")


def page_of(record: RunRecord) -> str:
    """Return the report of a run as HTML."""
    run, data = record.summary, record.facts.dataset
    note = f'<p class="note">{escape(run.label.note)}</p>' if run.label.note else ""
    return Template(assets.text(TEMPLATE)).substitute(
        title=escape(run.label.name or run.recipe.title),  # in English, as all of the report
        subtitle=escape(f"{run.recipe.title}, {run.steps:,} steps on {data.title}, {run.facts.started}"),
        note=note,
        figures=_figures(record),
        cost=_cost(record),
        accuracy=_accuracy(record),
        validation=f"{data.sizes[1]:,}",
        story=escape(_story(record)),
        weights=_weights(record),
        settings=_rows({field.name: getattr(run.recipe, field.name) for field in fields(run.recipe)}),
        made=_rows(_circumstances(record)),
    )


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
    return svg_of([Curve(steps, accuracies)], max([len(record.costs), *steps]), percent=True)


def _story(record: RunRecord) -> str:
    steps = [point.step for point in record.points]
    return stopping.sentence_after(steps, [point.validation_accuracy for point in record.points], record.costs)


def _weights(record: RunRecord) -> str:
    weights = record.final_weights()
    if not np.isfinite(weights.matrix).all():
        return "<p>The run diverged: its weights are no numbers any more.</p>"
    picture = base64.b64encode(weight_strip.png_of(weights, times=3)).decode()
    digits = "".join(f"<span>{digit}</span>" for digit in range(weights.bias.size))
    image = f'<img alt="ten pictures, one for each digit" src="data:image/png;base64,{picture}">'
    return f'{image}<div class="digits dim">{digits}</div>'


def _circumstances(record: RunRecord) -> dict[str, object]:
    facts, data = record.facts, record.facts.dataset
    told: dict[str, object] = {
        "data": f"{data.title} ({data.source})",
        "images": "{:,} for training, {:,} for validation, {:,} for the test".format(*data.sizes),
        "SHA-256 of the images": data.checksum,
    }
    if data.pen_digits:
        told["pen digits"] = f"{data.pen_digits:,} added to the training images"
    if facts.parent is not None:
        told["continues"] = f"{facts.parent.run_id} from step {facts.parent.step:,}"
    return {**told, **facts.versions, "run": facts.run_id}


def _rows(values: dict[str, object]) -> str:
    kept = {name.replace("_", " "): value for name, value in values.items() if name not in UNSAID or value}
    return "".join(f"<tr><td>{escape(name)}</td><td>{escape(_said(value))}</td></tr>" for name, value in kept.items())


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
