"""The first page: what changed lately, which rounds come next, which were to come and have not been told of, talks by status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from memcon.questions.question import Question
from memcon.questions.words import STATUSES
from memcon.web.parts.follow import Follow, of_talks
from memcon.web.parts.rounds import Status, status
from memcon.web.parts.words import Day, ReportRef, day, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.web.glance import Glance, Summary
    from memcon.web.parts.news import ChangeView
    from memcon.web.parts.rounds import TrackLine
    from memcon.web.parts.upcoming import Upcoming
    from memcon.web.visit import Visit

_STALE = 45  # days without a report after which the page looks at things as of the last one
_LATELY = 14  # days
_CHANGES, _UPCOMING, _LINES, _REPORTS = 12, 8, 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OfStatus:
    """The talks that stand so: how many, the ones last reported on, and where the others are."""

    status: Status
    count: int
    lines: tuple[TrackLine, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The first page, looked at as of `day`; `is_past` where that is the last report's day and not today."""

    template: ClassVar[str] = "home.html"
    title: str
    day: Day
    is_past: bool
    tracks: int
    changes: tuple[ChangeView, ...]
    upcoming: tuple[Upcoming, ...]
    overdue: tuple[Upcoming, ...]
    statuses: tuple[OfStatus, ...]
    reports: tuple[ReportRef, ...]
    changes_href: str
    follow: Follow


def home(visit: Visit) -> Home:
    """The first page."""
    glance = visit.glance
    visit.bar.hidden |= glance.hidden()
    now = _day(visit, glance)
    return Home(
        title="Who said what to whom",
        day=day(now.isoformat()),
        is_past=now < visit.today,
        tracks=len(glance.summaries),
        changes=glance.changes[:_CHANGES],
        upcoming=tuple(_ahead(glance, now.isoformat())[:_UPCOMING]),
        overdue=tuple(_overdue(glance, now)[:_UPCOMING]),
        statuses=tuple(_statuses(visit, glance.summaries)),
        reports=_reports(visit),
        changes_href=visit.links.to("/changes", since=(now - timedelta(days=_LATELY)).isoformat()),
        follow=of_talks(Question(), visit.links),
    )


def _day(visit: Visit, glance: Glance) -> date:
    """Today, or the day as of which one asks; the last report's where there has been none for long."""
    then = visit.question.as_of.published
    asked = date.fromisoformat(then) if then else visit.today
    last = date.fromisoformat(glance.last) if glance.last else asked
    return last if asked - last > timedelta(days=_STALE) else asked


def _ahead(glance: Glance, now: str) -> list[Upcoming]:
    """Rounds whose day is ahead, the next first; then those without a day that were spoken of lately."""
    every = [each for one in glance.summaries for each in one.upcoming]
    dated = sorted((one for one in every if one.last >= now), key=lambda one: (one.first, one.last))
    lately = (date.fromisoformat(now) - timedelta(days=_LATELY)).isoformat()
    open_ended = [one for one in every if not one.last and one.told.edtf >= lately]
    return [*dated, *sorted(open_ended, key=lambda one: one.told.edtf, reverse=True)]


def _overdue(glance: Glance, now: date) -> list[Upcoming]:
    """Rounds whose day has passed, of the last two months, of which no report says that they took place."""
    since, until = (now - timedelta(days=60)).isoformat(), now.isoformat()
    every = [each for one in glance.summaries for each in one.upcoming]
    return sorted((one for one in every if since <= one.last < until), key=lambda one: one.last, reverse=True)


def _statuses(visit: Visit, summaries: Sequence[Summary]) -> list[OfStatus]:
    found: list[OfStatus] = []
    for code in STATUSES:
        lines = [one.line for one in summaries if one.line.status.code == code]
        if lines:
            href = visit.links.asking("/tracks", Question(statuses=(code,)))
            found.append(OfStatus(status=status(code), count=len(lines), lines=tuple(lines[:_LINES]), href=href))
    return sorted(found, key=lambda one: -one.count)


def _reports(visit: Visit) -> tuple[ReportRef, ...]:
    newest = visit.ledger.reports(as_of=visit.question.as_of, newest_first=True)
    return tuple(heading(one, visit.links) for one, _ in zip(newest, range(_REPORTS), strict=False))
