"""A data loader whose threads have ended when the test has."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.jobs.data_loader import DataLoader
from tests.gui.conftest import WAIT_MS


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[DataLoader]:
    loader = DataLoader(None)  # it was asked for no folder
    yield loader
    assert loader.close(WAIT_MS)
