"""A real server on the loopback, each path of which behaves as a test wants, and names that are said to lead to it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import httpcore

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    Behaviour = Callable[["Request"], None]

CHUNK = b"x" * 10_000


class Request(BaseHTTPRequestHandler):
    """A request at hand."""

    server: Server

    def do_GET(self) -> None:
        """Behave as the path wants; what is not known is not found."""
        self.server.asked.append((self.path, dict(self.headers)))
        behaviour = self.server.paths.get(self.path)
        try:
            if behaviour is None:
                self.answer(404)
            elif isinstance(behaviour, bytes):
                self.answer(200, behaviour)
            else:
                behaviour(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", *, length: int | None = None, **headers: str) -> None:
        """An answer; its ``Content-Length`` may lie."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """The server: `paths` has what each does, `asked` what was asked for, `done` is set when the test is over."""

    daemon_threads = True

    def __init__(self, paths: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.paths, self.asked, self.done = paths, list[tuple[str, dict[str, str]]](), threading.Event()

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up is no error here."""


@contextmanager
def served(paths: dict[str, Any], *, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server in a thread, for as long as the test needs it."""
    server = Server(paths)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.done.set()
        server.shutdown()
        server.server_close()


class Elsewhere(httpcore.NetworkBackend):
    """A network whose every public address is said to be reached at the server's port; notes what was connected to."""

    def __init__(self, server: Server) -> None:
        self._port, self._inner = server.server_port, httpcore.SyncBackend()
        self.connected: list[str] = []

    def connect_tcp(self, host: str, _port: int, *args: Any, **more: Any) -> httpcore.NetworkStream:
        """A connection to the server, whatever `host` is."""
        self.connected.append(host)
        return self._inner.connect_tcp("127.0.0.1", self._port, *args, **more)
