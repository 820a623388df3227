"""Plural phrases that point back to parties already named: "both countries", "the two presidents", "the sides"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import lexicon
from memcon.actors.drafts import SUBJECTS, Draft, Found
from memcon.actors.dyads import main_dyad
from memcon.actors.salience import FAR, clashes, joint
from memcon.actors.syntax import governor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.descriptions import Pending
    from memcon.actors.drafts import Board

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3}
COUNTED = {"pair": 2, "duo": 2, "trio": 3}
TWO = 2
MEETS = frozenset({"meet", "talk", "speak", "confer", "negotiate"})
EACH = frozenset({"each", "either", "neither"})
SINGLE = frozenset(
    {
        "side",
        "party",
        "country",
        "delegation",
        "government",
        "capital",
        "team",
        "state",
        "nation",
        "camp",
        "army",
        "leader",
    }
)
PAIRED = frozenset({"sides", "parties", "neighbors", "neighbours", "foes", "rivals"})  # two where no number is given


def number_of(board: Board, phrase: Pending) -> int:
    """How many parties a plural phrase points back to; 0 where it need not ("the officials")."""
    if board.doc[phrase.start].lower_ in EACH and board.doc[phrase.head].lower_ in SINGLE:
        return TWO
    for token in board.doc[phrase.start : phrase.head]:
        if token.lower_ in NUMBERS:
            return NUMBERS[token.lower_]
    noun = board.doc[phrase.head].lower_
    if noun in COUNTED:
        return COUNTED[noun]
    plain = board.doc[phrase.start].lower_ == "the" and phrase.head == phrase.start + 1
    return 2 if plain and noun in PAIRED else 0


def points_back(board: Board, phrase: Pending) -> bool:
    """Whether the phrase speaks of what is known ("the two countries") and not of something new ("two countries")."""
    first = board.doc[phrase.start].lower_
    return first in {"the", "both", "these", "those", "their", "its", "all"} | EACH


def point_plural(board: Board, token: Token, start: int, number: int) -> None:
    """Put the phrase from `start` to `token` on the board for the `number` parties named last, if there are so many."""
    persons = lexicon.is_offices(token.lower_) and token.lower_ != "members"
    parties = (last_parties(board, token.i, number, persons=True) if persons else ()) or last_parties(
        board, token.i, number
    )
    if parties:
        name = board.words(start, token.i + 1)
        draft = board.draft(("plural", *parties), Draft(name, "group", unnamed=True))
        board.add(Found(start, token.i + 1, token.i, "description", draft, parties))


def last_parties(board: Board, token: int, number: int, *, persons: bool = False) -> tuple[str, ...]:
    """The `number` parties named last before the token, those named together first; of `persons` only where so asked."""
    here = board.sentence[token]
    near = [f for f in reversed(list(board.back(token, FAR))) if not f.as_place and not f.relays]
    near = [
        f for f in near if f.end <= token and not clashes(board, board.doc[token], f) and not _within_phrase(board, f)
    ]
    if persons:
        near = [f for f in near if f.draft is not None and f.draft.kind == "person"]
    if number == TWO and not persons:
        sides = _sides(board, token, near)
        if sides:
            return sides
    for mention in reversed(near):
        together = mention.stands_for() if len(mention.stands_for()) > 1 else joint(board, mention)
        if len(together) == number and here - board.sentence[mention.head] <= 3:
            return together
    seen: dict[str, None] = {}
    for sentence in sorted({board.sentence[f.head] for f in near}, reverse=True):
        for mention in near:
            if board.sentence[mention.head] == sentence and len(mention.stands_for()) == 1 and len(seen) < number:
                seen.update(dict.fromkeys(mention.stands_for()))
        if len(seen) >= number:
            break
    return tuple(seen) if len(seen) == number else ()


def _sides(board: Board, token: int, near: list[Found]) -> tuple[str, ...]:
    """The two sides of the report, unless the words just before name two others together or one of them is who deals with both."""
    alone = (f for f in near if _acts_on(board, board.doc[token], f) and len(joint(board, f)) < TWO)
    acting = {p for f in alone for p in f.stands_for()}
    sides = main_dyad(board, frozenset(acting))
    here = board.sentence[token]
    for mention in reversed(near):
        if here - board.sentence[mention.head] > 1:
            break
        met = _met(board, mention, near)
        if len(met) == TWO and not acting & set(met):
            return met
        together = mention.stands_for() if len(mention.stands_for()) > 1 else joint(board, mention)
        if (
            len(together) == TWO
            and not acting & set(together)
            and board.doc[mention.head].dep_ in {*SUBJECTS, "pobj", "poss"}
        ):
            return together if board.doc[token].lower_ not in PAIRED or set(together) == set(sides) else sides
    return sides


def _met(board: Board, mention: Found, near: list[Found]) -> tuple[str, ...]:
    """The two of "Peru's minister met with his Chilean counterpart", at the first of them."""
    head = board.doc[mention.head]
    if head.dep_ not in SUBJECTS or head.head.lemma_.lower() not in MEETS or len(mention.stands_for()) != 1:
        return ()
    others = [f for f in near if _is_met(board.doc[f.head], head.head) and len(f.stands_for()) == 1]
    return tuple(dict.fromkeys((*mention.stands_for(), *(p for f in others for p in f.stands_for()))))


def _is_met(token: Token, verb: Token) -> bool:
    direct = token.dep_ == "dobj" and token.head == verb and verb.lemma_.lower() == "meet"
    return direct or (token.dep_ == "pobj" and token.head.lower_ == "with" and token.head.head == verb)


def _acts_on(board: Board, token: Token, mention: Found) -> bool:
    """Whether the mention is the subject of the clause in which the token stands as something else ("The EU urged both sides")."""
    verb = token
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    head = board.doc[mention.head]
    return head.dep_ in SUBJECTS and head.head == verb and head.i != token.i


def _within_phrase(board: Board, mention: Found) -> bool:
    """Whether an adjective only says of which party a group is that counts itself ("Turkish and Qatari mediators")."""
    if mention.reference != "adjective":
        return False
    noun = board.headed.get(governor(board.doc[mention.head]).head.i)
    return noun is not None and noun.start <= mention.head < noun.head and noun.reference != "adjective"
