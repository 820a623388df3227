"""How a round stands, on whose word, and how it came to: positions, history, and the headline status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.tracks import days
from memcon.tracks.meeting_days import TOOK_PLACE
from memcon.tracks.model import Position, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memcon.model import MeetingStatus
    from memcon.tracks.days import Days
    from memcon.tracks.model import RoundStatus, Stance
    from memcon.tracks.notes import Claim, Mention

_OFF = frozenset({"cancelled", "postponed", "suspended", "refused"})
_ON = frozenset({"planned", "held", "under-way"})
_OVER = 2  # days after which what was under way is over


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with the report that has it, and the day from which it counts."""

    claim: Claim
    mention: Mention
    day: int

    @property
    def holder(self) -> tuple[str | None, str | None]:
        """The party, or else the outlet, whose claim it is."""
        return self.claim.party, None if self.claim.party else self.claim.outlet or self.claim.speaker


def said(mentions: Iterable[Mention], when: Days | None) -> tuple[Said, ...]:
    """All claims on a round in the order they were made. What had it take place before its days came can only have planned it."""
    found = [
        Said(replace(claim, status="planned") if _is_early(claim, one, when) else claim, one, _day(claim, one))
        for one in mentions
        for claim in one.claims
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.mention.day, one.mention.report, one.claim.at)))


def _is_early(claim: Claim, mention: Mention, when: Days | None) -> bool:
    return when is not None and claim.status in TOOK_PLACE and mention.day < when.first - _OVER


def _day(claim: Claim, mention: Mention) -> int:
    told = days.days_of(claim.said)
    if told is None:
        return mention.day
    return min(mention.day, told.first if told.first != days.EARLIEST else told.last)


def headline(claims: Sequence[Said], when: Days | None, *, last_seen: int) -> MeetingStatus:
    """The latest status that is asserted. What reports after its day say took place did, unless more of them say otherwise."""
    told = [one for one in claims if _asserts(one.claim)]
    if when is not None:
        after = [one for one in told if one.mention.day >= when.first]
        took = {one.mention.report for one in after if one.claim.status in TOOK_PLACE}
        off = {one.mention.report for one in after if one.claim.status in {"cancelled", "postponed"}}
        if took and len(took) >= len(off):
            return _in_progress(after, when, last_seen)
    if not told:
        return "planned"
    last = max(told, key=lambda one: (one.mention.day, one.day, one.claim.party is not None, one.claim.status in _OFF))
    status = last.claim.status or "planned"
    return "held" if status == "under-way" and last_seen - last.mention.day > _OVER else status


def _asserts(claim: Claim) -> bool:
    """Whether a claim says how the round stands. Who denies it, or says nothing, asserts nothing."""
    return claim.status is not None and claim.act not in {"deny", "decline"}


def _in_progress(after: Sequence[Said], when: Days, last_seen: int) -> MeetingStatus:
    is_over = last_seen > when.last + _OVER or any(one.claim.status == "held" for one in after)
    return "held" if is_over else "under-way"


def positions(claims: Sequence[Said]) -> tuple[Position, ...]:
    """What each party, and each outlet in its own voice, has on record last; parties first, by when they spoke first."""
    by_holder: dict[tuple[str | None, str | None], list[Said]] = {}
    for one in claims:
        if _speaks(one.claim):
            by_holder.setdefault(one.holder, []).append(one)
    found = [_position(ours, claims) for ours in by_holder.values()]
    return tuple(sorted(found, key=lambda one: (one.party is None, one.since, one.party or one.outlet or "")))


def _speaks(claim: Claim) -> bool:
    return claim.status is not None or claim.act in {"decline", "deny"}


def _position(ours: Sequence[Said], claims: Sequence[Said]) -> Position:
    last = ours[-1]
    run = _run(ours)
    party, outlet = last.holder
    evidence = tuple(dict.fromkeys(span for one in run for span in one.claim.evidence))
    return Position(
        party=party,
        outlet=outlet,
        stance="declined"
        if last.claim.act == "decline"
        else "denies"
        if last.claim.act == "deny"
        else _stance(run[0], claims),
        status=last.claim.status,
        as_of=days.iso(last.day),
        since=days.iso(run[0].day),
        speakers=tuple(dict.fromkeys(one.claim.speaker for one in run if one.claim.speaker)),
        evidence=evidence,
    )


def _run(ours: Sequence[Said]) -> list[Said]:
    """The claims of one holder at the end of its record that say the same."""
    found = [ours[-1]]
    for one in reversed(ours[:-1]):
        if _sense(one.claim) != _sense(found[0].claim):
            break
        found.insert(0, one)
    return found


def _sense(claim: Claim) -> str:
    return claim.act if claim.act in {"decline", "deny"} else claim.status or ""


def _stance(first: Said, claims: Sequence[Said]) -> Stance:
    """``confirms`` where another party said the same before."""
    for one in claims:
        if one is first:
            break
        if one.claim.party not in {None, first.claim.party} and one.claim.status == first.claim.status:
            return "confirms"
    return "confirms" if first.claim.act == "confirm" else "asserts"


def is_contested(found: Sequence[Position], parties: Iterable[str]) -> bool:
    """Whether two sides contradict each other: one denies what another asserts, or holds to what another says is off."""
    sides = [one for one in found if one.party is not None and one.party in set(parties)]
    return any(_contradict(one, other) for one in sides for other in sides if one is not other)


def _contradict(one: Position, other: Position) -> bool:
    """Whether `one` speaks against what `other` said before it or on the same day: what is off is called on, or denied."""
    if one.stance == "denies":
        return other.status is not None and one.as_of >= other.since
    return one.status in _ON and other.status == "cancelled" and one.as_of >= other.as_of


def history(claims: Sequence[Said]) -> tuple[Step, ...]:
    """From when on it had which status, on whose word: each status at first, and again where it comes back."""
    return tuple(_steps(claims))


def _steps(claims: Sequence[Said]) -> Iterator[Step]:
    last: dict[tuple[str | None, str | None], tuple[str, str]] = {}
    current: tuple[str, str] | None = None
    for one in claims:
        status = one.claim.status
        if status is None or not _asserts(one.claim):
            continue
        party, outlet = one.holder
        state = (status, one.mention.when if status in _ON else "")
        if last.get(one.holder) == state or (party is None and current is not None and current == state):
            continue
        last[one.holder] = current = state
        yield Step(
            published=days.iso(one.day),
            status=status,
            by=party,
            outlet=outlet,
            report=one.mention.report,
            reported=days.iso(one.mention.day) if one.mention.day else "",
            when=one.mention.when,
        )


def settled_status(head: MeetingStatus, found: Sequence[Position], parties: Iterable[str]) -> RoundStatus:
    """The status that shows: the headline, or ``contested``."""
    return "contested" if is_contested(found, parties) else head


def changed_by(mentions: Iterable[Mention], head: MeetingStatus) -> str | None:
    """Who is said to have cancelled, postponed or refused it, by most reports."""
    counts = Counter(one.changed_by for one in mentions if one.changed_by and one.status == head)
    return min(counts, key=lambda party: (-counts[party], party), default=None)
