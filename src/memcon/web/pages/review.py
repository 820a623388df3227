"""What waits for a person's judgement, and the judgements: who, when, why; a form where somebody is logged in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from memcon import desk
from memcon.export.calm import calm
from memcon.export.ledger.decisions import WORDS, value_in_words
from memcon.export.ledger.talks import told_so
from memcon.export.tracks import title_of
from memcon.web.parts.doubtful import Doubtful, doubtful, kinds
from memcon.web.parts.words import PartyRef, brief, party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Decision
    from memcon.web.parts.form import Choice
    from memcon.web.visit import Visit

_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A round about which two sides contradict each other."""

    title: str
    sentence: str
    href: str
    round: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    """Two names joined on weak grounds; `left_id` and `right_id` are sightings under each."""

    left: str
    right: str
    reason: str
    score: float
    left_id: str
    right_id: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A judgement in force: `what` in words, `about` the ids it bears on."""

    id: str
    what: str
    about: tuple[str, ...]
    value: str
    by: str
    decided: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What waits, and what is decided, the newest first; `doubtful` are the least sure items, of those `kinds`. `can_review`: somebody may log in here; `reviewer`: who did."""

    template: ClassVar[str] = "review.html"
    title: str
    can_review: bool
    reviewer: str
    waiting: tuple[Waiting, ...]
    party: PartyRef | None
    doubts: tuple[DoubtView, ...]
    decisions: tuple[DecisionView, ...]
    doubtful: tuple[Doubtful, ...]
    kinds: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """The form to log in."""

    template: ClassVar[str] = "login.html"
    title: str
    next: str
    message: str


def review_page(visit: Visit) -> Review:
    """What waits for a judgement, and what was judged."""
    asked = visit.question.parties[:1]
    return Review(
        title="Review",
        can_review=visit.can_review,
        reviewer=visit.session.name if visit.session else "",
        waiting=tuple(_waiting(visit)),
        party=party(asked[0], visit.links) if asked else None,
        doubts=tuple(_doubts(visit, asked[0])) if asked else (),
        decisions=tuple(decisions(visit)),
        doubtful=tuple(doubtful(visit)),
        kinds=kinds(visit),
    )


def decisions(visit: Visit) -> Iterator[DecisionView]:
    """The judgements in force, the newest first."""
    found = sorted(visit.ledger.decisions(as_of=visit.question.as_of), key=lambda one: one.decided, reverse=True)
    return map(_decision, found[: _MOST * 4])


def _waiting(visit: Visit) -> Iterator[Waiting]:
    for track, one in islice(desk.waiting(visit.ledger, visit.question.as_of), _MOST):
        yield Waiting(
            title=brief(title_of(track)), sentence=told_so(one).plain, href=visit.links.round(one.id), round=one.id
        )


def _doubts(visit: Visit, code: str) -> Iterator[DoubtView]:
    for one in islice(desk.doubts(visit.ledger, code, visit.question.as_of), _MOST):
        yield DoubtView(
            left=calm(one.join.left),
            right=calm(one.join.right),
            reason=calm(one.join.reason),
            score=round(one.join.score, 2),
            left_id=one.left.id,
            right_id=one.right.id,
            href=visit.links.actor(one.person.anchors[0]),
        )


def _decision(one: Decision) -> DecisionView:
    return DecisionView(
        id=one.id,
        what=WORDS[one.kind],
        about=tuple(each for each in (one.left, one.right) if each),
        value=", ".join(f"{name} = {value_in_words(value)}" for name, value in one.value.items()),
        by=calm(one.by),
        decided=f"{one.decided:%Y-%m-%d %H:%M} UTC",
        reason=calm(one.reason),
    )
