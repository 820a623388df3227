"""``compare_track``: what changed in a track between two days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from memcon import desk
from memcon.agents.answer import Answer, Shape, Source, source
from memcon.agents.arguments import Ident, question
from memcon.agents.calming import on_one_line
from memcon.agents.dossier import ConditionShape, MediationShape, condition_shapes, mediation_shape
from memcon.agents.rounds import OnRecord, on_record, round_sentence
from memcon.errors import MemconError
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.tracks import title_of
from memcon.export.wording import counted
from memcon.ledger import AsOf, Ledger
from memcon.questions import answers
from memcon.tracks.compared import RoundChange, compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.tracks.compared import RoundChanged
    from memcon.tracks.model import Track

_SOURCES = 20
Day = Annotated[str, Field(description="A day, 2025-06-16; a month or year means its end.")]


class RoundDifference(Shape):
    """A round of which something changed."""

    change: RoundChange
    """new; status; on record: somebody said more on it; details: day, place or number; gone: joined with another, or rejected."""
    id: str
    before: str
    """How it stood on the earlier day, on whose word; "" where no report told of it yet."""
    after: str
    """How it stood on the later day, on whose word; "" where it was gone."""
    new_on_record: tuple[OnRecord, ...]

    def lines(self) -> Iterator[str]:
        """The difference in words."""
        yield f"- {self.change.upper()} round [{self.id}]"
        yield f"  before: {self.before or 'no report told of it yet'}"
        yield f"  after: {self.after or 'there no more: joined with another round, or rejected by a person'}"
        for one in self.new_on_record:
            words = "; ".join(each.in_words() for each in one.quotes)
            yield f"  new on record: {one.sentence}{f': {words}' if words else ''}"


class Comparison(Answer):
    """What changed in a track between two days, by what was published."""

    id: str
    title: str
    day: str
    """The earlier day."""
    other_day: str
    """The later day."""
    was_known: bool
    """Whether any report told of the track on the earlier day."""
    rounds: tuple[RoundDifference, ...]
    """The newest first; a round that is not here stands as it stood."""
    new_conditions: tuple[ConditionShape, ...]
    new_mediations: tuple[MediationShape, ...]
    new_reports: int
    """Reports of the track that were published between the two."""
    sources: tuple[Source, ...]
    """The newest of them."""

    def lines(self) -> Iterator[str]:
        """The comparison in words."""
        days = f"between {in_words(self.day)} and {in_words(self.other_day)}"
        yield f"{on_one_line(self.title)} [track {self.id}], {days}: {counted(self.new_reports, 'new report')}."
        if not self.was_known:
            yield f"No report told of it by {in_words(self.day)}."
        if not (self.rounds or self.new_conditions or self.new_mediations):
            yield "Nothing changed in how it stands."
        for one in self.rounds:
            yield from one.lines()
        yield from (f"- NEW CONDITION {each.sentence}" for each in self.new_conditions)
        yield from (f"- NEW MEDIATION {each.sentence}" for each in self.new_mediations)
        yield from (f"  source: {each.in_words()}" for each in self.sources)


def compare_track(
    ledger: Ledger,
    id: Ident,  # noqa: A002 - the protocol's word
    day: Day,
    other_day: Day,
) -> Comparison:
    """Compare a track on two days: new rounds, statuses that changed, new positions and silences, conditions, mediation.

    Each state is what the press had by that day, on whose word. Use it for "what happened to these talks since June?".
    """
    first, last = sorted(_day(given) for given in (day, other_day))
    after = answers.track(ledger, question(track=id, as_of=last))
    before = desk.track(ledger, after.id, AsOf(published=first))
    found = compared(before, after)
    return Comparison(
        id=short(after.id),
        title=title_of(after),
        day=first,
        other_day=last,
        was_known=before is not None,
        rounds=tuple(map(_difference, found.rounds)),
        new_conditions=condition_shapes(after, found.conditions),
        new_mediations=tuple(mediation_shape(after, one) for one in found.mediations),
        new_reports=len(found.reports),
        sources=_sources(ledger, after, set(found.reports)),
    )


def _day(given: str) -> str:
    day = question(as_of=given).as_of.published
    if day is None:
        raise MemconError("day: no day is given (write it as 2025-06-16, or 2025-06 for a month)")
    return day


def _difference(one: RoundChanged) -> RoundDifference:
    known = one.after or one.before
    return RoundDifference(
        change=one.change,
        id=short(known.id) if known else "",
        before=round_sentence(one.before) if one.before else "",
        after=round_sentence(one.after) if one.after else "",
        new_on_record=tuple(map(on_record, one.positions)),
    )


def _sources(ledger: Ledger, track: Track, wanted: set[str]) -> tuple[Source, ...]:
    newest = sorted((one for one in track.reports if one.id in wanted), key=lambda one: one.published, reverse=True)
    headings = ledger.headings(one.id for one in newest[:_SOURCES])
    return tuple(source(headings[one.id]) for one in newest[:_SOURCES] if one.id in headings)
