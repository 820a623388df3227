"""Movements and bodies that no list has, from how a report introduces them.

News gives them in full with their initials, "the Free Reed Movement (FRM)", names what sort they are, "the rebel group, the FRM", or says so in
an apposition, "the Reed Forum, a Bern body". Such a name is a party by its initials, else by its words in capitals.
A ministry, a company or a bank is none, nor is the army of a state: they act for a state that the words or the report tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import pycountry

from memcon.actors.gazetteer import Entry, Hit, data

if TYPE_CHECKING:
    from collections.abc import Iterator

Sort: TypeAlias = Literal["movement", "organisation", "part"]
_WORD = r"(?<![\w’'-])[A-Z][\w’'-]*+"
_LINK = r"(?:of|for|the|and|in|to|de|du|des|la|le|del|y|&)"
# A bound: a page of headlines has no name of a hundred words.
_NAME = rf"{_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD}){{1,12}}"
_INITIALS = r"[A-Z][A-Za-z0-9&/-]{1,9}"
_WITH_INITIALS = re.compile(rf"({_NAME}) \(({_INITIALS})\)")
_WITH_SORT = re.compile(rf"({_NAME}), an? ([^,.;]{{0,60}})")
_ANY_NAME = re.compile(rf"\b{_NAME}")
_SORT_BEFORE = re.compile(
    r"\b(?:rebel|guerrilla|separatist|insurgent|secessionist|paramilitary|armed) (?:group|movement|faction|force|army|organi[sz]ation|front)"
    r",? (?:the |called |known as (?:the )?)?([A-Z][A-Z0-9-]{1,7})\b"
)
_SORT_AFTER = re.compile(
    r"\b([A-Z][A-Z0-9-]{1,7}) (?:rebels?|guerrillas?|insurgents|separatists|militants|fighters|gunmen|militiamen)\b"
)
_OPENS_SEGMENT = frozenset({"of", "for", "in", "to", "de", "du", "des", "del"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with its initials (or ``""``), where it begins, the word before it and what a report calls it (lower case, or ``""``)."""

    words: str
    initials: str
    start: int
    before: str
    called: str

    def head(self) -> str:
        """The noun that heads the name: the last word before its first preposition."""
        words = self.words.split()
        end = next((at for at, word in enumerate(words) if word in _OPENS_SEGMENT and at), len(words))
        return words[end - 1]


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(data("unlisted")[name])


