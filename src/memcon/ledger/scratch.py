"""A ledger with a place of its own for what is computed: the entries are the ledger's, what is put together goes to a file that goes away."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Engine, create_engine

from memcon.ledger import keeping
from memcon.ledger.schema import computed, computed_head, computed_party, metadata

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from memcon.ledger.ledger import Ledger
    from memcon.ledger.model import Computed


@contextmanager
def beside(ledger: Ledger) -> Iterator[Ledger]:
    """`ledger`, but for what is computed, of which nothing is there yet; nothing is written to the ledger itself."""
    with tempfile.TemporaryDirectory(prefix="memcon-") as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'computed.db'}")
        metadata.create_all(engine, tables=[computed, computed_party, computed_head])
        try:
            yield cast("Ledger", _Beside(ledger, engine))
        finally:
            engine.dispose()


class _Beside:
    """See `beside`: what is not about what is computed goes to the ledger."""

    def __init__(self, ledger: Ledger, engine: Engine) -> None:
        self._ledger, self._engine = ledger, engine

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def computed(
        self, space: str, *, keys: Collection[str] | None = None, party: str | None = None, newest_first: bool = False
    ) -> Iterator[Computed]:
        """See `Ledger.computed`."""
        with self._engine.connect() as conn:
            yield from list(keeping.kept(conn, space, keys=keys, party=party, newest_first=newest_first))

    def computed_head(self, space: str) -> int:
        """See `Ledger.computed_head`."""
        with self._engine.connect() as conn:
            return keeping.head(conn, space)

    def keep(self, space: str, *, put: Iterable[Computed], drop: Iterable[str], seen: int, before: int) -> bool:
        """See `Ledger.keep`."""
        with self._engine.begin() as conn:
            return keeping.keep(conn, space, put=put, drop=drop, seen=seen, before=before)
