"""Collects what the source says into assets/translations, and compiles it: `make words`.

New texts come in unfinished, those that are said no longer go. Translate in the .ts file (Qt Linguist opens it), then
run it again.
"""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import PySide6

from gui.system.language import CONTEXT, ENGLISH, SHIPPED

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("core", "gui")
SAYERS = {"say", "mark", "UserError", "CancelledError", "BlankError"}
SETTING_TEXTS = ("label", "tip", "group", "on", "off", "unit", "never")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
FIELD = re.compile(r"(?<!{){([^{}]*)}(?!})")

Texts = dict[str, str]  # English -> the file that says it first; or English -> the translation, "" for none


def sources() -> list[Path]:
    """Return the modules whose texts a person reads."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def said_in(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of what says its text or marks it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYERS:
            yield node


def literal_of(call: ast.Call) -> str | None:
    """Return the text that is said, None where it is no literal."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


IN_ASSETS: dict[str, Callable[[Any], Iterable[str]]] = {  # the files of assets/ that are read to people; what of each
    "actions.json": lambda actions: [action[name] for action in actions for name in ("text", "tip")],
    "controls.json": lambda controls: [
        text for control in controls.values() for kind, text in control.items() if kind != "keys"
    ],
    "keys.json": lambda pages: [*pages, *(text for rows in pages.values() for row in rows for text in row)],
    "recipes.json": lambda recipes: [each[name] for each in recipes.values() for name in ("title", "changes", "why")],
    "report.json": lambda report: [
        report["as_they_are"],
        *(text for name in ("headings", "changes", "marked") for text in report[name].values()),
    ],
    "lessons.json": lambda lessons: [
        text
        for each in lessons
        for text in (*each["choices"], *map(each.get, ("title", "question", "text", "task")), *each.get("told", ()))
    ],
    "graph.json": lambda graph: [
        *(graph["bookkeeping"], *graph["placeholders"].values(), *graph["scopes"].values()),
        *(rule["text"] for rule in graph["rules"]),
    ],
    "menus.json": list,
    "post.json": lambda post: [
        *(box[name] for box in post["boxes"] for name in ("title", "more")),
        *(line["place"] for line in post["lines"]),
    ],
    "settings.json": lambda settings: [
        *(setting.get(name, "") for setting in settings for name in SETTING_TEXTS),
        *(label for setting in settings for _, label in setting.get("choices", ())),
    ],
}


def english() -> Texts:
    """Return every text and the file that says it first."""
    found: Texts = {}
    for path in sources():
        for text in filter(None, map(literal_of, said_in(ast.parse(path.read_text(encoding="utf-8"))))):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    for name, texts_of in IN_ASSETS.items():
        path = ROOT / "assets" / name
        texts = texts_of(json.loads(path.read_text(encoding="utf-8")))
        found.update(dict.fromkeys(filter(None, texts), path.relative_to(ROOT).as_posix()))
    return found


def fields(text: str) -> list[str]:
    return sorted(FIELD.findall(text))


def file_of(code: str) -> Path:
    return ROOT / "assets" / "translations" / f"{CONTEXT}_{code}.ts"


def translations(code: str) -> Texts:
    """Return what a language's file holds; an unfinished translation counts as none."""
    path = file_of(code)
    known: Texts = {}
    for message in ET.parse(path).getroot().iter("message") if path.is_file() else ():
        translation = message.find("translation")
        if translation is not None:
            finished = translation.get("type") is None
            known[message.findtext("source", "")] = (translation.text or "") if finished else ""
    return known


def write(code: str, known: Texts) -> None:
    """Write a language's file: every text that is said, by file and in the source's order."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage=ENGLISH)
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, place in sorted(english().items(), key=lambda item: item[1]):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root)
    file_of(code).write_text(HEAD + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8", newline="\n")


def compile_words(code: str) -> None:
    """Make the .qm file that the app reads of the .ts file."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    path = file_of(code)
    command = [str(program), "-silent", "-nounfinished", str(path), "-qm", str(path.with_suffix(".qm"))]
    subprocess.run(command, check=True)


def main() -> int:
    """Bring the files of all languages up to date; 1 where a translation is missing."""
    missing = 0
    for code in SHIPPED:
        if code != ENGLISH:
            known = translations(code)
            write(code, known)
            compile_words(code)
            lacking = [text for text in english() if not known.get(text)]
            missing += len(lacking)
            print(f"{code}: {len(lacking)} of {len(english())} texts are not translated", *lacking, sep="\n  ")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
