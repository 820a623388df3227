"""Names that several states share ("Guinean", "the South", "the Senate"), settled by what else the report names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.actors.gazetteer import Entry, Hit, data, state_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMING = frozenset({"state", "adjective", "seat", "house", "region", "people", "movement"})
# "The South" alone: before a verb, a possessive or a mark, and not "the South China Sea" or "the south of the country".
_COMPASS = re.compile(
    r"\b[Tt]he (North|South)(?=['’]s\b|[.,;:]| (?:has|had|have|is|was|will|would|and the|[a-z]+(?:ed|es|s))\b)"
)


def settled(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The names of a text, those that several share given to the one that the text speaks of, and "the North" and "the South" among them."""
    shared = data("ambiguous")["names"]
    named = Counter(
        p for h in hits if h.entry.sort in _NAMING and text[h.start : h.end] not in shared for p in h.entry.parties
    )
    own = tuple(_settle(text, hit, named) for hit in hits)
    return tuple(sorted((*own, *_compass(text, own, named)), key=lambda hit: hit.start))


def _settle(text: str, hit: Hit, named: Counter[str]) -> Hit:
    if hit.entry.sort == "shared":
        state = max(hit.entry.parties, key=lambda party: named[party])
        return replace(hit, entry=replace(hit.entry, sort="national", parties=(state,)))
    codes = data("ambiguous")["names"].get(text[hit.start : hit.end], ())
    if not codes or named[codes[0]]:
        return hit
    meant = max(codes, key=lambda code: named[code])
    if meant == codes[0] or not named[meant]:
        return hit
    name = hit.entry.name if hit.entry.sort == "movement" else state_name(meant)
    return replace(hit, entry=replace(hit.entry, name=name, parties=(meant,)))


def _compass(text: str, hits: tuple[Hit, ...], named: Counter[str]) -> Iterator[Hit]:
    pairs = data("ambiguous")["compass"]
    known = max(range(len(pairs["North"])), key=lambda at: named[pairs["North"][at]] + named[pairs["South"][at]])
    if not named[pairs["North"][known]] or not named[pairs["South"][known]]:
        return
    for match in _COMPASS.finditer(text):
        start, end = match.span(1)
        if not any(h.start < end and start < h.end for h in hits):
            code = pairs[match[1]][known]
            yield Hit(start=start, end=end, entry=Entry(name=state_name(code), sort="state", parties=(code,)))
