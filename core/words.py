"""Every sentence a person reads passes through here, so that another language can take its place."""

from collections.abc import Callable
from numbers import Real
from string import Formatter
from typing import Any

Translator = Callable[[str], str]
_translate: Translator = str
_localize: Translator = str
_language = "en"


def say(text: str, /, **values: object) -> str:
    """`text` in the user's language, with `{names}` filled from `values` as `str.format` does.

    `text` must be a literal where it is called: the translations are collected by reading the source.
    A count gets a sentence of its own for one and for many, in the English source too.
    """
    return said(text, **values)


def mark(text: str, /) -> str:
    """`text` as it is, a literal: collected for translation here, and given to `said` where it is shown."""
    return text


def said(text: str, /, **values: object) -> str:
    """The same of a text that was marked, or that lies in assets/."""
    translated = _translate(text) if text else ""
    return _FORMATTER.vformat(translated, (), values) if values else translated


def figure(number: float, form: str = "") -> str:
    """Return `format(number, form)` with the user's signs for thousands and decimals."""
    return _localize(format(number, form))


def language() -> str:
    """Return the code of the language that is spoken, ISO 639-1, for files that name theirs."""
    return _language


def speak(translate: Translator = str, localize: Translator = str, code: str = "en") -> None:
    """From now on `say` asks `translate`; `localize` gives "1,234.5" as the language of a `code`, ISO 639-1, does."""
    global _translate, _localize, _language
    _translate, _localize, _language = translate, localize, code


class _Figures(Formatter):
    """Fills in as `str.format` does, with numbers in the user's signs."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return one value as text."""
        text = str(format(value, format_spec))
        return _localize(text) if isinstance(value, Real) else text


_FORMATTER = _Figures()
