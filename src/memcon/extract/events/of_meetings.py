"""Talks that the report tells of and no event was found for: the meeting knows who met, where the act's own words name nobody.

Events read sides off an act's own words, meetings join all that a report says of one meeting; so a meeting that was held
by two parties or more is an event even where its sentence leaves the parties out ("at talks in Lima").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.model import Event, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Meeting

_VISITS = frozenset(
    {"be", "visit", "trip", "tour", "arrive", "travel", "go", "stopover", "arrival", "fly", "land", "leave"}
)
_NO_WORDS_FOR_IT = frozenset({"DATE", "TIME", "GPE", "LOC"})  # the second of "in Lima and Oslo", "on 3 and 4 May"
_CALLS = frozenset({"call", "phone", "telephone"})


def with_meetings(
    reading: Reading, events: Sequence[Event], meetings: Sequence[Meeting], inner: frozenset[int]
) -> Iterator[Event]:
    """The events, and one more for each meeting that none of them tells of; ids are left to the caller.

    `inner` are the tokens that belong to another act ("walked out of talks").
    """
    yield from events
    for meeting in meetings:
        known = any(mention.overlaps(event.trigger) for mention in meeting.mentions for event in events)
        head = _head(reading, meeting.mentions[0])
        if known or meeting.status != "held" or len(meeting.parties) < 2 or head.ent_type_ in _NO_WORDS_FOR_IT:
            continue
        if head.i not in inner and _named_there(reading, head, meeting):
            yield _event(head, meeting)


def _named_there(reading: Reading, head: Token, meeting: Meeting) -> bool:
    """Whether two of those who met are named in its sentence or the one before it: else they are only inferred."""
    first = reading.doc[max(head.sent.start - 1, 0)].sent.start
    return len(set(reading.cast.parties_between(first, head.sent.end)) & set(meeting.parties)) > 1


def _head(reading: Reading, mention: Span) -> Token:
    span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root if span is not None else reading.doc[0]


def _event(head: Token, meeting: Meeting) -> Event:
    visit = head.lemma_.lower() in _VISITS
    first, others = meeting.parties[:1], meeting.parties[1:]
    return Event(
        id="",
        trigger=Span(head.idx, head.idx + len(head)),
        type="CONSULT",
        code="042" if visit else "041" if head.lemma_.lower() in _CALLS else "046",
        initiators=first if visit else meeting.parties,
        recipients=others if visit else meeting.parties,
        status="occurred",
        when="" if meeting.when.startswith("../") else meeting.when,
        where=meeting.where,
        source=meeting.source,
    )
