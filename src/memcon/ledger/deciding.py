"""Judgements: recorded, taken back, and restored by taking the taking back back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, or_, select

from memcon import ids
from memcon.errors import LedgerError
from memcon.ledger import reading
from memcon.ledger.chain import Link, linked, next_time
from memcon.ledger.model import Decision, DecisionKind, Json
from memcon.ledger.rows import decision_row, to_decision
from memcon.ledger.schema import decision, standing
from memcon.ledger.writing import insert, insert_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from memcon.ledger.bounds import Bound

_SYMMETRIC = frozenset({"same", "different"})


def judgement(
    kind: DecisionKind,
    left: str,
    right: str | None = None,
    *,
    by: str,
    reason: str,
    decided: datetime,
    score: float | None = None,
    value: Json | None = None,
    retracts: str | None = None,
) -> Decision:
    """A decision with its id. That two things are one (or not) says the same whichever is named first.

    Raises ``ValueError`` where `decided` does not say its time zone.
    """
    if decided.tzinfo is None:
        raise ValueError("the time of a decision needs a time zone")
    if kind in _SYMMETRIC and right is not None:
        left, right = sorted((left, right))
    made = Decision(
        id="",
        kind=kind,
        left=left,
        right=right,
        value=dict(value or {}),
        score=score,
        reason=reason,
        by=by,
        decided=decided.astimezone(UTC),
        retracts=retracts,
    )
    # When it was decided is no part of what was decided, but each taking back is one of its own.
    content = decision_row(made) | {"decided": made.decided.isoformat() if retracts else None}
    return replace(made, id=ids.decision_id(content))


def decide(conn: Connection, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Record those judgements that are not in force."""
    made = [one for one in decisions if not _is_in_force(conn, one.id)]
    for one in made:
        _append(conn, one, [Link(action="add", subject="decision", subject_id=one.id)], one.decided)
    return tuple(made)


def retract(conn: Connection, name: str, decision_id: str, *, by: str, reason: str, now: datetime) -> Decision:
    """Take back the judgement; `name` is the ledger's, for messages."""
    taken_back = by_id(conn, decision_id)
    if taken_back is None:
        raise LedgerError(name, f"there is no decision {decision_id}", "`memcon review` lists those there are")
    if not _is_in_force(conn, decision_id):
        raise LedgerError(name, f"the decision {decision_id} is not in force, so it cannot be taken back")
    made = judgement("retract", decision_id, by=by, reason=reason, decided=now, retracts=decision_id)
    links = [Link(action="add", subject="decision", subject_id=made.id), *_fall(conn, taken_back)]
    _append(conn, made, links, now)
    return made


def _fall(conn: Connection, fallen: Decision) -> Iterator[Link]:
    """The entries by which a decision ceases, and what it took back is in force again."""
    yield Link(action="withdraw", subject="decision", subject_id=fallen.id)
    restored = by_id(conn, fallen.retracts) if fallen.retracts else None
    if restored is not None and not _is_in_force(conn, restored.id):
        yield Link(action="add", subject="decision", subject_id=restored.id)
        again = by_id(conn, restored.retracts) if restored.retracts else None
        if again is not None and _is_in_force(conn, again.id):
            yield from _fall(conn, again)


def _append(conn: Connection, made: Decision, links: list[Link], now: datetime) -> None:
    head = reading.head(conn)
    numbers = _numbers(conn, {link.subject_id for link in links})
    is_new = made.id not in numbers
    if is_new:
        links = [replace(links[0], row=decision_digest(made)), *links[1:]]
    entries = list(linked(head, next_time(head, now), links))
    if is_new:
        numbers[made.id] = entries[0].seq
        insert(conn, decision, [decision_row(made) | {"no": entries[0].seq}])
    insert_entries(conn, entries, numbers)


def decision_digest(made: Decision) -> dict[str, object]:
    """What the chain of entries covers of a decision."""
    return decision_row(made) | {"decided": made.decided.astimezone(UTC).isoformat(timespec="microseconds")}


def _numbers(conn: Connection, decision_ids: Iterable[str]) -> dict[str, int]:
    rows = conn.execute(select(decision.c.id, decision.c.no).where(decision.c.id.in_(list(decision_ids))))
    return {row.id: row.no for row in rows}


def by_id(conn: Connection, decision_id: str) -> Decision | None:
    """A decision, whether it is in force or not."""
    row = conn.execute(select(decision).where(decision.c.id == decision_id)).one_or_none()
    return to_decision(row) if row else None


def _is_in_force(conn: Connection, decision_id: str) -> bool:
    of_it = select(standing.c.no).join(decision, decision.c.no == standing.c.no)
    return conn.scalar(of_it.where(decision.c.id == decision_id, standing.c.until.is_(None))) is not None


def in_force(
    conn: Connection, then: Bound, *, about: Collection[str] | None, kind: DecisionKind | None
) -> list[Decision]:
    """The judgements in force then, oldest first."""
    asked = select(decision).join(standing, standing.c.no == decision.c.no).where(then.stands())
    if kind is not None:
        asked = asked.where(decision.c.kind == kind)
    if about is None:
        return [to_decision(row) for row in conn.execute(asked.order_by(decision.c.no))]
    found: dict[int, Decision] = {}
    for chunk in reading.chunks(about):
        sides = or_(decision.c.left.in_(chunk), decision.c.right.in_(chunk))
        found |= {row.no: to_decision(row) for row in conn.execute(asked.where(sides))}
    return [found[no] for no in sorted(found)]
