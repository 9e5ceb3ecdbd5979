"""The settings of a recipe in words: what each is called, and what differs between two recipes."""

from core.recipes.recipe import Recipe
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


def _told(value: object) -> str:
    if isinstance(value, str):
        return value
    assert isinstance(value, int | float)
    return figure(value, "," if isinstance(value, int) else "g")
