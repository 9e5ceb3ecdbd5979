"""A run as one HTML page that opens anywhere, with no connection: everything it shows is in it."""

import base64
import json
import math
from contextlib import suppress
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template

from core.digits.dataset import shown_names
from core.exporting import report_pictures
from core.exporting.report_pictures import Curve, svg_of
from core.files import assets
from core.files.whole import new_file
from core.model import softmax
from core.model.softmax import Weights
from core.recipes.recipe import origin
from core.recipes.settings import SETTINGS, label_of, value_of
from core.runs.facts import EXTENDED, RunEvent
from core.runs.record import RunRecord
from core.training import stopping
from core.training.history import History
from core.words import figure, language, said, say

TEMPLATE = "report.html"
TEXTS = json.loads(assets.text("report.json"))  # of changes by their kind: in the list, and on the curve
BUCKETS = 400  # pairs of lowest and highest that a curve is drawn with
AVERAGED = 0.02  # of the run, under the strong line
MOST_CHANGES = 40  # listed one by one


def write(path: Path, record: RunRecord) -> None:
    """Write the report of a run; raises UserError where that cannot be."""
    page = page_of(record)
    with new_file(path) as part:
        part.write_text(page, encoding="utf-8", errors="backslashreplace")


def page_of(record: RunRecord) -> str:
    """Return the report of a run as HTML, in the language that the app speaks."""
    run, data, names = record.summary, record.facts.dataset, (setting.name for setting in SETTINGS)
    values = [(name, getattr(run.recipe, name), getattr(origin(run.recipe), name)) for name in names]
    rows = {name: (value_of(name, now), now != usual) for name, now, usual in values}
    if start := run.facts.start_in_words:
        rows["initial_weights"] = start, True
    steps = [point.step for point in record.points]
    accuracies = [point.validation_accuracy for point in record.points]
    has_diverged = run.outcome is not None and run.outcome.diverged
    note = f'<p class="note">{escape(run.label.note)}</p>' if run.label.note else ""
    return Template(assets.text(TEMPLATE)).substitute(
        {name: escape(said(text)) for name, text in TEXTS["headings"].items()},
        language=language(),
        title=escape(run.title),
        subtitle=escape(_subtitle(record)),
        lead=escape(_lead(record)),
        note=note,
        figures=_figures(record),
        cost=_cost(record),
        accuracy_note=escape(
            say("on {images:,} images that it does not train on; the dot is the best", images=data.sizes[1])
        ),
        accuracy=_accuracy(steps, accuracies, len(record.costs)),
        story=escape(stopping.sentence_after(steps, accuracies, record.costs, has_diverged)),
        weights=_weights(record),
        compared=escape(say("in colour: other than in the recipe “{title}”", title=said(origin(run.recipe).title))),
        settings="".join(_row(label_of(name), *row) for name, row in rows.items()),
        changes=_changes(record),
        made="".join(_row(name, value) for name, value in _circumstances(record).items()),
    )


def _subtitle(record: RunRecord) -> str:
    when = record.facts.started
    with suppress(ValueError):  # what is no moment in ISO 8601 stays as it is
        when = f"{datetime.fromisoformat(when):%Y-%m-%d, %H:%M}"
    return say(
        "{recipe} · {steps:,} steps on {dataset} · {when}",
        recipe=record.summary.made_of,
        steps=record.summary.steps,
        dataset=said(record.facts.dataset.title),
        when=when,
    )


def _lead(record: RunRecord) -> str:
    outcome, images = record.summary.outcome, record.facts.dataset.sizes[2]
    if outcome is not None and outcome.diverged:
        return say("It diverged: the cost grew beyond all measure.")
    if outcome is None:
        values = {"made": record.summary.steps, "total": record.total}
        return say("It has not come to its end: {made:,} of {total:,} steps are made.", **values)
    read = {"share": 100 * outcome.test_accuracy, "images": images}
    return say("It reads {share:.1f} % of {images:,} images that it has never seen.", **read)


def _figures(record: RunRecord) -> str:
    run = record.summary
    rows = [(say("steps"), figure(run.steps, ","))]
    if len(record.costs):
        last = float(record.costs[-1])
        rows.append((say("last cost, nats"), figure(last, ".3f") if math.isfinite(last) else say("no number")))
    if run.outcome is None:
        rows += [(say("validation"), _percent(point.validation_accuracy)) for point in record.points[-1:]]
    else:
        rows.append((say("validation"), _percent(run.outcome.validation_accuracy)))
        rows.append((say("test"), _percent(run.outcome.test_accuracy)))
        rows.append((say("training"), f"{figure(run.outcome.seconds, '.2f')} s"))
    return "".join(f'<div><b>{escape(value)}</b><span class="dim">{escape(name)}</span></div>' for name, value in rows)


