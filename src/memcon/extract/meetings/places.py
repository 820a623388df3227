"""Where a mention puts its meeting, and where a visit goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import gazetteer
from memcon.actors.cities import city_country
from memcon.actors.places import PlaceMention
from memcon.extract.clause.where import where_of
from memcon.model import Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading


def place_of(reading: Reading, mention: Mention) -> Place | None:
    """The place of the mention: its own, or that of a name before it ("the Vienna talks")."""
    doc = reading.doc
    if mention.beside is not None:
        beside_place = next((p.place for p in goals(reading, doc[mention.head]) if p.head == mention.beside), None)
        return beside_place or where_of(reading, doc[mention.head])
    token = doc[mention.head]
    found = where_of(reading, token)
    if found is not None and not _of_those_met(reading, token, found):
        return found
    if mention.kind == "visit":
        return _goal(reading, token)
    for place in reading.places:
        head = doc[place.head]
        if (
            head.head.i == token.i
            and head.dep_ in {"compound", "nmod", "amod"}
            and head.i < token.i
            and _is_city(place.place)
        ):
            return place.place
    return None


def _goal(reading: Reading, token: Token) -> Place | None:
    """Where a visit goes: its object, or the place under "to", "in" or "of"."""
    objects = {c.i for c in token.children if c.dep_ == "dobj"}
    objects |= {o.i for c in token.children if c.dep_ == "prep" and c.lower_ in {"to", "in", "of"} for o in c.children}
    return next((p.place for p in goals(reading, token) if p.head in objects), None)


def _of_those_met(reading: Reading, token: Token, place: Place) -> bool:
    """As in "talks between the warring sides in Sudria": the place says who they are."""
    for link in token.children:
        if link.dep_ == "prep" and link.lower_ in {"between", "with", "among"}:
            for met in link.children:
                named = met.ent_type_ or reading.cast.at(met.i) is not None
                if (
                    met.dep_ == "pobj"
                    and not named
                    and place.name in reading.doc[met.left_edge.i : met.right_edge.i + 1].text
                ):
                    return True
    return False


def _is_city(place: Place) -> bool:
    hits = gazetteer.find(place.name)
    return not hits or any(h.entry.sort == "seat" for h in hits)


def goals(reading: Reading, token: Token) -> list[PlaceMention]:
    """The places after a word of travel, those that stand for their state elsewhere ("Ankara") among them."""
    found = {p.head: p for p in reading.places}
    sentence = token.sent
    for ent in reading.doc.ents:
        if ent.start >= sentence.end:
            break
        if ent.label_ != "GPE" or ent.end <= token.i + 1:
            continue
        at = ent.root.i
        if at > token.i and at not in found and sentence.start <= at < sentence.end:
            mention = reading.cast.at(at)
            country = mention.parties[0] if mention is not None and mention.parties else city_country(ent.text)
            span = Span(ent.start_char, ent.end_char)
            found[at] = PlaceMention(span=span, head=at, place=Place(name=ent.text, country=country))
    return [found[i] for i in sorted(found) if token.i < i < sentence.end]
