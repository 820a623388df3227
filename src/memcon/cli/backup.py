"""``memcon backup``: a copy of a ledger, whole, while others read and write it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from memcon.cli.asking import named
from memcon.cli.exits import ending_well
from memcon.cli.options import LedgerOption


def backup(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The copy, a file that is not there yet.", show_default=False)
    ],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Copy a ledger to FILE, as it is at one moment, while others read and write it.

    FILE appears when it is whole. A ledger on a PostgreSQL server is copied by that server's own pg_dump: this says which.
    """
    with ending_well():
        from memcon.ledger.backup import back_up  # noqa: PLC0415 - SQLAlchemy is slow to load

        head = back_up(named(ledger), file)
        typer.echo(f"{file} is a ledger of {head.seq:,} entries; the last one's hash is {head.hash or 'none'}")
