"""The chain of entries: each line's hash covers the line before it, so that no line can be changed unseen. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from memcon import ids
from memcon.ledger.model import Action, Entry, Head, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An entry before it has its place; `row` is what it adds to the ledger, if it adds anything that was not there."""

    action: Action
    subject: Subject
    subject_id: str
    run_id: str | None = None
    replaces: str | None = None
    row: Mapping[str, object] | None = None


def next_time(head: Head, now: datetime) -> datetime:
    """The time at which to record: `now`, or just after the last entry where a clock runs behind.

    So no two transactions share a time, and an answer as of a time already recorded can never change.
    Raises ``ValueError`` where `now` does not say its time zone.
    """
    if now.tzinfo is None:
        raise ValueError("the time of recording needs a time zone")
    now = now.astimezone(UTC)
    return now if head.recorded is None else max(now, head.recorded + _TICK)


def linked(head: Head, recorded: datetime, links: Iterable[Link]) -> Iterator[Entry]:
    """Yield the entries that `links` become after `head`."""
    last = head.hash
    for seq, link in enumerate(links, start=head.seq + 1):
        last = entry_hash(last, seq, recorded, link)
        yield Entry(
            seq=seq,
            recorded=recorded,
            action=link.action,
            subject=link.subject,
            subject_id=link.subject_id,
            run_id=link.run_id,
            replaces=link.replaces,
            hash=last,
        )


def entry_hash(previous: str, seq: int, recorded: datetime, link: Link) -> str:
    """The hash of the entry `seq`: over all it says, over the row it adds, and over the hash of the entry before."""
    return ids.content_hash(
        {
            "previous": previous,
            "seq": seq,
            "recorded": recorded.astimezone(UTC).isoformat(timespec="microseconds"),
            "action": link.action,
            "subject": link.subject,
            "subject_id": link.subject_id,
            "run_id": link.run_id,
            "replaces": link.replaces,
            "row": link.row,
        }
    )
