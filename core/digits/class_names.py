"""What the classes of data sets are called: in English here and in what is stored, translated where they are shown."""

from core.digits.dataset import CLASSES, DIGITS
from core.words import mark, said

UNUSED = mark("(none)")  # the name of a class beyond those that are named

# of well-known data sets in MNIST's format, by a word in their names
KNOWN = {
    "fashion": (
        mark("T-shirt/top"), mark("Trouser"), mark("Pullover"), mark("Dress"), mark("Coat"),
        mark("Sandal"), mark("Shirt"), mark("Sneaker"), mark("Bag"), mark("Ankle boot"),
    ),
    "letters": tuple("ABCDEFGHIJ"),
    "kmnist": ("お o", "き ki", "す su", "つ tsu", "な na", "は ha", "ま ma", "や ya", "れ re", "を wo"),
}  # fmt: skip


def by_name(name: str) -> tuple[str, ...]:
    """Return the ten names that go by a data set's name; the digits where it is not well known."""
    return next((names for word, names in KNOWN.items() if word in name.lower()), DIGITS)


def filled_up(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return ten names, where fewer are given."""
    return names + (UNUSED,) * (CLASSES - len(names))


def shown(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names in the user's language; those that somebody gave their own classes stay as they are."""
    ours = {UNUSED, *(name for known in KNOWN.values() for name in known)}
    return tuple(said(name) if name in ours else name for name in names)
