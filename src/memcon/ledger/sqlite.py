"""A ledger in one SQLite file: WAL, so that readers and the writer do not wait for each other; words by FTS5."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Integer, Table, column, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.types import Float

from memcon.ledger.schema import GUARDED
from memcon.ledger.words import Query, searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.sql import Subquery

    from memcon.ledger.stores import WordIndex

# Of the file, in memory: for the connection that a program uses most, and for each more that it opens while that one is busy, as
# a server does for its threads. Each keeps its own pages, so that these add up; what else is read, the system has at hand.
_CACHE_KIB, _CACHE_MORE_KIB = 64 * 1024, 8 * 1024
# How words are parted and folded, as the migration that made the indexes has it.
WORDS = "fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
_LENGTHS = "SELECT id, sz FROM {index}_docsize ORDER BY id"
_VOCABULARY = "SELECT term, doc, cnt FROM {vocabulary} ORDER BY term"
_ADVICE: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program is writing to it and did not finish in time", "try again when it has"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it and did not finish in time", "try again when it has"),
    sqlite3.SQLITE_FULL: (
        "the disk is full; nothing of this report was recorded",
        "make room and run the command again",
    ),
    sqlite3.SQLITE_READONLY: ("it may not be written to", "see to the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "see whether the folder is there and may be written to"),
    sqlite3.SQLITE_NOTADB: ("the file is no ledger, and no SQLite database at all", "name another file"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "take it from a backup, or read the reports anew into a new file"),
    sqlite3.SQLITE_IOERR: ("the disk could not be read or written", "see whether it is full or failing"),
}


@dataclass(frozen=True, slots=True)
class SqliteStore:
    """The file `name`, through `reader` and `writer`."""

    name: str
    reader: Engine
    writer: Engine

    def lock(self, conn: Connection) -> None:
        """Nothing to do: the writer's transactions begin with BEGIN IMMEDIATE, which waits for the lock."""

    def index_words(self, conn: Connection, index: WordIndex, rows: Sequence[tuple[int, str]]) -> None:
        """Add texts to the FTS5 table."""
        if rows:
            values = [{"no": no, "words": searchable(words)} for no, words in rows]
            conn.execute(text(f"INSERT INTO {index} (rowid, words) VALUES (:no, :words)"), values)  # noqa: S608 - a literal

    def insert_many(self, conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """One statement, run for all of them."""
        conn.execute(table.insert(), list(rows))

    def clear_words(self, conn: Connection, index: WordIndex) -> None:
        """Empty the FTS5 table."""
        conn.execute(text(f"INSERT INTO {index} ({index}) VALUES ('delete-all')"))  # noqa: S608 - a literal

    def matches(self, index: WordIndex, query: Query) -> Subquery:
        """Rows of the FTS5 table that match, ranked by BM25."""
        found = text(f"SELECT rowid AS no, rank FROM {index} WHERE {index} MATCH :matched")  # noqa: S608 - a literal
        return (
            found.bindparams(matched=_expression(query))
            .columns(column("no", Integer), column("rank", Float))
            .subquery("matched")
        )

    def unsound(self, conn: Connection) -> Iterator[str]:
        """By SQLite's own check of the file, and the triggers that are there."""
        for (found,) in conn.execute(text("PRAGMA integrity_check(20)")):
            if found != "ok":
                yield f"SQLite finds: {' '.join(str(found).split())}"
        there = set(conn.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        for table in GUARDED:
            if not {f"{table}_no_update", f"{table}_no_delete", f"{table}_no_replace"} <= there:
                yield f"nothing keeps {table} from being changed: a trigger is gone"

    def misindexed(self, conn: Connection, index: WordIndex, rows: Iterable[tuple[int, str]]) -> Iterator[str]:
        """By an index made anew in a temporary file: its words, in how many texts, how often, and the length of each text."""
        with closing(sqlite3.connect("")) as anew:
            anew.execute(f"CREATE VIRTUAL TABLE {index} USING {WORDS}")
            texts = ((no, searchable(words)) for no, words in rows)
            anew.executemany(f"INSERT INTO {index} (rowid, words) VALUES (?, ?)", texts)  # noqa: S608 - a literal
            there = conn.connection.driver_connection
            for asked, what in ((_LENGTHS, "text {}"), (_VOCABULARY, "“{}”")):
                yield from (what.format(key) for key in _unlike(*(_rows(one, asked, index) for one in (there, anew))))

    def trouble(self, error: SQLAlchemyError) -> tuple[str, str]:
        """By SQLite's result code."""
        original = error.orig if isinstance(error, DBAPIError) else None
        code = getattr(original, "sqlite_errorcode", 0) & 0xFF
        return _ADVICE.get(code, (f"SQLite says: {original or error}".replace("\n", " "), ""))


def open_sqlite(path: Path, *, read_only: bool, patience: float) -> SqliteStore:
    """The store in the file `path`; a write waits `patience` seconds at most for another program's."""
    address = f"file:{quote(str(path.absolute()))}?mode={'ro' if read_only else 'rwc'}&uri=true"
    engine = create_engine(
        f"sqlite:///{address}", pool_use_lifo=True, connect_args={"timeout": patience, "check_same_thread": False}
    )
    caches = chain([_CACHE_KIB], repeat(_CACHE_MORE_KIB))

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to see one state, and takes no lock
        if not read_only:
            _use_wal(connection, patience)
        for pragma in ("foreign_keys=ON", "synchronous=NORMAL", f"cache_size=-{next(caches)}", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(conn: Connection) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE" if conn.get_execution_options().get("writes") else "BEGIN")

    return SqliteStore(str(path), engine, engine.execution_options(writes=True))


def _use_wal(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to WAL, which SQLite refuses at once, without waiting, while another program opens the same new file."""
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _rows(connection: Any, asked: str, index: WordIndex) -> Iterator[tuple[Any, ...]]:
    """The rows of `asked`, in order, over `index` in the main database of `connection`."""
    name = f"temp.{index}_vocabulary"
    connection.execute(f"DROP TABLE IF EXISTS {name}")
    connection.execute(f"CREATE VIRTUAL TABLE {name} USING fts5vocab(main, {index}, row)")
    yield from connection.execute(asked.format(index=index, vocabulary=name))
    connection.execute(f"DROP TABLE {name}")


def _unlike(one: Iterator[tuple[Any, ...]], other: Iterator[tuple[Any, ...]]) -> Iterator[Any]:
    """The first fields of rows that are not in both, each of which is sorted by them."""
    left, right = next(one, None), next(other, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(one, None), next(other, None)
        elif right is None or (left is not None and left[0] <= right[0]):
            assert left is not None  # noqa: S101 - the condition of the loop
            yield left[0]
            if right is not None and left[0] == right[0]:
                right = next(other, None)
            left = next(one, None)
        else:
            yield right[0]
            right = next(other, None)


def _expression(query: Query) -> str:
    """`query` in FTS5's language."""
    wanted, unwanted = ([f'"{" ".join(term)}"' for term in terms] for terms in (query.wanted, query.unwanted))
    return f"({' AND '.join(wanted)})" + "".join(f" NOT {term}" for term in unwanted)
