"""As of when: the two axes as conditions on rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from memcon.ledger.schema import entry, standing, superseded

if TYPE_CHECKING:
    from datetime import datetime

    from memcon.ledger.model import AsOf


@dataclass(frozen=True, slots=True)
class Bound:
    """`AsOf` in a ledger's own terms: the last day that counts, and the last entry; ``None`` leaves an axis open."""

    day: str | None
    seq: int | None

    def stands(self) -> ColumnElement[bool]:
        """A row of ``standing`` holds then."""
        if self.seq is None:
            return standing.c.until.is_(None)
        return (standing.c.since <= self.seq) & or_(standing.c.until.is_(None), standing.c.until > self.seq)

    def is_out(self, day: ColumnElement[Any]) -> ColumnElement[bool] | None:
        """What counts by `day` was published then; ``None`` where everything was."""
        return None if self.day is None else day <= self.day

    def is_newest(self, report_no: ColumnElement[Any]) -> ColumnElement[bool]:
        """Of the report's versions that were there then, it is the newest."""
        newer = select(superseded.c.no).where(superseded.c.no == report_no)
        if self.day is not None:
            newer = newer.where(superseded.c.by_day <= self.day)
        if self.seq is not None:
            newer = newer.where(superseded.c.by_no <= self.seq)
        return ~exists(newer)


def bound(conn: Connection, as_of: AsOf) -> Bound:
    """`as_of` in the terms of the ledger behind `conn`."""
    if as_of.recorded is None:
        return Bound(as_of.published, None)
    return Bound(as_of.published, last_entry(conn, as_of.recorded))


def last_entry(conn: Connection, recorded: datetime) -> int:
    """The number of the last entry recorded then or before; 0 where there is none."""
    if recorded.tzinfo is None:
        raise ValueError("the time of recording needs a time zone")
    newest = entry.c.recorded.desc(), entry.c.seq.desc()
    return conn.scalar(select(entry.c.seq).where(entry.c.recorded <= recorded).order_by(*newest).limit(1)) or 0
