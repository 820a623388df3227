"""A party as somebody gives it: a code, or a name as the news writes it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterable


def parties(given: Iterable[str] | None, name: str = "party") -> tuple[str, ...]:
    """The parties that are meant, each once: ``RUS``, “russia” and “Moscow” are ``RUS``, “P5+1” is its six members.

    `name` is what was filled in, as an error says it (``party``, ``--party``).
    Raises `MemconError` where a name is none that memcon knows; a word in capitals is taken as it is, as a body's short name.
    """
    return tuple(dict.fromkeys(party for each in given or () for party in _parties(each, name)))


def _parties(given: str, what: str) -> tuple[str, ...]:
    from memcon.export.parties import is_state  # noqa: PLC0415

    name = given.strip()
    if is_state(name.upper()):
        return (name.upper(),)
    known = _known(name) or _known(name.title()) or _known(name.upper())
    if known or name.isupper():
        return known or (name,)
    raise MemconError(f"{what} {given}: no party is known by this name{_nearest(name)}")


def _known(name: str) -> tuple[str, ...]:
    from memcon.actors import gazetteer  # noqa: PLC0415 - the names of all states take a while to load

    hits = gazetteer.find(name)
    return hits[0].entry.parties if hits and hits[-1].end == len(name) and len(hits) == 1 else ()


def _nearest(name: str) -> str:
    from babel import Locale  # noqa: PLC0415

    names = {each for code, each in Locale("en").territories.items() if code.isalpha()}
    near = get_close_matches(name.title(), names, n=3)
    return f" (nearest: {', '.join(near)})" if near else " (give the code: RUS, USA, EU)"
