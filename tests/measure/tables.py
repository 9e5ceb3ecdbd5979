"""Where measured figures are written, and how a table of them looks."""

from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASSETS, DOCS = ROOT / "assets", ROOT / "docs"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    marks = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, marks, *rows))


def percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def write(name: str, text: str) -> None:
    (DOCS / name).write_text(text, encoding="utf-8")
    print(text)
