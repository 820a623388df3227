"""How much speaks for a mention's being of a meeting: parties, persons, days, places, turns, kinds; what conflicts keeps them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.meetings.lexicon import words
from memcon.extract.meetings.nouns import lemma_of
from memcon.extract.meetings.standing import PLAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from memcon.extract.meetings.said import Joined, Said

OPEN = frozenset({"proposed", "refused"})
_AHEAD = frozenset({"planned", "cancelled", "postponed", "suspended"})
_ASIDE = frozenset({"ahead", "sideline", "sidelines", "margin", "margins", "fringe", "fringes", "framework"})
_GATHERINGS = frozenset({"summit", "forum", "conference", "congress", "assembly", "session"})
_PAST = frozenset({"held", "under-way"})


def kin(doc: Doc, one: Said, meeting: Joined, kinship: Mapping[str, str]) -> float | None:
    """How much speaks for one meeting; ``None`` where something speaks against it."""
    if one.mention.beside is not None:
        return _kin_beside(one, meeting)
    if any(s.mention.head < one.mention.head < s.mention.end for s in meeting.said):
        return None  # what a meeting's own phrase names is another: "a meeting with those at the talks"
    if any(_beside_another(doc, s, one) for s in meeting.said):
        return None
    if (again := _said_to_be(doc, one, meeting)) is not None:
        return again
    link = doc[one.mention.head].head
    if link.lower_ == "for" and any(s.mention.head == link.head.i and s.mention.kind != "visit" for s in meeting.said):
        return 4.0  # "met for talks"
    if one.format and any(s.format == one.format and not s.turn.isdigit() for s in meeting.said):
        return None if one.turn.isdigit() else 4.0
    if (open_kin := _kin_open(one, meeting)) is not None:
        return open_kin
    parts = (
        _by_kind(doc, one, meeting),
        _by_parties(one, meeting),
        _by_persons(one, meeting, kinship),
        _by_day(one, meeting),
        _by_place(one, meeting),
        _by_turn(one, meeting),
        _by_size(one, meeting),
        _by_status(one, meeting),
    )
    if any(p is None for p in parts):
        return None
    return sum(p for p in parts if p is not None)


def _said_to_be(doc: Doc, one: Said, meeting: Joined) -> float | None:
    """As in "It was the tenth round", "Wednesday's meeting was the first": a subject and what it is said to be are one."""
    token = doc[one.mention.head]
    if token.dep_ != "attr" or token.head.lemma_ != "be":
        return None
    who = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
    if who is None or one.mention.kind == "visit" or meeting.said[-1].mention.kind == "visit":
        return None
    if any(s.mention.head == who.i for s in meeting.said):
        return 6.0
    apart = bool(one.parties and meeting.parties) and not set(one.parties) & set(meeting.parties)
    same = meeting.said[-1].standing.status == one.standing.status and not apart
    return 3.0 if who.lower_ in {"it", "this"} and same else None


def _beside_another(doc: Doc, told: Said, one: Said) -> bool:
    """As in "talks this month ahead of a meeting between A and B", "met on the sidelines of the summit": what comes before or beside it."""
    earlier, token = doc[told.mention.head], doc[one.mention.head]
    link = token.head
    if token.sent != earlier.sent or token.dep_ != "pobj" or earlier.i > token.i:
        return False
    if link.lower_ == "of" and link.head.lemma_.lower() in _ASIDE:
        return True
    return link.lower_ in {"before", "after", "following"} and not one.mention.definite


def _kin_open(one: Said, meeting: Joined) -> float | None:
    """Talks that two sides offer or refuse each other are one matter in a report, however often and in whatever words."""
    first = next((s.standing.status for s in meeting.said if s.standing.strength >= PLAIN), None)
    visit = one.mention.kind == "visit" or meeting.said[0].mention.kind == "visit"
    if one.standing.status not in OPEN or first not in OPEN or visit:
        return None
    mine, theirs = set(one.parties), set(meeting.parties)
    return 3.0 if mine <= theirs or theirs <= mine else None


def _kin_beside(one: Said, meeting: Joined) -> float | None:
    """The second day or place is another meeting unless the same day or place is known."""
    same = any(
        s.mention.kind == one.mention.kind
        and one.parties == s.parties
        and (
            (one.day and s.day == one.day)
            or (s.mention.beside is None and one.mention.kind == "visit" and s.where == one.where)
        )
        for s in meeting.said
    )
    return 3.0 if same else None


def _by_kind(doc: Doc, one: Said, meeting: Joined) -> float | None:
    """A visit is not the talks it is made for; a call is no meeting face to face."""
    kinds = {s.mention.kind for n, s in enumerate(meeting.said) if n == 0 or not s.mention.definite}
    kind = one.mention.kind
    if (kind == "visit") != ("visit" in kinds):
        return None
    if (kind == "call") != ("call" in kinds) and not (one.mention.definite or kind == "talks"):
        return None
    if (kind == "conference") != ("conference" in kinds) and not one.mention.definite:
        return None
    if one.turn.isdigit() and (
        any(s.mention.series for s in meeting.said) or (kind == "talks" and "talks" not in kinds)
    ):
        return None
    if "talks" not in kinds and _topical(doc, one) and not _topical(doc, one) & _words(doc, meeting):
        return None
    if one.mention.series != any(s.mention.series for s in meeting.said) and not one.mention.definite:
        return None
    if _pair_beside_summit(doc, one, meeting):
        return None
    same_word = any(lemma_of(doc[s.mention.head]) == lemma_of(doc[one.mention.head]) for s in meeting.said)
    return 0.5 if same_word else 0.2 if kind in kinds else 0.0


def _pair_beside_summit(doc: Doc, one: Said, meeting: Joined) -> bool:
    """As in "will attend the summit and hold talks with A": a pair's own talks are not the gathering at which they meet."""
    first = lemma_of(doc[meeting.said[0].mention.head])
    pair = not one.mention.definite and len(one.parties) == 2 and lemma_of(doc[one.mention.head]) != first
    return pair and first in _GATHERINGS and len(meeting.parties) < 2


