"""The ledger in an SQL database: each method is one transaction."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Self

from memcon.ledger import asking, checking, deciding, keeping, loading, reading, replay, searching, writing
from memcon.ledger.asking import Asked
from memcon.ledger.bounds import Bound, bound
from memcon.ledger.claims import tokens
from memcon.ledger.failures import told
from memcon.ledger.model import (
    NOW,
    AsOf,
    Computed,
    Cursor,
    Decision,
    DecisionKind,
    Entry,
    Head,
    Heading,
    Hit,
    Kind,
    Known,
    Remembered,
    Sighting,
    Standing,
    Touched,
)
from memcon.ledger.words import parse
from memcon.model import Record, Report, Run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime
    from types import TracebackType

    from sqlalchemy import Connection

    from memcon.ledger.stores import Store

_PAGE = 500


@dataclass(frozen=True, slots=True)
class SqlLedger:
    """The `Ledger` in a `store`."""

    store: Store

    @property
    def name(self) -> str:
        """The path or address."""
        return self.store.name

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.store), self.store.writer.begin() as conn:
            self.store.lock(conn)
            yield conn

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.store), self.store.reader.connect() as conn:
            yield conn

    def remember(self, records: Record | Iterable[Record], *, now: datetime) -> tuple[Remembered, ...]:
        """See `Ledger.remember`."""
        with self._writing() as conn:
            every = [records] if isinstance(records, Record) else records
            sink = writing.Direct(conn, self.store)
            return tuple(writing.remember(conn, sink, record, now) for record in every)

    def load(self, records: Iterable[Record], *, now: datetime) -> tuple[Remembered, ...]:
        """See `Ledger.load`."""
        with self._writing() as conn:
            return loading.load(conn, self.store, records, now)

    def decide(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """See `Ledger.decide`."""
        with self._writing() as conn:
            return deciding.decide(conn, decisions)

    def retract(self, decision_id: str, *, by: str, reason: str, now: datetime) -> Decision:
        """See `Ledger.retract`."""
        with self._writing() as conn:
            return deciding.retract(conn, self.name, decision_id, by=by, reason=reason, now=now)

    def rebuild(self) -> None:
        """See `Ledger.rebuild`."""
        with self._writing() as conn:
            replay.rebuild(conn, self.store)

    def head(self) -> Head:
        """See `Ledger.head`."""
        with self._reading() as conn:
            return reading.head(conn)

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """See `Ledger.entries`."""
        while found := self._entries(after):
            yield from found
            after = found[-1].seq

    def _entries(self, after: int) -> list[Entry]:
        with self._reading() as conn:
            return reading.entries(conn, after, _PAGE)

    def touched(self, *, after: int) -> Touched:
        """See `Ledger.touched`."""
        with self._reading() as conn:
            return reading.touched(conn, after)

    def check(self, *, computed: bool = True) -> Iterator[str]:
        """See `Ledger.check`."""
        with self._reading() as conn:
            yield from checking.check(conn, self.store, computed=computed)

    def known(self, report: Report) -> Known:
        """See `Ledger.known`."""
        with self._reading() as conn:
            return reading.known(conn, report, Run(memcon="", pipeline=""))

    def has_read(self, report_id: str, run: Run) -> bool:
        """See `Ledger.has_read`."""
        with self._reading() as conn:
            return reading.has_read(conn, report_id, run)

    def report(self, report_id: str) -> Report | None:
        """See `Ledger.report`."""
        with self._reading() as conn:
            return reading.whole_report(conn, report_id)

    def headings(self, report_ids: Iterable[str]) -> dict[str, Heading]:
        """See `Ledger.headings`."""
        with self._reading() as conn:
            return reading.headings(conn, report_ids)

    def reports(
        self,
        *,
        as_of: AsOf = NOW,
        published_since: str | None = None,
        newest_first: bool = False,
        after: Cursor | None = None,
    ) -> Iterator[Heading]:
        """See `Ledger.reports`."""
        then = self._pinned(as_of)

        def page(after: Cursor | None) -> list[Heading]:
            with self._reading() as conn:
                return reading.reports(
                    conn,
                    then,
                    published_since=published_since,
                    newest_first=newest_first,
                    after=after,
                    limit=_PAGE,
                )

        while found := page(after):
            yield from found
            after = found[-1].cursor

    def versions(self, report_id: str, *, as_of: AsOf = NOW) -> tuple[Heading, ...]:
        """See `Ledger.versions`."""
        with self._reading() as conn:
            return reading.versions(conn, report_id, bound(conn, as_of))

    def sightings(
        self,
        *,
        kind: Kind | None = None,
        party: str | Collection[str] = (),
        report: str | None = None,
        anchors: Collection[str] | None = None,
        claim: str | None = None,
        status: str | Collection[str] = (),
        published_since: str | None = None,
        as_of: AsOf = NOW,
        newest_first: bool = False,
        after: Cursor | None = None,
    ) -> Iterator[Standing]:
        """See `Ledger.sightings`."""
        asked = Asked(
            kind=kind,
            parties=_several(party),
            report=report,
            anchors=None if anchors is None else tuple(anchors),
            claim=claim,
            statuses=_several(status),
            since=published_since,
            newest_first=newest_first,
        )
        yield from self._walk(asked, as_of, after)

    def statements(
        self,
        *,
        who: str | Collection[str] = (),
        party: str | Collection[str] = (),
        act: str | Collection[str] = (),
        about: str = "",
        published_since: str | None = None,
        as_of: AsOf = NOW,
        newest_first: bool = True,
        after: Cursor | None = None,
    ) -> Iterator[Standing]:
        """See `Ledger.statements`."""
        query = parse(about)
        asked = Asked(
            kind="statement",
            parties=_several(party),
            statuses=_several(act),
            names=tuple(tuple(tokens(name)) for name in _several(who)),
            about=query if query.wanted else None,
            since=published_since,
            newest_first=newest_first,
        )
        yield from self._walk(asked, as_of, after)

    def _walk(self, asked: Asked, as_of: AsOf, after: Cursor | None) -> Iterator[Standing]:
        """Yield what is asked for, all as of one moment, however long the walk takes and whatever is appended meanwhile."""
        then = self._pinned(as_of)

        def page(part: Asked, after: Cursor | None, limit: int) -> list[Cursor]:
            with self._reading() as conn:
                return asking.keys(conn, self.store, part, then, after, limit)

        places = asking.walk(asked, after, page)
        size = 50
        while chunk := list(islice(places, size)):
            with self._reading() as conn:
                found = asking.load(conn, then, chunk)
            yield from found
            size = _PAGE

    def _pinned(self, as_of: AsOf) -> Bound:
        with self._reading() as conn:
            then = bound(conn, as_of)
            return then if then.seq is not None else Bound(then.day, reading.head(conn).seq)

    def sighting(self, sighting_id: str) -> Sighting | None:
        """See `Ledger.sighting`."""
        with self._reading() as conn:
            return reading.one_sighting(conn, sighting_id)

    def search(self, words: str, *, as_of: AsOf = NOW, limit: int = 20) -> tuple[Hit, ...]:
        """See `Ledger.search`."""
        with self._reading() as conn:
            return searching.search(conn, self.store, parse(words), bound(conn, as_of), limit)

    def find(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """See `Ledger.find`."""
        with self._reading() as conn:
            return reading.find(conn, prefix)

    def decisions(
        self, *, about: Collection[str] | None = None, kind: DecisionKind | None = None, as_of: AsOf = NOW
    ) -> Iterator[Decision]:
        """See `Ledger.decisions`."""
        with self._reading() as conn:
            yield from deciding.in_force(conn, bound(conn, as_of), about=about, kind=kind)

    def computed(
        self,
        space: str,
        *,
        keys: Collection[str] | None = None,
        party: str | None = None,
        newest_first: bool = False,
    ) -> Iterator[Computed]:
        """See `Ledger.computed`."""
        with self._reading() as conn:
            yield from keeping.kept(conn, space, keys=keys, party=party, newest_first=newest_first)

    def computed_head(self, space: str) -> int:
        """See `Ledger.computed_head`."""
        with self._reading() as conn:
            return keeping.head(conn, space)

    def keep(self, space: str, *, put: Iterable[Computed], drop: Iterable[str], seen: int, before: int) -> bool:
        """See `Ledger.keep`."""
        with self._writing() as conn:
            return keeping.keep(conn, space, put=put, drop=drop, seen=seen, before=before)

    def close(self) -> None:
        """See `Ledger.close`."""
        self.store.reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _several(one_or_more: str | Collection[str]) -> tuple[str, ...]:
    return (one_or_more,) if isinstance(one_or_more, str) else tuple(one_or_more)
