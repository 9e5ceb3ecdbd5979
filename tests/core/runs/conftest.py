"""Runs for the tests: made reports, and the means to keep them."""

from functools import partial

import pytest

from core.runs import RunStore
from tests.core.runs.made import KeepRun, keep_made_run


@pytest.fixture
def keep_run(store: RunStore) -> KeepRun:
    """A function that keeps a made run in the store and returns its id."""
    return partial(keep_made_run, store)
