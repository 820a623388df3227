"""A round: its status and on whose word, who has what on record in which words, how it came to be so, and its reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from memcon.questions import answers
from memcon.questions.naming import NotFoundError
from memcon.web.parts.rounds import RoundView, TrackLine, round_view, track_line
from memcon.web.parts.words import ReportRef, brief, heading, references

if TYPE_CHECKING:
    from memcon.tracks.model import Round, Track
    from memcon.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The round before or after on the same track."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where one report speaks of the round: its sighting, by which it can be judged."""

    sighting: str
    report: ReportRef
    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPage:
    """A round, with the track that it is on."""

    template: ClassVar[str] = "round.html"
    title: str
    track: TrackLine
    round: RoundView
    before: Neighbour | None
    after: Neighbour | None
    mentions: tuple[Mention, ...]
    sources: tuple[ReportRef, ...]


def round_page(visit: Visit, ident: str) -> RoundPage:
    """The round of this id. Raises `NotFoundError` where there is none as of then."""
    track = answers.track(visit.ledger, visit.question.but(track=ident))
    at = next((at for at, one in enumerate(track.rounds) if one.id.startswith(ident)), None)
    if at is None:
        raise NotFoundError(f"round {ident}: there is no such round as of then")
    one = track.rounds[at]
    refs = references([each for each in track.reports if each.id in one.reports], visit.links)
    line = track_line(track, visit.links)
    shown = round_view(one, refs, visit.links)
    return RoundPage(
        title=f"{line.title}: {shown.title}",
        track=line,
        round=shown,
        before=_neighbour(visit, track, at - 1),
        after=_neighbour(visit, track, at + 1),
        mentions=_mentions(visit, one),
        sources=refs.reports,
    )


def _neighbour(visit: Visit, track: Track, at: int) -> Neighbour | None:
    if not 0 <= at < len(track.rounds):
        return None
    shown = round_view(track.rounds[at], references((), visit.links), visit.links)
    return Neighbour(title=f"{shown.title}: {shown.status.words}", href=shown.href)


def _mentions(visit: Visit, one: Round) -> tuple[Mention, ...]:
    found = list(visit.ledger.sightings(kind="meeting", anchors=one.anchors, as_of=visit.question.as_of))
    headings = visit.ledger.headings({each.sighting.report_id for each in found})
    return tuple(
        Mention(
            sighting=each.sighting.id,
            report=heading(headings[each.sighting.report_id], visit.links),
            text=brief(spans[0]["text"]),
            href=visit.links.report(each.sighting.report_id, start=spans[0]["start"], end=spans[0]["end"]),
        )
        for each in found
        if (spans := each.sighting.body["mentions"])
    )
