"""Places: cities, regions, states and venues where they say where, each with the state it lies in.

Cities are those of `memcon.actors.cities`, states those of the gazetteer, venues the data file ``venues.toml``. Of several cities of one name the most populous is meant, unless a state or region is named next to it ("Paris, Texas").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.actors import gazetteer, syntax
from memcon.actors.cities import city_country
from memcon.actors.home import is_state
from memcon.language.annotate import text_of
from memcon.model import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.actors.cast import Cast

LONGEST_NAME = 4  # tokens of a city's name


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place: their span, the index of the head token, and the place."""

    span: Span
    head: int
    place: Place


def find_places(doc: Doc, cast: Cast) -> tuple[PlaceMention, ...]:
    """The places that `doc` names as places ("in Istanbul", "Moscow talks", "flew to Doha"), in order, none overlapping another.

    A state or seat that acts is none; nor is the place in a dateline.
    """
    found: list[PlaceMention] = []
    taken = -1
    for mention in sorted(
        [*_of_gazetteer(doc, cast), *_cities_in(doc, cast)], key=lambda p: (p.span.start, -p.span.end)
    ):
        if mention.span.start >= taken:
            found.append(mention)
            taken = _end_of_address(doc, mention)
    return tuple(found)


def _of_gazetteer(doc: Doc, cast: Cast) -> Iterator[PlaceMention]:
    for hit in gazetteer.names_of(text_of(doc)):
        span = doc.char_span(hit.start, hit.end)
        if span is None or hit.entry.sort not in {"state", "seat", "house", "region"} or len(hit.entry.parties) != 1:
            continue
        known = cast.headed(span.root.i)
        if known is not None and not known.as_place and not syntax.goes_to(span.root):
            continue
        if (
            _in_person(cast, span.root)
            or syntax.in_dateline(doc, span.start)
            or (hit.entry.sort == "region" and not _names_place(span.root, sure=True))
        ):
            continue
        party = hit.entry.parties[0]
        country: str | None = party
        if hit.entry.sort == "seat":
            named = _named_next(doc, span.end)
            country = city_country(span.text, named) if named or not is_state(party) else party
        yield PlaceMention(
            span=Span(hit.start, hit.end), head=span.root.i, place=Place(name=span.text, country=country)
        )


def _cities_in(doc: Doc, cast: Cast) -> Iterator[PlaceMention]:
    """Cities and venues that are no seats, in phrases of place or as entities of place."""
    capitals = [token.text[:1].isupper() for token in doc]
    at = 0
    while at < len(doc):
        end = _name_end(doc, cast, at) if capitals[at] else at
        country = None
        while end > at and country is None:
            name = doc[at:end].text
            country = city_country(name, _named_next(doc, end))
            end = end if country is not None else end - 1
        if country is None:
            at += 1
            continue
        span = doc[at:end]
        if _names_place(span.root):
            yield PlaceMention(
                span=Span(span.start_char, span.end_char),
                head=span.root.i,
                place=Place(name=span.text, country=country),
            )
        at = end


def _name_end(doc: Doc, cast: Cast, at: int) -> int:
    """The longest run of capitalised words from `at` that may name a city."""
    if (
        not doc[at].text[:1].isupper()
        or doc[at].pos_ not in {"PROPN", "NOUN", "ADJ", "X"}
        or syntax.in_dateline(doc, at)
    ):
        return at
    end = at
    while end < min(len(doc), at + LONGEST_NAME):
        token = doc[end]
        linked = token.text in {"-", "el", "al", "de", "of", "the", "des", "es", "sur", "am"} and at < end
        if not (token.text[:1].isupper() or linked) or cast.at(end) is not None:
            break
        end += 1
    while end > at and not doc[end - 1].text[:1].isupper():
        end -= 1
    return end


def _names_place(token: Token, *, sure: bool = False) -> bool:
    """Whether a name stands where places stand: after a preposition of place, in a journey, before an event noun, or alone as an entity; `sure`: it is a place's name for certain."""
    first = syntax.governor(token)
    if syntax.says_where(token) or syntax.goes_to(token):
        return True
    if first.dep_ == "pobj":
        return first.head.lower_ in {"of", "to", "from", "for", "on"} and (
            sure or token.ent_type_ in {"GPE", "LOC", "FAC"}
        )
    if first.dep_ in {"compound", "nmod", "amod"}:
        return first.head.i > first.i and (
            first.head.lemma_.lower() in syntax.EVENTS or first.head.lower_ in syntax.EVENTS
        )
    return (sure or token.ent_type_ in {"GPE", "LOC", "FAC"}) and first.dep_ in {
        "appos",
        "dobj",
        "poss",
        "npadvmod",
        "nsubj",
        "conj",
        "attr",
    }


def _in_person(cast: Cast, token: Token) -> bool:
    known = cast.at(token.i)
    return (
        known is not None
        and known.actor is not None
        and not known.as_place
        and cast.actor(known.actor).kind == "person"
    )


def _named_next(doc: Doc, end: int) -> str | None:
    """The state named right after a city: "Paris, Texas", "Tripoli, Lebanon", "Tripoli in Lebanon"."""
    if end + 1 >= len(doc) or doc[end].text not in {",", "in", "("}:
        return None
    hits = gazetteer.find(doc[end + 1 : end + 5].text)
    if hits and hits[0].start == 0 and hits[0].entry.sort in {"state", "region"} and len(hits[0].entry.parties) == 1:
        return hits[0].entry.parties[0]
    return None


def _end_of_address(doc: Doc, mention: PlaceMention) -> int:
    """Where the words of the place end, with the state named after it, so that "Istanbul, Turkey" is one place."""
    span = doc.char_span(mention.span.start, mention.span.end)
    if span is None or span.end + 1 >= len(doc) or doc[span.end].text != "," or _named_next(doc, span.end) is None:
        return mention.span.end
    hit = gazetteer.find(doc[span.end + 1 : span.end + 5].text)[0]
    return doc[span.end + 1].idx + hit.end