def with_unlisted(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The names of a text, `hits` of the gazetteer, and those of the movements and bodies that it introduces itself."""
    entries: dict[str, Entry] = {}
    initialled = tuple(_with_initials(text))
    hits = _without_others(text, hits, initialled)
    for named in (*initialled, *_with_sort(text), *_plain(text)):
        entry = _entry(named, hits)
        if entry is not None:
            entries.setdefault(named.words, entry)
            if named.initials:
                entries.setdefault(named.initials, entry)
    known = {text[hit.start : hit.end] for hit in hits}
    for initials in _bare_initials(text):
        if initials not in known and not _is_code(initials):
            entries.setdefault(initials, Entry(name=initials, sort="movement", parties=(initials,)))
    return _merged(hits, tuple(_occurrences(text, entries))) if entries else hits


def _without_others(text: str, hits: tuple[Hit, ...], initialled: tuple[_Named, ...]) -> tuple[Hit, ...]:
    """The names without those initials that the report gives to something else ("the Reed Control Authority (RCA)")."""
    others: set[str] = set()
    for named in initialled:
        full = {h.entry.parties for h in hits if named.start <= h.start < named.start + len(named.words)}
        same = {h.entry.parties for h in hits if text[h.start : h.end] == named.initials}
        if same and not same & full and named.head() not in _words("movement_heads"):
            others.add(named.initials)
    return tuple(h for h in hits if text[h.start : h.end] not in others) if others else hits


def _with_initials(text: str) -> Iterator[_Named]:
    for match in _WITH_INITIALS.finditer(text):
        initials = match[2]
        if sum(c.isupper() for c in initials) > 1:
            start = match.start() + _begins(match[1], initials)
            yield _Named(text[start : match.end(1)], initials, start, _word_before(text, start), "")


def _begins(words: str, initials: str) -> int:
    """Where in a run of capitalised words the name begins that has these initials; else after a possessive."""
    starts = [m.start() for m in re.finditer(_WORD, words)]
    wanted = re.sub(r"[^A-Z]", "", initials)
    for start in starts:
        if "".join(m[0][0] for m in re.finditer(_WORD, words[start:])) == wanted:
            return start
    owner = max(words.rfind("'s "), words.rfind("’s "))
    return owner + 3 if owner >= 0 else 4 if words.startswith("The ") else 0


def _with_sort(text: str) -> Iterator[_Named]:
    for match in _WITH_SORT.finditer(text):
        start = match.start(1) + _begins(match[1], "")
        yield _Named(text[start : match.end(1)], "", start, _word_before(text, start), match[2].lower())


def _plain(text: str) -> Iterator[_Named]:
    """Names without initials that are a movement's by their own words ("Reed Liberation Front")."""
    for match in _ANY_NAME.finditer(text):
        start = match.start() + _begins(match[0], "")
        yield _Named(text[start : match.end()], "", start, _word_before(text, start), "")


def _word_before(text: str, start: int) -> str:
    words = text[max(0, start - 30) : start].lower().split()
    return words[-1] if words else ""


def _entry(named: _Named, hits: tuple[Hit, ...]) -> Entry | None:
    """What the name stands for; ``None`` where it is no party of its own or the gazetteer has it."""
    inside = [h for h in hits if h.start < named.start + len(named.words) and h.end > named.start]
    if any(h.entry.sort in {"national", "shared", "house"} and _length(h) >= len(named.words) for h in inside):
        return None
    own = next((h for h in inside if h.entry.sort in {"movement", "organisation", "part"}), None)
    if own is not None:
        return _organ(named, own)
    sort = _sort(named, inside)
    if sort is None:
        return None
    party = named.initials.upper()
    if not party or _is_code(party):
        party = named.words.upper()
    return Entry(name=named.words, sort=sort, parties=(party,))


def _organ(named: _Named, own: Hit) -> Entry | None:
    """A name that begins with an organisation's is an organ of it ("UN Observer Mission in Reedland (UNOMR)")."""
    if own.end - own.start >= len(named.words):
        return own.entry
    if not named.initials or own.start > named.start + len("the "):
        return None
    return Entry(name=named.words, sort="part", parties=own.entry.parties)


def _sort(named: _Named, inside: list[Hit]) -> Sort | None:
    if not any(char.islower() for char in named.words):
        return None  # a headline in capitals
    words = frozenset(re.findall(r"[\w-]+", named.words))
    if _is_movement(named, words, inside):
        return "movement"
    return "organisation" if _is_body(named, words, inside) else None


def _is_movement(named: _Named, words: frozenset[str], inside: list[Hit]) -> bool:
    head = named.head()
    leads = head in _words("movement_heads")
    known = bool(named.initials)
    if named.before in _words("before_movement") and (known or leads):
        return True
    if set(re.findall(r"[\w-]+", named.called)) & _words("called_movement"):
        return leads or head in _words("mixed_heads")
    of_state = any(h.entry.sort in {"state", "adjective"} for h in inside)
    if words & _words("movement_words") and (leads or head in _words("mixed_heads")):
        return (known and not of_state) or (leads and _tells(words))
    return leads and known and not of_state


def _is_body(named: _Named, words: frozenset[str], inside: list[Hit]) -> bool:
    if named.head() not in _words("body_heads") or words & _words("of_states"):
        return False
    if any(h.entry.sort in {"state", "adjective", "people", "seat"} for h in inside):
        return False
    return bool(named.initials) or bool(set(re.findall(r"[\w-]+", named.called)) & _words("called_body"))


def _tells(words: frozenset[str]) -> bool:
    """Whether a name without initials says plainly that it is a movement's: no "Armed Forces", and "Free …" of a movement only."""
    return (
        bool(words & (_words("movement_words") - {"Armed", "Free", "Revolutionary"})) or {"Free", "Movement"} <= words
    )


@lru_cache(maxsize=256)
def _is_code(party: str) -> bool:
    """Whether it is the code of a state, and so no name for a party that is none."""
    return pycountry.countries.get(alpha_3=party) is not None


def _bare_initials(text: str) -> Iterator[str]:
    """Initials that a report calls a rebel group's ("the rebel group, the FRM"; "FRM guerrillas")."""
    for pattern in (_SORT_BEFORE, _SORT_AFTER):
        yield from (match[1] for match in pattern.finditer(text))


def _occurrences(text: str, entries: dict[str, Entry]) -> Iterator[Hit]:
    """Every place of the names in the text, the longest at each."""
    names = sorted(entries, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w])")
    for match in pattern.finditer(text):
        yield Hit(start=match.start(), end=match.end(), entry=entries[match[0]])


def _merged(hits: tuple[Hit, ...], found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Both in the order of the text; where two overlap the longer counts, and of equals what the report says."""
    kept = [h for h in hits if not any(f.start < h.end and h.start < f.end and _length(f) >= _length(h) for f in found)]
    own = [f for f in found if not any(f.start < h.end and h.start < f.end for h in kept)]
    return tuple(sorted((*kept, *own), key=lambda hit: hit.start))


def _length(hit: Hit) -> int:
    return hit.end - hit.start
