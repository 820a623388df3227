"""A round as pages show it: its status always with on whose word, who has what on record, and how it came to be so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.ledger.decisions import value_in_words
from memcon.export.ledger.positions import sentence, unheard
from memcon.export.ledger.rounds import position_in_words, step_in_words
from memcon.export.ledger.talks import round_in_words, standing_lines
from memcon.export.memo.meetings import place_in_words
from memcon.export.parties import name_of
from memcon.export.sureness import Sureness, of_number
from memcon.export.tracks import title_of
from memcon.export.wording import MEETING_STATUSES, capitalized
from memcon.web.parts.words import Day, PartyRef, ReportRef, Words, brief, day, parties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.tracks.model import Position, Round, Settled, Track
    from memcon.web.parts.links import Links
    from memcon.web.parts.words import References

_STANCES: Mapping[str, str] = {"asserts": "says", "confirms": "confirms", "denies": "denies", "declined": "no comment"}
KINDS: Mapping[str, str] = {"talks": "talks", "visit": "visit", "call": "call"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How something stands: the contract's word, and in plain words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """What a party, or an outlet in its own voice (`party` is ``None``), has on record about a round.

    `stance_words` is “says”, “confirms”, “denies” or “no comment”. `sentence` says it in words: “Russia says: cancelled”, “the United States has not commented”.
    """

    who: str
    party: str | None
    stance: str
    stance_words: str
    status: Status | None
    sentence: str
    as_of: Day
    since: Day
    speakers: tuple[str, ...]
    by: str | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A line of a round's history: from a day on it was so, on whose word."""

    day: Day
    status: Status
    sentence: str
    report: ReportRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a named person decided."""

    field: str
    value: str
    by: str
    reason: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView:
    """A round: `title` is number, day and place in words; `sentence` its status, on whose word, and who has not confirmed it."""

    id: str
    href: str
    title: str
    number: int | None
    kind: str
    parties: tuple[PartyRef, ...]
    when: Day
    where: str
    status: Status
    changed_by: PartyRef | None
    sentence: str
    delegates: tuple[str, ...]
    agenda: tuple[Words, ...]
    positions: tuple[PositionView, ...]
    unheard: tuple[PartyRef, ...]
    history: tuple[StepView, ...]
    joined: tuple[str, ...]
    settled: tuple[Decided, ...]
    sureness: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackLine:
    """A track in a list: how it stands, in one or two sentences."""

    id: str
    href: str
    title: str
    status: Status
    lines: tuple[tuple[str, str], ...]
    parties: tuple[PartyRef, ...]
    rounds: int
    sources: int
    first: Day
    last: Day


def status(code: str) -> Status:
    """A status as pages show it."""
    return Status(code=code, words=MEETING_STATUSES.get(code, code or "no round"))  # type: ignore[call-overload]


def track_line(track: Track, links: Links) -> TrackLine:
    """A track for a list."""
    return TrackLine(
        id=track.id,
        href=links.track(track.id),
        title=brief(title_of(track)),
        status=status(track.status),
        lines=tuple((name, line.plain) for name, line in standing_lines(track)),
        parties=parties(track.parties, links),
        rounds=len(track.rounds),
        sources=track.sources,
        first=day(track.first),
        last=day(track.last),
    )


def round_view(one: Round, refs: References, links: Links) -> RoundView:
    """A round with all that is on record about it."""
    told = sentence(one).plain
    return RoundView(
        id=one.id,
        href=links.round(one.id),
        title=round_in_words(one) or "no day given",
        number=one.number,
        kind=KINDS.get(one.kind, one.kind),
        parties=parties(one.parties, links),
        when=day(one.when),
        where=calm(place_in_words(one.where)),
        status=status(one.status),
        changed_by=parties([one.changed_by], links)[0] if one.changed_by else None,
        sentence=f"{capitalized(told)}.",
        delegates=tuple(brief(each, 200) for each in one.delegates),
        agenda=refs.words(one.agenda),
        positions=tuple(_position(each, refs) for each in one.positions),
        unheard=parties(unheard(one), links),
        history=tuple(_steps(one, refs)),
        joined=tuple(calm(each) for each in one.joined),
        settled=tuple(map(decided, one.settled)),
        sureness=_sureness(one),
    )


def _sureness(one: Round) -> Sureness:
    """How sure a round is; one that a person judged shows the judgement itself."""
    return Sureness(confidence=one.confidence) if one.settled else of_number(one.confidence)


def decided(one: Settled) -> Decided:
    """A decision as it shows where it bears."""
    return Decided(
        field=one.field,
        value=value_in_words(one.value),
        by=calm(one.by),
        reason=calm(one.reason),
        decision=one.decision,
    )


def _position(one: Position, refs: References) -> PositionView:
    who = name_of(one.party) if one.party else calm(one.outlet or "") or "A report"
    return PositionView(
        who=who,
        party=one.party,
        stance=one.stance,
        stance_words=_STANCES[one.stance],
        status=status(one.status) if one.status else None,
        sentence=position_in_words(one),
        as_of=day(one.as_of),
        since=day("" if one.since == one.as_of else one.since),
        speakers=tuple(calm(each) for each in one.speakers),
        by=one.by and calm(one.by),
        words=refs.words(one.evidence),
    )


def _steps(one: Round, refs: References) -> Iterator[StepView]:
    for step in one.history:
        yield StepView(
            day=day(step.published),
            status=status(step.status),
            sentence=step_in_words(step),
            report=refs.report(step.report),
        )
