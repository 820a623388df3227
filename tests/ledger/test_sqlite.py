"""How much of a SQLite file a program keeps in memory."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from memcon.ledger import open_ledger

if TYPE_CHECKING:
    from pathlib import Path


def test_many_at_once_do_not_multiply_the_cache(tmp_path: Path) -> None:
    """Five threads of a server take hardly more memory than one; who works alone has the large cache again and again."""
    with open_ledger(tmp_path / "desk.db") as ledger, ExitStack() as at_once:
        engine = ledger.store.reader  # type: ignore[attr-defined]
        open_now = [at_once.enter_context(engine.connect()) for _ in range(5)]
        kib = [-conn.exec_driver_sql("PRAGMA cache_size").scalar_one() for conn in open_now]
        assert sum(kib) < 2 * max(kib)
        at_once.close()
        for _ in range(3):
            with engine.connect() as conn:
                assert -conn.exec_driver_sql("PRAGMA cache_size").scalar_one() == max(kib)
