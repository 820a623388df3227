"""``memcon check``: whether a ledger is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import named
from memcon.cli.exits import Exit, ending_well
from memcon.cli.options import LedgerOption
from memcon.cli.terminal import complain
from memcon.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger


def check(
    *,
    entries: Annotated[
        bool, typer.Option("--entries", help="Check what was recorded alone, not what is computed from it.")
    ] = False,
    noted: Annotated[
        str,
        typer.Option(
            "--noted",
            metavar="HASH",
            help="Also see whether an entry has this hash, which an earlier check printed: so that none was cut off.",
            show_default=False,
        ),
    ] = "",
    ledger: LedgerOption = None,
) -> None:
    """Check that a ledger is whole, and say what is wrong, a line each; nothing in it is changed.

    Every entry against the chain of hashes, every quoted word against its report, every reference, the indexes, and the desk's rounds
    and tracks against what is put together anew.
    """
    from memcon.ledger import open_ledger  # noqa: PLC0415 - SQLAlchemy is slow to load

    with ending_well(), open_ledger(named(ledger), create=False, read_only=True) as book:
        faults = 0
        for fault in _faults(book, is_quick=entries, noted=noted):
            complain(LedgerError(book.name, fault))
            faults += 1
        if faults:
            raise typer.Exit(Exit.SOME_FAILED)
        head = book.head()
        typer.echo(f"{book.name} is whole: {head.seq:,} entries; the last one's hash is {head.hash or 'none'}")


def _faults(book: Ledger, *, is_quick: bool, noted: str) -> Iterator[str]:
    from memcon.cli.terminal import Steps  # noqa: PLC0415
    from memcon.desk.checking import check as check_desk  # noqa: PLC0415

    try:
        faults = 0
        for fault in book.check(computed=not is_quick):
            faults += 1
            yield fault
        if noted and all(one.hash != noted for one in book.entries()):
            yield f"no entry has the hash {noted}: entries were cut off or changed (take the ledger from a backup)"
        if not is_quick and not faults:  # of what is broken nothing can be put together
            with Steps() as steps:
                yield from check_desk(book, steps)
    except LedgerError as error:
        yield f"{error.problem}{f' ({error.advice})' if error.advice else ''}"
