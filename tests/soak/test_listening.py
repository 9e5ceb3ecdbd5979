"""Sockets that take calls are seen."""

import socket

import pytest

from tests.soak.listening import TABLES, listening

pytestmark = pytest.mark.skipif(not TABLES.exists(), reason="needs /proc, which only Linux has")


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
