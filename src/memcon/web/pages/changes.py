"""What became known since a day, the most weighty first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from memcon.export.ledger.changes import WEIGHT
from memcon.questions import answers
from memcon.web.glance import days_before
from memcon.web.parts.follow import Follow, of_talks
from memcon.web.parts.form import Form, form
from memcon.web.parts.news import ChangeView, change_views
from memcon.web.parts.words import Day, day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.web.visit import Visit

_LATELY = 30  # days
_MOST = 60  # of a section
_SECTIONS: Mapping[int, str] = {
    0: "Called off or put off",
    1: "Silences and denials",
    2: "New rounds",
    3: "Held",
    4: "Conditions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Changes of one weight; `more` of them are left out."""

    title: str
    changes: tuple[ChangeView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What became known since a day."""

    template: ClassVar[str] = "changes.html"
    title: str
    form: Form
    since: Day
    sections: tuple[Section, ...]
    follow: Follow


def changes_page(visit: Visit) -> Changes:
    """What became known since the day of the address, else in the last month before the newest report."""
    since = visit.question.since or days_before(visit.glance.last, _LATELY)
    wanted = visit.question.but(since=since)
    found = answers.changes(visit.ledger, wanted, visit.bar)
    sections = []
    for weight, group in groupby(found, key=lambda one: WEIGHT[one.kind]):
        of_it = list(group)
        shown = tuple(change_views(visit.ledger, of_it[:_MOST], visit.links))
        sections.append(Section(title=_SECTIONS[weight], changes=shown, more=len(of_it) - len(shown)))
    return Changes(
        title="What became known",
        form=form(visit),
        since=day(since),
        sections=tuple(sections),
        follow=of_talks(visit.question.but(since=None), visit.links),
    )
