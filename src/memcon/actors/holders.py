"""Well-known holders of office, for names that a report gives without one: data with years, ``data/office_holders.toml``."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from memcon.actors.gazetteer import data

_NEAR = 4  # years out of office within which a bare surname still means its holder; news calls on former holders too
_TODAY = 9999
_WITH_INITIAL = 3  # words of a name that may hold a middle initial


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person who held an office of `party` in each of the `terms` (first and last year)."""

    name: str
    party: str
    office: str
    terms: tuple[tuple[int, int], ...]

    def years_from(self, year: int | None) -> int:
        """How many years `year` lies outside the terms: 0 within, and where no year is known."""
        if year is None:
            return 0
        return min(max(first - year, year - last, 0) for first, last in self.terms)


def fold(name: str) -> str:
    """A name for comparison: no accents, lower case, hyphens and apostrophes gone."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept.lower().replace("-", " ").replace("'", "").strip()


def by_full_name(name: str, year: int | None) -> Holder | None:
    """The holder of that whole name, nearest in time."""
    return _nearest(_full().get(fold(name), ()), year, limit=_TODAY)


def by_name(name: str, year: int | None) -> Holder | None:
    """The holder whom a name means that is given in full, with a middle initial, without one, or by the family name alone."""
    whole = " ".join(word for word in name.split() if len(word.rstrip(".")) > 1 or len(name.split()) < _WITH_INITIAL)
    known = by_full_name(whole, year)
    words = whole.split()
    if known is not None or not words:
        return known
    if len(words) == 1 or words[0].lower() in {"al", "el"} or words[0].startswith(("al-", "Al-", "el-", "El-")):
        return by_surname(words[-1], year)
    word = data("office_holders")["spellings"].get(words[-1], words[-1])
    first = fold(words[0])[:3]
    return _nearest(
        tuple(h for h in _surnames().get(fold(word), ()) if fold(h.name).startswith(first)), year, limit=_NEAR
    )


def by_surname(surname: str, year: int | None) -> Holder | None:
    """The holder of that family name in or near office in `year`; ``None`` for family names that tell nothing of the person."""
    word = data("office_holders")["spellings"].get(surname, surname)
    if surname in data("office_holders")["shared"]:
        return None
    return _nearest(_surnames().get(fold(word), ()), year, limit=_NEAR)


def is_telling(name: str) -> bool:
    """Whether a bare family name is no English word either, so that it means its holder without a title."""
    return name not in data("office_holders")["words"]


def surname(name: str, party: str | None) -> str:
    """The family name: the first word where the party's names lead with it, else the last."""
    words = name.split()
    if not words:
        return ""
    return words[0] if party in data("office_holders")["family_first"] and len(words) > 1 else words[-1]


def _nearest(holders: tuple[Holder, ...], year: int | None, *, limit: int) -> Holder | None:
    near = [h for h in holders if h.years_from(year) <= limit]
    return min(near, key=lambda h: (h.years_from(year), -h.terms[-1][0]), default=None)


@lru_cache(maxsize=1)
def _all() -> tuple[Holder, ...]:
    found = []
    for party, offices in data("office_holders").items():
        if isinstance(offices, dict) and party != "spellings":
            for office, names in offices.items():
                found += [Holder(name=n, party=party, office=office, terms=_terms(years)) for n, years in names.items()]
    return tuple(found)


def _terms(years: str) -> tuple[tuple[int, int], ...]:
    parts = [part.partition("–") for part in years.split()]
    return tuple((int(first), int(last) if last else _TODAY) for first, _, last in parts)


@lru_cache(maxsize=1)
def _full() -> dict[str, tuple[Holder, ...]]:
    index: dict[str, tuple[Holder, ...]] = {}
    for holder in _all():
        index[fold(holder.name)] = (*index.get(fold(holder.name), ()), holder)
    return index


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[Holder, ...]]:
    index: dict[str, tuple[Holder, ...]] = {}
    for holder in _all():
        key = fold(surname(holder.name, holder.party)).removeprefix("al ").removeprefix("el ")
        for word in {key, fold(surname(holder.name, holder.party))}:
            index[word] = (*index.get(word, ()), holder)
    return index
