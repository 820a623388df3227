"""The words of meetings, from ``lexicon/meetings.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


Kind: TypeAlias = Literal["talks", "meeting", "conference", "call", "visit"]


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    data: dict[str, dict[str, Any]] = tomllib.loads(
        files("memcon.extract").joinpath("lexicon/meetings.toml").read_text("utf-8")
    )
    return data


@lru_cache(maxsize=64)
def words(table: str, name: str) -> frozenset[str]:
    """One list of the lexicon."""
    return frozenset(_tables()[table][name])


@lru_cache(maxsize=1)
def ordinals() -> Mapping[str, int]:
    """Number words of a round: "seventh" → 7."""
    return dict(_tables()["ordinals"])


@lru_cache(maxsize=8)
def class_of(table: str) -> Mapping[str, str]:
    """Each word of a table's lists with the name of its list; an earlier list wins."""
    found: dict[str, str] = {}
    for name, entries in _tables()[table].items():
        for entry in entries:
            found.setdefault(entry, name)
    return found


@lru_cache(maxsize=1)
def opponents() -> Mapping[str, tuple[str, ...]]:
    """The armed opponents of a state in its own war, by the state's code."""
    return {state: tuple(parties) for state, parties in _tables()["opponents"].items()}


@lru_cache(maxsize=1)
def sizes() -> Mapping[str, int]:
    """Words that say how many parties there are: "trilateral" → 3."""
    return dict(_tables()["size"])


@dataclass(frozen=True, slots=True)
class Format:
    """Standing talks that go by a place: those who convene them, and the two sides that they bring together."""

    sponsors: tuple[str, ...]
    sides: tuple[str, ...]

    def named(self, parties: Collection[str]) -> tuple[str, ...]:
        """The members that a report names: each sponsor, and the sides where it names them both."""
        sides = self.sides if all(p in parties for p in self.sides) else ()
        return (*(p for p in self.sponsors if p in parties), *sides)


@lru_cache(maxsize=1)
def formats() -> Mapping[str, Format]:
    """The standing formats by their place, in lower case."""
    return {
        place: Format(tuple(entry["sponsors"]), tuple(entry["sides"])) for place, entry in _tables()["formats"].items()
    }


def is_domestic(parties: tuple[str, ...]) -> bool:
    """Whether one state alone is named: its own cabinet, officials or assembly."""
    return len(parties) == 1 and parties[0] not in words("bodies", "own")
