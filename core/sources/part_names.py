"""What the names of a data set's files say: which part of it each is, and what is left, which the set is called by."""

import re

TRAINING, VALIDATION, TEST = "train", "valid", "test"
WORDS = {TRAINING: r"train(?:ing)?", VALIDATION: r"val(?:id(?:ation)?)?", TEST: r"test(?:ing)?|t10k"}
TESTS = re.compile(rf"{WORDS[TEST]}|\.tes$|\.t(?=\.|$)")
VALIDATIONS = re.compile(rf"(?<![a-z]){WORDS[VALIDATION]}(?=images?|labels?|[^a-z]|$)")
COPY = re.compile(r"\(\d+\)")  # what browsers add to a name that is there
OF_PARTS = re.compile(
    rf"{WORDS[TRAINING]}|{WORDS[TEST]}|images?|labels?|(?<![a-z])(?:img|lbl)s?(?![a-z])|(?<![a-z])[xy](?=_?(?:tr|te|va))"
    rf"|{VALIDATIONS.pattern}|idx\d?(?:-u?(?:byte|int))?|u?byte|\.tra$|\.tes$|\.t(?=\.|$)|-\d{{5}}-.*|\.(?:gz|bz2|xz|zip)$"
)


def part_of(name: str) -> str:
    """Return which part a file or an array is by its name: TRAINING, where that says nothing."""
    name = name.lower()
    return TEST if TESTS.search(name) else VALIDATION if VALIDATIONS.search(name) else TRAINING


def set_of(name: str) -> str:
    """Return what is left of a file's name without what says which part, or part of a part, it is; "" of MNIST's."""
    return re.sub(r"[\W_]+", " ", OF_PARTS.sub("", name.lower())).strip()


def title_of(name: str) -> str:
    """Return the same without endings and what tells a copy, as a title; "" where nothing is left."""
    return re.sub(r"\..*", "", OF_PARTS.sub("", COPY.sub("", name.lower()))).strip("_- ")
