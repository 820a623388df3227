"""``memcon load``: records that a cluster read, into a ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import in_step
from memcon.cli.exits import Exit, ending_well
from memcon.cli.options import LedgerOption
from memcon.cli.output import writer
from memcon.cli.terminal import Bar
from memcon.errors import InputError, MemconError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.bulk.parts import Parts
    from memcon.ledger import Ledger, Remembered
    from memcon.model import Record

AT_ONCE = 500  # reports of a transaction


def load(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="The folder that `memcon cluster read` wrote.", show_default=False)
    ],
    *,
    ledger: LedgerOption = None,
    progress: Annotated[
        bool, typer.Option("--progress", help="Say every 30 seconds how far it is, for logs: rate and time left.")
    ] = False,
) -> None:
    """Load the records of a folder into a ledger: the same ledger as reading the reports one by one.

    They go in by the table, on PostgreSQL by COPY, some hundred reports a transaction. A run that is stopped has loaded
    its transactions whole; the next one goes on behind them.
    """
    import sys  # noqa: PLC0415

    from memcon.bulk.parts import Parts  # noqa: PLC0415 - pyarrow is slow to load
    from memcon.export.ledger.reading import what_is_new  # noqa: PLC0415
    from memcon.ledger import open_ledger  # noqa: PLC0415

    with ending_well():
        parts = Parts(folder)
        keys = parts.get_list()
        target = ledger or from_environment().ledger
        if not target:
            raise MemconError("no ledger is named (give --ledger FILE, or set MEMCON_LEDGER)")
        with open_ledger(target) as opened:
            bar = Bar(lines=progress)
            remembered: list[Remembered] = []
            before = 0
            with bar.shown(lambda: None):
                for some, passed in _batches(parts, keys, opened, bar):
                    remembered += opened.load(some, now=datetime.now(UTC))
                    before += passed
            in_step(opened)
            writer(sys.stdout)(what_is_new(opened, remembered, before))
        if bar.has_failed:
            raise typer.Exit(Exit.SOME_FAILED)


def _batches(parts: Parts, keys: list[str], ledger: Ledger, bar: Bar) -> Iterator[tuple[list[Record], int]]:
    """Records that the ledger has not, some hundred at a time, each once; and how many it had."""
    some: list[Record] = []
    passed, given = 0, set[str]()
    for record in _records(parts, keys, bar):
        bar.advance()
        if record.report.id in given or ledger.has_read(record.report.id, record.run):
            passed += 1
            continue
        given.add(record.report.id)
        some.append(record)
        if len(some) >= AT_ONCE:
            yield some, passed
            some, passed = [], 0
    yield some, passed


def _records(parts: Parts, keys: list[str], bar: Bar) -> Iterator[Record]:
    for key in keys:
        try:
            for found in parts.read(key):
                if isinstance(found, str):
                    bar.fail(InputError(*_told(found)))
                else:
                    yield found
        except InputError as error:
            bar.fail(error)


def _told(problem: str) -> tuple[str, str]:
    source, _, what = problem.partition(": ")
    return source, what
