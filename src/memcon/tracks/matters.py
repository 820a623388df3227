"""What dealings are about: a matter read off words, by the lexicons of matters and conflicts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from memcon.tracks import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping

RELATIONS = "relations"  # dealings between two parties on no one matter
STRONG, WEAK = 2.0, 0.5
_ENOUGH = 0.5
_TOLD_TWICE = 2
TRUCE = "truce"


class _Pointer(NamedTuple):
    matter: str
    weight: float


def label_of(matter: str) -> str:
    """The name of a matter in a title; what is no key of a lexicon is its own name."""
    if matter == RELATIONS:
        return "relations"
    if (conflict := lexicon.conflicts().get(matter)) is not None:
        return conflict.label
    entry = lexicon.data("matters").get(matter)
    return str(entry["label"]) if entry else matter


def is_conflict(matter: str) -> bool:
    """Whether the matter is a conflict by name."""
    return matter in lexicon.conflicts()


@lru_cache(maxsize=16384)
def told(text: str, parties: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """The matters that `text` points to, with weights, where these `parties` deal with each other.

    A conflict fought in the land of one of the parties counts only beside a word of war: Iran and Syria may talk of trade.
    """
    found: defaultdict[str, float] = defaultdict(float)
    lower = text.lower()
    for match in _matter_words().finditer(lower):
        pointer = _pointers()[match[0]]
        found[pointer.matter] += pointer.weight
    at_war = _war_words().search(lower) is not None
    for match in _conflict_words().finditer(text):
        name = _conflict_names()[match[0]]
        if at_war or not lexicon.conflicts()[name].homes & parties:
            found[name] += STRONG
    if any(is_conflict(name) for name in found):
        found.pop(TRUCE, None)  # a truce in a war that has a name is that war's
    return found


def conflict_in(text: str) -> str | None:
    """The conflict that a whole report is about: named twice at least, and twice as often as any other."""
    counts = Counter(_conflict_names()[match[0]] for match in _conflict_words().finditer(text))
    (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= max(_TOLD_TWICE, 2 * next_most) else None


def between(parties: Iterable[str]) -> str | None:
    """The conflict whose sides `parties` are, so that they need not be told what they talk about."""
    given = frozenset(parties)
    for name, conflict in lexicon.conflicts().items():
        if len(given & frozenset().union(*conflict.sides)) == len(given) and conflict.parts(given):
            return name
    return None


def best(scores: Mapping[str, float], *, at_least: float = _ENOUGH) -> str | None:
    """The matter with the highest score, if that is enough; of two alike the first by name."""
    name = min(scores, key=lambda name: (-scores[name], name), default=None)
    return name if name is not None and scores[name] >= at_least else None


def add(scores: MutableMapping[str, float], more: Mapping[str, float], times: float) -> None:
    """Add `more`, each `times` over."""
    for name, score in more.items():
        scores[name] = scores.get(name, 0.0) + score * times


@cache
def _pointers() -> Mapping[str, _Pointer]:
    found: dict[str, _Pointer] = {}
    for matter, entry in lexicon.data("matters").items():
        found |= {word.rstrip("."): _Pointer(matter, WEAK) for word in entry["weak"]}
        found |= {word.rstrip("."): _Pointer(matter, STRONG) for word in entry["strong"]}
    return found


@cache
def _matter_words() -> re.Pattern[str]:
    words = {word for entry in lexicon.data("matters").values() for word in (*entry["strong"], *entry["weak"])}
    listed = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(_closed(word) for word in listed) + ")")


def _closed(word: str) -> str:
    return re.escape(word[:-1]) + r"\b" if word.endswith(".") else re.escape(word)


@cache
def _war_words() -> re.Pattern[str]:
    listed = sorted(lexicon.words("war"), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + ")")


@cache
def _conflict_names() -> Mapping[str, str]:
    return {word: name for name, entry in lexicon.data("conflicts").items() for word in entry["words"]}


@cache
def _conflict_words() -> re.Pattern[str]:
    return lexicon.whole_words(_conflict_names())
