"""The language of the window: which one is chosen, and what then speaks it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from core.words import figure
from gui.system import language
from tests.gui import widgets


@pytest.fixture(autouse=True)
def english_afterwards(qtbot: QtBot) -> Iterator[None]:
    before = QLocale()
    yield
    language.forget()
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("choice", "preferred", "code"),
    [
        ("de", ["en-GB"], "de"),
        ("en", ["de-DE"], "en"),
        ("system", ["de-AT", "de"], "de"),
        ("system", ["fr-FR", "de", "en"], "de"),
        ("system", ["fr_FR"], "en"),
        ("system", [], "en"),
        ("klingon", ["de"], "de"),
    ],
)
def test_the_first_language_that_we_have_is_spoken(choice: str, preferred: list[str], code: str) -> None:
    assert language.code_of(choice, preferred) == code


def test_german_has_german_numbers(qtbot: QtBot) -> None:
    language.use("de")
    assert figure(1234.5, ",.1f") == "1.234,5"
    box = widgets.hidden(qtbot, QDoubleSpinBox())
    box.setValue(0.5)
    assert box.text() == "0,50"
    language.use("en")
    assert figure(1234.5, ",.1f") == "1,234.5"


def test_the_dialogs_of_qt_speak_it_too(qtbot: QtBot) -> None:
    language.use("de")
    box = widgets.hidden(qtbot, QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel))
    assert box.buttons()[0].text() == "Abbrechen"
