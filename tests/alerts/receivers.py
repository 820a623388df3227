"""A receiver of webhooks on loopback that answers as it is told, keeps what it got, and checks signatures by its own means."""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SECRET = "whsec_" + base64.b64encode(b"k" * 32).decode()
OTHER_SECRET = "whsec_" + base64.b64encode(b"another key of some length").decode()


class Receiver(ThreadingHTTPServer):
    """What it got, as (headers, body), and the statuses it answers with: the last one for ever; 0 is a silence."""

    daemon_threads = True

    def __init__(self, answers: Sequence[int]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = list(answers)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.retry_after = ""
        self.location = ""
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}/hook"

    @property
    def ids(self) -> list[str]:
        """The ids of the messages, as they came."""
        return [headers["webhook-id"] for headers, _ in self.got]


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        """Keep what came, and answer."""
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        answers = self.server.answers
        status = answers.pop(0) if len(answers) > 1 else answers[0]
        if status == 0:
            self.server.closing.wait(20)
            return
        self.send_response(status)
        if self.server.retry_after:
            self.send_header("retry-after", self.server.retry_after)
        if self.server.location:
            self.send_header("location", self.server.location)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def receiving(*answers: int) -> Iterator[Receiver]:
    """A receiver while the block runs."""
    server = Receiver(answers or (200,))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()


def verified(
    headers: dict[str, str], body: bytes, secret: str, *, now: float | None = None, tolerance: int = 300
) -> bool:
    """Whether a receiver that knows `secret` takes the message, by the steps that the Standard Webhooks specification gives."""
    key = base64.b64decode(secret.split("_", 1)[1])
    content = ".".join([headers["webhook-id"], headers["webhook-timestamp"], body.decode("utf-8")])
    wanted = base64.b64encode(hmac.new(key, content.encode("utf-8"), hashlib.sha256).digest()).decode()
    is_fresh = abs((time.time() if now is None else now) - int(headers["webhook-timestamp"])) <= tolerance
    signatures = [each.split(",", 1) for each in headers["webhook-signature"].split(" ")]
    return is_fresh and any(version == "v1" and hmac.compare_digest(given, wanted) for version, given in signatures)
