"""The words that set a status, read from ``lexicon/modality.toml``, and the class of governors that a word belongs to."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from memcon.model import EventStatus

Words: TypeAlias = "Mapping[str, frozenset[str]]"
# Tried in this order: "refused" outranks the "planned" that the same word may also be.
_CLASSES = (
    "denied",
    "refused",
    "cancelled",
    "postponed",
    "alleged",
    "conditional",
    "hypothetical",
    "proposed",
    "planned",
    "begun",
    "real",
)
STATUS_OF_CLASS: dict[str, EventStatus] = {
    "planned": "planned",
    "proposed": "proposed",
    "refused": "refused",
    "denied": "denied",
    "alleged": "alleged",
    "hypothetical": "hypothetical",
    "cancelled": "cancelled",
    "postponed": "planned",
    "conditional": "conditional",
}


@lru_cache(maxsize=1)
def words() -> Mapping[str, Words]:
    """The lists of ``modality.toml`` by table and name."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/modality.toml").read_text("utf-8"))
    return {table: {name: frozenset(entries) for name, entries in lists.items()} for table, lists in data.items()}


def class_of(word: Token) -> str:
    """The list of governors that a word is on, by its lemma or form; ``""`` for none."""
    lists = words()["governors"]
    forms = {word.lemma_.lower(), word.lower_}
    return next((kind for kind in _CLASSES if forms & lists[kind]), "")
