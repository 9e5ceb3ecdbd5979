"""The question where to save: a name without a suffix gets one, and no file is written over unasked."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def asked_path(window: QWidget, title: str, name: str, forms: str, suffix: str = "") -> Path | None:
    """Ask for a file; return it, or None where the user cancels.

    name : proposed; forms : Qt's filter, "" = any; suffix : of a name without one, "" = none, unless `forms` are plain
    "*.csv;;*.png", whose chosen one gives it.
    """
    chosen, form = QFileDialog.getSaveFileName(window, title, name, forms)
    if not chosen:
        return None
    path = Path(chosen)
    whole = path if path.suffix else path.with_suffix(form.lstrip("*") if form.startswith("*.") else suffix)
    if whole != path and whole.exists():  # the dialog has asked about a file of the name as it was typed
        return asked_path(window, title, str(whole), forms, suffix)
    return whole
