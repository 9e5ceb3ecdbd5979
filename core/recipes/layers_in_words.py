"""Hidden layers in the user's words, and back: "16 filters, 64 units" for convolution 16 5x5 step 2, dense 64."""

import re

from core.words import mark, said

SHORT = (mark("{filters} filters"), "convolution {filters} 5x5 step 2")  # the usual size, where room is little
FORMS = (
    (mark("{units} units"), "dense {units}"),
    (mark("{filters} filters {size} step {step}"), "convolution {filters} {size} step {step}"),
    (mark("{filters} filters {size}"), "convolution {filters} {size}"),
)
PARTS = {"units": r"\d+", "filters": r"\d+", "size": r"\d+x\d+", "step": r"\d+"}


def in_words(layers: tuple[str, ...], is_short: bool = False) -> str:
    """Return layers, as recipes have them, as people read them; short: without the usual size of filters."""
    forms = ((SHORT,) if is_short else ()) + FORMS
    return ", ".join(_put(layer, [(recipe, said(words)) for words, recipe in forms]) for layer in layers)


def from_words(text: str) -> tuple[str, ...]:
    """Return layers as recipes have them; what is not in such words stays as it is."""
    forms = [(said(words), recipe) for words, recipe in (SHORT, *FORMS)]
    return tuple(_put(part.strip(), forms) for part in text.split(",") if part.strip())


def _put(text: str, forms: list[tuple[str, str]]) -> str:
    """Return a layer as the first form that it fits has it on its other side."""
    for one, other in forms:
        pattern = re.escape(one)
        for name, part in PARTS.items():
            pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{part})")
        found = re.fullmatch(pattern, text, re.IGNORECASE)
        if found:
            return other.format(**found.groupdict())
    return text
