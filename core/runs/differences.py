"""What differs between two runs, said in words."""

from core.recipes.texts import settings_differing
from core.runs.facts import RunFacts, RunSummary
from core.words import said, say


def difference(first: RunSummary, second: RunSummary) -> str:
    """Return one sentence that says what the second run did otherwise than the first."""
    are_alike = first.title == second.title
    before, after = _name(first, are_alike), _name(second, are_alike)
    differing = "; ".join(_parts(first, second))
    if not differing:
        return say("{second} has the same settings, data and seed as {first}.", second=after, first=before)
    return say("{second} differs from {first}: {differences}.", second=after, first=before, differences=differing)


def differences_between(first: RunSummary, second: RunSummary) -> str:
    """Return what the second run did otherwise than the first, without naming either."""
    return "; ".join(_parts(first, second)) or say("the same settings, data and seed")


def _parts(first: RunSummary, second: RunSummary) -> list[str]:
    return settings_differing(first.recipe, second.recipe) + _circumstances(first.facts, second.facts)


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
    if second.taught is not None and second.taught != first.taught:
        taught = second.taught
        parts.append(say("learned {digits:,} digits of the hand {hand!r}", digits=taught.digits, hand=taught.hand))
    if second.parent != first.parent and second.parent is not None:
        origin = second.parent
        parts.append(say("continues {run_id} from step {step:,}", run_id=origin.run_id, step=origin.step))
    elif second.has_start != first.has_start:
        parts.append(say("start weights of its own") if second.has_start else say("start weights of the recipe"))
    return parts


def _name(run: RunSummary, with_id: bool) -> str:
    """Return what a run is called; two of the same title are distinguished by their ids."""
    title = say("“{title}”", title=run.title)
    return f"{title} ({run.run_id})" if with_id else title
