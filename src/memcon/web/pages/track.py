"""A track: how it stands in one sentence, the timeline, who said what about each round, conditions, mediation, sources.

As of any day, and beside another day: what changed between the two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from memcon import desk
from memcon.export.calm import calm
from memcon.export.parties import on_whose_word
from memcon.ledger.model import AsOf
from memcon.questions import answers
from memcon.questions.days import last_day
from memcon.questions.question import Question
from memcon.tracks.compared import compared
from memcon.web.parts.differences import DifferenceView, difference_views
from memcon.web.parts.follow import Follow, of_talks
from memcon.web.parts.rounds import Decided, RoundView, Status, TrackLine, decided, round_view, track_line
from memcon.web.parts.timeline import Timeline, timeline
from memcon.web.parts.words import Day, PartyRef, ReportRef, Words, day, parties, party, references

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.tracks.model import Mediation, Track, TrackCondition
    from memcon.web.parts.links import Links
    from memcon.web.parts.words import References
    from memcon.web.visit import Visit

_COLUMNS = 6  # parties that the table has columns for
_ALL = 3  # as many have a column each, whether they said something or not


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionView:
    """`what` depends on `requires`; `set_by` on the word of `said_by`."""

    what: str
    requires: str
    set_by: PartyRef | None
    on_whose_word: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationView:
    """An offer to mediate, or mediation done."""

    by: PartyRef
    status: str
    on_whose_word: str
    as_of: Day
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two days of publication."""

    since: Day
    until: Day
    was: TrackLine | None
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackPage:
    """A track. `rounds` are the newest first, `columns` the parties that the table of rounds has columns for."""

    template: ClassVar[str] = "track.html"
    title: str
    line: TrackLine
    status: Status
    about: tuple[str, ...]
    mediators: tuple[PartyRef, ...]
    timeline: Timeline | None
    columns: tuple[PartyRef, ...]
    rounds: tuple[RoundView, ...]
    conditions: tuple[ConditionView, ...]
    mediations: tuple[MediationView, ...]
    sources: tuple[ReportRef, ...]
    settled: tuple[Decided, ...]
    compare: str
    comparison: Comparison | None
    pair_href: str
    follow: Follow


def track_page(visit: Visit, ident: str) -> TrackPage:
    """The track of this id. Raises `MemconError` where there is none as of then."""
    whole = answers.track(visit.ledger, visit.question.but(track=ident))
    found = visit.bar.left_of(whole) or replace(whole, rounds=(), conditions=(), status="")
    links, refs = visit.links, references(found.reports, visit.links)
    rounds = tuple(round_view(one, refs, links) for one in reversed(found.rounds))
    line = track_line(found, links)
    return TrackPage(
        title=line.title,
        line=line,
        status=line.status,
        about=tuple(calm(each) for each in found.about),
        mediators=parties(found.mediators, links),
        timeline=timeline(rounds),
        columns=parties(_columns(found), links),
        rounds=rounds,
        conditions=tuple(_condition(each, refs, links) for each in found.conditions),
        mediations=tuple(_mediation(each, refs, links) for each in found.mediations),
        sources=refs.reports[::-1],
        settled=tuple(map(decided, found.settled)),
        compare=visit.values.get("compare", ""),
        comparison=_comparison(visit, found),
        pair_href=links.pair(*found.parties) if len(found.parties) == 2 else "",
        follow=of_talks(Question(track=found.id), links, memo=f"/tracks/{found.id}"),
    )


def _columns(track: Track) -> Sequence[str]:
    """The parties with most on record; of many parties, none with nothing: the sentence beside says so of them."""
    counts = dict.fromkeys(track.parties, 0)
    for one in track.rounds:
        for position in one.positions:
            if position.party in counts:
                counts[position.party] += 1
    is_wide = len(track.parties) > _ALL
    most = sorted((code for code in counts if counts[code] or not is_wide), key=lambda code: -counts[code])[:_COLUMNS]
    return [code for code in track.parties if code in most]


def _condition(one: TrackCondition, refs: References, links: Links) -> ConditionView:
    return ConditionView(
        what=" ".join(calm(one.what).split()),
        requires=" ".join(calm(one.requires).split()),
        set_by=party(one.set_by, links) if one.set_by else None,
        on_whose_word=on_whose_word(one.said_by),
        words=refs.words(one.evidence),
    )


def _mediation(one: Mediation, refs: References, links: Links) -> MediationView:
    return MediationView(
        by=party(one.by, links),
        status=calm(one.status),
        on_whose_word=on_whose_word(one.said_by),
        as_of=day(one.as_of),
        words=refs.words(one.evidence),
    )


def _comparison(visit: Visit, track: Track) -> Comparison | None:
    since = last_day(visit.values.get("compare") or None, "compare")
    if since is None:
        return None
    then = AsOf(published=since, recorded=visit.question.as_of.recorded)
    before = desk.track(visit.ledger, track.id, then)
    links = replace(visit.links, as_of=then)
    return Comparison(
        since=day(since),
        until=day(visit.question.as_of.published or ""),
        was=track_line(before, links) if before else None,
        differences=tuple(difference_views(compared(before, track), visit.links)),
    )
