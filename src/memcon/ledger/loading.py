"""Many reports at once: decided one by one as ever, their rows held and put into the database a table at a time.

Every entry is the one that `writing.remember` would have made. What is held is put down before it could be asked for: before a report
that was among those held, or that stands at the address of one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from memcon import ids
from memcon.ledger import reading, writing
from memcon.ledger.model import Head
from memcon.ledger.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Table

    from memcon.ledger.model import Entry, Remembered
    from memcon.ledger.stores import Store, WordIndex
    from memcon.model import Record, Report

MOST = 50_000  # rows in hand


def load(conn: Connection, store: Store, records: Iterable[Record], now: datetime) -> tuple[Remembered, ...]:
    """Record what was found in `records`, in the writer's transaction."""
    hand = Hand(conn, store)
    remembered = []
    for record in records:
        hand.make_room(record.report)
        remembered.append(writing.remember(conn, hand, record, now))
        hand.note(record.report)
    hand.put_down()
    return tuple(remembered)


class Hand:
    """A `writing.Sink` that holds rows, by table, until they are put down."""

    def __init__(self, conn: Connection, store: Store) -> None:
        self._conn, self._store = conn, store
        self._head = reading.head(conn)
        self._rows: defaultdict[Table, list[Mapping[str, Any]]] = defaultdict(list)
        self._words: defaultdict[WordIndex, list[tuple[int, str]]] = defaultdict(list)
        self._held: set[str] = set()
        self._count = 0

    def head(self) -> Head:
        """The last entry that was held or put down."""
        return self._head

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Hold rows."""
        self._rows[table] += rows
        self._count += len(rows)

    def index_words(self, index: WordIndex, rows: Sequence[tuple[int, str]]) -> None:
        """Hold texts."""
        self._words[index] += rows

    def close(self, last: Entry) -> None:
        """The chain goes on from `last`."""
        self._head = Head(seq=last.seq, recorded=last.recorded, hash=last.hash)

    def make_room(self, report: Report) -> None:
        """Put down what is held where it is much, or where what is known of `report` may be among it."""
        if self._count >= MOST or not self._held.isdisjoint(_marks(report)):
            self.put_down()

    def note(self, report: Report) -> None:
        """Know that `report` may be in hand."""
        self._held.update(_marks(report))

    def put_down(self) -> None:
        """Insert all that is held, what others refer to first."""
        for table in metadata.sorted_tables:
            if rows := self._rows.pop(table, []):
                self._store.insert_many(self._conn, table, rows)
        for index, texts in self._words.items():
            self._store.index_words(self._conn, index, texts)
        self._words.clear()
        self._held.clear()
        self._count = 0


def _marks(report: Report) -> set[str]:
    """By what another report could be the same as this one, or a version of it."""
    return {report.id, ids.address(report.url)} - {""}
