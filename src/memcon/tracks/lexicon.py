"""The data files of this package, read once: matters, conflicts, formats and kinds of meeting."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from memcon.actors import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NOTHING = re.compile(r"(?!)")
File: TypeAlias = Literal["matters", "conflicts", "formats", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Talks that have a name: by which words, where, who holds them, and their matter."""

    name: str
    words: re.Pattern[str]
    places: tuple[str, ...]
    context: re.Pattern[str] | None  # None: any
    members: tuple[str, ...]
    sides: tuple[str, ...]
    mediators: tuple[str, ...]
    matter: str

    @property
    def sitting(self) -> frozenset[str]:
        """All who sit there."""
        return frozenset((*self.members, *self.sides, *self.mediators))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A conflict as a matter: its label, the states it is fought in, and its sides, each a tuple of allies, the first its name."""

    label: str
    homes: frozenset[str]
    is_of_the_world: bool
    sides: tuple[tuple[str, ...], ...]

    def parts(self, parties: Iterable[str]) -> bool:
        """Whether `parties` sit on two sides of it."""
        given = set(parties)
        return sum(not given.isdisjoint(side) for side in self.sides) > 1


@cache
def data(name: File) -> dict[str, Any]:
    """One data file of this package."""
    return tomllib.loads(files("memcon.tracks").joinpath(f"data/{name}.toml").read_text("utf-8"))


@cache
def conflicts() -> Mapping[str, Conflict]:
    """The conflicts by name."""
    return {
        name: Conflict(
            label=entry["label"],
            homes=frozenset(entry["homes"]),
            is_of_the_world=entry.get("world", False),
            sides=tuple(tuple(side) for side in entry["sides"]),
        )
        for name, entry in data("conflicts").items()
    }


@cache
def formats() -> Mapping[str, Format]:
    """The formats by name: those of this package, and groups of states that meet by themselves from the actors' data.

    Most groups there ("the E3") only say who sits on one side of a table.
    """
    known = gazetteer.data("formats")
    bare = {name: _format(name, known[name]) for name in data("words")["groups"] if name in known}
    return bare | {name: _format(name, entry) for name, entry in data("formats").items()}


def _format(name: str, entry: Mapping[str, Any]) -> Format:
    return Format(
        name=name,
        words=whole_words(entry.get("names", ())),
        places=tuple(entry.get("places", ())),
        context=whole_words(entry["context"], inside=True) if "context" in entry else None,
        members=tuple(entry["members"]),
        sides=tuple(entry.get("sides", ())),
        mediators=tuple(entry.get("mediators", ())),
        matter=entry.get("matter", ""),
    )


def whole_words(names: Iterable[str], *, inside: bool = False) -> re.Pattern[str]:
    """A pattern of any of `names`; with `inside`, of words that begin with one. Where there are no names it matches nothing."""
    listed = sorted(names, key=lambda name: (-len(name), name))
    end = "" if inside else r"(?!\w)"
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, listed)) + ")" + end) if listed else _NOTHING


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``words.toml``, lower case."""
    return frozenset(data("words")[name])


@cache
def words_exact(name: str) -> tuple[str, ...]:
    """One list of ``words.toml`` in its own order."""
    return tuple(data("words")[name])


@cache
def cardinals() -> Mapping[str, int]:
    """Cardinals in words and what they count: ``{"two": 2, …}``."""
    return {word: number for number, word in enumerate(data("words")["cardinals"], start=1)}


@cache
def ordinals() -> Mapping[str, int]:
    """Ordinals in words and what they count: ``{"first": 1, …}``."""
    return {word: number for number, group in enumerate(data("words")["ordinals"], start=1) for word in group}
