"""The first tables: reports, sightings, decisions, entries, and what follows from them."""

# ruff: noqa: S608 - every name in these statements is from this file

from __future__ import annotations

from typing import Any, TypeAlias

import sqlalchemy as sa
from alembic import op

Type: TypeAlias = sa.types.TypeEngine[Any]

revision = "0001"
down_revision = None

# The tables that are only appended to, and what makes a NEW row the same as one that is there.
_SAME = {
    "report": "no = NEW.no OR id = NEW.id",
    "sighting": "no = NEW.no OR id = NEW.id",
    "decision": "no = NEW.no OR id = NEW.id",
    "entry": "seq = NEW.seq",
    "reading": "report_no = NEW.report_no AND run_id = NEW.run_id",
    "run": "id = NEW.id",
}


def upgrade() -> None:
    """Make the tables, and have the database refuse to change what is only ever appended."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    time = sa.String() if is_sqlite else sa.TIMESTAMP(timezone=True)
    number = sa.Integer() if is_sqlite else sa.BigInteger()
    _what_was_found(number, time)
    _what_the_ledger_says(number, time)
    _what_follows(number)
    if is_sqlite:
        _sqlite()
    else:
        _postgresql()


def _key(name: str, type_: Type) -> sa.Column[Any]:
    return sa.Column(name, type_, primary_key=True, autoincrement=False)


def _given(*names: str, type_: Type | None = None) -> list[sa.Column[Any]]:
    return [sa.Column(name, type_ or sa.String(), nullable=False) for name in names]


def _what_was_found(number: Type, time: Type) -> None:
    op.create_table(
        "report",
        _key("no", number),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("source_id", sa.String()),
        *_given("title", "outlet", "url", "address", "text", "notes", type_=sa.Text()),
        *_given("published", "day", "language", "original"),
        sa.Column("dateline", sa.Text()),
        sa.Column("original_no", number, nullable=False),
        sa.Column("former", sa.String()),
        sa.Column("recorded", time, nullable=False),
    )
    op.create_index("report_day", "report", ["day", "no"])
    op.create_index("report_versions", "report", ["original_no", "day", "no"])
    op.create_index("report_address", "report", ["address"])
    op.create_index("report_source", "report", ["source_id"])
    op.create_table(
        "sighting",
        _key("no", number),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("report_no", number, sa.ForeignKey("report.no"), nullable=False),
        *_given("anchor", "claim", "kind", "local", "status", "said", "happened", "day"),
        *_given("parties", "names", "body", type_=sa.Text()),
    )
    op.create_index("sighting_day", "sighting", ["kind", "day", "no", "status"])
    op.create_index("sighting_report", "sighting", ["report_no", "no"])
    op.create_index("sighting_anchor", "sighting", ["anchor"])
    op.create_index("sighting_claim", "sighting", ["claim"])
    op.create_table(
        "decision",
        _key("no", number),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        *_given("kind", "left", "by"),
        sa.Column("right", sa.String()),
        *_given("value", "reason", type_=sa.Text()),
        sa.Column("score", sa.Float()),
        sa.Column("decided", time, nullable=False),
        sa.Column("retracts", sa.String()),
    )
    op.create_index("decision_left", "decision", ["left"])
    op.create_index("decision_right", "decision", ["right"])


def _what_the_ledger_says(number: Type, time: Type) -> None:
    op.create_table(
        "entry",
        _key("seq", number),
        sa.Column("recorded", time, nullable=False),
        *_given("action", "subject", "subject_id", "hash"),
        sa.Column("subject_no", number, nullable=False),
        sa.Column("run_id", sa.String()),
        sa.Column("replaces", sa.String()),
        sa.Column("replaces_no", number),
    )
    op.create_index("entry_recorded", "entry", ["recorded", "seq"])
    op.create_table("run", _key("id", sa.String()), *_given("memcon", "pipeline"))
    op.create_table(
        "reading",
        sa.Column("report_no", number, sa.ForeignKey("report.no"), primary_key=True, autoincrement=False),
        sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), primary_key=True),
        sa.Column("recorded", time, nullable=False),
    )


def _what_follows(number: Type) -> None:
    op.create_table(
        "standing", _key("no", number), _key("since", number), sa.Column("until", number), sqlite_with_rowid=False
    )
    by_day = sa.Column("by_day", sa.String(), nullable=False)
    op.create_table("superseded", _key("no", number), _key("by_no", number), by_day, sqlite_with_rowid=False)
    op.create_index("superseded_by", "superseded", ["by_no"])
    words = [_key(name, sa.String()) for name in ("party", "kind", "day")]
    op.create_table("sighting_party", *words, _key("no", number), *_given("status"), sqlite_with_rowid=False)
    words = [_key(name, sa.String()) for name in ("token", "kind", "day")]
    op.create_table("sighting_name", *words, _key("no", number), sqlite_with_rowid=False)
    op.create_table(
        "computed",
        _key("space", sa.String()),
        _key("key", sa.String()),
        *_given("order"),
        *_given("parties", "value", type_=sa.Text()),
    )
    op.create_index("computed_order", "computed", ["space", "order", "key"])
    words = [_key(name, sa.String()) for name in ("space", "party", "order", "key")]
    op.create_table("computed_party", *words, sqlite_with_rowid=False)
    op.create_index("computed_party_key", "computed_party", ["space", "key"])
    op.create_table("computed_head", _key("space", sa.String()), sa.Column("seq", number, nullable=False))


def _sqlite() -> None:
    op.execute("PRAGMA application_id = 1835886446")  # "mmcn": `file` and others can tell a ledger
    for index in ("report_words", "statement_words"):
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5"
            "(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )
    for table, same in _SAME.items():
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table}: the ledger is only appended to'); END"
            )
        # INSERT OR REPLACE would delete the row that is there without asking the trigger above.
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
            f" BEGIN SELECT RAISE(ABORT, '{table}: the ledger is only appended to'); END",
        )


def _postgresql() -> None:
    for index in ("report_words", "statement_words"):
        op.execute(f"CREATE TABLE {index} (no BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute(f"CREATE INDEX {index}_words ON {index} USING gin (words)")
    op.execute(
        "CREATE FUNCTION memcon_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '%: the ledger is only appended to', TG_TABLE_NAME; END $$"
    )
    for table in _SAME:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION memcon_refuse()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION memcon_refuse()"
        )
