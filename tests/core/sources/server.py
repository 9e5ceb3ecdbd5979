"""A web server of the tests' own that serves files well or badly, as each test asks."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Handler", bytes], None]


@dataclass
class Mirror:
    """A server under way: what it holds, how it behaves, and what it was asked for."""

    base: str
    files: dict[str, bytes]
    behaviours: list[Behaviour]  # one for each request; the last goes on for ever
    asked: list[str] = field(default_factory=list)
    free: threading.Event = field(default_factory=threading.Event)  # ends all that hangs


class Handler(BaseHTTPRequestHandler):
    mirror: Mirror

    def do_GET(self) -> None:
        mirror = self.mirror
        mirror.asked.append(self.path)
        at = min(len(mirror.asked), len(mirror.behaviours)) - 1
        with suppress(ConnectionError):
            mirror.behaviours[at](self, mirror.files.get(self.path.rpartition("/")[2], b""))

    def log_message(self, *arguments: object) -> None:
        return

    def start(self, length: int, code: int = 200) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def hang_up(self) -> None:
        self.wfile.flush()
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


def serve(handler: Handler, data: bytes) -> None:
    handler.start(len(data))
    handler.wfile.write(data)


def truncate(handler: Handler, data: bytes) -> None:
    serve(handler, data[: len(data) // 2])


def drop(handler: Handler, data: bytes) -> None:
    handler.start(len(data))
    handler.wfile.write(data[: len(data) // 2])
    handler.hang_up()


def hang_up_at_once(handler: Handler, data: bytes) -> None:
    handler.hang_up()


def garble(handler: Handler, data: bytes) -> None:
    serve(handler, bytes(byte ^ 1 for byte in data))


def go_on_and_on(handler: Handler, data: bytes) -> None:
    handler.send_response(200)
    handler.end_headers()
    while not handler.mirror.free.is_set():
        handler.wfile.write(bytes(100_000))


def stall(handler: Handler, data: bytes) -> None:
    handler.start(len(data))
    handler.wfile.write(data[: len(data) // 2])
    handler.wfile.flush()
    handler.mirror.free.wait(30)


def serve_slowly(handler: Handler, data: bytes) -> None:
    """Send a tenth of the file at a time, a fiftieth of a second apart."""
    handler.start(len(data))
    size = len(data) // 10 + 1
    for start in range(0, len(data), size):
        handler.wfile.write(data[start : start + size])
        handler.wfile.flush()
        handler.mirror.free.wait(0.02)


def refuse(code: int) -> Behaviour:
    def refused(handler: Handler, data: bytes) -> None:
        handler.start(0, code)

    return refused


def redirect(to: str) -> Behaviour:
    def redirected(handler: Handler, data: bytes) -> None:
        handler.send_response(302)
        handler.send_header("Location", to + handler.path)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return redirected


@contextmanager
def running(files: dict[str, bytes], *behaviours: Behaviour) -> Iterator[Mirror]:
    """Run a mirror in a thread for as long as the test wants it."""
    handler = type("OneHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    mirror = Mirror(f"http://127.0.0.1:{server.server_port}", files, list(behaviours) or [serve])
    handler.mirror = mirror  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield mirror
    finally:
        mirror.free.set()
        server.shutdown()
        thread.join()
        server.server_close()
