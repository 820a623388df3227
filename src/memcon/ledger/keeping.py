"""What others compute from the ledger, kept until what it rests on changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, delete, select

from memcon.ledger.model import Computed
from memcon.ledger.reading import chunks
from memcon.ledger.schema import computed, computed_head, computed_party
from memcon.ledger.writing import insert

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def kept(
    conn: Connection, space: str, *, keys: Collection[str] | None, party: str | None, newest_first: bool
) -> Iterator[Computed]:
    """What was kept, in order."""
    asked = select(computed.c.key, computed.c.order, computed.c.parties, computed.c.value)
    asked = asked.where(computed.c.space == space)
    if party is not None:
        of_party = select(computed_party.c.key).where(computed_party.c.space == space, computed_party.c.party == party)
        asked = asked.where(computed.c.key.in_(of_party))
    order = (computed.c.order, computed.c.key)
    asked = asked.order_by(*(column.desc() for column in order) if newest_first else order)
    if keys is None:
        yield from _all(conn, asked)
        return
    found = [one for chunk in chunks(keys) for one in _all(conn, asked.where(computed.c.key.in_(chunk)))]
    yield from sorted(found, key=lambda one: (one.order, one.key), reverse=newest_first)


def _all(conn: Connection, asked: Select[tuple[str, str, list[str], dict[str, object]]]) -> Iterator[Computed]:
    for row in conn.execute(asked):
        yield Computed(key=row.key, order=row.order, parties=tuple(row.parties), value=row.value)


def head(conn: Connection, space: str) -> int:
    """The number of the last entry taken into account; 0 where nothing was kept yet."""
    return conn.scalar(select(computed_head.c.seq).where(computed_head.c.space == space)) or 0


def keep(conn: Connection, space: str, *, put: Iterable[Computed], drop: Iterable[str], seen: int, before: int) -> bool:
    """Put and drop, unless another program was faster."""
    if head(conn, space) != before:
        return False
    new = {one.key: one for one in put}
    _drop(conn, space, {*drop, *new})
    insert(
        conn,
        computed,
        [
            {"space": space, "key": one.key, "order": one.order, "parties": list(one.parties), "value": dict(one.value)}
            for one in new.values()
        ],
    )
    insert(
        conn,
        computed_party,
        [
            {"space": space, "party": party, "order": one.order, "key": one.key}
            for one in new.values()
            for party in dict.fromkeys(one.parties)
        ],
    )
    conn.execute(delete(computed_head).where(computed_head.c.space == space))
    insert(conn, computed_head, [{"space": space, "seq": seen}])
    return True


def _drop(conn: Connection, space: str, keys: Iterable[str]) -> None:
    for chunk in chunks(keys):
        for table in (computed, computed_party):
            conn.execute(delete(table).where(table.c.space == space, table.c.key.in_(chunk)))
