"""Questions about sightings: which stand as of then, by kind, party, name, report, status and words.

Two steps. `keys` walks the one index that narrows most, in order, and gives places only; `load` fetches what is shown.
So no question reads more rows than it needs, whatever the size of the ledger.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, exists, select

from memcon.ledger.model import KINDS, Cursor, Kind, Standing
from memcon.ledger.reading import chunks, paged
from memcon.ledger.rows import to_standing
from memcon.ledger.schema import entry, report, sighting, sighting_name, sighting_party, standing

if TYPE_CHECKING:
    from memcon.ledger.bounds import Bound
    from memcon.ledger.stores import Store
    from memcon.ledger.words import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for. All `parties` must be there, one of `statuses`, one of `names` (each its words, folded)."""

    kind: Kind | None = None
    parties: tuple[str, ...] = ()
    report: str | None = None
    anchors: tuple[str, ...] | None = None
    claim: str | None = None
    statuses: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    about: Query | None = None
    since: str | None = None
    newest_first: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether the answer comes at once, rather than by pages: few rows, or ranked by no index."""
        return self.report is not None or self.anchors is not None or self.claim is not None or self.about is not None


Page = Callable[[Asked, Cursor | None, int], list[Cursor]]


def walk(asked: Asked, after: Cursor | None, page: Page) -> Iterator[Cursor]:
    """Yield the places of all that is asked for, in order, a `page` at a time."""
    streams = [_stream(part, after, page) for part in _parts(asked)]
    last = None
    for place in heapq.merge(*streams, reverse=asked.newest_first):
        if place != last:
            yield place
        last = place


def _parts(asked: Asked) -> Iterator[Asked]:
    """Questions that one index each answers in order: one for each kind, and for each name."""
    if asked.is_narrow and len(asked.names) <= 1:
        yield asked
        return
    for kind in (asked.kind,) if asked.kind or asked.is_narrow else KINDS:
        for name in asked.names or (None,):
            yield replace(asked, kind=kind, names=(name,) if name else ())


def _stream(asked: Asked, after: Cursor | None, page: Page) -> Iterator[Cursor]:
    size = 50  # most askers want a screenful; who goes on gets larger pages
    while True:
        places = page(asked, after, size)
        yield from places
        if asked.is_narrow or len(places) < size:
            return
        after, size = places[-1], min(size * 4, 2000)


def keys(conn: Connection, store: Store, asked: Asked, then: Bound, after: Cursor | None, limit: int) -> list[Cursor]:
    """A page of places, or, of a narrow question, all of them."""
    if asked.anchors is None:
        return _keys(conn, store, asked, then, after, None if asked.is_narrow else limit)
    found = [
        place
        for chunk in chunks(dict.fromkeys(asked.anchors))
        for place in _keys(conn, store, replace(asked, anchors=tuple(chunk)), then, after, None)
    ]
    return sorted(found, reverse=asked.newest_first)


def _keys(
    conn: Connection, store: Store, asked: Asked, then: Bound, after: Cursor | None, limit: int | None
) -> list[Cursor]:
    index, day, no = _index(store, asked)
    query = select(day, no).select_from(index).join(standing, standing.c.no == no)
    if index is not sighting:
        query = query.join(sighting, sighting.c.no == no)
    query = query.where(then.stands(), then.is_newest(sighting.c.report_no), *_wanted(asked, index))
    query = paged(query, day, no, then, asked.since, newest_first=asked.newest_first, after=after)
    return [Cursor(row[0], row[1]) for row in conn.execute(query.limit(limit) if limit else query)]


def _index(store: Store, asked: Asked) -> tuple[FromClause, ColumnElement[Any], ColumnElement[Any]]:
    """The table to walk, and its day and number."""
    if asked.about is not None:
        matched = store.matches("statement_words", asked.about)
        return matched, sighting.c.day, matched.c.no
    if asked.is_narrow or not (asked.names or asked.parties):
        return sighting, sighting.c.day, sighting.c.no
    table = sighting_name if asked.names else sighting_party
    return table, table.c.day, table.c.no


def _wanted(asked: Asked, index: FromClause) -> Iterator[ColumnElement[bool]]:
    if asked.report is not None:
        number = select(report.c.no).where(report.c.id == asked.report).scalar_subquery()
        yield sighting.c.report_no == number
    if asked.anchors is not None:
        yield sighting.c.anchor.in_(asked.anchors)
    if asked.claim is not None:
        yield sighting.c.claim == asked.claim
    place = index if index in (sighting_name, sighting_party) else sighting
    if asked.kind is not None:
        yield place.c.kind == asked.kind
    if asked.statuses:
        yield (index if index is sighting_party else sighting).c.status.in_(asked.statuses)
    yield from _with_words(asked, index)
    yield from _with_parties(asked, index)


def _with_words(asked: Asked, index: FromClause) -> Iterator[ColumnElement[bool]]:
    for name in asked.names:
        longest_first = sorted(name, key=len, reverse=True)
        if index is sighting_name:
            yield sighting_name.c.token == longest_first.pop(0)
        for word in longest_first:
            yield _has(sighting_name, sighting_name.c.token.name, word)


def _with_parties(asked: Asked, index: FromClause) -> Iterator[ColumnElement[bool]]:
    parties = list(asked.parties)
    if index is sighting_party:
        yield sighting_party.c.party == parties.pop(0)
    for party in parties:
        yield _has(sighting_party, sighting_party.c.party.name, party)


def _has(table: Any, column: str, value: str) -> ColumnElement[bool]:
    """There is a row of the index for this very sighting with that party or word."""
    other = table.alias()
    same = (other.c.kind == sighting.c.kind) & (other.c.day == sighting.c.day) & (other.c.no == sighting.c.no)
    return exists(select(other.c.no).where(other.c[column] == value, same))


def load(conn: Connection, then: Bound, places: Sequence[Cursor]) -> list[Standing]:
    """What stands then at `places`, in their order."""
    found = {row.no: to_standing(row) for row in conn.execute(_whole(then, [place.no for place in places]))}
    return [found[place.no] for place in places if place.no in found]


def _whole(then: Bound, numbers: Sequence[int]) -> Select[Any]:
    return (
        select(
            sighting,
            report.c.id.label("report_id"),
            *(report.c.published, report.c.outlet),
            *(entry.c.seq, entry.c.recorded, entry.c.run_id),
        )
        .join(report, report.c.no == sighting.c.report_no)
        .join(standing, standing.c.no == sighting.c.no)
        .join(entry, entry.c.seq == standing.c.since)
        .where(sighting.c.no.in_(numbers), then.stands())
    )
