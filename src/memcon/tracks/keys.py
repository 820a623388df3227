"""On which track a mention belongs: between whom, in which format, read off its words and those of its report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from memcon.actors import gazetteer
from memcon.tracks import lexicon, matters
from memcon.tracks.model import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.tracks.lexicon import Conflict, Format
    from memcon.tracks.wording import Wording

_NAMED = re.compile(r"(?<![\w-])([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)((?:[ -][a-z“\"][\w-]*){0,3})")
_FACE_TO_FACE = re.compile(r"\b(?:with|between|bilateral)\b")
_GOES_BY = re.compile(
    r"[\w’'-]*(?: [a-z“\"][\w’-]*){0,2} (?:[Tt]alks|[Pp]rocess|[Ff]ormat|[Nn]egotiations|[Pp]latform|[Tt]rack|[Mm]eetings?|[Dd]ialog(?:ue)?|[Cc]onference)"
)
_MANY = 5
_FULL_HOUSE = 3  # parties from which on a meeting at a format's place is taken for the format's


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A meeting of a report before it is known whose track it is on."""

    words: tuple[str, ...]
    wording: Wording
    parties: tuple[str, ...]
    place: str
    country: str | None
    around: str
    at: int


def named(words: str) -> str:
    """`words` on one line, soft hyphens gone, blanks plain."""
    return " ".join(words.replace("\xad", "").split())


def formats_in(raw: Raw, text: str) -> Format | None:
    """The format that the words of a mention name, or the place they name talks by."""
    for at, words in enumerate(map(named, raw.words)):
        if at and _is_own(raw):
            break
        for each in lexicon.formats().values():
            if each.words.search(words) and _in_context(each, text):
                return each
        if (found := _by_place(raw, words, text)) is not None:
            return found
    return _by_seat(raw, text)


def _is_own(raw: Raw) -> bool:
    """Whether the first words for a meeting make it two parties' own, so that later ones which name a format took up another."""
    first = named(raw.words[0]).lower()
    is_pair = len(raw.parties) == 2 and not matters.between(raw.parties)  # two make a pair
    return is_pair and (_FACE_TO_FACE.search(first) is not None or not _talks().search(first))


def _by_place(raw: Raw, words: str, text: str) -> Format | None:
    lower = words.lower()
    if raw.wording.kind != "talks" or not _talks().search(lower):
        return None
    for each in lexicon.formats().values():
        for place in each.places:
            at = words.find(place)
            if at < 0 or not _in_context(each, text):
                continue
            is_name = _GOES_BY.match(words[at + len(place) :]) is not None
            if not _is_another(raw, each, words[:at], is_name=is_name):
                return each
    return None


def _is_another(raw: Raw, of: Format, before: str, *, is_name: bool) -> bool:
    """Whether a meeting at a format's place is two parties' own: "a meeting with his Kazakh counterpart in Astana".

    With `is_name` the talks go by the place ("the Astana talks"), so that the parties told with them count for little.
    """
    parties = set(raw.parties)
    if len(parties) != 2 or matters.between(parties):  # two make a pair
        return False
    if _FACE_TO_FACE.search(before):
        return True
    if is_name or raw.wording.is_round or raw.wording.is_definite:
        return not parties & of.sitting and not raw.wording.is_round
    return True


def _by_seat(raw: Raw, text: str) -> Format | None:
    """Talks of many, or of a war's sides, at the seat of a format, though no word names it."""
    if raw.wording.kind != "talks" or not raw.place:
        return None
    for each in lexicon.formats().values():
        if raw.place in each.places and _in_context(each, text):
            sitting = [party for party in raw.parties if party in each.sitting]
            if len(sitting) >= _FULL_HOUSE or (matters.between(raw.parties) and len(sitting) == len(raw.parties)):
                return each
    return None


def full_house(raw: Raw, text: str) -> Format | None:
    """The format all of whose members a meeting has, and nobody else, where the report speaks of its matter.

    Of a format of many, four make a house, if the one that the talks turn on (the first member) is among them.
    """
    parties = set(raw.parties)
    for each in lexicon.formats().values():
        if not each.sitting >= parties or len(parties) < _FULL_HOUSE:
            continue
        is_whole = len(each.members) >= _FULL_HOUSE and parties.issuperset(each.members)
        is_whole |= len(each.members) > _MANY and len(parties) > _FULL_HOUSE and each.members[0] in parties
        if is_whole and (each.context or each.words).search(text):
            return each
    return None


def _in_context(of: Format, text: str) -> bool:
    return of.context is None or of.context.search(text) is not None


@cache
def _talks() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(lexicon.words("talks"))) + r")\b")


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(lexicon.words("standing"))) + r")\b")


def place_named(raw: Raw) -> str | None:
    """The place that talks go by, where no format of the lexicon is meant: "the Istanbul process", "the Doha talks"."""
    for words in map(named, raw.words):
        for match in _NAMED.finditer(words):
            after = words[match.end(1) : match.end(1) + 40].lower()
            head = _talks().search(match[2].lower()) or re.match(r"[ -]" + _talks().pattern, after)
            is_many = len(raw.parties) > 2 or (len(raw.parties) == 2 and _standing().search(after))  # two make a pair
            if head and is_many and _is_place(match[1], raw):
                return match[1]
    return None


@cache
def _sort_of(name: str) -> str:
    hits = gazetteer.find(name)
    return hits[0].entry.sort if hits else ""


def _is_place(name: str, raw: Raw) -> bool:
    is_plain = not name.endswith(("'s", "’s"))
    return is_plain and (_sort_of(name) == "seat" or (name == raw.place and not _sort_of(name)))


def scope_of(parties: Sequence[str]) -> Scope | None:
    """The scope of parties that no format gathers."""
    each = sorted(set(parties))
    if not each:
        return None
    if len(each) == 1:
        return Scope("body", each[0])
    return Scope("pair" if len(each) == 2 else "parties", "|".join(each))


def of_sides(conflict: Conflict) -> Scope:
    """The scope of a war: the first of each side, for all who fight with it."""
    return Scope("pair", "|".join(sorted(side[0] for side in conflict.sides)))


def at_war(scope: Scope, parties: Sequence[str], matter: str | None) -> Scope:
    """The scope, or where its parties are sides of a war that the world deals with and this is the matter, that of the war."""
    conflict = lexicon.conflicts().get(matter or "")
    is_theirs = conflict is not None and conflict.is_of_the_world and matters.between(parties) == matter
    return of_sides(conflict) if conflict is not None and is_theirs else scope


def of_format(each: Format) -> Scope:
    """The scope of a format; one of two members without a seat is those two."""
    is_pair = len(each.members) == 2 and not each.places
    return Scope("pair", "|".join(sorted(each.members))) if is_pair else Scope("format", each.name)
