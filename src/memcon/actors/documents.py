"""Documents that speak: "the statement said", "according to a report by the ministry". A document speaks for who issued it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import affiliation
from memcon.actors.drafts import SUBJECTS, Found
from memcon.actors.salience import says

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.drafts import Board

DOCUMENTS = frozenset(
    {
        "statement",
        "report",
        "communique",
        "communiqué",
        "letter",
        "resolution",
        "document",
        "declaration",
        "text",
        "note",
        "message",
    }
    | {
        "post",
        "tweet",
        "article",
        "memo",
        "memorandum",
        "release",
        "readout",
        "announcement",
        "editorial",
        "commentary",
        "dispatch",
    }
)
BACK = 8  # sentences back within which "the statement" is one spoken of before


def point_document(board: Board, token: Token) -> None:
    """Put a document that is the source of a statement on the board, for its issuer; nothing where none is named."""
    if token.lower_ not in DOCUMENTS or not _speaks(token) or token.i in board.headed:
        return
    start = board.phrase_start(token)
    named = affiliation.of_words(board, start, token.i)
    issuer = _issuer(board, token) or (None if named else _issuer_before(board, token))
    if issuer is not None:
        board.add(Found(start, token.i + 1, token.i, "description", issuer.draft, issuer.parties))
    elif named:
        board.add(Found(start, token.i + 1, token.i, "description", None, named))


def _speaks(token: Token) -> bool:
    if token.dep_ in SUBJECTS:
        return says(token.head)
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def _issuer(board: Board, token: Token) -> Found | None:
    """Who issued the document by its own phrase: "Iran's statement", "a report by the ministry", "a letter sent by Orlov"."""
    for child in token.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            known = board.headed.get(child.i)
            if known is not None and known.reference != "adjective":
                return known
        for prep in (child, *(c for c in child.children if child.dep_ == "acl")):
            if prep.dep_ in {"prep", "agent"} and prep.lower_ in {"by", "from", "of", "in"}:
                for noun in prep.children:
                    if noun.i in board.headed and noun.dep_ == "pobj":
                        return board.headed[noun.i]
    return None


def _issuer_before(board: Board, token: Token) -> Found | None:
    """Who issued the document of that name that was spoken of before: by its phrase, or as subject of "issued", "said in"."""
    here = board.sentence[token.i]
    for other in reversed(board.doc[: token.i]):
        if here - board.sentence[other.i] > BACK:
            return None
        if other.lower_ in DOCUMENTS:
            known = board.headed.get(other.i) or _issuer(board, other) or _subject(board, other)
            if known is not None:
                return known
    return None


def _subject(board: Board, token: Token) -> Found | None:
    verb = token.head.head if token.dep_ == "pobj" else token.head
    for child in verb.children:
        if child.dep_ == "nsubj" and child.i in board.headed and child.i != token.i:
            return board.headed[child.i]
    return None
