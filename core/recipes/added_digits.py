"""What recipes add to the training images of a data set: pen digits, as they are or warped, and practice digits."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from core.digits.dataset import LabelledImages
from core.digits.stages import apply_to_bytes
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import WHAT, WILD, copies
from core.errors import reading
from core.files import folders
from core.progress import UNWATCHED, Report, Work
from core.recipes.recipe import Recipe
from core.sources import drawing_processes, image_cache, pen_search, practice, search
from core.words import said

COPIES = 3  # times that each pen digit is added as it is
WARPED_COPIES = 6  # versions of each, where they are warped
PRACTICE_COPIES = 2  # times that each practice digit is added
AT_ONCE = 1_000  # pen digits that a process draws as they are; of warped ones, a whole copy
FEWEST_ELSEWHERE = 2_000  # digits: fewer are drawn before another process has begun
FIRST = 20  # digits drawn to see whether the cached images are still those that would be drawn now

Job = Callable[[], LabelledImages]


def key(recipe: Recipe) -> tuple[object, ...]:
    """Return what decides which digits a recipe adds; recipes with equal keys add the same."""
    return (recipe.pen_digits, recipe.warp, recipe.practice_digits, recipe.stages)


def described(recipe: Recipe) -> str:
    """Return in words what a recipe adds, in English."""
    pens = f"each pen digit {WARPED_COPIES} times, warped" if recipe.warp else f"each pen digit {COPIES} times"
    return " and ".join([pens] * recipe.pen_digits + ["practice digits twice"] * recipe.practice_digits)


def find(
    recipe: Recipe, folder: Path | None = None, work: Work = UNWATCHED, *, may_download: bool = True
) -> LabelledImages | None:
    """Return the digits that a recipe adds as its network sees them, or None; raises CancelledError, UserError."""
    if not recipe.adds_digits:
        return None
    more = practice.jobs() if recipe.practice_digits and not search.are_practice_digits_stored() else []
    parts = list[LabelledImages]()
    with drawing_processes.Processes(said(WHAT), work.is_cancelled) as processes:
        # first, since they need nothing: pen digits are read meanwhile
        drawn, pens = processes.make(more) if more else None, iter(list[LabelledImages]())
        if recipe.pen_digits:
            digits = pen_search.find_pen_digits(folder, work, may_download=may_download)
            pens = _pen_digits(recipe, digits, processes, work.report, bool(more))
        if recipe.practice_digits:
            training = search.practice_digits(work=work, parts=drawn).training
            images = apply_to_bytes(training.images, recipe.stages, work.is_cancelled)
            parts = [LabelledImages(images, training.labels)] * PRACTICE_COPIES
        found = list(pens)
    return LabelledImages.joined(found * (1 if recipe.warp else COPIES) + parts)


def are_drawn(recipe: Recipe) -> bool:
    """Return whether what a recipe adds was once drawn to its end; if as it is now, `find` sees. Raises UserError."""
    last = WARPED_COPIES - 1 if recipe.warp else 0
    with reading(_cache()):
        names = [path.stem.split("-") for path in _cache().glob(f"{_name(recipe, '*')}-{last}-*.npz")]
    has_pens = not recipe.pen_digits or any(name[2] == name[-2] for name in names)  # how many there are, and the end
    return has_pens and (not recipe.practice_digits or search.are_practice_digits_stored())


def pen_digits(recipe: Recipe, digits: Sequence[LabelledDrawing]) -> LabelledImages:
    """Return pen digits as often, and warped, as the recipe has them."""
    count, strengths = (WARPED_COPIES, WILD) if recipe.warp else (COPIES, None)
    return copies(digits, recipe.stages, count, strengths=strengths)


def _cache() -> Path:
    return folders.of("data", pen_search.NAME)


def _name(recipe: Recipe, count: object) -> str:
    return f"{pen_search.NAME}-{'warped' if recipe.warp else 'plain'}-{count}-{'_'.join(recipe.stages)}"


def _parts(recipe: Recipe, digits: Sequence[LabelledDrawing]) -> list[tuple[Path, Job]]:
    """Return where each part of a recipe's pen digits is stored, and what draws it."""
    name, strengths = _name(recipe, len(digits)), WILD if recipe.warp else None
    # number of the copy, first digit, and the one behind the last: a copy's random numbers go on from digit to digit
    count, whole = len(digits), [(copy, 0, len(digits)) for copy in range(WARPED_COPIES)]
    parts = whole if recipe.warp else [(0, at, min(at + AT_ONCE, count)) for at in range(0, count, AT_ONCE)]
    first = pen_digits(recipe, digits[:FIRST])
    paths = [image_cache.path_of(_cache(), f"{name}-{'-'.join(map(str, part))}", first) for part in parts]
    drawing = partial(copies, stages=recipe.stages, count=1, strengths=strengths)
    jobs = [partial(drawing, digits[start:end], first=copy) for copy, start, end in parts]
    return list(zip(paths, jobs, strict=True))


def _pen_digits(
    recipe: Recipe,
    digits: Sequence[LabelledDrawing],
    processes: drawing_processes.Processes,
    report: Report,
    are_begun: bool,
) -> Iterator[LabelledImages]:
    """Have the parts of a recipe's pen digits that are missing drawn; return what stores and yields each."""
    parts = _parts(recipe, digits)
    found = [image_cache.read(path) for path, _ in parts]
    jobs = [job for (_, job), images in zip(parts, found, strict=True) if images is None]
    total = len(digits) * (WARPED_COPIES if recipe.warp else 1)
    drawn = processes.make(jobs) if jobs and (are_begun or total >= FEWEST_ELSEWHERE) else (job() for job in jobs)

    def taken() -> Iterator[LabelledImages]:
        done = sum(len(images) for images in found if images is not None)
        report(said(WHAT), done, total)
        for (path, _), images in zip(parts, found, strict=True):
            if images is None:
                # taken even where another process has stored it meanwhile: what comes next is another part
                images = image_cache.stored(path, [next(drawn)].pop)
                done += len(images)
                report(said(WHAT), done, total)
            yield images

    return taken()
