"""Every sentence a person reads passes through here, so that another language can take its place."""

from collections.abc import Callable

Translator = Callable[[str], str]
_translate: Translator = str


def say(text: str, /, **values: object) -> str:
    """`text` in the user's language, with `{names}` filled from `values` as `str.format` does.

    `text` must be a literal where it is called: the translations are collected by reading the source.
    A count gets a sentence of its own for one and for many, in the English source too.
    """
    translated = _translate(text)
    return translated.format(**values) if values else translated


def speak(translate: Translator) -> None:
    """From now on `say` asks `translate`, which gives back a text that it does not know."""
    global _translate
    _translate = translate
