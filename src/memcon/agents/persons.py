"""``find_person``: who bears a name, in which offices and when, and how much is told to have been said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from memcon import desk
from memcon.agents.answer import Page, Shape, cut, day_of
from memcon.agents.arguments import After, AsOfDay, Limit, question
from memcon.agents.calming import on_one_line
from memcon.export.days import in_words
from memcon.export.ledger.person import statements_of
from memcon.export.parties import name_of
from memcon.export.wording import counted
from memcon.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import AsOf
    from memcon.tracks import Person


class OfficeShape(Shape):
    """An office as reports give it, with the first and last day on which they did: not when the person took or left it."""

    title: str
    first: str
    last: str
    reports: int


class PersonShape(Shape):
    """A person across reports. That several names are one person's is the program's judgement, or a person's."""

    name: str
    other_names: tuple[str, ...]
    party: str | None
    offices: tuple[OfficeShape, ...]
    reports: int
    statements: int
    """Statements in all reports; search_statements with `who` has them."""

    def lines(self) -> Iterator[str]:
        """The person in words."""
        party = f" ({name_of(self.party)})" if self.party else ""
        counts = f"{counted(self.statements, 'statement')} in {counted(self.reports, 'report')}"
        yield f"- {on_one_line(self.name)}{party}: {counts}"
        if self.other_names:
            yield f"  also written: {on_one_line(', '.join(self.other_names))}"
        for one in self.offices:
            days = in_words(one.first if one.first == one.last else f"{one.first}/{one.last}")
            yield f"  {on_one_line(one.title)}, so in {counted(one.reports, 'report')} of {days}"


class PersonsFound(Page):
    """The persons who have spoken and bear the name, those of whom most reports speak first."""

    persons: tuple[PersonShape, ...]

    def lines(self) -> Iterator[str]:
        """The persons in words."""
        if not self.persons:
            yield "Nobody of this name speaks in a report of this ledger."
        for one in self.persons:
            yield from one.lines()


def find_person(
    ledger: Ledger,
    name: Annotated[str, Field(min_length=1, description="A name or part of it, as the news writes it: Lavrov.")],
    as_of: AsOfDay = None,
    limit: Limit = 5,
    after: After = 0,
) -> PersonsFound:
    """Find a person by name: party, offices as reports gave them and when, other spellings, and the count of statements.

    Use it to tell persons of one name apart, and to see which office somebody held at the time.
    """
    then = question(as_of=as_of).as_of
    found, following = cut(desk.called(ledger, name, then), after, limit)
    return PersonsFound(as_of=day_of(then), next=following, persons=tuple(_person(ledger, one, then) for one in found))


def _person(ledger: Ledger, one: Person, as_of: AsOf) -> PersonShape:
    return PersonShape(
        name=one.name,
        other_names=tuple(name for name in one.names if name != one.name),
        party=one.party,
        offices=tuple(
            OfficeShape(title=each.title, first=each.first, last=each.last, reports=each.reports)
            for each in one.offices
        ),
        reports=len(one.reports),
        statements=sum(1 for _ in statements_of(ledger, one, as_of)),
    )
