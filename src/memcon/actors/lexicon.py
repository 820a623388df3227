"""The word lists of ``data/offices.toml`` and ``data/first_names.toml``, loaded once."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from memcon.actors import gazetteer

List: TypeAlias = Literal[
    "person", "courtesy", "titles", "modifier", "body", "state", "group", "plural", "anyone", "female", "male", "backed"
]


@lru_cache(maxsize=16)
def words(name: List) -> frozenset[str]:
    """One list of ``offices.toml``, lower case."""
    return frozenset(gazetteer.data("offices")[name])


@lru_cache(maxsize=2)
def first_names(gender: Literal["female", "male"]) -> frozenset[str]:
    """First names that are a woman's or a man's."""
    return frozenset(gazetteer.data("first_names")[gender])


@lru_cache(maxsize=1)
def all_first_names() -> frozenset[str]:
    """First names of either."""
    return first_names("male") | first_names("female")


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """A plural office noun in the singular ("ministers", "secretaries", "spokesmen"); other words as they are."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4096)
def is_office(word: str) -> bool:
    """Whether a word in lower case is the head noun of an office, singular or plural ("minister", "vice-presidents")."""
    offices = words("person")
    return word in offices or singular(word) in offices or word.rpartition("-")[2] in offices


@lru_cache(maxsize=4096)
def is_offices(word: str) -> bool:
    """Whether a word in lower case is the plural of an office."""
    return word not in words("person") and word != singular(word) and singular(word) in words("person")


def gender_of_words(text: str) -> str | None:
    """``"f"`` or ``"m"`` where a word of the title tells ("spokeswoman", "Mr."), else ``None``."""
    for word in text.lower().split():
        if word in words("female"):
            return "f"
        if word in words("male"):
            return "m"
    return None


def gender_of_name(name: str) -> str | None:
    """``"f"`` or ``"m"`` where the first name tells, else ``None``."""
    first = name.replace("-", " ").split()[0] if name.strip() else ""
    if first in first_names("female"):
        return "f"
    return "m" if first in first_names("male") else None
