"""A person across reports: names, offices by the days on which reports gave them, and statements in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from memcon.export.calm import calm
from memcon.export.ledger.person import statements_of
from memcon.export.ledger.told import told
from memcon.questions.naming import NotFoundError
from memcon.questions.question import Question
from memcon.web.parts.follow import Follow, of_statements
from memcon.web.parts.paging import Paging, walked
from memcon.web.parts.told import StatementView, statement_views
from memcon.web.parts.words import Day, PartyRef, brief, day, party

if TYPE_CHECKING:
    from memcon.ledger import Sighting
    from memcon.tracks.model import Join, Person
    from memcon.web.visit import Visit

_PAGE, _NAMES = 40, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """An office, as reports of some days gave it."""

    title: str
    days: Day
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinView:
    """Why two names were taken for one person: the program's reason, or a person's decision (`by`)."""

    left: str
    right: str
    reason: str
    score: float
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """A person, or a body or group as one report names it (`is_joined` is false: it is not followed across reports)."""

    template: ClassVar[str] = "actor.html"
    title: str
    name: str
    kind: str
    party: PartyRef | None
    other_names: tuple[str, ...]
    offices: tuple[OfficeView, ...]
    joins: tuple[JoinView, ...]
    reports: int
    is_joined: bool
    statements: tuple[StatementView, ...]
    paging: Paging
    follow: Follow


def actor_page(visit: Visit, anchor: str) -> ActorPage:
    """Who is named at `anchor`. Raises `NotFoundError` where nobody is, as of then."""
    found = next(iter(visit.ledger.sightings(kind="actor", anchors=[anchor], as_of=visit.question.as_of)), None)
    if found is None:
        raise NotFoundError(f"actor {anchor}: nobody is known by this id as of then")
    of_party = found.sighting.body["party"]
    persons = visit.glances.persons(of_party, visit.question.as_of) if of_party else ()
    person = next((one for one in persons if anchor in one.anchors), None)
    return _of_person(visit, person, anchor) if person else _of_sighting(visit, found.sighting)


def _of_person(visit: Visit, one: Person, anchor: str) -> ActorPage:
    every = told(
        visit.ledger, visit.bar.standing(statements_of(visit.ledger, one, visit.question.as_of)), visit.question.as_of
    )
    shown, paging = walked(statement_views(every, visit.links), visit, f"/actors/{anchor}", _PAGE)
    offices = sorted(one.offices, key=lambda each: (each.last, each.reports), reverse=True)
    return ActorPage(
        title=brief(one.name),
        name=brief(one.name),
        kind="person",
        party=party(one.party, visit.links) if one.party else None,
        other_names=tuple(brief(name) for name in one.names if name != one.name),
        offices=tuple(
            OfficeView(
                title=brief(each.title),
                days=day(each.first if each.first == each.last else f"{each.first}/{each.last}"),
                reports=each.reports,
            )
            for each in offices
        ),
        joins=tuple(map(_join, one.joins)),
        reports=len(one.reports),
        is_joined=True,
        statements=tuple(shown),
        paging=paging,
        follow=of_statements(Question(who=one.names[:_NAMES], parties=(one.party,) if one.party else ()), visit.links),
    )


def _of_sighting(visit: Visit, one: Sighting) -> ActorPage:
    """A body or group: its statements by name and party."""
    body = one.body
    found = visit.ledger.statements(who=[body["name"]], party=body["party"] or (), as_of=visit.question.as_of)
    every = told(visit.ledger, visit.bar.standing(found), visit.question.as_of)
    shown, paging = walked(statement_views(every, visit.links), visit, f"/actors/{one.anchor}", _PAGE)
    return ActorPage(
        title=brief(body["name"]),
        name=brief(body["name"]),
        kind=body["kind"],
        party=party(body["party"], visit.links) if body["party"] else None,
        other_names=(),
        offices=(OfficeView(title=brief(body["role"]), days=day(one.published), reports=1),) if body["role"] else (),
        joins=(),
        reports=1,
        is_joined=False,
        statements=tuple(shown),
        paging=paging,
        follow=of_statements(
            Question(who=(body["name"],), parties=(body["party"],) if body["party"] else ()), visit.links
        ),
    )


def _join(one: Join) -> JoinView:
    return JoinView(
        left=calm(one.left), right=calm(one.right), reason=calm(one.reason), score=round(one.score, 2), by=one.by
    )
