"""What named persons decided, applied: joins and splits, corrections, mentions rejected. Their word wins over the program's.

A decision names things by any of their ids: the anchor of a mention, or the id of a round or track.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from memcon.model import Place
from memcon.tracks import groups
from memcon.tracks.model import Settled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from memcon.ledger.model import Decision
    from memcon.tracks.groups import Group
    from memcon.tracks.model import Round
    from memcon.tracks.notes import Mention

_OF_MENTION = frozenset({"number", "when", "where", "status", "changed_by", "matter", "parties"})
_OF_ROUND = frozenset({"number", "when", "where", "status", "changed_by", "delegates"})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Decisions in force, by what they are about."""

    about: Mapping[str, tuple[Decision, ...]]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Verdicts:
        """The decisions by each id that they name, oldest first."""
        found: defaultdict[str, list[Decision]] = defaultdict(list)
        for one in sorted(decisions, key=lambda each: (each.decided, each.id)):
            for side in dict.fromkeys(filter(None, (one.left, one.right))):
                found[side].append(one)
        return cls({name: tuple(each) for name, each in found.items()})

    def is_rejected(self, name: str) -> bool:
        """Whether a person said that there is no such thing; a later acceptance takes that back."""
        last = [one.kind for one in self.about.get(name, ()) if one.kind in {"accept", "reject"}]
        return bool(last) and last[-1] == "reject"

    def corrected(self, mention: Mention) -> Mention:
        """A mention with what persons set right about it."""
        changes: dict[str, Any] = {}
        for one in self.about.get(mention.anchor, ()):
            if one.kind == "correct":
                changes |= {field: _value(field, value) for field, value in one.value.items() if field in _OF_MENTION}
        return replace(mention, **changes) if changes else mention

    def applied(self, found: list[Group], copied: Collection[str]) -> list[Group]:
        """Groups joined and split as persons decided, by anchors of their mentions."""
        if not self.about:
            return found
        for one in sorted(
            {one.id: one for each in self.about.values() for one in each}.values(), key=lambda d: (d.decided, d.id)
        ):
            if one.kind == "same" and one.right:
                found = _joined(found, one, copied)
            elif one.kind == "different" and one.right:
                found = _split(found, one, copied)
        return found

    def settled(self, names: Iterable[str]) -> tuple[Settled, ...]:
        """What persons decided about things by these ids, as it shows."""
        each = {one.id: one for name in names for one in self.about.get(name, ())}
        return tuple(entry for one in sorted(each.values(), key=lambda d: (d.decided, d.id)) for entry in _shown(one))

    def settle_round(self, one: Round) -> Round:
        """A round with what persons set right about it, and their decisions shown."""
        changes: dict[str, Any] = {}
        for each in self.about.get(one.id, ()):
            if each.kind == "correct":
                changes |= {field: _value(field, value) for field, value in each.value.items() if field in _OF_ROUND}
        if "status" in changes and changes["status"] != "contested":
            changes["headline"] = changes["status"]
        return replace(one, **changes, settled=self.settled((one.id, *one.anchors)))


def _value(field: str, value: Any) -> Any:
    if field == "where" and value is not None:
        return Place(name=value["name"], country=value.get("country"))
    return tuple(value) if isinstance(value, list) else value


def _shown(one: Decision) -> list[Settled]:
    if one.kind == "correct":
        return [
            Settled(field=field, value=value, by=one.by, reason=one.reason, decision=one.id)
            for field, value in one.value.items()
        ]
    return [Settled(field=one.kind, value=one.right, by=one.by, reason=one.reason, decision=one.id)]


def _holding(found: Sequence[Group], name: str) -> Group | None:
    return next((group for group in found if any(one.anchor == name for one in group.mentions)), None)


def _joined(found: list[Group], one: Decision, copied: Collection[str]) -> list[Group]:
    left, right = _holding(found, one.left), _holding(found, one.right or "")
    if left is None or right is None or left is right:
        return found
    for mention in right.mentions:
        left.add(mention, f"{one.by}: {one.reason}" if one.reason else one.by)
    left.settle(copied)
    return [group for group in found if group is not right]


def _split(found: list[Group], one: Decision, copied: Collection[str]) -> list[Group]:
    left, right = _holding(found, one.left), _holding(found, one.right or "")
    if left is None or left is not right:
        return found
    out = [mention for mention in left.mentions if mention.anchor == one.right]
    stay = [mention for mention in left.mentions if mention.anchor != one.right]
    rest = [group for group in found if group is not left]
    return [*rest, groups.group_of(stay, "", copied), groups.group_of(out, f"{one.by}: {one.reason}", copied)]
