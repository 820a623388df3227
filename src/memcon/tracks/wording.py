"""What the words for a meeting tell of it: its kind, its number, whether it is a series, and whether it is to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from memcon.tracks import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memcon.tracks.notes import MeetingKind, Turn

_WORD = re.compile(r"[\w’'-]+")
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_BARE_DATE = re.compile(r"(?:(?:[A-Z][a-z]{2,8}\.?|\d{1,2}|\d{4}|on|and|to)(?:[ ,–-]+|$))+")
_MOST_BETWEEN = 4  # words between an ordinal and what it counts: "the third trilateral high-level security meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the mentions of one meeting in one report tell of it."""

    kind: MeetingKind
    number: int | None
    number_first: bool
    is_summit: bool
    is_series: bool
    is_definite: bool
    is_round: bool
    turn: Turn


def read(mentions: Sequence[str]) -> Wording:
    """Read the words of all mentions; the first counts most, since later ones may take up another meeting."""
    each = [words_of(mention) for mention in mentions]
    numbers = [number for words in each for number in [number_of(words)] if number]
    every = [word for words in each for word in words]
    first = each[0] if each else []
    return Wording(
        kind=_kind(first),
        number=numbers[0] if numbers and len(set(numbers)) == 1 else None,
        number_first=bool(numbers) and number_of(each[0]) == numbers[0],
        is_summit="summit" in every,
        is_series=bool(each) and all(_is_series(words) for words in each),
        is_definite=bool(first) and first[0] in lexicon.words("definite"),
        is_round=any(word in lexicon.words("round") for word in every),
        turn=_turn(first),
    )


def words_of(text: str) -> list[str]:
    """The words of `text`, lower case."""
    return _WORD.findall(text.lower().replace("\xad", ""))


def number_of(words: Sequence[str]) -> int | None:
    """The number that a mention gives its meeting: ``5`` for "the fifth round of talks", ``10`` for "Astana-10"."""
    for at, word in enumerate(words):
        number = lexicon.ordinals().get(word)
        after = words[at + 1 : at + 2 + _MOST_BETWEEN]
        if number and any(each in lexicon.words("counted") for each in after) and not _is_plural(after):
            return number
    return _figure(" ".join(words))


def _figure(text: str) -> int | None:
    """The number in “round 5” and “Astana-10”; not a year."""
    found = re.search(r"\b(?:round|session) (?:no )?(\d{1,2})\b", text) or re.search(r"\b[a-z]{4,}-(\d{1,2})\b", text)
    return int(found[1]) if found else None


def first_of(text: str) -> int:
    """How many rounds a list of days is told of: ``3`` for "the first three rounds of consultations", else 0."""
    found = re.search(r"\bfirst (\w+) (?:rounds|meetings|sessions)\b", text.lower())
    if found is None:
        return 0
    return int(found[1]) if found[1].isdecimal() else lexicon.cardinals().get(found[1], 0)


def is_bare_date(mentions: Sequence[str]) -> bool:
    """Whether all that stands for a meeting is its date: "February 15-16"."""
    return len(mentions) == 1 and bool(_BARE_DATE.fullmatch(mentions[0].strip()))


def _is_plural(words: Iterable[str]) -> bool:
    return any(word in {"rounds", "meetings", "sessions"} for word in words)


def _kind(words: Sequence[str]) -> MeetingKind:
    if any(word in lexicon.words("call") for word in words):
        return "call"
    head = words[:4]
    return "visit" if any(word in lexicon.words("visit") for word in head) else "talks"


def _is_series(words: Sequence[str]) -> bool:
    """Whether the words name talks as a whole: "the Astana process", "several rounds of talks"."""
    if number_of(words) is not None:
        return False
    if any(word in lexicon.words("plural") for word in words):
        return True
    is_one = any(word in lexicon.words("sitting") for word in words)
    return not is_one and any(word in lexicon.words("series") for word in words)


def _turn(words: Sequence[str]) -> Turn:
    for word in words[:4]:
        if word in lexicon.words("next"):
            return "next"
        if word in lexicon.words("past"):
            return "past"
    return ""


@cache
def _months() -> re.Pattern[str]:
    names = [_MONTHS[at : at + 3] for at in range(0, len(_MONTHS), 3)]
    return re.compile(r"\b(" + "|".join(names) + r")[a-z]*\.?\b")


def names_date(text: str, *, month: int, day: int) -> bool:
    """Whether `text` names that day by its date ("Jan. 23", "23 January", "January 23-24"), not by a weekday."""
    for match in _months().finditer(text):
        if _MONTHS.index(match[1]) // 3 + 1 != month:
            continue
        around = text[max(0, match.start() - 8) : match.start()] + " " + text[match.end() : match.end() + 12]
        if re.search(rf"(?<!\d)0?{day}(?!\d)", around):
            return True
    return False
