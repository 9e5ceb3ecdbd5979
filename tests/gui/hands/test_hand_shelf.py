"""The hands on the shelf: kept apart, imported, exported, renamed, merged, removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QMessageBox

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.hands import hand as hands
from tests import small
from tests.gui import widgets
from tests.gui.hands.conftest import ONE, Bench


def test_hands_are_kept_apart(bench: Bench) -> None:
    bench.teach(small.SEVEN, 7)
    type_in(bench, "Ada")
    bench.button("new_hand").click()
    bench.button("teach_7").click()
    assert (hands.names(), bench.labels()) == (("Ada", "me"), [7])


def type_in(bench: Bench, *names: str) -> list[tuple[str, bool]]:
    """Type names into the dialog that opens next; return what is said of each, and whether it is taken."""
    said: list[tuple[str, bool]] = []

    def answer() -> None:
        dialog = widgets.child(bench.window, QInputDialog)
        ok = widgets.child(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        for name in names:
            dialog.setTextValue(name)
            said.append((dialog.labelText(), ok.isEnabled()))
        dialog.done(ok.isEnabled())

    QTimer.singleShot(0, bench.window, answer)
    return said


def test_a_name_that_cannot_be_is_refused_with_why_until_another_is_typed(bench: Bench) -> None:
    said = type_in(bench, "con", "../Ada", "x" * 99, f"{' ' * 50}Cleo")
    widgets.child(bench.window, QAction, "rename_hand").trigger()
    assert [is_taken for _, is_taken in said] == [False, False, False, True]
    assert "Windows takes files of that name for devices" in said[0][0]
    assert "use 1 to 40 letters" in said[1][0]
    assert said[3][0] == "Whose digits are they?"
    assert bench.wiring.hand.name == "Cleo"


def test_digits_are_imported_or_none_of_them_and_exported(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = tmp_path / "digits.jsonl", tmp_path / "out.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    assert not bench.button("export_digits").isEnabled()
    stroke_lines.write([LabelledDrawing(small.SEVEN, 7), LabelledDrawing(ONE, 1)], path)
    bench.wiring.shelf.import_file(path)
    assert (bench.labels(), bench.status.note()) == ([7, 1], "Imported 2 digits into the hand 'me'.")
    path.write_text("no strokes\n")
    bench.wiring.shelf.import_file(path)
    assert (bench.labels(), "Line 1" in bench.status.note()) == ([7, 1], True)
    bench.button("export_digits").click()
    assert [(digit.label, digit.writer) for digit in stroke_lines.read(out)] == [(7, "me"), (1, "me")]


def test_a_hand_is_renamed_merged_and_removed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(name: str, answer: str) -> None:
        if name == "rename_hand":
            type_in(bench, answer)
        monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: (answer, True))
        widgets.child(bench.window, QAction, name).trigger()

    bench.teach(small.SEVEN, 7)
    choose("rename_hand", "Ada")
    assert (bench.wiring.hand.name, bench.labels(), hands.names()) == ("Ada", [7], ("Ada",))
    bench.wiring.use("Bob")
    bench.teach(ONE, 1)
    choose("rename_hand", "Ada")
    assert "a hand 'Ada' already" in bench.status.note()
    choose("merge_hand", "Ada")
    assert (bench.wiring.hand.name, bench.labels(), hands.names()) == ("Ada", [7, 1], ("Ada",))
    choose("merge_hand", "Ada")
    assert "no other hand" in bench.status.note()
    for yes, left in ((None, ("Ada",)), (QMessageBox.StandardButton.Yes, ())):  # Enter alone removes nothing
        monkeypatch.setattr(QMessageBox, "question", lambda *_, defaultButton, yes=yes: yes or defaultButton)
        choose("remove_hand", "")
        assert hands.names() == left
    assert bench.wiring.hand.name == hands.USUAL
