"""Offices as reports give them: alike in spite of their wording, and with the days on which they were given."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from memcon.actors import gazetteer, lexicon
from memcon.tracks import spelling
from memcon.tracks.model import Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.ledger.model import Standing

_SHORT = {
    "fm": "foreign minister",
    "pm": "prime minister",
    "sec.": "secretary",
    "vp": "vice president",
    "amb.": "ambassador",
}
_PASSING = frozenset(
    {
        "former",
        "ex",
        "then",
        "outgoing",
        "incoming",
        "visiting",
        "his",
        "her",
        "its",
        "the",
        "top",
        "senior",
        "veteran",
        "acting",
        "counterpart",
    }
)
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "von", "van", "de", "der", "di", "da", "le", "la", "du", "al-", "ul", "bint", "y"}
)
_NO_NAMES = frozenset(
    {"state", "adjective", "organisation", "movement", "outlet", "format", "national", "people", "region"}
)
_SURNAMES = frozenset({"King", "Major", "Pope", "Bishop", "Duke", "Dean", "Prince", "Judge", "Marshall"})
_FULL = 2
_OF = frozenset({"of", "for", "the", "and"})
_FOREIGN = re.compile(r"\bminister (?:of|for) foreign affairs\b")


@lru_cache(maxsize=16384)
def core(role: str) -> str:
    """A role without the state, and short forms in full: "Russian FM" and "Russia's foreign minister" → "foreign minister"."""
    text = role.replace("’", "'")
    for hit in reversed(gazetteer.find(text)):
        if hit.entry.sort in {"adjective", "state", "seat"}:
            text = text[: hit.start] + text[hit.end :]
    words = [_SHORT.get(word, word) for word in re.findall(r"[\w.-]+", text.casefold().replace("'s", " "))]
    plain = " ".join(word for word in words if word not in _PASSING)
    return _FOREIGN.sub("foreign minister", plain).removeprefix("of ").strip(" -.").removesuffix(" of")


@lru_cache(maxsize=65536)
def proper(name: str) -> str:
    """The proper name in the words for a person, ``""`` where there is none: not "senior source", not "Secretary of State"."""
    words = name.replace("\xad", "").split()
    kept: list[str] = words[-1:] if _is_borne(words) else []
    for word in reversed(words[: len(words) - len(kept)]):
        is_particle = word.casefold() in _PARTICLES and kept
        if not is_particle and (not _is_capital(word) or _is_title(word) or word.endswith(("'s", "’s"))):
            break
        kept.insert(0, word)
    if len(kept) == 1 and len(words) > 1 and words[-2].casefold() in _OF:
        return ""  # "Secretary of State"
    found = " ".join(kept)
    return (
        ""
        if any(hit.entry.sort in _NO_NAMES and hit.end - hit.start == len(found) for hit in gazetteer.find(found))
        else found
    )


def _is_borne(words: list[str]) -> bool:
    """Whether the last word is a surname, though it is a title too: "Angus King", but not "the Saudi King"."""
    if len(words) < _FULL or words[-1] not in _SURNAMES or not words[-2][0].isupper() or _is_title(words[-2]):
        return False
    return not gazetteer.find(words[-2]) and not words[-2].endswith(("'s", "’s"))


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name's: "Assad", "al-Assad"."""
    return word[0].isupper() or word.rpartition("-")[2][:1].isupper()


def _is_title(word: str) -> bool:
    """Whether a word is of an office or of a body that one serves: "Secretary", "Council"."""
    if word.casefold() in lexicon.words("body"):
        return True
    return lexicon.is_office(word.casefold()) or lexicon.is_office(word.casefold().rstrip("s"))


@cache
def shared_surnames() -> frozenset[str]:
    """The keys of surnames that so many bear that they tell nothing of the person."""
    return frozenset(spelling.key(name) for name in gazetteer.data("office_holders")["shared"])


@cache
def family_first() -> frozenset[str]:
    """The parties whose names lead with the family name."""
    return frozenset(gazetteer.data("office_holders")["family_first"])


def offices(standings: Iterable[Standing]) -> tuple[Office, ...]:
    """The offices of one person, in the order in which reports first gave them, each in its most frequent wording."""
    given: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one in standings:
        role = one.sighting.body["role"]
        if role and core(role):
            given[core(role)].append((one.day, " ".join(role.split()), one.sighting.report_id))
    found = [_office(each) for each in given.values()]
    return tuple(sorted(found, key=lambda one: (one.first, one.title)))


def _office(given: list[tuple[str, str, str]]) -> Office:
    titles = [title for _, title, _ in given]
    return Office(
        title=min(titles, key=lambda title: (-titles.count(title), title)),
        first=min(day for day, _, _ in given),
        last=max(day for day, _, _ in given),
        reports=len({report for _, _, report in given}),
    )
