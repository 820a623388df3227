"""How what a page shows can be followed and taken away: feeds, a calendar, files; each answers the page's own question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.web.parts.links import Links

if TYPE_CHECKING:
    from memcon.questions.question import Question

_NOW = Links()  # who follows something wants what comes, whatever day is looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Addresses: feeds as Atom and JSON Feed, and a calendar of rounds (``""`` where there is none)."""

    atom: str
    json_feed: str
    calendar: str


def of_talks(question: Question) -> Follow:
    """Changes of the talks that fit, and their rounds."""
    asked = question.but(who=(), acts=())
    return Follow(
        atom=_NOW.asking("/feeds/changes.atom", asked),
        json_feed=_NOW.asking("/feeds/changes.json", asked),
        calendar=_NOW.asking("/calendar.ics", asked.but(since=None)),
    )


def of_statements(question: Question) -> Follow:
    """Statements that fit."""
    asked = question.but(statuses=())
    return Follow(
        atom=_NOW.asking("/feeds/statements.atom", asked),
        json_feed=_NOW.asking("/feeds/statements.json", asked),
        calendar="",
    )
