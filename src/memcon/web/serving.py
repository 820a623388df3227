"""Serving the pages: one process, and a thread that puts together what other programs add to the ledger meanwhile."""

from __future__ import annotations

import logging
import socket
import threading
from typing import TYPE_CHECKING

import uvicorn

from memcon import desk
from memcon.desk.shelf import SPACE
from memcon.errors import MemconError
from memcon.ledger import NOW
from memcon.web.app import Site, create_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.ledger import Ledger

_log = logging.getLogger("memcon.web")
_EVERY = 5.0  # seconds between two looks at the ledger
_PATIENCE = 15  # seconds for answers under way when the server is told to stop


def serve(site: Site, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address. Raises `MemconError` where the port cannot be had."""
    app = create_app(site)
    app.state.glances.at(NOW)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=_PATIENCE,
        h11_max_incomplete_event_size=64 * 1024,
    )
    listening = _listening(host, port)
    ready(site.base or f"http://{_shown(host)}:{listening.getsockname()[1]}")
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_in_step, args=(site.ledger, stop), daemon=True, name="memcon-desk")
    if site.is_kept_in_step:
        keeper.start()
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        stop.set()
        if keeper.is_alive():
            keeper.join(_PATIENCE)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; named as TCP, without which asyncio would leave answers waiting for more to send."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(2048)
    except OSError as error:
        made.close()
        why = (error.strerror or str(error)).lower()
        raise MemconError(f"{host}:{port} cannot be listened on: {why} (give another --host or --port)") from error
    return made


def _keep_in_step(ledger: Ledger, stop: threading.Event) -> None:
    """Put together what was added, as long as the server runs; a ledger that fails for a while is asked again."""
    while not stop.wait(_EVERY):
        try:
            if ledger.head().seq != ledger.computed_head(SPACE):
                desk.update(ledger)
        except MemconError as error:
            _log.warning("%s; trying again", error)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
