"""Nothing listens on the network, while the real window trains in a process of its own."""

import socket
from pathlib import Path

import pytest

from tests.soak.listening import TABLES, listening
from tests.soak.test_around import made, said

pytestmark = pytest.mark.skipif(not TABLES.exists(), reason="needs /proc, which only Linux has")


def test_the_window_listens_to_nobody_while_it_trains(tmp_path: Path) -> None:
    told = said("train", "none", made(tmp_path / "data"))
    assert (told["state"], told["listens"]) == ("FINISHED", [])


@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_a_socket_that_takes_calls_is_seen_until_it_is_closed(kind: socket.SocketKind) -> None:
    before = listening()
    with socket.socket(socket.AF_INET, kind) as server:
        server.bind(("127.0.0.1", 0))
        if kind is socket.SOCK_STREAM:
            assert listening() == before
            server.listen()
        (found,) = set(listening()) - set(before)
        assert found.endswith(f":{server.getsockname()[1]:04X}")
    assert listening() == before
