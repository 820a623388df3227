"""Whether the indexes are those that a rebuild would make. Each is compared by a fingerprint: no index is held in memory.

A fingerprint is, for each word, party or space, the sum of the hashes of its rows: it is the same in whichever order they come.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, select

from memcon.ledger.chained import MENDED, STEP, rows_between
from memcon.ledger.reading import head
from memcon.ledger.schema import computed, computed_party, report, sighting, sighting_name, sighting_party, superseded
from memcon.ledger.writing import Indexed, indexed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.ledger.stores import Store, WordIndex

Prints = Counter[str]


def out_of_step(conn: Connection, store: Store) -> Iterator[str]:
    """Yield which indexes are not what follows from what was recorded, a line each."""
    yield from _versions(conn)
    parties, names = Prints(), Prints()
    for found in _sightings(conn):
        _add(parties, found.parties, "party")
        _add(names, found.names, "token")
    yield from _compared("index of parties", parties, _of_table(conn, sighting_party, "party"))
    yield from _compared("index of names", names, _of_table(conn, sighting_name, "token"))
    yield from _compared("index of what is computed", _spaces(conn), _of_table(conn, computed_party, "space"))
    said = chain.from_iterable(found.said for found in _sightings(conn))
    for index, texts in (("report_words", _texts(conn)), ("statement_words", said)):
        yield from _words(conn, store, index, texts)  # type: ignore[arg-type]  # both are names of indexes


def _sightings(conn: Connection) -> Iterator[Indexed]:
    for first in range(1, head(conn).seq + 1, STEP):
        found = rows_between(conn, select(sighting), sighting.c.no, first, first + STEP - 1)
        yield indexed([dict(row._mapping) for _, row in found if row is not None])  # noqa: SLF001 - SQLAlchemy's public name


def _texts(conn: Connection) -> Iterator[tuple[int, str]]:
    asked = select(report.c.no, report.c.title, report.c.text)
    for first in range(1, head(conn).seq + 1, STEP):
        for _, row in rows_between(conn, asked, report.c.no, first, first + STEP - 1):
            if row is not None:
                yield row.no, f"{row.title}\n{row.text}"


def _add(prints: Prints, rows: Iterable[Mapping[str, Any]], key: str) -> None:
    for row in rows:
        prints[row[key]] += hash(tuple(sorted(row.items())))


def _of_table(conn: Connection, table: Table, key: str) -> Prints:
    prints = Prints()
    names = sorted(column.name for column in table.columns)
    for row in conn.execute(select(table).execution_options(yield_per=STEP)):
        prints[getattr(row, key)] += hash(tuple((name, getattr(row, name)) for name in names))
    return prints


def _spaces(conn: Connection) -> Prints:
    prints = Prints()
    asked = select(computed.c.space, computed.c.key, computed.c.order, computed.c.parties)
    for row in conn.execute(asked.execution_options(yield_per=STEP)):
        same = {"space": row.space, "key": row.key, "order": row.order}
        _add(prints, [same | {"party": party} for party in dict.fromkeys(row.parties)], "space")
    return prints


def _compared(what: str, wanted: Prints, there: Prints) -> Iterator[str]:
    wrong = sorted(key for key in wanted.keys() | there.keys() if wanted[key] != there[key])
    if wrong:
        more = f" and {len(wrong) - 1:,} others" if len(wrong) > 1 else ""
        yield f"the {what} is out of step for “{wrong[0]}”{more} {MENDED}"


def _versions(conn: Connection) -> Iterator[str]:
    """Whether each version of a report is known to be superseded by those that count later."""
    versions: dict[int, list[Any]] = {}
    for row in conn.execute(
        select(report.c.no, report.c.day, report.c.original_no).order_by(report.c.day, report.c.no)
    ):
        versions.setdefault(row.original_no, []).append(row)
    wanted = {
        (older.no, later.no, later.day)
        for found in versions.values()
        for at, older in enumerate(found)
        for later in found[at + 1 :]
    }
    there = {(row.no, row.by_no, row.by_day) for row in conn.execute(select(superseded))}
    for no in sorted({row[0] for row in wanted ^ there}):
        yield f"which versions stand for report {no} is out of step {MENDED}"


def _words(conn: Connection, store: Store, index: WordIndex, texts: Iterable[tuple[int, str]]) -> Iterator[str]:
    wrong = list(store.misindexed(conn, index, texts))
    if wrong:
        what = "reports" if index == "report_words" else "statements"
        more = f" and {len(wrong) - 1:,} others" if len(wrong) > 1 else ""
        yield f"the index of words of {what} is out of step for {wrong[0]}{more} {MENDED}"
