"""Judgements made: accept, reject, correct, join, split and undo, by name and for a reason, as every way in makes them.

Each records its decisions and gives them; each raises `MemconError` where what is named is not there, or is decided already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.errors import MemconError
from memcon.ledger import NOW, judgement
from memcon.questions import judging
from memcon.questions.naming import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from memcon.ledger import Decision, Ledger
    from memcon.ledger.model import DecisionKind


class Judge:
    """A named person who judges what a ledger holds, at `now` (UTC)."""

    def __init__(self, ledger: Ledger, *, by: str, reason: str, now: datetime) -> None:
        if not by.strip():
            raise MemconError("a judgement needs the name of who makes it")
        self._ledger, self._by, self._reason, self._now = ledger, by.strip(), reason.strip(), now

    def accept(self, ident: str) -> Sequence[Decision]:
        """Let stand what the program found: a track, a round, or an item of a report."""
        left = judging.judged_item(self._ledger, ident) or judging.subject(self._ledger, ident)[1]
        return self._record([self._made("accept", left)])

    def reject(self, ident: str) -> Sequence[Decision]:
        """There was no such meeting: of a round, or of one report's mention; or another item of a report is wrong."""
        item = judging.judged_item(self._ledger, ident)
        anchors = (item,) if item else judging.mentions(self._ledger, ident)
        return self._record([self._made("reject", anchor) for anchor in anchors])

    def correct(self, ident: str, changes: Iterable[str]) -> Sequence[Decision]:
        """Set fields right, each as ``FIELD=VALUE``."""
        kind, left = judging.subject(self._ledger, ident)
        return self._record([self._made("correct", left, value=judging.value(kind, changes))])

    def join(self, ident: str, other: str) -> Sequence[Decision]:
        """Two tracks, rounds or persons are one."""
        left, right = judging.two_to_join(self._ledger, ident, other)
        return self._record([self._made("same", left, right)])

    def split(self, ident: str, other: str) -> Sequence[Decision]:
        """The mention of the report `other` is none of the round `ident`, or one sighting of a person not the other."""
        left, right = judging.apart(self._ledger, ident, other)
        return self._record([self._made("different", left, right)])

    def undo(self, ident: str) -> Sequence[Decision]:
        """Take a judgement back; undoing that restores it."""
        target = named(self._ledger, ident, NOW, only=("decision",))
        return [self._ledger.retract(target.id, by=self._by, reason=self._reason, now=self._now)]

    def _made(
        self, kind: DecisionKind, left: str, right: str | None = None, *, value: dict[str, object] | None = None
    ) -> Decision:
        return judgement(kind, left, right, by=self._by, reason=self._reason, decided=self._now, value=value)

    def _record(self, judgements: Sequence[Decision]) -> Sequence[Decision]:
        decided = self._ledger.decide(judgements)
        if not decided:
            raise MemconError("this is decided already (`memcon review` lists what is)")
        return decided
