"""What the names of a data set's files say: which part of it each is, and what is left, which the set is called by."""

import re
from pathlib import Path

TRAINING, VALIDATION, TEST = "train", "valid", "test"
TESTS = re.compile(r"test|t10k|\.tes$|\.t(?=\.|$)")
VALIDATIONS = re.compile(r"(?<![a-z])val(?:id(?:ation)?)?(?=images?|labels?|[^a-z]|$)")
OF_PARTS = re.compile(
    r"train(?:ing)?|test(?:ing)?|t10k|images?|labels?|(?<![a-z])(?:img|lbl)s?(?![a-z])|(?<![a-z])[xy](?=_?(?:tr|te|va))"
    rf"|{VALIDATIONS.pattern}|idx\d?(?:-u?(?:byte|int))?|u?byte|\.tra$|\.tes$|\.t(?=\.|$)|-\d{{5}}-.*"
    r"|\(\d+\)|\.(?:gz|bz2|xz|zip)$"
)


def part_of(path: Path) -> str:
    """Return which part a file is by its name: TRAINING, where that says nothing."""
    name = path.name.lower()
    return TEST if TESTS.search(name) else VALIDATION if VALIDATIONS.search(name) else TRAINING


def set_of(path: Path) -> str:
    """Return what is left of a file's name without what says which part, or part of a part, it is; "" of MNIST's."""
    return re.sub(r"[\W_]+", " ", OF_PARTS.sub("", path.name.lower())).strip()


def title_of(path: Path) -> str:
    """Return the same without endings, as a title; "" where nothing is left."""
    return re.sub(r"\..*", "", OF_PARTS.sub("", path.name.lower())).strip("_- ")
