"""What differs between two runs, said in words."""

from core.recipes import Recipe
from core.runs.facts import RunFacts, RunSummary

SETTINGS = {
    "steps": "steps",
    "batch": "images a step",
    "learning_rate": "learning rate",
    "decay": "decay",
    "initial_weights": "start weights",
    "early_stop": "early stop after",
    "seed": "seed",
}
SWITCHES = {
    "shuffle": ("shuffled batches", "batches in order"),
    "deskew": ("deskewed images", "images as they are"),
    "pen_digits": ("pen digits added", "no pen digits"),
    "warp": ("pen digits warped", "pen digits as they are"),
    "practice_digits": ("practice digits added", "no practice digits"),
    "spread": ("ink spread evenly", "ink as wide as it is"),
}
UNSAID = ("name", "title", "based_on")  # what the settings amount to


def difference(first: RunSummary, second: RunSummary) -> str:
    """Return one sentence that says what the second run did otherwise than the first."""
    parts = settings_differing(first.recipe, second.recipe)
    parts += _circumstances(first.facts, second.facts)
    if not parts:
        return f"{_name(second)} has the same settings, data and seed as {_name(first)}."
    return f"{_name(second)} differs from {_name(first)}: {'; '.join(parts)}."


def settings_differing(first: Recipe, second: Recipe) -> list[str]:
    """Return what each setting that differs is in the second recipe, and in the first."""
    parts = []
    for name in Recipe.__dataclass_fields__:
        before, after = getattr(first, name), getattr(second, name)
        if before == after or name in UNSAID:
            continue
        if name in SWITCHES:
            yes, no = SWITCHES[name]
            parts.append(f"{yes} instead of {no}" if after else f"{no} instead of {yes}")
        else:
            parts.append(f"{SETTINGS.get(name, name.replace('_', ' '))} {_said(after)} instead of {_said(before)}")
    return parts


def _circumstances(first: RunFacts, second: RunFacts) -> list[str]:
    parts = []
    if first.dataset.checksum != second.dataset.checksum:
        titles = first.dataset.title, second.dataset.title
        differs = f"{titles[1]} instead of {titles[0]}" if titles[0] != titles[1] else f"another {titles[0]}"
        parts.append(f"data {differs}")
    if second.parent != first.parent and second.parent is not None:
        parts.append(f"continues {second.parent.run_id} from step {second.parent.step:,}")
    elif second.has_start != first.has_start:
        parts.append("start weights of its own" if second.has_start else "start weights of the recipe")
    return parts


def _name(run: RunSummary) -> str:
    return f"“{run.title}”"


def _said(value: object) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"
