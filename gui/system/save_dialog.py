"""The question where to save: a name without a suffix gets one, and no file is written over unasked."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = re.compile(r"\*(\.\w+)")


def asked_path(window: QWidget, title: str, name: str, forms: str) -> Path | None:
    """Ask for a file; return it, or None where the user cancels.

    name : proposed; forms : Qt's filter, "" = any: a name without a suffix gets the first of the one that is chosen
    """
    chosen, form = QFileDialog.getSaveFileName(window, title, name, forms)
    if not chosen:
        return None
    path, suffix = Path(chosen), SUFFIX.search(form or forms)
    whole = path if path.suffix or suffix is None else path.with_suffix(suffix[1])
    if whole != path and whole.exists():  # the dialog has asked about a file of the name as it was typed
        return asked_path(window, title, str(whole), forms)
    return whole
