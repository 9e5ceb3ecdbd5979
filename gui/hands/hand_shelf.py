"""All hands: created, renamed, merged, removed, brought from files and written to them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QLabel, QLineEdit, QMessageBox

from core.digits import stroke_lines
from core.errors import UserError
from core.hands import hand as hands
from core.hands.hand import Hand
from core.words import mark, said, say
from gui.frame.status_line import StatusLine
from gui.panels.my_digits_panel import MyDigitsPanel, counted
from gui.state.shared import HandInUse
from gui.system.save_dialog import asked_path

TOO_LONG = hands.LONGEST_NAME + 1  # characters
BESIDE_TITLE = 160  # points that a window manager's buttons take beside a dialog's title
STROKES = mark("Strokes (*.jsonl *.jsonl.gz)")


class HandShelf(QObject):
    """Does what My digits requests with hands as a whole; the hand in use is the one meant."""

    def __init__(self, in_use: HandInUse, use: Callable[[str], None], panel: MyDigitsPanel, status: StatusLine) -> None:
        super().__init__(panel)
        self._in_use, self._use, self._status, self._panel = in_use, use, status, panel
        panel.new.clicked.connect(self._on_new)
        panel.hand_menu["rename_hand"].triggered.connect(self._on_rename)
        panel.hand_menu["merge_hand"].triggered.connect(self._on_merge)
        panel.hand_menu["remove_hand"].triggered.connect(self._on_remove)
        panel.bring.clicked.connect(self._on_import)
        panel.export.clicked.connect(self._on_export)

    def import_file(self, path: Path) -> None:
        """Add the labelled digits of a file of strokes to the hand."""

        def job() -> None:
            added = counted(len(self._hand.teach_all(stroke_lines.read(path))))
            self._status.show_note(say("Imported {digits} into the hand {hand!r}.", digits=added, hand=self._hand.name))

        if self._status.attempt(job):
            self._in_use.report_change()

    @property
    def _hand(self) -> Hand:
        return self._in_use.hand

    def _on_new(self) -> None:
        name = self._asked_name(say("New hand"))
        if name is not None:
            self._use(name)

    def _on_rename(self) -> None:
        name = self._asked_name(say("Rename the hand"), self._hand.name)
        if name is not None and self._status.attempt(lambda: self._hand.rename(name)):
            self._use(name)

    def _asked_name(self, title: str, name: str = "") -> str | None:
        """Ask for a hand's name; say of one that cannot be why, until another is typed. None where the user cancels."""
        self._status.show_note("")
        dialog, question = QInputDialog(self._panel.window()), say("Whose digits are they?")
        dialog.setWindowTitle(title)
        dialog.setLabelText(question)
        dialog.setTextValue(name)
        for label in dialog.findChildren(QLabel):
            label.setWordWrap(True)
        for line in dialog.findChildren(QLineEdit):
            line.setMinimumWidth(dialog.fontMetrics().horizontalAdvance(title) + BESIDE_TITLE)

        def check(typed: str) -> None:
            fault = fault_of(typed)
            dialog.setLabelText(fault or question)
            for box in dialog.findChildren(QDialogButtonBox):
                box.button(QDialogButtonBox.StandardButton.Ok).setDisabled(bool(fault))

        dialog.textValueChanged.connect(check)
        wanted = dialog.exec()
        dialog.deleteLater()
        return dialog.textValue() if wanted else None

    def _on_merge(self) -> None:
        others = [name for name in hands.names() if name != self._hand.name]
        if not others:
            self._status.show_note(say("There is no other hand to merge it into."))
            return
        question = say("Add the digits of {hand!r} to which hand? It is then gone.", hand=self._hand.name)
        name, wanted = QInputDialog.getItem(self._panel.window(), say("Merge the hand"), question, others, 0, False)
        if wanted and self._status.attempt(lambda: self._hand.merge_into(Hand(name))):
            self._use(name)

    def _on_remove(self) -> None:
        digits = counted(len(self._hand.digits))
        question = say("Remove the hand {hand!r} with its {digits} for good?", hand=self._hand.name, digits=digits)
        title, answers = say("Remove the hand"), QMessageBox.StandardButton
        answer = QMessageBox.question(self._panel.window(), title, question, defaultButton=answers.No)
        if answer == answers.Yes:
            self._status.attempt(self._hand.remove)
            self._use(next(iter(hands.names()), hands.USUAL))

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._panel.window(), say("Import digits"), "", said(STROKES))
        if name:
            self.import_file(Path(name))

    def _on_export(self) -> None:
        usual, digits = f"{self._hand.name}.jsonl", counted(len(self._hand.digits))
        path = asked_path(self._panel.window(), say("Export digits"), usual, said(STROKES))
        if path is not None and self._status.attempt(lambda: self._hand.export(path)):
            self._status.show_note(say("Exported {digits} to {file}.", digits=digits, file=str(path)))


def fault_of(name: str) -> str:
    """Return why a hand cannot be called so, in one sentence; "" where it can."""
    try:
        hands.checked_name(name.strip()[:TOO_LONG])  # what is pasted may be a whole book
    except UserError as error:
        return str(error)
    return ""
