"""Movements that no list has but the report itself introduces, with their short name in brackets: "the Free Norland Movement (FNM)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.actors.gazetteer import Entry, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORT = re.compile(r"\s\((?:the\s)?([A-Z][A-Za-z]{0,10}[A-Z](?:-[A-Z]\w{0,10})?)\)")
_LINKS = frozenset({"of", "for", "the", "and", "to", "in", "de", "del", "la"})
_LONGEST = 120  # characters before the brackets in which the name is looked for
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
    for found in _SHORT.finditer(text):
        short, name = found[1], _name_before(text[max(0, found.start() - _LONGEST) : found.start()])
        words = set(re.split(r"[\s-]", name))
        if not words & _OF_A_MOVEMENT or words & _OF_A_STATE or known & {name, short}:
            continue
        entry = Entry(name=name, sort="movement", parties=(short.upper(),))
        yield name, entry
        yield short, entry


def _name_before(text: str) -> str:
    """The capitalised name that a text ends with, its article left out; ``""`` for a single word."""
    words: list[str] = []
    for word in reversed(text.split()):
        if not (word[:1].isupper() and word.replace("-", "").replace("'", "").replace("’", "").isalpha()) and word not in _LINKS:
            break
        words.insert(0, word)
    while words and (words[0] in _LINKS or words[0] == "The"):
        words.pop(0)
    return " ".join(words) if len(words) > 1 else ""
