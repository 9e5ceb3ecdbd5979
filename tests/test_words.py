"""What people read: every text goes through core.words, and every one of them is translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from gui.system.language import CONTEXT, ENGLISH, SHIPPED
from tests import words

TRANSLATED = [code for code in SHIPPED if code != ENGLISH]
SENTENCE = re.compile(r"[^\W\d_]{2,},? [^\W\d_]{2,}")  # two words
MARKUP = re.compile(r"<[^>]*>|&\w+;|^import .*")  # and scripts
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWING = {  # functions of Qt and of ours that put a text on screen
    *("QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton"),
    *("setAccessibleDescription", "setAccessibleName", "setHeaderLabels", "setPlaceholderText", "setPrefix"),
    *("setStatusTip", "setSuffix", "setTabToolTip", "setText", "setTitle", "setToolTip", "setWhatsThis"),
    *("addItem", "addItems", "addMenu", "addTab", "insertTab", "setWindowTitle", "setInformativeText", "drawText"),
    *("showText", "show_hint", "set_hint", "show_note", "show_engine", "set_empty_text", "set_explanation"),
}
NOT_READ = {  # what such calls are given is for programs and for developers
    *("setObjectName", "setProperty", "findChild", "getLogger", "compile", "debug", "info", "warning", "error"),
    *("exception", "ValueError", "RuntimeError", "OSError", "TypeError", "AssertionError", "add_argument", "toString"),
}
FILES = {  # what they write are files, scripts and lines of the terminal, which stay English for other programs
    *("core/recipes/code_example.py", "core/recipes/added_digits.py", "core/machine/fault_log.py", "core/errors.py"),
    *("core/machine/qt_libraries.py", "core/exporting/model_card.py", "core/commands/doctor.py", "gui/look/dress.py"),
}
NAMES = {"Digitscope", "MNIST", "leaky ReLU"}
KEPT_IN_ENGLISH = {  # in the records of runs, told in the user's language when they are shown
    *("based on {}", "files in {}", "Keras' copy, {}", "not a digit", "too short to say", "gradient descent"),
    *("{} then, {} now", "sha256:{}", "timed out", "standard input", "not an array", "digitscope: {}\n"),
}
OFFENCES = """
label = QLabel("Weights")
label.setToolTip(f"step {step}")
HINT = "Draw a digit here"
raise UserError(f"{path} is missing")
say(f"step {step}")
say(HINT)
MARKED = mark("Draw a digit there")
say(MARKED if step else HINT)
say(MARKED)
"""


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def written(node: ast.AST) -> str | None:
    """Return what a literal says, with {} for what is filled in; None for what is no literal text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def literals(node: ast.AST, is_shown: bool = False) -> Iterator[tuple[str, bool, int]]:
    """Yield each text that no sayer has been given: the text, whether a call shows it at once, and its line."""
    for child in children(node):
        text = written(child)
        if text is not None:
            yield text, is_shown, child.lineno  # type: ignore[attr-defined]
        elif not isinstance(child, ast.Call):
            yield from literals(child, is_shown and not isinstance(child, ast.Dict | ast.Compare | ast.Subscript))
        elif name_of(child) not in {*words.SAYERS, *NOT_READ}:
            yield from literals(child, name_of(child) in SHOWING or (is_shown and name_of(child) in {"join", "format"}))


def children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node's parts that are run: no docstrings, no types."""
    for name, value in ast.iter_fields(node):
        parts = value if isinstance(value, list) else [value]
        if name == "body" and parts and isinstance(parts[0], ast.Expr) and written(parts[0].value) is not None:
            parts = parts[1:]
        yield from (part for part in parts if isinstance(part, ast.AST) and name not in {"annotation", "returns"})


def is_of(names: set[str], node: ast.AST) -> bool:
    """Return whether an expression is one of these names, or chooses between two of them."""
    if isinstance(node, ast.IfExp):
        return is_of(names, node.body) and is_of(names, node.orelse)
    return isinstance(node, ast.Name) and node.id in names


def unsaid(source: str) -> list[str]:
    """Return the texts of a module that people read and that no translator sees, with their lines."""
    tree = ast.parse(source)
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)]
    marked = [node for node in made if isinstance(node.value, ast.Call) and name_of(node.value) == "mark"]
    names = {target.id for node in marked for target in node.targets if isinstance(target, ast.Name)}
    found = [
        f"{call.lineno}: say() wants a literal"
        for call in words.said_in(tree)
        if words.literal_of(call) is None and not is_of(names, call.args[0])
    ]
    for text, is_shown, line in literals(tree):
        if (WORD if is_shown else SENTENCE).search(MARKUP.sub("", text)) and text not in NAMES | KEPT_IN_ENGLISH:
            found.append(f"{line}: {text!r}")
    return found


def modules() -> list[Path]:
    told = [(path, path.relative_to(words.ROOT).as_posix()) for path in words.sources()]
    return [path for path, name in told if name not in FILES and not name.startswith("core/commands/")]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(words.ROOT).as_posix())
def test_every_text_that_people_read_is_said(path: Path) -> None:
    assert unsaid(path.read_text(encoding="utf-8")) == []


def test_a_text_that_is_not_said_is_found() -> None:
    assert [line.split(":")[0] for line in unsaid(OFFENCES)] == ["5", "6", "7", "9", "2", "3", "4"]


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated_and_no_other(code: str) -> None:
    known = words.translations(code)
    assert [text for text in words.english() if not known.get(text)] == [], "translate these, then: make words"
    assert known.keys() - words.english().keys() == set(), "these are said no longer: make words"


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_fills_in_begins_and_ends_as_the_english_text_and_is_what_the_app_reads(code: str) -> None:
    ends, known, translator = re.compile(r"^\s*|(?:\.\.\.|\s*)$"), words.translations(code), QTranslator()
    assert {text: told for text, told in known.items() if told and words.fields(text) != words.fields(told)} == {}
    assert {text: told for text, told in known.items() if told and ends.findall(text) != ends.findall(told)} == {}
    assert translator.load(str(words.file_of(code).with_suffix(".qm")))
    other = {text: told for text, told in known.items() if translator.translate(CONTEXT, text) != told}
    assert other == {}, "run: make words"
