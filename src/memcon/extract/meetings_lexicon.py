"""The words of meetings, from ``lexicon/meetings.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


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


@lru_cache(maxsize=1)
def formats() -> Mapping[str, tuple[str, ...]]:
    """The members of standing talks that go by their place, by the place in lower case."""
    return {place: tuple(parties) for place, parties in _tables()["formats"].items()}
