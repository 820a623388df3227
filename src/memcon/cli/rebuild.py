"""``memcon rebuild``: make again what follows from the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import asked, in_step
from memcon.cli.exits import Exit, ending_well
from memcon.cli.options import LedgerOption
from memcon.cli.terminal import complain
from memcon.errors import LedgerError

if TYPE_CHECKING:
    from memcon.ledger import Ledger


def rebuild(
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="First check every entry against the chain of entries; stop where one is wrong."),
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Make again all that is computed from the ledger's entries: its indexes, rounds, tracks and persons.

    The entries themselves are never changed.
    """
    with ending_well(), asked(ledger) as book:
        if check:
            _check(book)
        book.rebuild()
        in_step(book)
        typer.echo(f"{book.name} is rebuilt: {book.head().seq:,} entries.")


def _check(ledger: Ledger) -> None:
    faults = [LedgerError(ledger.name, fault) for fault in ledger.check(computed=False)]
    for fault in faults:
        complain(fault)
    if faults:
        raise typer.Exit(Exit.SOME_FAILED)
