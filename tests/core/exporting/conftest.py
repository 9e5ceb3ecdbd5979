"""A store of runs to export from."""

from pathlib import Path

import pytest

from core.runs import RunStore


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    """An empty store."""
    return RunStore(tmp_path / "runs")
