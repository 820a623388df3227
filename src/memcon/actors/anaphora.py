"""Words that point back, each resolved in the order of the text: pronouns, "the minister", "the ministry", "both countries", "who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import lexicon
from memcon.actors.documents import point_document
from memcon.actors.drafts import SUBJECTS
from memcon.actors.phrases import point_phrase
from memcon.actors.plurals import point_plural
from memcon.actors.pronouns import RELATIVE, point_pronoun, point_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.descriptions import Pending
    from memcon.actors.drafts import Board

WITH_EACH_OTHER = frozenset(
    {"meet", "talk", "discuss", "agree", "sign", "differ", "speak", "confer", "clash", "fight", "trade", "quarrel", "negotiate", "hold", "share", "exchange"}
)  # fmt: skip


def resolve(board: Board, pending: list[Pending]) -> None:
    """Resolve what points back, in the order of the text, each with what stands before it."""
    waiting = {phrase.head: phrase for phrase in pending}
    owned = {d.owner: d for d in board.drafts.values() if d.owner is not None and d.party is None}
    for token in board.doc:
        _resolve_at(board, waiting, token)
        if token.i in owned and token.i in board.headed:
            parties = board.headed[token.i].stands_for()
            owned[token.i].party = parties[0] if parties else None
    for token in board.doc:
        point_document(board, token)


def _resolve_at(board: Board, waiting: dict[int, Pending], token: Token) -> None:
    if token.i in waiting:
        point_phrase(board, waiting[token.i], token)
    elif (token.lower_ in {"both", "neither"} or _the_two(token)) and token.dep_ in SUBJECTS | {"pobj", "dobj", "conj"}:
        point_plural(board, token, token.i, 2)
    elif token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        point_relative(board, token)
    elif token.pos_ == "PRON" or token.tag_ in {"PRP$", "PRP"}:
        point_pronoun(board, token)


def _the_two(token: Token) -> bool:
    """Whether it is "two" without a noun, in what two do with each other ("The two last met in May"): else it may be any two."""
    if token.lower_ != "two" or token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    return token.dep_ not in SUBJECTS or token.head.lemma_ in WITH_EACH_OTHER


def gender_from_names(board: Board) -> None:
    """Give persons the gender that their first name tells, where no title did."""
    for key, draft in board.drafts.items():
        if key[0] == "person" and draft.gender is None and len(draft.name.split()) > 1:
            draft.gender = lexicon.gender_of_name(draft.name)
