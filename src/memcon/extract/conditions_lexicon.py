"""The words of conditions, from ``lexicon/conditions.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

Needs: TypeAlias = Literal["modal", "bar", "no", "none", "skip"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWords:
    """What `conditions.toml` holds.

    `subordinators` maps the words that open a clause of condition to what the other clause must show (`Needs`), longest first;
    the sets are lemmas, and the phrases of `exchange`, `adjectives` and `verbs` are words in order.
    """

    subordinators: tuple[tuple[tuple[str, ...], Needs], ...]
    exchange: tuple[tuple[str, ...], ...]
    adjectives: tuple[tuple[str, ...], ...]
    verbs: tuple[tuple[str, ...], ...]
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


@lru_cache(maxsize=1)
def condition_words() -> ConditionWords:
    """The lexicon, read once."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/conditions.toml").read_text("utf-8"))
    words, links = data["words"], data["links"]
    subordinators = [(tuple(phrase.split()), needs) for phrase, needs in data["subordinators"].items()]
    return ConditionWords(
        subordinators=tuple(sorted(subordinators, key=lambda item: -len(item[0]))),
        exchange=_phrases(links["exchange"]),
        adjectives=_phrases(links["adjectives"]),
        verbs=_phrases(links["verbs"]),
        require=frozenset(links["require"]),
        tie=frozenset(links["tie"]),
        precondition=frozenset(links["precondition"]),
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
