"""What differs between two runs, said in words."""

from core.recipes.recipe import Recipe
from core.runs.facts import RunFacts, RunSummary
from core.words import figure, mark, said, say

SETTINGS = {
    "steps": mark("steps"),
    "batch": mark("images a step"),
    "learning_rate": mark("learning rate"),
    "decay": mark("decay"),
    "initial_weights": mark("start weights"),
    "early_stop": mark("early stop after"),
    "seed": mark("seed"),
}
SWITCHES = {
    "shuffle": (mark("shuffled batches"), mark("batches in order")),
    "deskew": (mark("deskewed images"), mark("images as they are")),
    "pen_digits": (mark("pen digits added"), mark("no pen digits")),
    "warp": (mark("pen digits warped"), mark("pen digits as they are")),
    "practice_digits": (mark("practice digits added"), mark("no practice digits")),
    "spread": (mark("ink spread evenly"), mark("ink as wide as it is")),
}
UNSAID = ("name", "title", "based_on")  # what the settings amount to


def difference(first: RunSummary, second: RunSummary) -> str:
    """Return one sentence that says what the second run did otherwise than the first."""
    are_alike = first.title == second.title
    before, after = _name(first, are_alike), _name(second, are_alike)
    told = "; ".join(_parts(first, second))
    if not told:
        return say("{second} has the same settings, data and seed as {first}.", second=after, first=before)
    return say("{second} differs from {first}: {told}.", second=after, first=before, told=told)


def told_apart(first: RunSummary, second: RunSummary) -> str:
    """Return what the second run did otherwise than the first, without naming either."""
    return "; ".join(_parts(first, second)) or say("the same settings, data and seed")


def _parts(first: RunSummary, second: RunSummary) -> list[str]:
    return settings_differing(first.recipe, second.recipe) + _circumstances(first.facts, second.facts)


def settings_differing(first: Recipe, second: Recipe) -> list[str]:
    """Return what each setting that differs is in the second recipe, and in the first."""
    parts = []
    for name in Recipe.__dataclass_fields__:
        before, after = getattr(first, name), getattr(second, name)
        if before == after or name in UNSAID:
            continue
        if name in SWITCHES:
            yes, no = SWITCHES[name]
            yes, no = said(yes), said(no)
            now, then = (yes, no) if after else (no, yes)
            parts.append(say("{now} instead of {then}", now=now, then=then))
        else:
            now, then = _told(after), _told(before)
            parts.append(say("{setting} {now} instead of {then}", setting=setting_title(name), now=now, then=then))
    return parts


def setting_title(name: str) -> str:
    """Return what a setting is called; of a switch, what it does where it is on."""
    return said(SWITCHES[name][0] if name in SWITCHES else SETTINGS.get(name, name.replace("_", " ")))


def _circumstances(first: RunFacts, second: RunFacts) -> list[str]:
    parts = []
    if first.dataset.checksum != second.dataset.checksum:
        then, now = said(first.dataset.title), said(second.dataset.title)
        is_other = then != now
        parts.append(
            say("data {now} instead of {then}", now=now, then=then)
            if is_other
            else say("data another {then}", then=then)
        )
    if second.parent != first.parent and second.parent is not None:
        origin = second.parent
        parts.append(say("continues {run_id} from step {step:,}", run_id=origin.run_id, step=origin.step))
    elif second.has_start != first.has_start:
        parts.append(say("start weights of its own") if second.has_start else say("start weights of the recipe"))
    return parts


def _name(run: RunSummary, with_id: bool) -> str:
    """Return what a run is called; two of the same title are told apart by their ids."""
    title = say("“{title}”", title=run.title)
    return f"{title} ({run.run_id})" if with_id else title


def _told(value: object) -> str:
    if isinstance(value, str):
        return value
    assert isinstance(value, int | float)
    return figure(value, "," if isinstance(value, int) else "g")
