"""A party: its talks, what was said for it lately, and its persons; and two parties with their talks side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from memcon.export.calm import calm
from memcon.export.parties import is_state, name_of
from memcon.questions import answers
from memcon.questions.parties import parties as known_parties
from memcon.questions.question import Question
from memcon.web.parts.follow import Follow, of_talks
from memcon.web.parts.paging import Paging, cut
from memcon.web.parts.rounds import PositionView, RoundView, TrackLine, round_view, track_line
from memcon.web.parts.told import StatementView, statement_views
from memcon.web.parts.words import PartyRef, ReportRef, party, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memcon.tracks.model import Person, Track
    from memcon.web.visit import Visit

_LINES, _SAID, _PERSONS, _PARTNERS = 20, 10, 60, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another party that it talks with: on how many tracks, and where both stand side by side."""

    party: PartyRef
    tracks: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPage:
    """A party."""

    template: ClassVar[str] = "party.html"
    title: str
    party: PartyRef
    kind: str
    partners: tuple[Partner, ...]
    lines: tuple[TrackLine, ...]
    tracks: int
    tracks_href: str
    statements: tuple[StatementView, ...]
    statements_href: str
    persons_href: str
    follow: Follow


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person of a party in a list."""

    name: str
    office: str
    reports: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """The persons of a party, those of whom most reports speak first."""

    template: ClassVar[str] = "persons.html"
    title: str
    party: PartyRef
    persons: tuple[PersonLine, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class Sided:
    """A track of two parties: the last word on it, and what each of the two has on record about that round."""

    line: TrackLine
    round: RoundView | None
    left: tuple[PositionView, ...]
    right: tuple[PositionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties: the tracks between them alone, side by side; then those with others too."""

    template: ClassVar[str] = "pair.html"
    title: str
    left: PartyRef
    right: PartyRef
    between: tuple[Sided, ...]
    among: tuple[TrackLine, ...]
    sources: tuple[ReportRef, ...]
    follow: Follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """All parties that talk."""

    template: ClassVar[str] = "parties.html"
    title: str
    states: tuple[Partner, ...]
    bodies: tuple[Partner, ...]


def party_page(visit: Visit, given: str) -> PartyPage:
    """The party of this code or name. Raises `MemconError` where there is none."""
    code = _code(given)
    glance = visit.glance
    visit.bar.hidden |= glance.hidden(Question(parties=(code,)))
    found = [one for one in glance.summaries if code in one.outline.parties]
    said = answers.statements(visit.ledger, visit.question.but(parties=(code,)), visit.bar)
    of_it = Question(parties=(code,))
    return PartyPage(
        title=name_of(code),
        party=party(code, visit.links),
        kind="state" if is_state(code) else "body",
        partners=tuple(_partners(visit, code, (one.outline.parties for one in found))),
        lines=tuple(one.line for one in found[:_LINES]),
        tracks=len(found),
        tracks_href=visit.links.asking("/tracks", of_it),
        statements=tuple(statement_views(islice(said, _SAID), visit.links)),
        statements_href=visit.links.asking("/statements", of_it),
        persons_href=visit.links.party(code).replace(f"/{code}", f"/{code}/persons", 1),
        follow=of_talks(of_it, visit.links),
    )


def persons_page(visit: Visit, given: str) -> Persons:
    """The persons of a party."""
    code = _code(given)
    found = sorted(visit.glances.persons(code, visit.question.as_of), key=lambda one: (-len(one.reports), one.name))
    shown, paging = cut(found, visit, f"/parties/{code}/persons", _PERSONS)
    return Persons(
        title=f"{name_of(code)}: persons",
        party=party(code, visit.links),
        persons=tuple(_person(each, visit) for each in shown),
        paging=paging,
    )


def parties_page(visit: Visit) -> Parties:
    """All parties, those with most talks first."""
    counts = Counter(code for one in visit.glance.summaries for code in one.outline.parties)
    every = [
        Partner(party=party(code, visit.links), tracks=number, href=visit.links.party(code))
        for code, number in counts.most_common()
    ]
    states = tuple(one for one in every if is_state(one.party.code))
    bodies = tuple(one for one in every if not is_state(one.party.code))
    return Parties(title="Parties", states=states, bodies=bodies)


def pair_page(visit: Visit, given: str, other: str) -> Pair:
    """Two parties. Raises `MemconError` where one is none that memcon knows."""
    left, right = _code(given), _code(other)
    wanted = visit.question.but(parties=(left, right))
    tracks = list(answers.tracks(visit.ledger, wanted, visit.bar))
    between = [one for one in tracks if set(one.parties) == {left, right}]
    among = [one for one in tracks if set(one.parties) != {left, right}]
    refs = references({each.id: each for one in between for each in one.reports}.values(), visit.links)
    sided = tuple(_sided(visit, one, left, right) for one in between)
    return Pair(
        title=f"{name_of(left)}–{name_of(right)}",
        left=party(left, visit.links),
        right=party(right, visit.links),
        between=sided,
        among=tuple(track_line(one, visit.links) for one in among[: _LINES * 2]),
        sources=refs.reports[::-1][: _LINES * 2],
        follow=of_talks(Question(parties=(left, right)), visit.links),
    )


def _sided(visit: Visit, track: Track, left: str, right: str) -> Sided:
    refs = references(track.reports, visit.links)
    spoken = [one for one in track.rounds if any(each.party in {left, right} for each in one.positions)]
    last = (spoken or track.rounds)[-1] if track.rounds else None
    shown = round_view(last, refs, visit.links) if last else None

    def of(code: str) -> tuple[PositionView, ...]:
        return tuple(each for each in shown.positions if each.party == code) if shown else ()

    return Sided(line=track_line(track, visit.links), round=shown, left=of(left), right=of(right))


def _partners(visit: Visit, code: str, every: Iterable[frozenset[str]]) -> Iterator[Partner]:
    counts = Counter(other for parties in every for other in parties if other != code)
    for other, number in counts.most_common(_PARTNERS):
        yield Partner(party=party(other, visit.links), tracks=number, href=visit.links.pair(code, other))


def _person(one: Person, visit: Visit) -> PersonLine:
    office = max(one.offices, key=lambda each: each.last, default=None)
    return PersonLine(
        name=calm(one.name),
        office=calm(office.title) if office else "",
        reports=len(one.reports),
        href=visit.links.actor(one.anchors[0]),
    )


def _code(given: str) -> str:
    found: Sequence[str] = known_parties([given])
    return found[0]
