"""The tables, alike on SQLite and PostgreSQL; `migrations` makes them, and a test holds the two together.

Three layers. *What was found*, never changed (the database itself refuses it): ``report``, ``sighting``, ``decision``.
*What the ledger says of it*, never changed: ``entry``, ``reading``. *What follows from both*, made again by
``Ledger.rebuild``: ``standing``, ``superseded``, ``sighting_party``, ``sighting_name``, the word indexes, and ``computed``.

A row that an entry brought has that entry's number as its own (`no`): one count for all, no second key to keep in step.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

# Revisions of the schema that this program knows, oldest first; the last is the one it works with.
REVISIONS = ("0001",)
VERSION_TABLE = "memcon_schema"

Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite: INTEGER PRIMARY KEY is the row's own key, BIGINT is not


class UtcTime(TypeDecorator[datetime]):
    """A time in UTC: TIMESTAMPTZ on PostgreSQL, on SQLite text of one width, which sorts as the times do."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's type in `dialect`."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """`value` as stored."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The stored `value` as a time in UTC."""
        if value is None:
            return None
        return (value if dialect.name == "postgresql" else datetime.fromisoformat(value)).astimezone(UTC)


class JsonText(TypeDecorator[Any]):
    """A JSON value as text: PostgreSQL's own JSON types reorder keys, and nothing here asks inside of it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """`value` as stored."""
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """The stored `value` as JSON."""
        return None if value is None else json.loads(value)


# The tables that are only appended to; triggers refuse anything else.
GUARDED = ("report", "sighting", "decision", "entry", "reading", "run")

metadata = MetaData()

entry = Table(
    "entry",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("recorded", UtcTime, nullable=False),
    Column("action", String, nullable=False),  # add, withdraw, replace
    Column("subject", String, nullable=False),  # report, sighting, decision
    Column("subject_id", String, nullable=False),
    Column("subject_no", Number, nullable=False),
    Column("run_id", String),  # null for decisions
    Column("replaces", String),  # the sighting whose place this one takes
    Column("replaces_no", Number),
    Column("hash", String, nullable=False),
    Index("entry_recorded", "recorded", "seq"),
)

run = Table(
    "run",
    metadata,
    Column("id", String, primary_key=True),
    Column("memcon", String, nullable=False),
    Column("pipeline", String, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("no", Number, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("source_id", String),
    Column("title", Text, nullable=False),
    Column("published", String, nullable=False),  # as the report gives it: EDTF or empty
    Column("day", String, nullable=False),  # the day it counts by on the published axis
    Column("outlet", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("address", Text, nullable=False),  # the url without what does not change the page; empty where it names none
    Column("language", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("dateline", JsonText),
    Column("notes", JsonText, nullable=False),
    Column(
        "original_no", Number, nullable=False
    ),  # the first recorded version of this report; its own where it is that
    Column("original", String, nullable=False),
    Column("former", String),  # the version before it, as known when it was recorded
    Column("recorded", UtcTime, nullable=False),
    Index("report_day", "day", "no"),
    Index("report_versions", "original_no", "day", "no"),
    Index("report_address", "address"),
    Index("report_source", "source_id"),
)

# Which program has read which report, so that a batch that was stopped need not read again what it has read.
reading = Table(
    "reading",
    metadata,
    Column("report_no", Number, ForeignKey("report.no"), primary_key=True),
    Column("run_id", String, ForeignKey("run.id"), primary_key=True),
    Column("recorded", UtcTime, nullable=False),
)

sighting = Table(
    "sighting",
    metadata,
    Column("no", Number, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("anchor", String, nullable=False),
    Column("claim", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("report_no", Number, ForeignKey("report.no"), nullable=False),
    Column("local", String, nullable=False),
    Column("parties", JsonText, nullable=False),
    Column("names", JsonText, nullable=False),
    Column("status", String, nullable=False),
    Column("said", String, nullable=False),
    Column("happened", String, nullable=False),
    Column("day", String, nullable=False),  # the report's, so that indexes can sort by it
    Column("body", JsonText, nullable=False),
    Index("sighting_day", "kind", "day", "no", "status"),
    Index("sighting_report", "report_no", "no"),
    Index("sighting_anchor", "anchor"),
    Index("sighting_claim", "claim"),
)

decision = Table(
    "decision",
    metadata,
    Column("no", Number, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String),
    Column("value", JsonText, nullable=False),
    Column("score", Float),
    Column("reason", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("decided", UtcTime, nullable=False),
    Column("retracts", String),
    Index("decision_left", "left"),
    Index("decision_right", "right"),
)

# From entry `since` until (not including) entry `until`, what has the number `no` stands; null: it stands now.
standing = Table(
    "standing",
    metadata,
    Column("no", Number, primary_key=True, autoincrement=False),
    Column("since", Number, primary_key=True, autoincrement=False),
    Column("until", Number),
    sqlite_with_rowid=False,
)

# The report `no` no longer stands where the newer version `by_no`, published on `by_day`, is there.
superseded = Table(
    "superseded",
    metadata,
    Column("no", Number, primary_key=True, autoincrement=False),
    Column("by_no", Number, primary_key=True, autoincrement=False),
    Column("by_day", String, nullable=False),
    Index("superseded_by", "by_no"),
    sqlite_with_rowid=False,
)

sighting_party = Table(
    "sighting_party",
    metadata,
    Column("party", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("day", String, primary_key=True),
    Column("no", Number, primary_key=True, autoincrement=False),
    Column("status", String, nullable=False),
    sqlite_with_rowid=False,
)

sighting_name = Table(
    "sighting_name",
    metadata,
    Column("token", String, primary_key=True),  # a word of a name, folded: "sergei lavrov" has two rows
    Column("kind", String, primary_key=True),
    Column("day", String, primary_key=True),
    Column("no", Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# What others compute from the ledger and keep: a space for each kind of thing, and how far in the ledger it has seen.
computed = Table(
    "computed",
    metadata,
    Column("space", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("order", String, nullable=False),
    Column("parties", JsonText, nullable=False),
    Column("value", JsonText, nullable=False),
    Index("computed_order", "space", "order", "key"),
)

computed_party = Table(
    "computed_party",
    metadata,
    Column("space", String, primary_key=True),
    Column("party", String, primary_key=True),
    Column("order", String, primary_key=True),
    Column("key", String, primary_key=True),
    Index("computed_party_key", "space", "key"),
    sqlite_with_rowid=False,
)

computed_head = Table(
    "computed_head",
    metadata,
    Column("space", String, primary_key=True),
    Column("seq", Number, nullable=False),
)
