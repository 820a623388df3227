"""The words of time, read once from ``data/times.toml`` into look-up tables."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Phrases: TypeAlias = "Mapping[tuple[str, ...], Any]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Each table takes a word (or the words of a phrase) in lower case to what it means.

    `months` 1-12, `weekdays` 0-6 from Monday, `units` and `parts` TIMEX3 codes, `which` and `modifiers` the name of the
    group; phrases (of quantities, references, holidays) are tuples of words, `phrases` all of them, `lengths` how many words those have
    that begin with a word, longest first. `begins` are the words that a time can begin with; of them `only_opens` only as first of a
    phrase, and `determiners` only before one of `goes_on`.
    """

    months: Mapping[str, int]
    short_months: frozenset[str]
    weekdays: Mapping[str, int]
    doubtful: frozenset[str]
    names_after: frozenset[str]
    names_before: frozenset[str]
    units: Mapping[str, str]
    plurals: frozenset[str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    noons: Mapping[str, int]
    zones: frozenset[str]
    days: Mapping[str, tuple[int, str]]
    which: Mapping[str, str]
    modifiers: Mapping[str, str]
    about: Phrases
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    quantities: Phrases
    between: frozenset[str]
    references: Phrases
    frequencies: Mapping[str, str]
    holidays: Phrases
    tense: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    begins: frozenset[str]
    goes_on: frozenset[str]
    only_opens: frozenset[str]
    determiners: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    data = tomllib.loads(resources.files("memcon.language").joinpath("data/times.toml").read_text(encoding="utf-8"))
    words, phrases = _word_tables(data), _phrase_tables(data)
    keys = frozenset(key for table in phrases.values() for key in table)
    beside = {name: frozenset(forms) for name, forms in data["beside"].items()}
    between = frozenset(data["between"]["words"])
    alone = beside["begins"].union(*words.values())
    begins = alone.union(key[0] for key in keys)
    return Lexicon(
        **words,
        **phrases,
        short_months=frozenset(form for forms in data["months"].values() for form in forms[1:]),
        plurals=frozenset(form for form in words["units"] if form.endswith(("s", "ia"))),
        doubtful=frozenset(data["ambiguous"]["months"] + data["ambiguous"]["weekdays"]),
        names_after=frozenset(data["ambiguous"]["names_after"]),
        names_before=frozenset(data["ambiguous"]["names_before"]),
        zones=frozenset(data["clock"]["zones"]),
        between=between,
        tense={name: frozenset(forms) for name, forms in data["tense"].items()},
        beside=beside,
        begins=begins,
        goes_on=begins | beside["after_determiner"] | between,
        only_opens=begins - alone,
        determiners=beside["determiners"],
        phrases=keys,
        lengths=_lengths(keys),
    )


def _word_tables(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "months": _numbered(data["months"], 1),
        "weekdays": _numbered(data["weekdays"], 0),
        "units": {form: unit[0] for unit in data["units"].values() for form in unit[1:]},
        "seasons": _inverted(data["seasons"]),
        "parts": _inverted(data["parts_of_day"]),
        "noons": {word: hour for word, hour in data["clock"].items() if word != "zones"},
        "days": {word: (shift, part) for word, (shift, part) in data["days"].items()},
        "which": _inverted(data["which"]),
        "modifiers": _inverted(data["modifiers"]),
        "numbers": data["numbers"],
        "ordinals": data["ordinals"],
        "frequencies": data["frequencies"],
    }


def _phrase_tables(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "quantities": _phrases(data["quantities"].items()),
        "holidays": _phrases(data["holidays"].items()),
        "references": _phrases((form, name) for name, forms in data["references"].items() for form in forms),
        "about": _phrases((form, True) for forms in data["about"].values() for form in forms),
    }


def _numbered(table: dict[str, list[str]], start: int) -> Mapping[str, int]:
    return {form: number for number, forms in enumerate(table.values(), start) for form in forms}


def _inverted(table: dict[str, list[str]]) -> Mapping[str, str]:
    return {form: name for name, forms in table.items() for form in forms}


def _phrases(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    return MappingProxyType({tuple(_split(phrase)): meaning for phrase, meaning in pairs})


def _lengths(phrases: frozenset[tuple[str, ...]]) -> Mapping[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _split(phrase: str) -> list[str]:
    """The phrase as `words.read_words` would cut it: hyphens and apostrophes stand alone."""
    return phrase.replace("-", " - ").replace("'", " ' ").split()
