"""The language of the window: which one, and how Qt and the core come to speak it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.files import assets
from core.words import speak

SYSTEM, ENGLISH = "system", "en"
SHIPPED = ("en", "de")  # ISO 639-1; all but English have a file in assets/translations
CONTEXT = "digitscope"  # of all our texts, in Qt's words

_installed: list[QTranslator] = []


def code_of(choice: str, preferred: Sequence[str] | None = None) -> str:
    """Return the language of a choice: itself, or for "system" the first that we have of those preferred.

    preferred : as "de-AT", best first; the system's, where none are given
    """
    if choice in SHIPPED:
        return choice
    preferences = QLocale.system().uiLanguages() if preferred is None else preferred
    known = (name.replace("_", "-").partition("-")[0] for name in preferences)
    return next((code for code in known if code in SHIPPED), ENGLISH)


def use(choice: str) -> str:
    """Speak a language, in widgets that are made from now on; return its code."""
    code, system = code_of(choice), QLocale.system()
    locale = system if system.name().partition("_")[0] == code else QLocale(code)  # Swiss numbers stay Swiss
    forget()
    QLocale.setDefault(locale)  # of spin boxes and their like
    if code != ENGLISH:
        qts = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{code}.qm"
        for path in (assets.path(f"translations/{CONTEXT}_{code}.qm"), qts):
            translator = QTranslator()
            if translator.load(path):  # Qt's own texts may be missing where a distribution packs them apart
                QCoreApplication.installTranslator(translator)
                _installed.append(translator)
    signs = str.maketrans({",": locale.groupSeparator(), ".": locale.decimalPoint()})
    speak(lambda text: QCoreApplication.translate(CONTEXT, text), lambda number: number.translate(signs), code)
    return code


def forget() -> None:
    """Speak English, with English numbers, as at first."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale.system())
    speak()
