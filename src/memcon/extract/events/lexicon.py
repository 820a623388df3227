"""The lexicon of events: which verbs and nouns name which act, read from ``lexicon/events.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.model import EventType

Frame: TypeAlias = Literal["act", "agree", "mutual", "visit", "host", "third", "war", "obliged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One entry: the words for an act and what must stand with them; the fields are told at the head of ``events.toml``.

    `future` is the code of the act where it is only planned, ``""`` where it is `code` all the same.
    """

    type: EventType
    code: str
    future: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    modals: tuple[str, ...]
    objects: frozenset[str]
    under: frozenset[str]
    subjects: frozenset[str]
    complement: frozenset[str]
    marked: frozenset[str]
    frame: Frame
    trigger: str
    party: bool
    alone: bool
    speech: bool
    standing: bool
    owned: bool
    between: bool
    person: bool
    finite: bool
    void: bool
    clause: bool
    lonely: bool
    under_way: bool
    bids: bool
    home: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The entries by the first word of each verb, by noun and by adjective, in the order of the file."""

    verbs: Mapping[str, tuple[tuple[str, Act], ...]]
    nouns: Mapping[str, tuple[Act, ...]]
    adjectives: Mapping[str, tuple[Act, ...]]
    modals: Mapping[str, tuple[Act, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/events.toml").read_text("utf-8"))
    classes = {name: frozenset(words) for name, words in data.pop("classes").items()}
    verbs: dict[str, list[tuple[str, Act]]] = defaultdict(list)
    nouns: dict[str, list[Act]] = defaultdict(list)
    adjectives: dict[str, list[Act]] = defaultdict(list)
    modals: dict[str, list[Act]] = defaultdict(list)
    for entry in data["act"]:
        act = _act(entry, classes)
        for verb in act.verbs:
            verbs[verb.split()[0]].append((verb, act))
        for noun in act.nouns:
            nouns[noun].append(act)
        for adjective in act.adjectives:
            adjectives[adjective].append(act)
        for modal in act.modals:
            modals[modal].append(act)
    return Lexicon(
        verbs={word: tuple(found) for word, found in verbs.items()},
        nouns={word: tuple(found) for word, found in nouns.items()},
        adjectives={word: tuple(found) for word, found in adjectives.items()},
        modals={word: tuple(found) for word, found in modals.items()},
    )


def _act(entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> Act:
    def words(field: str) -> frozenset[str]:
        return frozenset().union(*(classes[name] for name in entry.get(field, ())))

    return Act(
        type=cast("EventType", entry["type"]),
        code=entry["code"],
        future=entry.get("future", ""),
        verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())),
        adjectives=tuple(entry.get("adjectives", ())),
        modals=tuple(entry.get("modals", ())),
        objects=words("objects"),
        under=frozenset(entry.get("under", ())),
        subjects=words("subjects"),
        complement=words("complement"),
        marked=frozenset(entry.get("marked", ())),
        frame=entry.get("frame", "act"),
        trigger=entry.get("trigger", "word"),
        **{
            name: bool(entry.get(name))
            for name in (
                "party",
                "alone",
                "speech",
                "standing",
                "owned",
                "between",
                "person",
                "finite",
                "void",
                "clause",
                "lonely",
                "under_way",
                "bids",
                "home",
            )
        },
    )
