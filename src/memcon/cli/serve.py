"""``memcon serve``: the desk as web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import asked_at_desk, may_be_written, named
from memcon.cli.exits import ending_well
from memcon.cli.options import LedgerOption
from memcon.errors import MemconError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Collection

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


def serve(
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Listen on this address.", show_default=True)
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="Listen on this port; 0 takes a free one.")
    ] = 8765,
    base: Annotated[
        str,
        typer.Option(
            "--base",
            metavar="URL",
            help="The address that readers know it by, where a web server stands before it.",
            show_default=False,
        ),
    ] = "",
    ledger: LedgerOption = None,
) -> None:
    """Serve the ledger as web pages, until interrupted.

    Only this machine can see them, unless --host says otherwise; reviewing is off, unless MEMCON_REVIEW_TOKEN is set.
    """
    with ending_well():
        address = _base(base)
        hosts = _hosts(host, address)
        with asked_at_desk(ledger) as book:
            from memcon.web.app import Site  # noqa: PLC0415 - what a mistake need not wait for
            from memcon.web.serving import serve as run  # noqa: PLC0415

            site = Site(
                ledger=book,
                base=address,
                hosts=hosts,
                token=from_environment().review_token,
                at_least=from_environment().confidence,
                is_kept_in_step=may_be_written(named(ledger)),
            )
            run(site, host=host, port=port, ready=_ready)


def _ready(address: str) -> None:
    typer.echo(f"memcon serves at {address} (Ctrl-C ends it)", err=True)


def _base(given: str) -> str:
    from urllib.parse import urlsplit  # noqa: PLC0415

    parts = urlsplit(given)
    if given and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/")):
        raise MemconError(f"--base {given}: this is no address of a site (write it as https://desk.example)")
    return given.rstrip("/")


def _hosts(host: str, base: str) -> Collection[str] | None:
    """The names that the site goes by: those of this machine, and its own; any, where it listens to others without a name."""
    if base:
        return {*LOOPBACK, base.partition("://")[2]}
    return LOOPBACK if host in LOOPBACK else None
