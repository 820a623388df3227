"""A ledger in a PostgreSQL database, for a team; words by tsvector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import psycopg
import psycopg.sql
from sqlalchemy import URL, Connection, Engine, Table, column, create_engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.types import BigInteger, Float

from memcon.ledger.schema import GUARDED
from memcon.ledger.words import Query, searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.sql import Subquery

    from memcon.ledger.stores import WordIndex

# Any number that another program of the same database is not likely to lock by: "memcon" in ASCII.
_LOCK = int.from_bytes(b"memcon")
# A tsvector holds 1 MB at most; a longer report is found by the words of its first 600,000 characters.
_SEARCHABLE = 600_000
_ADVICE: dict[str, tuple[str, str]] = {
    "53100": ("the server's disk is full; nothing of this report was recorded", "make room and run the command again"),
    "25006": ("it may not be written to", "connect to a server that takes writes"),
    "42501": ("this user may not do that there", "ask for the rights to create and write tables"),
    "55P03": ("another program is writing to it and did not finish in time", "try again when it has"),
    "57P01": ("the server was shut down; nothing of this report was recorded", "run the command again when it is up"),
    "57P02": ("the server has crashed; nothing of this report was recorded", "run the command again when it is up"),
    "57P03": ("the server is starting or stopping", "run the command again when it is up"),
    "28P01": ("the server does not take this password", "see to the address, or to PGPASSWORD"),
    "3D000": ("the server has no such database", "create it with createdb"),
}


@dataclass(frozen=True, slots=True)
class PostgresStore:
    """The database `name`, through `reader` and `writer`; a write waits `patience` seconds at most for another's."""

    name: str
    reader: Engine
    writer: Engine
    patience: float

    def lock(self, conn: Connection) -> None:
        """Take the lock that every writing memcon takes first: entries form one chain."""
        conn.execute(text(f"SET LOCAL lock_timeout = {int(self.patience * 1000)}"))
        conn.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

    def index_words(self, conn: Connection, index: WordIndex, rows: Sequence[tuple[int, str]]) -> None:
        """Add texts as tsvectors."""
        if rows:
            values = [{"no": no, "words": searchable(words[:_SEARCHABLE])} for no, words in rows]
            insert = f"INSERT INTO {index} (no, words) VALUES (:no, to_tsvector('english', :words))"  # noqa: S608 - a literal
            conn.execute(text(insert), values)

    def insert_many(self, conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """By COPY."""
        names = list(rows[0])
        stored = [table.c[name].type.dialect_impl(conn.dialect).bind_processor(conn.dialect) for name in names]
        columns = psycopg.sql.SQL(", ").join(map(psycopg.sql.Identifier, names))
        copying = psycopg.sql.SQL("COPY {} ({}) FROM STDIN").format(psycopg.sql.Identifier(table.name), columns)
        driver = conn.connection.driver_connection
        try:
            with cast("psycopg.Connection[Any]", driver).cursor() as cursor, cursor.copy(copying) as copy:
                for row in rows:
                    copy.write_row(
                        [made(row[name]) if made else row[name] for name, made in zip(names, stored, strict=True)]
                    )
        except psycopg.Error as error:
            raise DBAPIError(f"COPY {table.name}", None, error) from error

    def clear_words(self, conn: Connection, index: WordIndex) -> None:
        """Empty the table of tsvectors."""
        conn.execute(text(f"TRUNCATE {index}"))

    def matches(self, index: WordIndex, query: Query) -> Subquery:
        """Rows whose tsvector matches, ranked by `ts_rank`."""
        found = text(
            f"SELECT no, -ts_rank(words, asked) AS rank FROM {index}, websearch_to_tsquery('english', :matched) AS asked"  # noqa: S608 - a literal
            " WHERE words @@ asked"
        )
        return (
            found.bindparams(matched=_expression(query))
            .columns(column("no", BigInteger), column("rank", Float))
            .subquery("matched")
        )

    def unsound(self, conn: Connection) -> Iterator[str]:
        """By the triggers that are there and at work; the server minds its own files."""
        asked = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        there = set(conn.scalars(text(asked)))
        for table in GUARDED:
            if not {f"{table}_no_change", f"{table}_no_truncate"} <= there:
                yield f"nothing keeps {table} from being changed: a trigger is gone"

    def misindexed(self, conn: Connection, index: WordIndex, rows: Iterable[tuple[int, str]]) -> Iterator[str]:
        """By the tsvector of each text, made anew."""
        seen = 0
        same = f"SELECT words = to_tsvector('english', :words) FROM {index} WHERE no = :no"  # noqa: S608 - a literal
        for no, words in rows:
            seen += 1
            if not conn.scalar(text(same), {"no": no, "words": searchable(words[:_SEARCHABLE])}):
                yield f"text {no}"
        if (more := conn.scalar(text(f"SELECT count(*) FROM {index}")) - seen) > 0:  # noqa: S608 - a literal
            yield f"{more} texts too many"

    def trouble(self, error: SQLAlchemyError) -> tuple[str, str]:
        """By PostgreSQL's SQLSTATE."""
        original = error.orig if isinstance(error, DBAPIError) else None
        state = getattr(original, "sqlstate", None)
        if state in _ADVICE:
            return _ADVICE[state]
        said = " ".join(str(original or error).split())
        if state is None and isinstance(error, DBAPIError):
            return f"the server cannot be reached: {said}", "see whether it runs, and to the address"
        return f"PostgreSQL says: {said}", ""


def open_postgres(url: URL, *, read_only: bool, patience: float) -> PostgresStore:
    """The store in the database at `url`."""
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        connect_args={"connect_timeout": 10, "client_encoding": "utf8"},
    )
    return PostgresStore(
        url.render_as_string(hide_password=True),
        engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
        engine.execution_options(postgresql_readonly=read_only),
        patience,
    )


def _expression(query: Query) -> str:
    """`query` in the language of `websearch_to_tsquery`."""
    wanted, unwanted = ([f'"{" ".join(term)}"' for term in terms] for terms in (query.wanted, query.unwanted))
    return " ".join([*wanted, *(f"-{term}" for term in unwanted)])
