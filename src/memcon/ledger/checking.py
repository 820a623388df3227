"""Whether a ledger is whole: the database itself, the chain of entries, what leads from row to row, and the indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.ledger.chained import walk
from memcon.ledger.indexed import out_of_step
from memcon.ledger.references import dangling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from memcon.ledger.stores import Store


def check(conn: Connection, store: Store, *, computed: bool) -> Iterator[str]:
    """Yield what is wrong, a line each; `computed`: also where what follows from the entries is out of step with them."""
    yield from store.unsound(conn)
    yield from walk(conn, computed=computed)
    yield from dangling(conn)
    if computed:
        yield from out_of_step(conn, store)
