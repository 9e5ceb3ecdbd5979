"""What a window remembers is there in the next one; what cannot be used any more is passed over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from core.errors import UserError
from gui.frame.preferences import FILE, Preferences, as_bytes, as_text


@pytest.fixture
def kept(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


def test_a_text_is_given_back_at_the_next_start(tmp_path: Path, kept: Preferences) -> None:
    kept.keep("hand", lambda: "Zoë, with a comma", lambda _: None)
    kept.save()
    heard: list[str] = []
    later = Preferences(tmp_path)
    later.keep("hand", lambda: "", heard.append)
    later.restore()
    assert heard == ["Zoë, with a comma"]


def test_what_cannot_be_used_any_more_does_not_keep_the_rest_back(tmp_path: Path, kept: Preferences) -> None:
    def refuse(text: str) -> None:
        raise UserError(text)

    heard: list[str] = []
    kept.keep("first", lambda: "x", lambda text: [float(text)])
    kept.keep("second", lambda: "y", refuse)
    kept.keep("third", lambda: "z", heard.append)
    kept.save()
    kept.restore()
    assert heard == ["z"]


def test_nothing_is_left_after_a_reset(kept: Preferences) -> None:
    heard: list[str] = []
    kept.keep("hand", lambda: "me", heard.append)
    kept.save()
    kept.reset()
    kept.restore()
    assert heard == []


HALF = r"@Variant(\0\0\0\x3f\0\x3c)"  # a number for which Python has no type


@pytest.mark.parametrize(
    ("value", "given"), [(HALF, ["3.5762786865234375e-06"]), ("@Invalid()", []), ("a, b", []), ("@Size(3 4)", [])]
)
def test_what_is_no_text_is_passed_over_or_made_one(tmp_path: Path, value: str, given: list[str]) -> None:
    (tmp_path / FILE).write_text(f"[General]\nhand={value}\n")
    heard: list[str] = []
    kept = Preferences(tmp_path)
    kept.keep("hand", lambda: "", heard.append)
    kept.restore()
    assert heard == given


def test_bytes_go_through_text() -> None:
    data = QByteArray(bytes(range(256)))
    assert as_bytes(as_text(data)) == data


@pytest.mark.parametrize("damage", [lambda t: t[:-4], lambda t: "x" + t, lambda t: "", lambda t: t.split(":")[1]])
def test_a_state_that_was_damaged_is_not_given_to_qt_which_would_crash(damage: Callable[[str], str]) -> None:
    with pytest.raises(ValueError):
        as_bytes(damage(as_text(QByteArray(b"a state of Qt's"))))
