"""What one mention says of its meeting, and the meeting as all its mentions have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memcon.extract.meetings.lexicon import formats, ordinals, sizes, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.meetings.standing import Standing
    from memcon.model import Place, Span

_OF_BODIES = frozenset({"meeting", "conference"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that one mention says of its meeting. `day` is the time of its own words, `when` that of its clause as well."""

    mention: Mention
    parties: tuple[str, ...]
    persons: tuple[str, ...]
    standing: Standing
    when: str
    day: str
    where: Place | None
    agenda: tuple[Span, ...]
    turn: str
    size: int = 0
    mediators: tuple[str, ...] = ()
    format: str = ""


@dataclass(slots=True)
class Joined:
    """The mentions of one meeting, in the order of the text."""

    said: list[Said] = field(default_factory=list)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the first mention that names two or more, else all that are named; who mediates by any mention."""
        first = self.said[0]
        if len(first.parties) == 1 and first.parties[0] in words("bodies", "own") and first.mention.kind in _OF_BODIES:
            pair = next((one.parties for one in self.said if len(one.parties) >= 2), first.parties)
        else:
            named = tuple(dict.fromkeys(p for one in self.said for p in one.parties))
            pair = next((one.parties for one in self.said if len(one.parties) >= 2), named)
            full = max((one.parties for one in self.said if set(one.parties) >= set(pair)), key=len, default=pair)
            pair = full if len(full) > 3 else pair
        mediators = [p for one in self.said for p in one.mediators] if len(pair) >= 2 else []
        return tuple(dict.fromkeys([*pair, *mediators]))

    @property
    def persons(self) -> tuple[str, ...]:
        """Everybody named as taking part."""
        return tuple(dict.fromkeys(p for one in self.said for p in one.persons))


def turn_of(doc: Doc, mention: Mention) -> str:
    """Which of several: a number ("3"), "next", "previous", "apart" (another, a separate one), or ``""``."""
    if doc[mention.head].lower_ in ordinals():
        return str(ordinals()[doc[mention.head].lower_])  # "the fourth, in Muscat"
    for word in (
        w.lower_
        for w in doc[mention.start : mention.head]
        if w.dep_ in {"amod", "advmod", "det", "compound", "nummod", "nmod"}
    ):
        if word in ordinals():
            return str(ordinals()[word])
        digits = word.rstrip("stndrh")
        if digits.isdigit() and digits != word:
            return digits
        if word in words("turn", "apart"):
            return "apart"
        if word in {"next", "upcoming", "forthcoming", "new", "fresh", "further"}:
            return "next"
        if word in {"previous", "earlier", "last", "past", "preceding", "former"}:
            return "previous"
    return ""


def size_of(doc: Doc, mention: Mention) -> int:
    """How many parties the words say that there are ("trilateral" 3), or 0."""
    return next((sizes()[w.lower_] for w in doc[mention.start : mention.head] if w.lower_ in sizes()), 0)


def format_of(doc: Doc, mention: Mention) -> str:
    """The place that a standing format goes by ("the Astana talks"), or ``""``."""
    return next((w.lower_ for w in doc[mention.start : mention.head] if w.lower_ in formats()), "")