def _cost(record: RunRecord) -> str:
    history = History()
    history.append(record.costs)
    steps = len(record.costs)
    faint = Curve(*history.peaks(0, steps, BUCKETS), "faint")
    strong = Curve(*history.course(0, steps, BUCKETS, max(1.0, AVERAGED * steps)))
    marks = [each for each in record.marks if each.kind in TEXTS["marked"] and each.value is not None]
    return svg_of([faint, strong], steps, [(each.step, _filled_in("marked", each)) for each in marks])


def _accuracy(steps: list[int], accuracies: list[float], last_step: int) -> str:
    best = stopping.best_point(steps, accuracies)
    dots = [] if best is None else [(*best, say("{share:.1f} % at step {step:,}", share=100 * best[1], step=best[0]))]
    return svg_of([Curve(steps, accuracies)], max([last_step, *steps]), percent=True, dots=dots)


def _weights(record: RunRecord) -> str:
    """Return the pictures of the weights; where they began as random numbers, first of what changed since."""
    weights, shown = record.final_weights(), ""
    if record.facts.recipe.initial_weights != "zeros" and not record.facts.has_start:
        learned = softmax.changed(weights, record.start_weights())
        shown = _strip(learned, record) + f'<p class="dim">{escape(said(TEXTS["as_they_are"]))}</p>'
    return shown + _strip(weights, record)


def _strip(weights: Weights, record: RunRecord) -> str:
    picture = base64.b64encode(report_pictures.png_of(weights, times=3, see_through=True)).decode()
    names = "".join(f"<span>{escape(name)}</span>" for name in shown_names(record.facts.dataset.class_names))
    alt = escape(say("ten pictures, one for each class"))
    return f'<img alt="{alt}" src="data:image/png;base64,{picture}"><div class="classes dim">{names}</div>'


def _circumstances(record: RunRecord) -> dict[str, str]:
    facts, data = record.facts, record.facts.dataset
    sizes = dict(zip(("training", "validation", "test"), data.sizes, strict=True))
    made = say("{training:,} for training, {validation:,} for validation, {test:,} for the test", **sizes)
    found = {say("data"): said(data.title), say("how many images"): made, "SHA-256": data.checksum}
    if data.pen_digits:
        found[say("added digits")] = say("{count:,} added to the training images", count=data.pen_digits)
    if facts.taught is not None:
        found[say("learned from")] = say(
            "{count:,} digits of the hand {hand!r}; of these {before} read right before, {after} by networks that had "
            "not learned from them",
            count=facts.taught.digits,
            hand=facts.taught.hand,
            before=_percent(facts.taught.own_before),
            after=_percent(facts.taught.own_after),
        )
    names = [f"{name} {version}" for name, version in facts.versions.items()]
    return {**found, say("versions"): ", ".join(names), say("run"): facts.run_id}


def _changes(record: RunRecord) -> str:
    """Return the section of what was changed while the run trained; nothing where nothing was."""
    changes = [(each.step, _filled_in("changes", each)) for each in record.marks if each.kind in TEXTS["changes"]]
    if not changes:
        return ""
    rows = "".join(_row(say("after step {step:,}", step=step), text) for step, text in changes[:MOST_CHANGES])
    left = len(changes) - MOST_CHANGES
    more = _row(say("and"), say("{count:,} more", count=left)) if left > 0 else ""
    return f"<section><h2>{escape(say('Changed on the way'))}</h2><dl>{rows}{more}</dl></section>"


def _filled_in(texts: str, change: RunEvent) -> str:
    """Return the text of a change with its value, where it has one."""
    if change.value is not None and not math.isfinite(change.value):
        return say("as fast as it can")
    form = ",.0f" if change.kind == EXTENDED else "g"
    return said(TEXTS[texts][change.kind]).format(value="" if change.value is None else figure(change.value, form))


def _row(name: str, value: str, is_changed: bool = False) -> str:
    kind = ' class="changed"' if is_changed else ""
    return f"<div><dt>{escape(name)}</dt><dd{kind}>{escape(value)}</dd></div>"


def _percent(share: float) -> str:
    return f"{figure(100 * share, '.1f')} %"
