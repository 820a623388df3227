"""Pronouns: "he", "it", "they", and "who" and "which"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors.drafts import Found
from memcon.actors.salience import ahead, best_antecedent, joint

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from memcon.actors.drafts import Board

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_AND_SECOND = frozenset(
    ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours"]
)
RELATIVE = frozenset({"who", "which", "whom", "whose", "that"})


def point_pronoun(board: Board, token: Token) -> None:
    """Put a pronoun on the board with its antecedent; "I", "we" and "you" without one."""
    low = token.lower_
    if low in FIRST_AND_SECOND:
        board.add(Found(token.i, token.i + 1, token.i, "pronoun"))
        return
    fits = _fits(low)
    if fits is None or (low == "it" and _empty(token)):
        return
    best = best_antecedent(board, token, fits) or ahead(board, token, fits)
    if best is None:
        return
    if best.draft is not None and best.draft.kind == "person" and best.draft.gender is None and low in HE | SHE:
        best.draft.gender = "f" if low in SHE else "m"
    parties = joint(board, best) if low in THEY else best.parties
    board.add(Found(token.i, token.i + 1, token.i, "pronoun", best.draft, parties))


def _fits(low: str) -> Callable[[Board, Found], float | None] | None:
    """The preference that a pronoun gives to a mention, ``None`` where it cannot mean it."""
    if low in HE:
        return lambda _, f: _gender(f, "m")
    if low in SHE:
        return lambda _, f: _gender(f, "f")
    if low in IT:
        return lambda _, f: (
            0.0 if f.draft is not None and f.draft.kind in {"state", "body"} and len(f.stands_for()) < 2 else None
        )
    return _many if low in THEY else None


def _gender(mention: Found, wanted: str) -> float | None:
    draft = mention.draft
    if draft is None or draft.kind != "person" or (draft.gender or wanted) != wanted:
        return None
    if draft.gender is None:
        return -3.0 if wanted == "f" else -0.5
    return 0.0


def _many(board: Board, mention: Found) -> float | None:
    if mention.draft is None and len(mention.parties) < 2:
        return None
    if len(mention.stands_for()) > 1 or (mention.draft is not None and mention.draft.kind == "group"):
        return 1.0
    if len(joint(board, mention)) > 1 or _coordinated(board, mention):
        return 1.0
    if mention.draft is not None and mention.draft.party in board.movements:
        return 0.7
    return -2.0 if mention.draft is not None and mention.draft.kind in {"state", "body"} else None


def _coordinated(board: Board, mention: Found) -> bool:
    return any(c.i in board.headed and c.i > mention.head for c in board.doc[mention.head].conjuncts)


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing ("it is likely that", "it was reported")."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in {"be", "seem", "appear", "remain", "take", "become"}:
        return any(c.dep_ in {"acomp", "ccomp", "xcomp", "advcl", "attr", "csubj"} for c in verb.children)
    return (
        token.dep_ == "nsubjpass"
        and verb.tag_ == "VBN"
        and any(c.dep_ in {"ccomp", "csubjpass"} for c in verb.children)
    )


def point_relative(board: Board, token: Token) -> None:
    """The words "who" and "which" mean the noun that their clause hangs on."""
    clause = token.head
    while clause.dep_ not in {"relcl", "ROOT"} and clause.head != clause:
        clause = clause.head
    known = board.headed.get(clause.head.i) if clause.dep_ == "relcl" else None
    if known is None and clause.dep_ == "relcl":
        known = board.inside.get(clause.head.i)
    if known is not None and token.i not in board.headed:
        board.add(Found(token.i, token.i + 1, token.i, "pronoun", known.draft, known.stands_for()))
