"""``memcon mcp``: the ledger for assistants, by the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.asking import may_be_written, named
from memcon.cli.exits import ending_well
from memcon.cli.options import LedgerOption

PORT = 8807


def mcp(
    *,
    http: Annotated[
        bool, typer.Option("--http", help="Answer over HTTP, to programs on this machine alone, not standard input.")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="With --http: the port, 0 for a free one.")
    ] = PORT,
    ledger: LedgerOption = None,
) -> None:
    """Let assistants ask the ledger, by the Model Context Protocol.

    It only reads. An assistant starts this command itself and speaks with it over standard input and output.
    """
    with ending_well():
        target = named(ledger)
        from memcon.agents.book import Book  # noqa: PLC0415 - what a mistake need not wait for

        book = Book(target, may_be_written=may_be_written(target))
        from memcon.agents.running import over_http, over_stdio  # noqa: PLC0415

        book.bring_in_step()
        if http:
            over_http(book, port, lambda address: typer.echo(f"memcon: answering at {address}", err=True))
        else:
            over_stdio(book)
