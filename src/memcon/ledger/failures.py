"""What can go wrong with a database, as one line to its user."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, OperationalError

from memcon.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger.stores import Store


@contextmanager
def told(store: Store) -> Iterator[None]:
    """Turn what the database refuses into a `LedgerError`.

    Faults of memcon's own (a statement that the database does not understand) are none of it, and go through as they are.
    """
    try:
        yield
    except DBAPIError as error:
        problem, advice = store.trouble(error)
        if advice or isinstance(error, OperationalError):
            raise LedgerError(store.name, problem, advice) from error
        raise
