"""What was found for each hook and what became of it, in a SQLite file beside the hooks.

Each method is one transaction, and a delivery is claimed before it is tried: two programs over one file, or one that is killed,
cost no message, and at worst one is delivered twice.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from memcon.alerts.backoff import pause
from memcon.alerts.model import AlertsError, Attempt, Delivery, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from memcon.alerts.model import Hook, Outcome, State

_VERSION = 1
_SCHEMA = """
create table hook (
    name text primary key,
    url text not null,
    question text not null,
    head text not null,              -- hash of the ledger's last entry that was looked at; '' for none
    disabled text not null default ''  -- why it is posted to no more
) strict;
create table known (                 -- what a hook was told, or was there before it
    hook text not null,
    message text not null,
    primary key (hook, message)
) strict, without rowid;
create table delivery (
    number integer primary key,
    hook text not null,
    message text not null,
    title text not null,
    body text not null,
    state text not null,
    tries integer not null default 0,
    made real not null,
    due real not null,
    ended real,
    problem text not null default ''
) strict;
create index delivery_due on delivery (hook, state, due);
create table attempt (
    delivery integer not null,
    at real not null,
    status integer,
    problem text not null,
    took real not null
) strict;
create index attempt_of on attempt (delivery);
"""
LEASE = 120.0  # seconds for which who claimed a delivery has it alone


class Store:
    """The state file. Every method raises `AlertsError` where the file fails."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._failing():
            is_new = not path.exists()
            if is_new:
                path.touch(mode=0o600)  # what becomes known may be nobody else's to read
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
            self._db.row_factory = sqlite3.Row
            self._make()

    def _make(self) -> None:
        with self._writing() as db:
            version = db.execute("pragma user_version").fetchone()[0]
            if version > _VERSION:
                raise AlertsError(f"{self._path}: a newer memcon made it (use that one)")
            if version == 0:
                for statement in _SCHEMA.split(";\n"):
                    db.execute(statement)
                db.execute(f"pragma user_version = {_VERSION}")

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise AlertsError(f"{self._path}: the state of alerts cannot be used: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._failing():
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")

    # --- what was found ---

    def looked_at(self, hook: Hook) -> str | None:
        """The ledger's head that was looked at for this hook; ``None`` where it is new, or asks something else than before."""
        with self._failing():
            row = self._db.execute("select head, question from hook where name = ?", (hook.name,)).fetchone()
        return row["head"] if row and row["question"] == hook.question.address() else None

    def is_new(self, hook: Hook) -> bool:
        """Whether the hook was never looked at."""
        with self._failing():
            return self._db.execute("select 1 from hook where name = ?", (hook.name,)).fetchone() is None

    def known(self, hook: Hook) -> frozenset[str]:
        """The ids of the messages that it was told of, or that were there before it."""
        with self._failing():
            rows = self._db.execute("select message from known where hook = ?", (hook.name,))
            return frozenset(row["message"] for row in rows)

    def put(self, hook: Hook, messages: Iterable[Message], old: Iterable[str], *, head: str, now: float) -> int:
        """Put `messages` in line, note those of ids `old` as known, and that the ledger was looked at up to `head`.

        A message that another program put in line meanwhile is not put there again. Gives how many were.
        """
        with self._writing() as db:
            db.execute(
                "insert into hook (name, url, question, head) values (?, ?, ?, ?)"
                " on conflict (name) do update set question = excluded.question, head = excluded.head",
                (hook.name, hook.url, hook.question.address(), head),
            )
            db.executemany("insert or ignore into known values (?, ?)", [(hook.name, each) for each in old])
            return sum(_put(db, hook, each, now) for each in messages)

    # --- what becomes of it ---

    def disabled(self, hook: Hook) -> str:
        """Why it is posted to no more; ``""`` where it is. A hook with another address than before is enabled again."""
        with self._writing() as db:
            db.execute(
                "update hook set url = ?, disabled = '' where name = ? and url <> ?", (hook.url, hook.name, hook.url)
            )
            row = db.execute("select disabled from hook where name = ?", (hook.name,)).fetchone()
            return row["disabled"] if row else ""

    def enable(self, name: str) -> bool:
        """Post to it again; False where it is not disabled."""
        with self._writing() as db:
            done = db.execute("update hook set disabled = '' where name = ? and disabled <> ''", (name,))
            return done.rowcount > 0

    def claim(self, hook: Hook, *, now: float) -> Delivery | None:
        """The delivery to try next, which nobody else then tries for `LEASE` seconds; ``None`` where none is due."""
        with self._writing() as db:
            row = db.execute(
                "select * from delivery where hook = ? and state = 'waiting' and due <= ? order by due, number limit 1",
                (hook.name, now),
            ).fetchone()
            if row is None:
                return None
            db.execute("update delivery set due = ? where number = ?", (now + LEASE, row["number"]))
            return _delivery(row)

    def record(self, one: Delivery, outcome: Outcome, *, now: float, chance: float) -> State:
        """Keep what came of a try of `one`; gives how it stands by that."""
        again = None if outcome.is_gone else pause(one.tries + 1, chance, outcome.wait)
        state: State = "delivered" if outcome.is_delivered else "waiting" if again is not None else "dead"
        ended = None if state == "waiting" else now
        with self._writing() as db:
            db.execute(
                "insert into attempt values (?, ?, ?, ?, ?)",
                (one.number, now, outcome.status, outcome.problem, outcome.took),
            )
            db.execute(
                "update delivery set state = ?, tries = ?, due = ?, ended = ?, problem = ? where number = ?",
                (state, one.tries + 1, now + (again or 0), ended, outcome.problem, one.number),
            )
            if outcome.is_gone:
                _disable(db, one.hook, now)
        return state

    def again(self, ident: str, *, now: float) -> list[Delivery]:
        """Put given up deliveries in line anew: the one of this number or message's id, or all of a hook's name."""
        with self._writing() as db:
            rows = db.execute(
                "select * from delivery where state = 'dead' and (hook = ? or message = ? or cast(number as text) = ?)",
                (ident, ident, ident),
            ).fetchall()
            for row in rows:
                db.execute(
                    "update delivery set state = 'waiting', tries = 0, due = ?, ended = null where number = ?",
                    (now, row["number"]),
                )
            return [_delivery(row) for row in rows]

    # --- the record ---

    def deliveries(self, *, state: State | None = None, limit: int = 0) -> list[Delivery]:
        """The deliveries, the last made first, with every attempt; `limit` at most (0: all)."""
        with self._failing():
            rows = self._db.execute(
                "select * from delivery where ? is null or state = ? order by number desc limit ?",
                (state, state, limit or -1),
            ).fetchall()
            return [_delivery(row, self._attempts(row["number"])) for row in rows]

    def waiting(self, hook: Hook) -> int:
        """How many deliveries to it wait."""
        with self._failing():
            asked = "select count(*) from delivery where hook = ? and state = 'waiting'"
            return int(self._db.execute(asked, (hook.name,)).fetchone()[0])

    def _attempts(self, number: int) -> tuple[Attempt, ...]:
        rows = self._db.execute(
            "select at, status, problem, took from attempt where delivery = ? order by at", (number,)
        )
        return tuple(Attempt(**dict(row)) for row in rows)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _put(db: sqlite3.Connection, hook: Hook, message: Message, now: float) -> int:
    new = db.execute("insert or ignore into known values (?, ?)", (hook.name, message.id)).rowcount
    if new:
        db.execute(
            "insert into delivery (hook, message, title, body, state, made, due) values (?, ?, ?, ?, 'waiting', ?, ?)",
            (hook.name, message.id, message.title, message.body, now, now),
        )
    return new


def _disable(db: sqlite3.Connection, name: str, now: float) -> None:
    """Post to the hook no more; what waits for it is given up, and can be sent again."""
    why = "the receiver wants no more (HTTP status 410)"
    db.execute("update hook set disabled = ? where name = ?", (why, name))
    db.execute(
        "update delivery set state = 'dead', ended = ?, problem = ? where hook = ? and state = 'waiting'",
        (now, why, name),
    )


def _delivery(row: sqlite3.Row, attempts: tuple[Attempt, ...] = ()) -> Delivery:
    given = dict(row)
    message = Message(id=given.pop("message"), title=given.pop("title"), body=given.pop("body"))
    return Delivery(message=message, attempts=attempts, **given)
