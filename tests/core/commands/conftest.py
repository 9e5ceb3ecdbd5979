"""The terminal's commands, called as gui.app calls them, and small files for them to work on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.commands import main
from core.model.softmax import single
from core.model.weights_file import save


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> list[Any]:
        """Its lines, each of which must be JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


def refused(answer: Answer) -> str:
    """Return the sentence of a command that took nothing in: one line on standard error alone, and status 2."""
    assert (answer.status, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert answer.err.startswith("digitscope: ")
    return answer.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_now(*arguments: object) -> Answer:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run_now


@pytest.fixture
def biased(tmp_path: Path) -> Path:
    """Weights that read every image as a 3, with probability e / (e + 9)."""
    path = tmp_path / "biased.npz"
    save(path, single(np.zeros((784, 10), np.float32), np.eye(10, dtype=np.float32)[3], recipe="made"))
    return path


def strokes(path: Path, *lines: object) -> Path:
    path.write_text("".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines))
    return path


SEVEN = {"label": 7, "strokes": [[[0, 0], [10, 0], [4, 16]]]}
THREE = {"label": 3, "strokes": [[[0, 0], [8, 2], [3, 7], [9, 12], [0, 16]]]}
EMPTY = {"label": 3, "strokes": []}
