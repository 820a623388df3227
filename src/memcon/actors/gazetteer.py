"""Names of states, seats, bodies, groups, formats and outlets in a text, longest first, in time linear in the text.

Matching is over words of its own (runs of letters and digits, and single marks), so it does not hang on how a tokenizer treats
"U.S.-Russia" or "Sana'a". Case counts, but for headlines and datelines in capitals.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import pycountry
from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

Sort: TypeAlias = Literal[
    "state",
    "adjective",
    "people",
    "seat",
    "house",
    "organisation",
    "movement",
    "part",
    "national",
    "shared",
    "outlet",
    "format",
    "region",
]
_WORD = re.compile(r"\w+|[^\w\s]")
_LONG_CAPITALS = 4  # a word in capitals of at least this length may be an ordinary name set in capitals


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a name stands for: its `sort`, the `name` of the actor, and the party or parties."""

    name: str
    sort: Sort
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name in the text: code points ``[start, end)`` and what it stands for."""

    start: int
    end: int
    entry: Entry


class _Node:
    __slots__ = ("entry", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entry: Entry | None = None


@lru_cache(maxsize=16)
def data(name: str) -> dict[str, Any]:
    """The data file `name` of this package."""
    return tomllib.loads(files("memcon.actors").joinpath(f"data/{name}.toml").read_text("utf-8"))


def find(text: str) -> tuple[Hit, ...]:
    """All names in `text`, in order, the longest at each place, never overlapping."""
    words = [(m.group().replace("’", "'").replace("‘", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]
    return tuple(_hits(text, words))


@lru_cache(maxsize=1)
def names_of(text: str) -> tuple[Hit, ...]:
    """All names in the text of one report, kept until another's is asked for."""
    return find(text)


def _hits(text: str, words: list[tuple[str, int, int]]) -> Iterator[Hit]:
    first = _trie().next
    at = 0
    while at < len(words):
        word = words[at][0]
        if word not in first and not word.isupper():  # begins no name, as most words do not
            at += 1
            continue
        entry, end = _longest(text, words, at)
        if entry is None:
            at += 1
        else:
            yield Hit(start=words[at][1], end=words[end - 1][2], entry=entry)
            at = end


def _longest(text: str, words: list[tuple[str, int, int]], at: int) -> tuple[Entry | None, int]:
    node, found, end = _trie(), None, at
    for place in range(at, len(words)):
        word, start, _ = words[place]
        if place > at and "\n\n" in text[words[place - 1][2] : start]:
            break
        step = node.next.get(word)
        if step is None and len(word) >= _LONG_CAPITALS and word.isupper():
            step = node.next.get(word.capitalize())
        if step is None:
            break
        node = step
        if node.entry is not None:
            found, end = node.entry, place + 1
    return found, end


@lru_cache(maxsize=1)
def _trie() -> _Node:
    root = _Node()
    for name, entry in _names():
        node = root
        for word in _WORD.findall(name.removeprefix("the ").replace("’", "'")):
            node = node.next.setdefault(word, _Node())
        if node.entry is None:
            node.entry = entry
    return root


def _names() -> Iterator[tuple[str, Entry]]:
    """Every name with its entry; of two entries for one name the first counts."""
    yield from _formats()
    yield from _bodies()
    yield from _states()
    yield from _outlets()
    yield from _national()
    yield from _regions()


def _states() -> Iterator[tuple[str, Entry]]:
    for code, words in data("states").items():
        name = state_name(code)
        own = [name, *words.get("names", ())]
        yield from (
            (n, Entry(name=name, sort="state", parties=(code,))) for n in own if n not in words.get("adjectives", ())
        )
        adjectives = words.get("adjectives", ())
        yield from ((a, Entry(name=name, sort="adjective", parties=(code,))) for a in adjectives)
        people = [
            *words.get("people", ()),
            *(a + "s" for a in adjectives if a[-1].isalpha() and not a.endswith(("s", "sh", "ch", "se"))),
        ]
        yield from ((p, Entry(name=name, sort="people", parties=(code,))) for p in people)
        yield from ((s, Entry(name=name, sort="seat", parties=(code,))) for s in words.get("seats", ()))
        yield from (
            (h, Entry(name=h.removeprefix("the "), sort="house", parties=(code,))) for h in words.get("houses", ())
        )
    for country in pycountry.countries:
        if country.alpha_3 not in data("states"):
            yield country.name, Entry(name=country.name, sort="state", parties=(country.alpha_3,))
        elif hasattr(country, "official_name"):
            yield (
                country.official_name,
                Entry(name=state_name(country.alpha_3), sort="state", parties=(country.alpha_3,)),
            )


@lru_cache(maxsize=512)
def state_name(code: str) -> str:
    """The everyday English name of the state of that alpha-3 code ("Russia"); the code itself where there is none."""
    if code == "XKX":
        return "Kosovo"
    country = pycountry.countries.get(alpha_3=code)
    name = Locale("en").territories.get(country.alpha_2) if country else None
    plain = {"PSE": "Palestine", "HKG": "Hong Kong", "MAC": "Macau", "MMR": "Myanmar", "TUR": "Turkey"}
    return plain.get(code) or str(name or code)


def _bodies() -> Iterator[tuple[str, Entry]]:
    sorts: tuple[tuple[str, Sort], ...] = (("movements", "movement"), ("organisations", "organisation"))
    for file, sort in sorts:
        for party, words in data(file).items():
            full = words["names"][0]
            yield from ((n, Entry(name=full, sort=sort, parties=(party,))) for n in words["names"])
            yield from ((n, Entry(name=n, sort="part", parties=(party,))) for n in words.get("parts", ()))
            yield from ((n, Entry(name=full, sort="people", parties=(party,))) for n in words.get("people", ()))
            yield from ((n, Entry(name=full, sort="adjective", parties=(party,))) for n in words.get("adjectives", ()))
            yield from ((n, Entry(name=full, sort="seat", parties=(party,))) for n in words.get("seats", ()))


def _national() -> Iterator[tuple[str, Entry]]:
    for code, names in data("national_bodies").items():
        if isinstance(names, list):
            yield from ((n, Entry(name=n, sort="national", parties=(code,))) for n in names)
    for name, codes in data("national_bodies")["shared"].items():
        yield name, Entry(name=name, sort="shared", parties=tuple(codes))


WITH_KNOWN_PARTS = {"US": "USA", "CA": "CAN", "AU": "AUS", "IN": "IND"}


def _regions() -> Iterator[tuple[str, Entry]]:
    for code, names in [*data("venues").items(), *data("regions").items()]:
        yield from ((n, Entry(name=n, sort="region", parties=(code,))) for n in names)
    for short, code in WITH_KNOWN_PARTS.items():
        for part in pycountry.subdivisions.get(country_code=short) or ():  # type: ignore[no-untyped-call]
            yield part.name, Entry(name=part.name, sort="region", parties=(code,))


def _outlets() -> Iterator[tuple[str, Entry]]:
    outlets = data("outlets")
    for party, names in outlets["of"].items():
        yield from ((n, Entry(name=n, sort="outlet", parties=(party,))) for n in names)
    yield from ((n, Entry(name=n, sort="outlet", parties=())) for n in outlets["international"])


def _formats() -> Iterator[tuple[str, Entry]]:
    for name, words in data("formats").items():
        yield from ((n, Entry(name=name, sort="format", parties=tuple(words["members"]))) for n in words["names"])
