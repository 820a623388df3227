"""Movements that no list has but the report itself introduces, with their short name in brackets: "the Free Norland Movement (FNM)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.actors.gazetteer import Entry, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A capitalised name of several words, one of which is that of an armed or separatist movement or of a community of states.
_WORD = r"[A-Z][\w’'-]+"
_LINK = r"(?:\s(?:of|for|the|and|to|in|de|del|la))*"
_NAME = rf"(?P<name>{_WORD}(?:{_LINK}\s{_WORD})+)"
_SHORT = r"\((?:the\s)?(?P<short>[A-Z][A-Za-z]*[A-Z](?:-[A-Z]\w*)?)\)"
_INTRODUCED = re.compile(rf"{_NAME},?\s{_SHORT}")
_OF_A_MOVEMENT = frozenset(
    {
        "Movement",
        "Front",
        "Liberation",
        "Resistance",
        "Rebel",
        "Rebels",
        "Separatist",
        "Insurgent",
        "Revolutionary",
        "Forces",
        "Salvation",
    }
)
_OF_A_STATE = frozenset(
    {"Ministry", "Council", "Agency", "Bank", "Company", "Corporation", "Department", "Bureau", "Guard", "Guards", "Police", "Commission",
     "University", "Institute", "Office", "Service", "Board", "Party", "Congress", "Air", "Defence", "Defense", "Special", "Security", "Command"}
)  # fmt: skip


def with_coined(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The names found in a text with those of movements that it introduces itself, in order."""
    coined = dict(_coined(text, hits))
    if not coined:
        return hits
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    more = [
        Hit(start=m.start(), end=m.end(), entry=entry)
        for name, entry in coined.items()
        for m in re.finditer(rf"\b{re.escape(name)}\b", text)
        if not taken & set(range(m.start(), m.end()))
    ]
    return tuple(sorted((*hits, *more), key=lambda hit: hit.start))


def _coined(text: str, hits: Iterable[Hit]) -> Iterator[tuple[str, Entry]]:
    """Each full and short name with what it stands for; none that the lists know."""
    known = {text[hit.start : hit.end] for hit in hits}
    for found in _INTRODUCED.finditer(text):
        name, short = found["name"].removeprefix("The "), found["short"]
        words = set(re.split(r"[\s-]", name))
        if not words & _OF_A_MOVEMENT or words & _OF_A_STATE or known & {name, short}:
            continue
        entry = Entry(name=name, sort="movement", parties=(short.upper(),))
        yield name, entry
        yield short, entry
