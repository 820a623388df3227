"""The sides of a war, truce or peace talks that the words name by place alone, read from ``lexicon/conflicts.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from memcon.extract.reading import Reading

_WARS = frozenset({"war", "fighting", "hostilities"})
_TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "cessation"})
_TALKS = frozenset({"talk", "talks", "negotiation", "dialogue", "round"})
_BETWEEN_SIDES = ("intra", "inter", "peace")


@dataclass(frozen=True, slots=True)
class Conflict:
    """The sides of a conflict; `attacker` is ``""`` where each fights the other."""

    sides: tuple[str, ...]
    attacker: str = ""

    @property
    def attacked(self) -> tuple[str, ...]:
        """All but the attacker; every side where there is none."""
        return tuple(side for side in self.sides if side != self.attacker)


@lru_cache(maxsize=1)
def conflicts() -> Mapping[str, Conflict]:
    """The conflict by each place or state that stands for it."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/conflicts.toml").read_text("utf-8"))
    found: dict[str, Conflict] = {}
    for entry in data["conflict"]:
        found.update(dict.fromkeys(entry["places"], Conflict(tuple(entry["sides"]), entry.get("attacker", ""))))
    return found


def conflict_of(noun: Token) -> Conflict | None:
    """The conflict whose war, truce or peace talks a noun names by place; ``None`` for any other noun. Only a war has an attacker."""
    lemma = noun.lemma_.lower()
    if lemma not in _WARS | _TRUCES | _TALKS or (lemma in _TALKS and not _between_sides(noun)):
        return None
    for word in _places(noun):
        found = conflicts().get(word)
        if found is not None:
            return found if lemma in _WARS else Conflict(found.sides)
    return None


def war_of(reading: Reading) -> tuple[str, ...]:
    """The sides of the one war that a report is about: both are named in it; ``()`` where it names those of none or of several."""
    named = {p for m in reading.cast.mentions for p in m.parties}
    found = {conflict.sides for conflict in conflicts().values() if named.issuperset(conflict.sides)}
    return next(iter(found)) if len(found) == 1 else ()


def _between_sides(noun: Token) -> bool:
    """Whether talks are a conflict's own: "peace talks", "intra-Afghan talks"."""
    return any(t.lower_.startswith(_BETWEEN_SIDES) for t in noun.doc[max(noun.i - 5, noun.sent.start) : noun.i])


def _places(noun: Token) -> Iterator[str]:
    """The words that may name the place: those before the noun, and those under "in" and "on"."""
    for token in noun.doc[max(noun.i - 4, noun.sent.start) : noun.i]:
        if noun.is_ancestor(token) and token.text[:1].isupper():
            yield from (token.text, token.text.rpartition("-")[2], token.text.partition("-")[0])
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "on", "of", "over"}:
            yield from (t.text for t in child.subtree if t.text[:1].isupper())
            yield from (" ".join(w.text for w in t.subtree if w.text[:1].isupper()) for t in child.children)
