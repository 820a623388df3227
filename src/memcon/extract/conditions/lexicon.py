"""The words of conditions, from ``lexicon/conditions.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Phrases: TypeAlias = "Mapping[str, tuple[tuple[str, ...], ...]]"
Needs: TypeAlias = Literal["modal", "bar", "no", "none", "skip"]

_SMALL = frozenset({"otherwise", "or", "before", "toward", "towards", "to"})  # words that link by their grammar alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWords:
    """What `conditions.toml` holds.

    `linking` holds the first words of all that can make a condition inside one clause. `subordinators` gives, by their first word, the words that open a clause of condition and what the other clause must show
    (`Needs`), longest first; the sets are lemmas, and `exchange`, `adjectives` and `verbs` hold, by first word, words in order.
    """

    subordinators: Mapping[str, tuple[tuple[tuple[str, ...], Needs], ...]]
    exchange: Phrases
    adjectives: Phrases
    verbs: Phrases
    require: frozenset[str]
    tie: frozenset[str]
    precondition: frozenset[str]
    asking: frozenset[str]
    committing: frozenset[str]
    reporting: frozenset[str]
    open: frozenset[str]
    bar: frozenset[str]
    demand: tuple[tuple[str, ...], ...]
    acts: frozenset[str]
    linking: frozenset[str]


@lru_cache(maxsize=1)
def condition_words() -> ConditionWords:
    """The lexicon, read once."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/conditions.toml").read_text("utf-8"))
    words, links = data["words"], data["links"]
    phrases = {name: _by_first_word(links[name]) for name in ("exchange", "adjectives", "verbs")}
    single = {name: frozenset(links[name]) for name in ("require", "tie", "precondition")}
    subordinators = [(tuple(phrase.split()), needs) for phrase, needs in data["subordinators"].items()]
    return ConditionWords(
        subordinators={
            first: tuple(
                sorted((item for item in subordinators if item[0][0] == first), key=lambda item: -len(item[0]))
            )
            for first in {phrase[0] for phrase, _ in subordinators}
        },
        exchange=phrases["exchange"],
        adjectives=phrases["adjectives"],
        verbs=phrases["verbs"],
        require=single["require"],
        tie=single["tie"],
        precondition=single["precondition"],
        linking=_SMALL.union(*phrases.values(), *single.values()),
        asking=frozenset(words["asking"]),
        committing=frozenset(words["committing"]),
        reporting=frozenset(words["reporting"]),
        open=frozenset(words["open"]),
        bar=frozenset(words["bar"]),
        demand=_phrases(words["demand"]),
        acts=frozenset(words["acts"]),
    )


def _phrases(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


def _by_first_word(phrases: list[str]) -> Phrases:
    """Phrases by their first word, in the order of the file, so that a token is held against few."""
    parts = _phrases(phrases)
    return {first: tuple(p for p in parts if p[0] == first) for first in {part[0] for part in parts}}
