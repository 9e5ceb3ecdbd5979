"""Runs for the tests: made reports, and the means to keep them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.runs import RunStore
from tests.core.runs.made import keep_made_run


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    """An empty store."""
    return RunStore(tmp_path / "runs")


@pytest.fixture
def keep_run(store: RunStore) -> Callable[..., str]:
    """A function that keeps a made run in the store and returns its id."""

    def keep(**options: object) -> str:
        return keep_made_run(store, **options)  # type: ignore[arg-type]

    return keep