def _topical(doc: Doc, one: Said) -> set[str]:
    """As in "the nuclear talks", "the border talks": the words that say which talks are meant."""
    return {w.lower_ for w in doc[one.mention.start : one.mention.head] if w.lower_ in words("agenda", "modifiers")}


def _words(doc: Doc, meeting: Joined) -> set[str]:
    return {w.lower_ for s in meeting.said for w in doc[s.mention.start : s.mention.end]}


def _by_parties(one: Said, meeting: Joined) -> float | None:
    mine, theirs = set(one.parties), set(meeting.parties)
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 2.0
    if one.mention.definite and len(theirs) == 1 and theirs <= words("bodies", "own") and len(mine) == 1:
        return 0.0  # the minister who wants the body's meeting put off is not another side to it
    if mine < theirs:
        return 1.0 if one.mention.definite or len(mine) > 1 else 0.6
    if mine > theirs:
        return 1.0 if len(theirs) > 1 and one.mention.definite else 0.7 if len(theirs) == 1 else None
    return None


def _by_persons(one: Said, meeting: Joined, kinship: Mapping[str, str]) -> float | None:
    """Two different persons of one party sit in two meetings, unless one list holds the other."""
    if one.standing.status in OPEN:
        return 0.0
    mine, theirs = set(one.persons), set(meeting.persons)
    if mine & theirs and not (mine <= theirs or theirs <= mine):
        return None if _rivals(mine, theirs, kinship) else 0.5
    if mine and theirs and not mine & theirs:
        return None if _rivals(mine, theirs, kinship) else 0.0
    return 1.0 if mine & theirs else 0.0


def _rivals(mine: set[str], theirs: set[str], kinship: Mapping[str, str]) -> bool:
    parties = {kinship.get(p) for p in mine - theirs} & {kinship.get(p) for p in theirs - mine}
    return bool(parties - {None})


def _by_day(one: Said, meeting: Joined) -> float | None:
    """Days that cannot be one keep meetings apart."""
    if one.standing.status in OPEN or not one.day:
        return 0.0
    days = [s.day for s in meeting.said if s.day]
    if not days:
        return 0.0
    if any(compatible(one.day, day) for day in days):
        return 1.0
    return None


def compatible(one: str, other: str) -> bool:
    """Whether two EDTF values may be the same day: one lies within the other, or the spans overlap."""
    (a, b), (c, d) = _bounds(one), _bounds(other)
    return a <= d and c <= b


def _bounds(value: str) -> tuple[str, str]:
    """First and last day of an EDTF value, as strings that sort."""
    first, _, last = value.rstrip("~?%").partition("/")
    last = last or first
    low = "0000" if first == ".." else first.rstrip("~?%")
    high = "9999" if last == ".." else last.rstrip("~?%") + ("-99" if len(last.rstrip("~?%")) < 10 else "")
    return low, high


def _by_place(one: Said, meeting: Joined) -> float | None:
    if one.where is None:
        return 0.0
    places = [s.where for s in meeting.said if s.where is not None]
    if not places:
        return 0.0
    if any(p.name == one.where.name for p in places):
        return 1.0
    if any(p.country == one.where.country and p.country for p in places):
        return 0.3
    return None


def _by_turn(one: Said, meeting: Joined) -> float | None:
    """As in "The second round" is not the first; "another" is none of those before it."""
    if one.turn == "apart":
        return None
    turns = {s.turn for s in meeting.said if s.turn and s.turn != "apart"}
    if not one.turn or not turns:
        return 0.0 if not one.turn or one.turn.isdigit() else -0.2
    if one.turn in turns:
        return 0.8
    return None if one.turn.isdigit() == any(t.isdigit() for t in turns) else 0.0


def _by_size(one: Said, meeting: Joined) -> float | None:
    """As in "Bilateral" talks are not the trilateral ones beside them."""
    sizes = {s.size for s in meeting.said if s.size}
    if one.size and sizes and one.size not in sizes:
        return None
    if one.size == 2 and len(meeting.parties) > 2:
        return None
    return 0.3 if one.size and one.size in sizes else 0.0


def _by_status(one: Said, meeting: Joined) -> float | None:
    """What was held is not what is planned, unless the words point back."""
    mine, firm = one.standing.status, one.standing.strength >= PLAIN
    theirs = {s.standing.status for s in meeting.said if s.standing.strength >= PLAIN}
    told = theirs or {s.standing.status for s in meeting.said}
    if (one.turn == "next" and mine not in _PAST and told <= _PAST) or (
        one.turn == "previous" and mine in _PAST and told <= _AHEAD | OPEN
    ):
        return None
    if not firm and one.mention.definite:
        return 0.0
    if mine in {s.standing.status for s in meeting.said}:
        return 0.6
    if not firm or not theirs:
        return 0.0
    if mine in OPEN and theirs <= OPEN | {"planned"}:
        return 0.4
    if mine in _AHEAD and theirs & (_AHEAD | OPEN):
        return 0.3
    if (mine in _PAST) != bool(theirs & _PAST):
        return -1.0 if one.mention.definite and len(one.parties) < 2 else None
    return -0.3
