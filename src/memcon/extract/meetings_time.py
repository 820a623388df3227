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

_NEAR = 6  # tokens from "trips" to the first place
_AFTER = frozenset({"after", "following", "since"})
_SAYING = frozenset({"say", "tell", "add", "speak", "talk", "announce", "state", "report", "write", "note", "declare", "remark", "hold"})
_CUES = frozenset({"say", "tell", "add", "announce", "confirm", "state", "report", "write", "note", "declare", "remark", "reveal", "propose", "offer", "invite", "urge", "reject", "accept", "deny", "agree", "warn", "suggest", "reiterate"})
_CHANGED = frozenset({"cancelled", "postponed", "suspended", "refused", "proposed"})
_HEADLINE = frozenset({"VBZ", "VBP"})


def when_held(reading: Reading, mention: Mention, status: MeetingStatus) -> str:
    """The day or span that the mention gives, as EDTF; ``""`` where none."""
    doc = reading.doc
    if mention.beside is not None and (time := _time_at(reading, mention.beside)) is not None:
        return time.edtf
    token = doc[mention.head]
    time = time_of(reading, token)
    if time is not None and not _owns(reading, token, time) and (status in _CHANGED or _is_of_cue(reading, token, time)):
        return ""
    if time is None or not time.edtf:
        present = is_verbal(token) and token.tag_ in _HEADLINE and status in {"held", "under-way"}
        return reading.report.published if present else ""
    value = edtf_of(reading, time)
    if status == "held" and _is_before_that(reading, token, time) and "/" not in value:
        return f"../{_first_named(reading, token, value)}"
    return value


def _first_named(reading: Reading, token: Token, value: str) -> str:
    """The earliest of the days that the clause names: "met on Feb. 27 and April 10, following an earlier meeting"."""
    days = [t.edtf for t in reading.times if token.sent.start_char <= t.start < token.idx and len(t.edtf) == 10]
    return min([value, *days])


def _is_of_cue(reading: Reading, token: Token, time: Time) -> bool:
    """Whether the time is that of a saying or of a change ("confirmed on Tuesday a visit"), not of the meeting."""
    if token.dep_ == "pobj" and token.head.lower_ in {"during", "after", "at", "in", "following", "before"}:
        return False
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    verb = next((a for a in span.root.ancestors if a.pos_ in {"VERB", "AUX"}), None) if span is not None else None
    carrying = token if is_verbal(token) else carrier(token)
    return verb is not None and verb.lemma_ in _CUES and (carrying is None or carrying.i != verb.i or verb.lemma_ in _CUES)


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
    own = _owns(reading, token, time)
    if (own or (on_verb and not _is_of_cue(reading, token, time))) and not _is_before_that(reading, token, time):
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
    """The places after the first, as long as only commas and "and" stand between."""
    after = [p for p in _places(reading) if token.i < p.head < token.sent.end]
    if not after or after[0].head - token.i > _NEAR:
        return
    at = after[0].span.end
    for place in after[1:]:
        between = reading.report.text[at : place.span.start].replace(",", " ").strip().lower()
        if between not in {"", "and", "and to", "and then", "then", "as well as", "then to"}:
            break
        span = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        country = after[0].place.country
        if span is not None and not (between == "" and place.place.country == country) and not place.place.name == _state_of(after, place):
            yield replace(mention, start=span.start, end=span.end, beside=place.head)
        at = place.span.end


def _state_of(places: list[PlaceMention], place: PlaceMention) -> str:
    """The name of the state that a place just before lies in ("Doha, Qatar"), if `place` is that state."""
    before = [p for p in places if p.span.end <= place.span.start]
    return place.place.name if before and before[-1].place.country == place.place.country else ""
