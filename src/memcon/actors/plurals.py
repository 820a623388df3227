"""Plural phrases that point back to parties already named: "both countries", "the two presidents", "the sides"."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from memcon.actors import lexicon
from memcon.actors.drafts import SUBJECTS, Draft, Found
from memcon.actors.salience import FAR, clashes, joint
from memcon.actors.syntax import governor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.descriptions import Pending
    from memcon.actors.drafts import Board

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3}
COUNTED = {"pair": 2, "duo": 2, "trio": 3}
PAIR = 2
TOGETHER = 3  # sentences back to which a pair named together is looked for
OFTEN = 2  # sentences that must name two parties for these to be meant wherever they were named last
JOINT, COUNT, MOST = (
    1.5,
    0.5,
    6,
)  # what it weighs that a pair is named together, and each sentence that names both, up to so many
PAIRED = frozenset({"sides", "parties", "neighbors", "neighbours", "foes", "rivals"})  # two where no number is given


def number_of(board: Board, phrase: Pending) -> int:
    """How many parties a plural phrase points back to; 0 where it need not ("the officials")."""
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
    return first in {"the", "both", "these", "those", "their", "its", "all"}


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
    """The `number` parties that a phrase at the token means: named together, near, and often in one sentence; of `persons` only where so asked."""
    here, third = board.sentence[token], _speaking_of_them(board, board.doc[token])
    near = [f for f in board.back(token, FAR) if not f.as_place and not f.relays and f.end <= token]
    near = [f for f in near if not clashes(board, board.doc[token], f) and not _within_phrase(board, f)]
    if persons:
        near = [f for f in near if f.draft is not None and f.draft.kind == "person"]
    near = [f for f in near if not third & set(f.stands_for())]
    if number == PAIR:
        return _pair(board, near, here)
    for mention in near:
        together = _together(board, mention)
        if len(together) == number and here - board.sentence[mention.head] <= TOGETHER:
            return together
    return _singly(board, near[::-1], number)


def _together(board: Board, mention: Found) -> tuple[str, ...]:
    """The parties of one mention of several, or of those coordinated with it."""
    return mention.stands_for() if len(mention.stands_for()) > 1 else joint(board, mention)


def _singly(board: Board, near: list[Found], number: int) -> tuple[str, ...]:
    """The parties named last, one by one."""
    seen: dict[str, None] = {}
    for sentence in sorted({board.sentence[f.head] for f in near}, reverse=True):
        for mention in near:
            if board.sentence[mention.head] == sentence and len(mention.stands_for()) == 1 and len(seen) < number:
                seen.update(dict.fromkeys(mention.stands_for()))
        if len(seen) >= number:
            break
    return tuple(seen) if len(seen) == number else ()


def _pair(board: Board, near: list[Found], here: int) -> tuple[str, ...]:
    """The two parties that the report deals with: the nearer, the better; so much the better if it often names them in one sentence."""
    pairs: dict[frozenset[str], tuple[float, tuple[str, ...]]] = {}
    last = _singly(board, near[::-1], PAIR)
    named = [(_together(board, f), here - board.sentence[f.head]) for f in near]
    options = [(pair, back, JOINT) for pair, back in named if len(pair) == PAIR and back <= TOGETHER]
    options += [(last, 0, 0.0)] if last else []
    often = _often(board)
    known = {p for f in near for p in f.stands_for()}
    options += [(tuple(sorted(pair)), 0, 0.0) for pair, times in often.items() if pair <= known and times >= OFTEN]
    for pair, back, bonus in options:
        score = bonus - back + COUNT * min(MOST, often[frozenset(pair)])
        if frozenset(pair) not in pairs or score > pairs[frozenset(pair)][0]:
            pairs[frozenset(pair)] = (score, pair)
    return max(pairs.values(), key=lambda scored: scored[0])[1] if pairs else ()


def _often(board: Board) -> Counter[frozenset[str]]:
    """In how many sentences of the report each two parties are named."""
    by_sentence: defaultdict[int, set[str]] = defaultdict(set)
    for mention in board.found:
        if not mention.relays and not mention.as_place:
            by_sentence[board.sentence[mention.head]].update(mention.stands_for())
    return Counter(frozenset(two) for named in by_sentence.values() for two in combinations(sorted(named), PAIR))


def _speaking_of_them(board: Board, token: Token) -> set[str]:
    """The parties of a third that speaks to or of the two: "Norland urged both sides", "called on the two countries"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ in SUBJECTS:
        infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
        verb = verb.head if infinitive and verb.dep_ in {"xcomp", "ccomp"} else token
    if token.dep_ == "poss" or verb.pos_ not in {"VERB", "AUX"}:
        return set()
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    known = board.headed.get(subject.i) if subject is not None else None
    return set(known.stands_for()) if known is not None else set()


def _within_phrase(board: Board, mention: Found) -> bool:
    """Whether an adjective only says of which party a group is that counts itself ("Turkish and Qatari mediators")."""
    if mention.reference != "adjective":
        return False
    noun = board.headed.get(governor(board.doc[mention.head]).head.i)
    return noun is not None and noun.start <= mention.head < noun.head and noun.reference != "adjective"
