"""The pages on a port of this machine, in a thread, as long as a test needs them."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import uvicorn

from memcon.ledger import open_ledger
from memcon.web.app import Site, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "a-token-that-nobody-guesses"  # noqa: S105 - of a test
_PATIENCE = 10.0  # seconds for the server to start


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of the pages over the ledger at `path`, on 1 March 2031."""
    with open_ledger(path) as ledger:
        site = Site(
            ledger=ledger,
            token=TOKEN,
            hosts=("127.0.0.1",),
            today=lambda: date(2031, 3, 1),
            now=lambda: datetime.now(UTC),
        )
        config = uvicorn.Config(create_app(site), host="127.0.0.1", port=0, log_level="warning", access_log=False)
        listening = config.bind_socket()
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        _until_started(server)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)


def data(address: str) -> dict[str, Any]:
    """The data of the page at `address`."""
    head, question, rest = address.partition("?")
    with urlopen(f"{head}.json{question}{rest}", timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
        return dict(json.load(answer))


def _until_started(server: uvicorn.Server) -> None:
    until = time.monotonic() + _PATIENCE
    while not server.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.02)
