"""``what_changed``: what became known since a day, the most weighty first, each on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from memcon.agents.answer import Page, Quote, Shape, Source, cut, day_of, quotes, source
from memcon.agents.arguments import After, AsOfDay, Limit, Parties, Texts, question
from memcon.agents.calming import on_one_line
from memcon.agents.rounds import round_head, round_sentence
from memcon.export.days import in_words
from memcon.export.ledger.changes import WEIGHT, Kind
from memcon.export.ledger.layout import short
from memcon.export.parties import in_sentence
from memcon.export.tracks import title_of
from memcon.export.wording import listed
from memcon.ledger import Ledger
from memcon.questions import answers
from memcon.questions.question import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memcon.export.ledger.changes import Change
    from memcon.ledger import Heading

_SOURCES = 3  # cited of a change; a text that many outlets carry is one source already
Kinds = Annotated[
    Texts,
    Field(
        description="Only such changes: what was called off or put off, silences, denials, new rounds, rounds held, conditions.",
        json_schema_extra={"items": {"type": "string", "enum": list(WEIGHT)}},
    ),
]


class ChangeShape(Shape):
    """A claim that no report had before."""

    kind: Kind
    """silence: no comment on record, never a denial."""
    day: str
    """The day of the first report that has it."""
    sentence: str
    """What became known and on whose word: cite this, whole."""
    party: str | None
    """On whose word; null where reports tell it in their own voice."""
    track: str
    """The track's id."""
    title: str
    """The track's title."""
    round: str | None
    """The round's id, for words_behind; null for what is about the whole track."""
    now: str
    """How the round stands by all reports, which may be otherwise than this one change; on whose word."""
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]

    def lines(self) -> Iterator[str]:
        """The change in words."""
        about = f"track {self.track}" + (f", round {self.round}" if self.round else "")
        yield f"- {self.kind.upper()}, {in_words(self.day)}: {on_one_line(self.title)} [{about}]: {self.sentence}"
        if self.quotes:
            yield f"  words: {'; '.join(each.in_words() for each in self.quotes)}"
        if self.now:
            yield f"  as it stands: {self.now}"
        yield from (f"  source: {each.in_words()}" for each in self.sources)


class ChangesFound(Page):
    """What became known, the most weighty and then the newest first."""

    changes: tuple[ChangeShape, ...]

    def lines(self) -> Iterator[str]:
        """The changes in words."""
        if not self.changes:
            yield "Nothing of that became known. That says only that no report in this ledger tells of it."
        for one in self.changes:
            yield from one.lines()


def what_changed(
    ledger: Ledger,
    since: Annotated[str, Field(description="From what was published on this day or later: 2025-06-16, or 2025-06.")],
    party: Parties = (),
    kind: Kinds = (),
    track: Annotated[str | None, Field(description="Only of this track, by its id.")] = None,
    as_of: AsOfDay = None,
    limit: Limit = 10,
    after: After = 0,
) -> ChangesFound:
    """Find what became known about talks since a day: called off, denials, silences, new rounds, held, conditions.

    Use it for "what is new?", and with kind "called off" for "who called off a round, and on whose word?". With `as_of` it
    gives what became known between the two days. The most weighty comes first, then the newest. For what was said, ask
    search_statements with `since`.
    """
    wanted = question(party=party, since=since, track=track, as_of=as_of)
    kinds = one_of(WEIGHT, kind, "kind")
    every = [one for one in answers.changes(ledger, wanted) if not kinds or one.kind in kinds]
    found, following = cut(every, after, limit)
    headings = ledger.headings({report for one in found for report in one.reports[:_SOURCES]})
    return ChangesFound(
        as_of=day_of(wanted.as_of), next=following, changes=tuple(change_shape(one, headings) for one in found)
    )


def change_shape(one: Change, headings: Mapping[str, Heading]) -> ChangeShape:
    """A change for an answer."""
    words = quotes(one.evidence, 1)
    found = [headings[each] for each in one.reports[:_SOURCES] if each in headings]
    return ChangeShape(
        kind=one.kind,
        day=one.day,
        sentence=on_one_line(_sentence(one, found)),
        party=one.party,
        track=short(one.track.id),
        title=title_of(one.track),
        round=short(one.round.id) if one.round else None,
        now=round_sentence(one.round) if one.round else "",
        quotes=words,
        sources=tuple(map(source, found)),
    )


def _sentence(one: Change, reports: Sequence[Heading]) -> str:
    """“Talks (…), 16 June 2025: cancelled by the United States, says Russia (reported 16 June 2025).”, to be read alone."""
    head = f"{round_head(one.round)}: " if one.round else ""
    day = f" (reported {in_words(one.day)})" if one.day else ""
    if one.kind in {"silence", "denial"}:  # which names its party itself
        return f"{head}{one.what}{day}."
    if one.party:
        return f"{head}{one.what}, says {in_sentence(one.party)}{day}."
    outlets = list(dict.fromkeys(each.outlet for each in reports if each.outlet)) or ["a report"]
    return f"{head}{one.what}, as {listed(outlets)} {'tells' if len(outlets) == 1 else 'tell'} it{day}."
