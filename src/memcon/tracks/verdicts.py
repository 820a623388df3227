"""What named persons decided, applied: joins and splits, corrections, mentions rejected. Their word wins over the program's.

A decision names things by any of their ids: the anchor of a mention, or the id of a round or track as it was when it was judged.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from memcon.model import Place
from memcon.tracks import groups
from memcon.tracks.model import Settled

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from memcon.ledger.model import Decision
    from memcon.tracks.groups import Group
    from memcon.tracks.model import Round, Track
    from memcon.tracks.notes import Mention

_OF_MENTION = frozenset({"number", "when", "where", "status", "changed_by", "matter", "parties"})
_OF_ROUND = frozenset({"number", "when", "where", "status", "changed_by", "delegates"})
_OF_TRACK = frozenset({"title", "status", "parties", "mediators", "about"})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Decisions in force, by what they are about."""

    about: Mapping[str, tuple[Decision, ...]]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Verdicts:
        """The decisions by each id that they name, oldest first."""
        found: defaultdict[str, list[Decision]] = defaultdict(list)
        for one in sorted(decisions, key=_when):
            for side in dict.fromkeys(filter(None, (one.left, one.right))):
                found[side].append(one)
        return cls({name: tuple(each) for name, each in found.items()})

    def in_order(self) -> list[Decision]:
        """All of them, oldest first."""
        return sorted({one.id: one for each in self.about.values() for one in each}.values(), key=_when)

    def is_rejected(self, *names: str) -> bool:
        """Whether a person said that there is no such thing; a later acceptance takes that back."""
        judged = sorted((one for name in names for one in self.about.get(name, ())), key=_when)
        last = [one.kind for one in judged if one.kind in {"accept", "reject"}]
        return bool(last) and last[-1] == "reject"

    def corrected(self, mention: Mention) -> Mention:
        """A mention with what persons set right about it."""
        changes = self._changes(mention.anchor, _OF_MENTION)
        return replace(mention, **changes) if changes else mention

    def applied(
        self, found: list[Group], ids: Callable[[Group], Collection[str]], copied: Collection[str]
    ) -> list[Group]:
        """Groups joined and split as persons decided; `ids` gives those by which a group can be named."""
        if not self.about:
            return found
        for one in self.in_order():
            if one.kind == "same" and one.right:
                found = _joined(found, one, ids, copied)
            elif one.kind == "different" and one.right:
                found = _split(found, one, ids, copied)
        return found

    def settled(self, names: Iterable[str]) -> tuple[Settled, ...]:
        """What persons decided about things by these ids, as it shows."""
        each = {one.id: one for name in names for one in self.about.get(name, ())}
        return tuple(entry for one in sorted(each.values(), key=_when) for entry in _shown(one))

    def settle_round(self, one: Round, names: Sequence[str]) -> Round:
        """A round with what persons set right about it under any of its `names`, and their decisions shown."""
        if not any(name in self.about for name in names):
            return one
        changes = {field: value for name in names for field, value in self._changes(name, _OF_ROUND).items()}
        if changes.get("status", "contested") != "contested":
            changes["headline"] = changes["status"]
        settled = self.settled(names)
        if any(each.field in _OF_ROUND or each.field in _OF_MENTION or each.field == "accept" for each in settled):
            changes["confidence"] = 1.0  # what a person set or let stand is in no doubt
        return replace(one, **changes, settled=settled)

    def settle_track(self, one: Track) -> Track:
        """A track with what persons set right about it, and their decisions shown; a title shows as `settled`."""
        changes = self._changes(one.id, _OF_TRACK - {"title"})
        return replace(one, **changes, settled=self.settled((one.id,)))

    def _changes(self, name: str, fields: Collection[str]) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for one in self.about.get(name, ()):
            if one.kind == "correct":
                changes |= {field: _value(field, value) for field, value in one.value.items() if field in fields}
        return changes


def _when(one: Decision) -> tuple[Any, str]:
    return one.decided, one.id


def _value(field: str, value: Any) -> Any:
    if field == "where" and value is not None:
        return (
            Place(name=value, country=None)
            if isinstance(value, str)
            else Place(name=value["name"], country=value.get("country"))
        )
    return tuple(value) if isinstance(value, list) else value


def _shown(one: Decision) -> list[Settled]:
    if one.kind == "correct":
        return [
            Settled(field=field, value=value, by=one.by, reason=one.reason, decision=one.id)
            for field, value in one.value.items()
        ]
    return [Settled(field=one.kind, value=one.right, by=one.by, reason=one.reason, decision=one.id)]


def _holding(found: Sequence[Group], name: str, ids: Callable[[Group], Collection[str]]) -> Group | None:
    return next((group for group in found if name in ids(group)), None)


def _joined(
    found: list[Group], one: Decision, ids: Callable[[Group], Collection[str]], copied: Collection[str]
) -> list[Group]:
    left, right = (_holding(found, name, ids) for name in (one.left, one.right or ""))
    if left is None or right is None or left is right:
        return found
    for mention in right.mentions:
        left.add(mention, f"{one.by}: {one.reason}" if one.reason else one.by)
    left.settle(copied)
    return [group for group in found if group is not right]


def _split(
    found: list[Group], one: Decision, ids: Callable[[Group], Collection[str]], copied: Collection[str]
) -> list[Group]:
    """Of two mentions of one round the later one leaves it; a decision does not say which of its sides was named first."""
    left, right = (_holding(found, name, ids) for name in (one.left, one.right or ""))
    if left is None or left is not right:
        return found
    two = [mention for mention in left.mentions if mention.anchor in {one.left, one.right}]
    if len(two) != len({one.left, one.right}) or len(two) == 1:
        return found
    out = [max(two, key=lambda mention: (mention.day, mention.anchor))]
    stay = [mention for mention in left.mentions if mention is not out[0]]
    rest = [group for group in found if group is not left]
    return [*rest, groups.group_of(stay, "", copied), groups.group_of(out, f"{one.by}: {one.reason}", copied)]
