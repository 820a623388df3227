"""When and where a mention puts its meeting, and the second day or place that is named beside the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.modality import clause_of, is_verbal
from memcon.extract.sides import carrier
from memcon.extract.when import edtf_of, time_of
from memcon.extract.where import where_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings_mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.actors.places import PlaceMention
    from memcon.model import MeetingStatus, Place, Time

_AFTER = frozenset({"after", "following", "since"})
_SAYING = frozenset({"say", "tell", "add", "speak", "talk", "announce", "state", "report", "write", "note", "declare", "remark", "hold"})
_HEADLINE = frozenset({"VBZ", "VBP"})


def when_held(reading: Reading, mention: Mention, status: MeetingStatus) -> str:
    """The day or span that the mention gives, as EDTF; ``""`` where none."""
    doc = reading.doc
    if mention.beside is not None and (time := _time_at(reading, mention.beside)) is not None:
        return time.edtf
    token = doc[mention.head]
    time = time_of(reading, token)
    if time is None or not time.edtf:
        present = is_verbal(token) and token.tag_ in _HEADLINE and status in {"held", "under-way"}
        return reading.report.published if present else ""
    value = edtf_of(reading, time)
    if status == "held" and _is_before_that(reading, token, time) and "/" not in value:
        return f"../{value}"
    return value


def _is_before_that(reading: Reading, token: Token, time: Time) -> bool:
    """"met on Feb. 27, following an earlier meeting": the day is that of what came after."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in _AFTER or _owns(reading, token, time):
        return False
    verb = clause_of(token)
    earlier = any(c.lower_ in {"earlier", "previous", "last", "first"} for c in token.lefts)
    return earlier or verb.lemma_ not in _SAYING


def _owns(reading: Reading, token: Token, time: Time) -> bool:
    """Whether the time stands inside the phrase of the noun."""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and token.left_edge.i <= span.start and span.end <= token.right_edge.i + 1


def day_of(reading: Reading, mention: Mention) -> str:
    """The day that the mention's own words or its verb give: enough to tell two meetings apart."""
    if mention.beside is not None:
        time = _time_at(reading, mention.beside)
        return time.edtf if time is not None else ""
    token = reading.doc[mention.head]
    time = time_of(reading, token)
    if time is None:
        return ""
    verb = token if is_verbal(token) else carrier(token)
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return ""
    on_verb = verb is not None and any(a.i == verb.i for a in span.root.ancestors)
    if (_owns(reading, token, time) or on_verb) and not _is_before_that(reading, token, time):
        return edtf_of(reading, time)
    return ""


def place_of(reading: Reading, mention: Mention) -> Place | None:
    """The place of the mention: its own, or that of a name before it ("the Vienna talks")."""
    doc = reading.doc
    if mention.beside is not None:
        beside_place = next((p.place for p in _places(reading) if p.head == mention.beside), None)
        return beside_place or where_of(reading, doc[mention.head])
    token = doc[mention.head]
    found = where_of(reading, token)
    if found is not None:
        return found
    for place in _places(reading):
        head = doc[place.head]
        if head.head.i == token.i and head.dep_ in {"compound", "nmod", "amod"} and head.i < token.i and _is_city(place.place):
            return place.place
    return None


def _is_city(place: Place) -> bool:
    from memcon.actors import gazetteer  # noqa: PLC0415

    hits = gazetteer.find(place.name)
    return not hits or any(h.entry.sort == "seat" for h in hits)


def _places(reading: Reading) -> tuple[PlaceMention, ...]:
    from memcon.extract.where import _places as found  # noqa: PLC0415

    return found(reading)


def _time_at(reading: Reading, token: int) -> Time | None:
    at = reading.doc[token].idx
    return next((t for t in reading.times if t.start <= at < t.end), None)


def beside(reading: Reading, mention: Mention) -> Iterator[Mention]:
    """Further meetings named in one breath: "met on Feb. 27 and April 10", "trips to Delhi, Ankara and Beijing"."""
    if mention.definite and mention.kind != "visit":
        return
    token = reading.doc[mention.head]
    if mention.kind == "visit":
        yield from _places_beside(reading, mention, token)
    else:
        yield from _days_beside(reading, mention, token)


def _days_beside(reading: Reading, mention: Mention, token: Token) -> Iterator[Mention]:
    first = time_of(reading, token)
    if first is None or len(first.edtf) != 10:
        return
    at = first.end
    for time in reading.times:
        if time.start < at or time.start >= token.sent.end_char or len(time.edtf) != 10:
            continue
        between = reading.report.text[at : time.start].strip().strip(",").strip().lower()
        if between not in {"and", "and again", "and on", "and then on", ""} or time.edtf == first.edtf:
            break
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None:
            break
        yield replace(mention, start=span.start, end=span.end, beside=span.root.i)
        at = time.end


def _places_beside(reading: Reading, mention: Mention, token: Token) -> Iterator[Mention]:
    objects = [o for c in token.children if c.dep_ == "prep" and c.lower_ in {"to", "in", "of"} for o in c.children if o.dep_ == "pobj"]
    objects += [c for c in token.children if c.dep_ == "dobj"]
    heads = {p.head: p for p in _places(reading)}
    for thing in objects[:1]:
        for other in thing.conjuncts:
            if other.i > thing.i and other.i in heads and thing.i in heads:
                place = reading.doc.char_span(heads[other.i].span.start, heads[other.i].span.end, alignment_mode="expand")
                if place is not None:
                    yield replace(mention, start=place.start, end=place.end, beside=other.i)


