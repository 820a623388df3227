"""What a database has to offer to hold a ledger: the little in which SQLite and PostgreSQL differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine, Table
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.sql import Subquery

    from memcon.ledger.words import Query

WordIndex: TypeAlias = Literal["report_words", "statement_words"]


class Store(Protocol):
    """A kind of database. `reader` and `writer` are engines of one pool; `name` says which ledger it is, in messages."""

    @property
    def name(self) -> str:
        """The path, or the address without its password."""

    @property
    def reader(self) -> Engine:
        """Connections whose transaction sees one state of the ledger from its first question to its last."""

    @property
    def writer(self) -> Engine:
        """Connections whose transaction begins with `lock` and changes the ledger."""

    def lock(self, conn: Connection) -> None:
        """Wait until no other program writes; nothing else does until the transaction ends."""

    def index_words(self, conn: Connection, index: WordIndex, rows: Sequence[tuple[int, str]]) -> None:
        """Make texts, each with the number of what it belongs to, searchable by their words."""

    def insert_many(self, conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many rows, all with the same columns, by the quickest way that the database has."""

    def clear_words(self, conn: Connection, index: WordIndex) -> None:
        """Forget all texts of an index."""

    def matches(self, index: WordIndex, query: Query) -> Subquery:
        """The numbers (`no`) of texts that match, with their `rank`: the lower, the better."""

    def unsound(self, conn: Connection) -> Iterator[str]:
        """What is wrong with the database itself: its inside, and the triggers that keep entries from being changed."""

    def misindexed(self, conn: Connection, index: WordIndex, rows: Iterable[tuple[int, str]]) -> Iterator[str]:
        """Where an index of words is not that of `rows`, the texts with their numbers: a few words each."""

    def trouble(self, error: SQLAlchemyError) -> tuple[str, str]:
        """What is wrong, and what to do about it, in words."""
