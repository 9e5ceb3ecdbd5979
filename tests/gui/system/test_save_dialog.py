"""The question where to save: names without a suffix get one, and nothing is written over unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.system.save_dialog import asked_path
from tests.gui import widgets


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return widgets.hidden(qtbot, QWidget())


def answers(monkeypatch: pytest.MonkeyPatch, *names: str, form: str = "") -> list[str]:
    """Let the dialog return names, one after the other; return the names that it proposes."""
    proposed, left = list[str](), list(names)

    def answered(_window: QWidget, _title: str, name: str, _forms: str) -> tuple[str, str]:
        proposed.append(name)
        return left.pop(0), form

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answered)
    return proposed


@pytest.mark.parametrize(
    ("name", "forms", "form", "expected"),
    [
        ("run", "*.keras", "", "run.keras"), ("run.keras", "*.keras", "*.keras", "run.keras"),
        ("run", "", "All Files (*)", "run"),  # a folder
        ("curve", "*.png;;*.svg", "*.svg", "curve.svg"), ("me", "", "Strokes (*.jsonl *.jsonl.gz)", "me.jsonl"),
        ("answers", "HTML (*.html);;PDF (*.pdf)", "PDF (*.pdf)", "answers.pdf"),
        ("me.jsonl.gz", "", "Strokes (*.jsonl *.jsonl.gz)", "me.jsonl.gz"),
    ],
)  # fmt: skip
def test_a_name_without_a_suffix_gets_that_of_its_kind(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, name: str, forms: str, form: str, expected: str
) -> None:
    answers(monkeypatch, name, form=form)
    assert asked_path(window, "Export", "", forms) == Path(expected)


def test_a_file_of_the_whole_name_is_asked_about_again_and_who_cancels_gives_no_path(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "run.npz"
    there.touch()
    proposed = answers(monkeypatch, str(there.with_suffix("")), str(there))
    assert asked_path(window, "Export", "Zeros.npz", "*.npz") == there
    assert proposed == ["Zeros.npz", str(there)]
    answers(monkeypatch, "")
    assert asked_path(window, "Export", "", "") is None
