"""Running the server: over standard input and output, or over HTTP to this machine alone."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import anyio

from memcon.agents.server import build
from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.agents.book import Book

HOST = "127.0.0.1"
PATH = "/mcp"


def over_stdio(book: Book) -> None:
    """Answer until standard input ends."""
    anyio.run(build(book).run_stdio_async)


def over_http(book: Book, port: int, ready: Callable[[str], None]) -> None:
    """Answer at ``http://127.0.0.1:port/mcp`` until interrupted; `ready` is told the address. Port 0 takes a free one.

    Other machines cannot reach it, and neither can a page in a browser: requests that name another host or origin are
    refused. Raises `MemconError` where the port is taken.
    """
    import uvicorn  # noqa: PLC0415 - over standard input nothing needs it

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()
        except OSError as error:
            raise MemconError(f"port {port}: {error.strerror} (give another: --port)") from error
        ready(f"http://{HOST}:{listening.getsockname()[1]}{PATH}")
        app = build(book).streamable_http_app(streamable_http_path=PATH, host=HOST)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listening])
