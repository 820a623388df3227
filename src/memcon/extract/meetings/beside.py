"""Further meetings named in one breath: a second day, a second place, a second partner beside the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.when import time_of
from memcon.extract.meetings.places import goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.actors.places import PlaceMention
    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Time

_DAY = 10  # characters of a day in EDTF
_RANGE = frozenset({"-", "–", "—", "to", "through", "until", "till"})
_NEXT = frozenset({"", "and", "and again", "and on", "and then on", "and again on"})
_NEAR = 6  # tokens from "trips" to the first place


def beside(reading: Reading, mention: Mention) -> Iterator[Mention]:
    """Further meetings named in one breath: "met on Feb. 12 and April 23", "trips to Delhi, Ankara and Beijing"."""
    if mention.definite and mention.kind != "visit" and not mention.series:
        return
    token = reading.doc[mention.head]
    if mention.kind == "visit":
        yield from _places_beside(reading, mention, token)
    else:
        yield from _days_beside(reading, mention, token)


def _days_beside(reading: Reading, mention: Mention, token: Token) -> Iterator[Mention]:
    """The days or ranges of days after the first, as long as only commas and "and" stand between."""
    first = time_of(reading, token)
    if first is None or not _dated(first):
        return
    at, seen = first.end, {first.edtf}
    for time in reading.times:
        if time.start < at or time.start >= token.sent.end_char or not _dated(time):
            continue
        between = reading.report.text[at : time.start].replace(",", " ").strip().lower()
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if between not in _RANGE | _NEXT or span is None or time.edtf in seen:
            break
        if between in _NEXT:
            yield replace(mention, start=span.start, end=span.end, beside=span.root.i)
        at = time.end
        seen.add(time.edtf)


def _dated(time: Time) -> bool:
    """Whether a time names a day, or a first and a last day."""
    return all(len(day) == _DAY for day in time.edtf.split("/"))


def _places_beside(reading: Reading, mention: Mention, token: Token) -> Iterator[Mention]:
    """The places after the first, as long as only commas and "and" stand between."""
    after = goals(reading, token)
    if not after or after[0].head - token.i > _NEAR:
        return
    at = after[0].span.end
    for place in after[1:]:
        between = reading.report.text[at : place.span.start].replace(",", " ").lower().removesuffix("the ").strip()
        if between not in {"", "and", "and to", "and then", "then", "as well as", "then to"}:
            break
        span = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        country = after[0].place.country
        if (
            span is not None
            and not (between == "" and place.place.country == country)
            and place.place.name != _state_of(after, place)
        ):
            yield replace(mention, start=span.start, end=span.end, beside=place.head)
        at = place.span.end


def _state_of(places: list[PlaceMention], place: PlaceMention) -> str:
    """The name of the state that a place just before lies in ("Doha, Qatar"), if `place` is that state."""
    before = [p for p in places if p.span.end <= place.span.start]
    return place.place.name if before and before[-1].place.country == place.place.country else ""
