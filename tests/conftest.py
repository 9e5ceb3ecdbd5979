"""What every test stands on: no display, no network, no user's files, nothing left over; and the way to real MNIST.

Tests that need MNIST take `mnist_folder`. Where DIGITSCOPE_DATA is not set they skip and say why; where it is set,
a file that is missing or damaged fails them.
"""

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from core.sources import mnist
from tests import small
from tests.leftovers import Leftovers

# A verdict on a commit must be the same each time; on a developer's machine new examples are tried each time.
settings.register_profile("any", derandomize=bool(os.environ.get("CI")), deadline=None)  # one would be a timed test
settings.load_profile("any")

# Before anything imports Qt: a plain `pytest` must not open windows on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Read once, before the tests' own environment hides it.
GIVEN_DATA = os.environ.get("DIGITSCOPE_DATA", "")
DEAD_PROXY = "http://127.0.0.1:9"  # the discard port: what a child process asks of the network fails at once
LOCAL = {"127.0.0.1", "::1", "localhost"}

WAIT_MS = 240_000  # the longest that anything is waited for: TensorFlow on a machine that does much else
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": WAIT_MS}


def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores, since some wait, and at most four: each has a TensorFlow of its own, of 0.8 GB."""
    return min((os.cpu_count() or 1) + 1, 4)


@pytest.fixture(scope="session")
def mnist_folder() -> Path:
    """Return the folder of MNIST's four original files, each of them whole."""
    if not GIVEN_DATA:
        pytest.skip("needs MNIST: set DIGITSCOPE_DATA to a folder that holds its four files")
    given = Path(GIVEN_DATA)
    lacking = {folder: mnist.missing(folder) for folder in (given, given / "mnist")}
    for folder, files in lacking.items():
        if not files:
            return folder
    names = ", ".join(file.name for file in lacking[given / "mnist"])
    pytest.fail(f"DIGITSCOPE_DATA is {given}, but these of MNIST's files are missing or damaged there: {names}")


@pytest.fixture(scope="session")
def stroke_folder(mnist_folder: Path) -> Path:
    """Return the folder of pen strokes that lies beside MNIST in the data for development."""
    for folder in (mnist_folder, mnist_folder / "strokes", mnist_folder.parent / "strokes"):
        if (folder / "pendigits-train.jsonl.gz").is_file():
            return folder
    pytest.skip("needs pen strokes: DIGITSCOPE_DATA has MNIST, but no pendigits-train.jsonl.gz")


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """Return a folder with the IDX files of a small made data set, which a network can learn."""
    folder = tmp_path / "digits"
    folder.mkdir()
    small.write_idx(folder, small.dataset())
    return folder


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give the test a home of its own and hide the variables that change what the app does."""
    monkeypatch.setenv("DIGITSCOPE_HOME", str(tmp_path / "digitscope-home"))
    monkeypatch.delenv("DIGITSCOPE_DATA", raising=False)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to other machines, here and in child processes; a server of the test's own is reached."""
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in LOCAL:
            raise ConnectionRefusedError(f"tests use no network, and this one asked for {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_locally)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, DEAD_PROXY)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, ",".join(LOCAL))


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """Fail the test that leaves a window or a running thread behind."""
    leftovers = Leftovers()
    yield
    found = leftovers.found()
    if found:
        pytest.fail(f"left over: {', '.join(found)}")


@pytest.fixture(autouse=True)
def garbage_is_collected_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what a test of widgets leaves when it is over: amid Qt's work, collecting can lock it up."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.enable()
    gc.collect()
