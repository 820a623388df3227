"""Serving the pages: one process, and a thread that puts together what other programs add to the ledger meanwhile."""

from __future__ import annotations

import logging
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


def serve(site: Site, *, host: str, port: int, may_write: bool, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address. Raises `MemconError` where the port cannot be had."""
    app = create_app(site)
    app.state.glances.at(NOW)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=_PATIENCE,
        h11_max_incomplete_event_size=64 * 1024,
    )
    try:
        listening = config.bind_socket()
    except (OSError, SystemExit) as error:
        raise MemconError(
            f"{host}:{port} cannot be listened on (another program has it? give another --port)"
        ) from error
    ready(site.base or f"http://{_shown(host)}:{listening.getsockname()[1]}")
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_in_step, args=(site.ledger, stop), daemon=True, name="memcon-desk")
    if may_write:
        keeper.start()
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        stop.set()
        if keeper.is_alive():
            keeper.join(_PATIENCE)


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
