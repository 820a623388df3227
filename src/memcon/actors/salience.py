"""Which mention is the best antecedent of a word that points back.

Plain preferences: how many sentences back, subject before object, outside quotations for words outside, who speaks before who is spoken of.
They are those of Lappin & Leass (1994) in a shortened form; the weights were set by judgement and kept where they did well on the training gold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors.drafts import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from memcon.actors.drafts import Board, Found

FAR = 9  # sentences back beyond which a pronoun points to nobody
FAR_PHRASE = 60  # the same for "the minister"
SPEECH = frozenset(
    [
        "say",
        "tell",
        "add",
        "state",
        "note",
        "stress",
        "declare",
        "warn",
        "insist",
        "write",
        "tweet",
        "explain",
        "argue",
        "announce",
        "claim",
        "assert",
        "express",
        "call",
        "urge",
        "emphasize",
        "emphasise",
        "underline",
        "underscore",
        "reiterate",
        "point",
        "describe",
        "continue",
        "conclude",
        "reply",
        "answer",
        "remark",
        "criticize",
        "criticise",
        "reject",
        "deny",
        "confirm",
        "believe",
        "hope",
        "welcome",
        "praise",
        "accuse",
        "mention",
        "suggest",
        "promise",
        "vow",
        "predict",
        "maintain",
        "contend",
        "comment",
        "complain",
        "acknowledge",
        "admit",
        "ask",
        "condemn",
        "denounce",
        "blame",
        "demand",
        "propose",
        "pledge",
        "threaten",
        "joke",
        "quip",
        "retort",
        "hint",
        "disclose",
        "reveal",
        "regret",
        "report",
        "recall",
        "concede",
        "assure",
        "affirm",
        "allege",
        "caution",
        "dismiss",
    ]
)


def best_antecedent(
    board: Board, token: Token, fits: Callable[[Board, Found], float | None], far: int = FAR
) -> Found | None:
    """The mention before the token that fits best, up to `far` sentences back; `fits` gives a preference, or ``None`` for no fit."""
    best: tuple[float, int] | None = None
    chosen = None
    here = board.sentence[token.i]
    for mention in board.back(token.i, far):
        if mention.reference == "adjective":
            continue
        bonus = fits(board, mention)
        if bonus is None or clashes(board, token, mention):
            continue
        rank = (bonus + _salience(board, token, mention, here), mention.head)
        if best is None or rank > best:
            best, chosen = rank, mention
    return chosen


def ahead(board: Board, token: Token, fits: Callable[[Board, Found], float | None]) -> Found | None:
    """The subject further on in the sentence, for a pronoun that comes first ("Despite his offer, Ghani …")."""
    for other in board.doc[token.i + 1 : board.span_of_sentence(token.i)[1]]:
        known = board.headed.get(other.i)
        if (
            known is not None
            and other.dep_ in SUBJECTS
            and known.reference != "pronoun"
            and fits(board, known) is not None
        ):
            return known
    return None


def _salience(board: Board, token: Token, mention: Found, here: int) -> float:
    head = board.doc[mention.head]
    inside, spoken = board.quoted(token.i), board.quoted(mention.head)
    score = -2.0 * (here - board.sentence[mention.head])
    if head.dep_ in SUBJECTS or (
        head.dep_ == "pobj" and head.head.lower_ in {"by", "to"} and head.head.head.lower_ == "according"
    ):
        score += 2.0
        if head.head.dep_ in {"ROOT", "ccomp"} and token.dep_ in SUBJECTS:
            score += 1.0
        if token.dep_ in SUBJECTS and says(token.head) and says(head.head) and inside == spoken == -1:
            score += 2.0
    elif head.dep_ == "poss" and head.head.dep_ in SUBJECTS:
        score += 1.0  # "The movement's position is clear. Its leader …"
    elif head.dep_ in {"poss", "compound", "nmod", "appos"}:
        score -= 1.0
    if mention.as_place:
        score -= 2.0
    if inside == -1 and spoken != -1:
        score -= 3.0
    if inside != -1 and spoken != -1 and mention.reference != "pronoun":
        score += 1.0
    if mention.draft is not None:
        score += 0.2 * min(5, sum(mention.draft.words.values()))
    return score


def clashes(board: Board, token: Token, mention: Found) -> bool:
    """Whether grammar keeps the two apart: subject and object of one verb; a speaker and "he" within his own quotation."""
    head = board.doc[mention.head]
    if mention.start <= token.i < mention.end:
        return True
    if token.dep_ in {"dobj", "dative", "pobj"} and not token.lower_.endswith("self") and token.tag_ != "PRP$":
        verb = token.head if token.dep_ != "pobj" else token.head.head
        if head.dep_ in SUBJECTS and head.head == verb:
            return True
    inside = board.quoted(token.i)
    return (
        inside != -1
        and board.quoted(mention.head) != inside
        and head.dep_ in SUBJECTS
        and board.sentence[head.i] == board.sentence[token.i]
        and says(head.head)
    )


def says(verb: Token) -> bool:
    """Whether it is a verb of saying."""
    return verb.lemma_.lower() in SPEECH


def joint(board: Board, mention: Found) -> tuple[str, ...]:
    """The parties of a mention and of those coordinated with it ("Lavrov and Cavusoglu")."""
    seen = dict.fromkeys(mention.stands_for())
    for other in board.doc[mention.head].conjuncts:
        known = board.headed.get(other.i)
        if known is not None and other.i > mention.head:
            seen.update(dict.fromkeys(known.stands_for()))
    return tuple(seen) if len(seen) > 1 else mention.parties
